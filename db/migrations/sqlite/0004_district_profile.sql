DROP INDEX `companies_district_profile`;--> statement-breakpoint
CREATE INDEX `companies_district_profile` ON `companies` (`district_id`,`division`,`size_rank`,`status_group`,`archived_at`);
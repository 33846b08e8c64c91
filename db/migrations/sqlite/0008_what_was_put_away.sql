CREATE INDEX `companies_archived` ON `companies` (`archived_at`,`id`) WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX `sites_archived` ON `sites` (`archived_at`,`id`) WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX `contacts_archived` ON `contacts` (`archived_at`,`id`) WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX `landowners_archived` ON `landowners` (`archived_at`,`id`) WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX `properties_archived` ON `properties` (`archived_at`,`id`) WHERE archived_at is not null;
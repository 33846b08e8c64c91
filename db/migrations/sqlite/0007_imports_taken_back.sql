CREATE TABLE `import_firms` (
	`import_id` text NOT NULL,
	`company_id` text NOT NULL,
	PRIMARY KEY(`import_id`, `company_id`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
ALTER TABLE `import_changes` ADD `is_taken_back` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `alive_at` integer;--> statement-breakpoint
ALTER TABLE `imports` ADD `left` integer;--> statement-breakpoint
CREATE INDEX `site_districts_district` ON `site_districts` (`district_id`);--> statement-breakpoint
CREATE INDEX `dialogue_subjects_own_company` ON `dialogue_subjects` (`company_id`);--> statement-breakpoint
CREATE INDEX `dialogue_subjects_district` ON `dialogue_subjects` (`district_id`);--> statement-breakpoint
CREATE INDEX `dialogue_subjects_then_district` ON `dialogue_subjects` (`then_district_id`);--> statement-breakpoint
CREATE INDEX `follow_ups_site` ON `follow_ups` (`site_id`);--> statement-breakpoint
CREATE INDEX `skill_needs_site` ON `skill_needs` (`site_id`);
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`invited_by` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_user` ON `invitations` (`user_id`,`id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`role` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_user_unit` ON `memberships` (`user_id`,`unit_id`);--> statement-breakpoint
CREATE INDEX `memberships_unit` ON `memberships` (`unit_id`,`id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`device` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`,`id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`sort_name` text DEFAULT '' NOT NULL,
	`password_hash` text,
	`language` text DEFAULT 'da' NOT NULL,
	`theme` text DEFAULT 'system' NOT NULL,
	`has_shortcuts` integer DEFAULT true NOT NULL,
	`disabled_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE INDEX `users_sort` ON `users` (`sort_name`,`id`);--> statement-breakpoint
CREATE TABLE `activity` (
	`seq` integer PRIMARY KEY NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`verb` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`fields` text DEFAULT '[]' NOT NULL,
	`request_id` text,
	`values_hash` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `activity_subject` ON `activity` (`subject_kind`,`subject_id`,`seq`);--> statement-breakpoint
CREATE INDEX `activity_actor` ON `activity` (`actor_id`,`seq`);--> statement-breakpoint
CREATE TABLE `activity_subjects` (
	`seq` integer NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	PRIMARY KEY(`seq`, `subject_kind`, `subject_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `activity_subjects_subject` ON `activity_subjects` (`subject_kind`,`subject_id`,`seq`);--> statement-breakpoint
CREATE TABLE `activity_values` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`field` text NOT NULL,
	`before` text,
	`after` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `activity_values_seq` ON `activity_values` (`seq`);--> statement-breakpoint
CREATE TABLE `companies` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`cvr` text,
	`name` text NOT NULL,
	`sort_name` text NOT NULL,
	`name_key` text NOT NULL,
	`alternative_names` text DEFAULT '[]' NOT NULL,
	`form_code` text,
	`status` text,
	`status_group` text DEFAULT 'active' NOT NULL,
	`industry_code` text,
	`industry_text` text,
	`industry_scheme` text,
	`industry_from` text,
	`division` text,
	`is_protected` integer DEFAULT false NOT NULL,
	`knowledge_override` text DEFAULT 'auto' NOT NULL,
	`knowledge_reason` text,
	`phone` text,
	`email` text,
	`website` text,
	`founded_on` text,
	`ceased_on` text,
	`headcount` integer,
	`size_class` text,
	`size_rank` integer DEFAULT -1 NOT NULL,
	`headcount_on` text,
	`headcount_source` text,
	`main_site_id` text,
	`district_id` text,
	`last_talk_on` text,
	`provenance` text DEFAULT '{}' NOT NULL,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `companies_cvr` ON `companies` (`cvr`);--> statement-breakpoint
CREATE INDEX `companies_name_key` ON `companies` (`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `companies_sort` ON `companies` (`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `companies_talk` ON `companies` (`last_talk_on`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `companies_size` ON `companies` (`size_rank`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `companies_district_sort` ON `companies` (`district_id`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `companies_district_talk` ON `companies` (`district_id`,`last_talk_on`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `companies_district_size` ON `companies` (`district_id`,`size_rank`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `companies_division_sort` ON `companies` (`division`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `companies_division_talk` ON `companies` (`division`,`last_talk_on`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `companies_division_size` ON `companies` (`division`,`size_rank`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `companies_status_sort` ON `companies` (`status_group`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `companies_status_talk` ON `companies` (`status_group`,`last_talk_on`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `companies_status_size` ON `companies` (`status_group`,`size_rank`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `companies_district_profile` ON `companies` (`district_id`,`division`,`size_rank`,`status_group`,`archived_at`);--> statement-breakpoint
CREATE TABLE `company_identifiers` (
	`id` text PRIMARY KEY NOT NULL,
	`company_id` text NOT NULL,
	`scheme` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `company_identifiers_value` ON `company_identifiers` (`scheme`,`value`);--> statement-breakpoint
CREATE INDEX `company_identifiers_company` ON `company_identifiers` (`company_id`,`id`);--> statement-breakpoint
CREATE TABLE `company_terms` (
	`term` text NOT NULL,
	`company_id` text NOT NULL,
	PRIMARY KEY(`term`, `company_id`),
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `company_terms_company` ON `company_terms` (`company_id`);--> statement-breakpoint
CREATE TABLE `site_districts` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`district_id` text,
	`source` text,
	`from_on` text NOT NULL,
	`to_on` text,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `site_districts_site` ON `site_districts` (`site_id`,`id`);--> statement-breakpoint
CREATE TABLE `sites` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`company_id` text NOT NULL,
	`p_number` text,
	`name` text NOT NULL,
	`is_main` integer DEFAULT false NOT NULL,
	`address` text,
	`address_key` text DEFAULT '' NOT NULL,
	`postal_code` text,
	`city` text,
	`lat` real,
	`lon` real,
	`district_id` text,
	`district_source` text,
	`is_district_doubtful` integer DEFAULT false NOT NULL,
	`industry_code` text,
	`industry_text` text,
	`division` text,
	`is_protected` integer DEFAULT false NOT NULL,
	`headcount` integer,
	`size_class` text,
	`size_rank` integer DEFAULT -1 NOT NULL,
	`headcount_on` text,
	`headcount_source` text,
	`started_on` text,
	`ceased_on` text,
	`provenance` text DEFAULT '{}' NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sites_p_number` ON `sites` (`p_number`);--> statement-breakpoint
CREATE UNIQUE INDEX `sites_company_address` ON `sites` (`company_id`,`address_key`) WHERE p_number is null;--> statement-breakpoint
CREATE INDEX `sites_company` ON `sites` (`company_id`,`id`);--> statement-breakpoint
CREATE INDEX `sites_district` ON `sites` (`district_id`,`archived_at`,`ceased_on`,`headcount`);--> statement-breakpoint
CREATE INDEX `sites_address` ON `sites` (`address_key`,`id`);--> statement-breakpoint
CREATE INDEX `sites_point` ON `sites` (`lat`,`lon`);--> statement-breakpoint
CREATE TABLE `dialogue_goals` (
	`dialogue_id` text NOT NULL,
	`goal_id` text NOT NULL,
	PRIMARY KEY(`dialogue_id`, `goal_id`),
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`goal_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `dialogue_goals_goal` ON `dialogue_goals` (`goal_id`,`dialogue_id`);--> statement-breakpoint
CREATE TABLE `dialogue_subjects` (
	`id` text PRIMARY KEY NOT NULL,
	`dialogue_id` text NOT NULL,
	`company_id` text,
	`site_id` text,
	`district_id` text,
	`then_company_id` text,
	`then_district_id` text,
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`then_company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`then_district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dialogue_subjects_one" CHECK((case when company_id is null then 0 else 1 end) + (case when site_id is null then 0 else 1 end) + (case when district_id is null then 0 else 1 end) = 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `dialogue_subjects_dialogue` ON `dialogue_subjects` (`dialogue_id`,`id`);--> statement-breakpoint
CREATE INDEX `dialogue_subjects_company` ON `dialogue_subjects` (`then_company_id`,`dialogue_id`);--> statement-breakpoint
CREATE INDEX `dialogue_subjects_site` ON `dialogue_subjects` (`site_id`,`dialogue_id`);--> statement-breakpoint
CREATE TABLE `dialogue_topics` (
	`dialogue_id` text NOT NULL,
	`topic_id` text NOT NULL,
	PRIMARY KEY(`dialogue_id`, `topic_id`),
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `dialogue_topics_topic` ON `dialogue_topics` (`topic_id`,`dialogue_id`);--> statement-breakpoint
CREATE TABLE `dialogues` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`author_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`channel` text NOT NULL,
	`held_on` text NOT NULL,
	`held_at_time` text,
	`note` text,
	`assessment` text,
	`confidentiality` text DEFAULT 'open' NOT NULL,
	`confidentiality_reason` text,
	`has_no_next_step` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `dialogues_held` ON `dialogues` (`held_on`,`id`);--> statement-breakpoint
CREATE INDEX `dialogues_author` ON `dialogues` (`author_id`,`held_on`,`id`);--> statement-breakpoint
CREATE TABLE `follow_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`dialogue_id` text,
	`company_id` text,
	`kind` text DEFAULT 'task' NOT NULL,
	`text` text NOT NULL,
	`due_on` text,
	`assignee_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`settled_at` integer,
	`settled_by_id` text,
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `follow_ups_assignee` ON `follow_ups` (`assignee_id`,`state`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `follow_ups_company` ON `follow_ups` (`company_id`,`state`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `follow_ups_dialogue` ON `follow_ups` (`dialogue_id`,`id`);--> statement-breakpoint
CREATE TABLE `timeline_entries` (
	`scope_kind` text NOT NULL,
	`scope_id` text NOT NULL,
	`held_on` text NOT NULL,
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	PRIMARY KEY(`scope_kind`, `scope_id`, `held_on`, `record_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `timeline_entries_record` ON `timeline_entries` (`record_id`);--> statement-breakpoint
CREATE TABLE `district_summaries` (
	`district_id` text PRIMARY KEY NOT NULL,
	`companies` integer DEFAULT 0 NOT NULL,
	`sites` integer DEFAULT 0 NOT NULL,
	`headcount` integer DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `districts` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`no` integer NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`sort_name` text NOT NULL,
	`identity` text,
	`target_divisions` text DEFAULT '[]' NOT NULL,
	`responsible_id` text,
	`colour` text DEFAULT 'teal' NOT NULL,
	`municipality_code` text,
	`boundary` text,
	`boundary_note` text,
	`west` real,
	`south` real,
	`east` real,
	`north` real,
	FOREIGN KEY (`responsible_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `districts_slug` ON `districts` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `districts_no` ON `districts` (`no`);--> statement-breakpoint
CREATE INDEX `districts_sort` ON `districts` (`sort_name`,`id`);--> statement-breakpoint
CREATE TABLE `import_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`row_no` integer NOT NULL,
	`record_kind` text NOT NULL,
	`record_id` text NOT NULL,
	`is_created` integer NOT NULL,
	`version_after` integer,
	`before` text,
	`after` text,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_changes_import` ON `import_changes` (`import_id`,`position`);--> statement-breakpoint
CREATE INDEX `import_changes_record` ON `import_changes` (`record_kind`,`record_id`);--> statement-breakpoint
CREATE TABLE `import_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`row_no` integer NOT NULL,
	`verdict` text NOT NULL,
	`reason` text,
	`diff` text,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_rows_import` ON `import_rows` (`import_id`,`row_no`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`reading` text NOT NULL,
	`mapping` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`undone_at` integer,
	`rows` integer DEFAULT 0 NOT NULL,
	`created` integer DEFAULT 0 NOT NULL,
	`updated` integer DEFAULT 0 NOT NULL,
	`unchanged` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`records` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `challenges` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`no` integer NOT NULL,
	`name_da` text NOT NULL,
	`name_en` text NOT NULL,
	`text_da` text NOT NULL,
	`text_en` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `challenges_no` ON `challenges` (`no`);--> statement-breakpoint
CREATE TABLE `goals` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`no` integer NOT NULL,
	`name_da` text NOT NULL,
	`name_en` text NOT NULL,
	`text_da` text NOT NULL,
	`text_en` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `goals_no` ON `goals` (`no`);--> statement-breakpoint
CREATE TABLE `industries` (
	`code` text PRIMARY KEY NOT NULL,
	`level` integer NOT NULL,
	`da` text NOT NULL,
	`en` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`key` text NOT NULL,
	`position` integer NOT NULL,
	`name_da` text NOT NULL,
	`name_en` text NOT NULL,
	`challenge_id` text,
	`goal_nos` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`challenge_id`) REFERENCES `challenges`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `topics_key` ON `topics` (`key`);
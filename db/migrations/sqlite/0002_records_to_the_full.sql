CREATE TABLE `company_commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`company_id` text NOT NULL,
	`kind` text NOT NULL,
	`places` integer,
	`note` text,
	`from_on` text NOT NULL,
	`to_on` text,
	`unit_id` text NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `company_commitments_company` ON `company_commitments` (`company_id`,`to_on`,`id`);--> statement-breakpoint
CREATE INDEX `company_commitments_kind` ON `company_commitments` (`kind`,`to_on`,`company_id`);--> statement-breakpoint
CREATE TABLE `company_responsibles` (
	`id` text PRIMARY KEY NOT NULL,
	`company_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`user_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `company_responsibles_company` ON `company_responsibles` (`company_id`,`to_on`,`id`);--> statement-breakpoint
CREATE INDEX `company_responsibles_user` ON `company_responsibles` (`user_id`,`to_on`,`company_id`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_id` text NOT NULL,
	`channel` text NOT NULL,
	`purpose` text NOT NULL,
	`answer` text NOT NULL,
	`given_on` text NOT NULL,
	`source` text,
	`withdrawn_on` text,
	`recorded_by_id` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recorded_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `consents_contact` ON `consents` (`contact_id`,`channel`,`purpose`,`given_on`,`id`);--> statement-breakpoint
CREATE TABLE `contact_roles` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`contact_id` text NOT NULL,
	`company_id` text,
	`site_id` text,
	`landowner_id` text,
	`property_id` text,
	`title` text,
	`is_primary` integer DEFAULT false NOT NULL,
	`from_on` text,
	`to_on` text,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`landowner_id`) REFERENCES `landowners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`property_id`) REFERENCES `properties`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contact_roles_one" CHECK((case when company_id is null then 0 else 1 end) + (case when site_id is null then 0 else 1 end) + (case when landowner_id is null then 0 else 1 end) = 1 and (property_id is null or landowner_id is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_roles_contact` ON `contact_roles` (`contact_id`,`id`);--> statement-breakpoint
CREATE INDEX `contact_roles_company` ON `contact_roles` (`company_id`,`to_on`,`id`);--> statement-breakpoint
CREATE INDEX `contact_roles_site` ON `contact_roles` (`site_id`,`to_on`,`id`);--> statement-breakpoint
CREATE INDEX `contact_roles_landowner` ON `contact_roles` (`landowner_id`,`to_on`,`id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`name` text NOT NULL,
	`sort_name` text NOT NULL,
	`name_key` text NOT NULL,
	`phone` text,
	`phone_key` text,
	`email` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `contacts_sort` ON `contacts` (`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `contacts_name_key` ON `contacts` (`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `contacts_phone` ON `contacts` (`phone_key`,`id`);--> statement-breakpoint
CREATE INDEX `contacts_email` ON `contacts` (`email`,`id`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`dialogue_id` text NOT NULL,
	`name` text NOT NULL,
	`content_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`uploaded_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`uploaded_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `attachments_dialogue` ON `attachments` (`dialogue_id`,`id`);--> statement-breakpoint
CREATE TABLE `dialogue_colleagues` (
	`dialogue_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`dialogue_id`, `user_id`),
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `dialogue_colleagues_user` ON `dialogue_colleagues` (`user_id`,`dialogue_id`);--> statement-breakpoint
CREATE TABLE `dialogue_contacts` (
	`dialogue_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`contact_role_id` text,
	`then_title` text,
	PRIMARY KEY(`dialogue_id`, `contact_id`),
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_role_id`) REFERENCES `contact_roles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `dialogue_contacts_contact` ON `dialogue_contacts` (`contact_id`,`dialogue_id`);--> statement-breakpoint
CREATE TABLE `dialogue_issues` (
	`dialogue_id` text NOT NULL,
	`issue_id` text NOT NULL,
	PRIMARY KEY(`dialogue_id`, `issue_id`),
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`issue_id`) REFERENCES `issues`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `dialogue_issues_issue` ON `dialogue_issues` (`issue_id`,`dialogue_id`);--> statement-breakpoint
CREATE TABLE `issues` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`title` text NOT NULL,
	`topic_id` text,
	`company_id` text,
	`landowner_id` text,
	`district_id` text,
	`state` text DEFAULT 'open' NOT NULL,
	`opened_on` text NOT NULL,
	`resolved_on` text,
	`outcome` text,
	`raised_in_id` text,
	`owner_id` text NOT NULL,
	`unit_id` text NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`landowner_id`) REFERENCES `landowners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_in_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `issues_company` ON `issues` (`company_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `issues_landowner` ON `issues` (`landowner_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `issues_district` ON `issues` (`district_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `issues_state` ON `issues` (`state`,`opened_on`,`id`);--> statement-breakpoint
CREATE INDEX `issues_raised` ON `issues` (`raised_in_id`,`id`);--> statement-breakpoint
CREATE TABLE `stances` (
	`id` text PRIMARY KEY NOT NULL,
	`landowner_id` text NOT NULL,
	`property_id` text,
	`topic_id` text,
	`level` integer NOT NULL,
	`horizon` text,
	`barriers` text DEFAULT '[]' NOT NULL,
	`taken_on` text NOT NULL,
	`dialogue_id` text,
	`author_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`retracted_at` integer,
	FOREIGN KEY (`landowner_id`) REFERENCES `landowners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`property_id`) REFERENCES `properties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `stances_landowner` ON `stances` (`landowner_id`,`taken_on`,`id`);--> statement-breakpoint
CREATE INDEX `stances_property` ON `stances` (`property_id`,`taken_on`,`id`);--> statement-breakpoint
CREATE INDEX `stances_dialogue` ON `stances` (`dialogue_id`,`id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`user_id` text NOT NULL,
	`form` text NOT NULL,
	`record_id` text NOT NULL,
	`path` text NOT NULL,
	`label` text,
	`base_version` integer,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `form`, `record_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `drafts_user` ON `drafts` (`user_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `drafts_age` ON `drafts` (`updated_at`);--> statement-breakpoint
CREATE TABLE `parked_posts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`path` text NOT NULL,
	`body` text NOT NULL,
	`parked_at` integer NOT NULL,
	`state` text DEFAULT 'parked' NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `parked_posts_user` ON `parked_posts` (`user_id`,`parked_at`);--> statement-breakpoint
CREATE INDEX `parked_posts_age` ON `parked_posts` (`parked_at`);--> statement-breakpoint
CREATE TABLE `landowner_responsibles` (
	`id` text PRIMARY KEY NOT NULL,
	`landowner_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`user_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	FOREIGN KEY (`landowner_id`) REFERENCES `landowners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `landowner_responsibles_landowner` ON `landowner_responsibles` (`landowner_id`,`to_on`,`id`);--> statement-breakpoint
CREATE INDEX `landowner_responsibles_user` ON `landowner_responsibles` (`user_id`,`to_on`,`id`);--> statement-breakpoint
CREATE TABLE `landowners` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`kind` text NOT NULL,
	`company_id` text,
	`name` text NOT NULL,
	`sort_name` text NOT NULL,
	`name_key` text NOT NULL,
	`phone` text,
	`phone_key` text,
	`email` text,
	`address` text,
	`postal_code` text,
	`city` text,
	`last_talk_on` text,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `landowners_company` ON `landowners` (`company_id`);--> statement-breakpoint
CREATE INDEX `landowners_sort` ON `landowners` (`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `landowners_kind_sort` ON `landowners` (`kind`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `landowners_name_key` ON `landowners` (`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `landowners_phone` ON `landowners` (`phone_key`,`id`);--> statement-breakpoint
CREATE TABLE `ownerships` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`property_id` text NOT NULL,
	`landowner_id` text NOT NULL,
	`share_of` integer,
	`share_in` integer,
	`from_on` text,
	`to_on` text,
	FOREIGN KEY (`property_id`) REFERENCES `properties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`landowner_id`) REFERENCES `landowners`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `ownerships_property` ON `ownerships` (`property_id`,`id`);--> statement-breakpoint
CREATE INDEX `ownerships_landowner` ON `ownerships` (`landowner_id`,`id`);--> statement-breakpoint
CREATE TABLE `properties` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`name` text NOT NULL,
	`sort_name` text NOT NULL,
	`bfe` text,
	`cadastral_district` text,
	`parcel_no` text,
	`address` text,
	`address_key` text DEFAULT '' NOT NULL,
	`postal_code` text,
	`city` text,
	`lat` real,
	`lon` real,
	`district_id` text,
	`district_source` text,
	`land_area` integer,
	`floor_area` integer,
	`use` text,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `properties_bfe` ON `properties` (`bfe`);--> statement-breakpoint
CREATE UNIQUE INDEX `properties_parcel` ON `properties` (`cadastral_district`,`parcel_no`);--> statement-breakpoint
CREATE INDEX `properties_sort` ON `properties` (`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `properties_district` ON `properties` (`district_id`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `properties_address` ON `properties` (`address_key`,`id`);--> statement-breakpoint
CREATE TABLE `favourites` (
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`starred_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `kind`, `record_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `favourites_user` ON `favourites` (`user_id`,`starred_at`);--> statement-breakpoint
CREATE TABLE `recent_records` (
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `kind`, `record_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `recent_records_user` ON `recent_records` (`user_id`,`opened_at`);--> statement-breakpoint
CREATE TABLE `search_counters` (
	`partition` integer PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`district_no` integer DEFAULT 0 NOT NULL,
	`audience` text NOT NULL,
	`words` text NOT NULL,
	`grams` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `search_entries_record` ON `search_entries` (`kind`,`record_id`);--> statement-breakpoint
CREATE TABLE `skill_needs` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`company_id` text NOT NULL,
	`site_id` text,
	`skill_id` text,
	`wording` text NOT NULL,
	`level` integer,
	`people` integer,
	`by_on` text,
	`certainty` text DEFAULT 'likely' NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`dialogue_id` text,
	`unit_id` text NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`skill_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `skill_needs_company` ON `skill_needs` (`company_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `skill_needs_dialogue` ON `skill_needs` (`dialogue_id`,`id`);--> statement-breakpoint
CREATE INDEX `skill_needs_skill` ON `skill_needs` (`skill_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `skill_needs_state` ON `skill_needs` (`state`,`by_on`,`id`);--> statement-breakpoint
CREATE TABLE `skills` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`key` text,
	`group_key` text NOT NULL,
	`kind` text NOT NULL,
	`name_da` text NOT NULL,
	`name_en` text NOT NULL,
	`sort_name` text NOT NULL,
	`aliases` text DEFAULT '[]' NOT NULL,
	`esco_uri` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `skills_key` ON `skills` (`key`);--> statement-breakpoint
CREATE INDEX `skills_sort` ON `skills` (`sort_name`,`id`);--> statement-breakpoint
CREATE TABLE `trash` (
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`trashed_at` integer NOT NULL,
	`trashed_by_id` text NOT NULL,
	PRIMARY KEY(`kind`, `record_id`),
	FOREIGN KEY (`trashed_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `trash_age` ON `trash` (`trashed_at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_dialogue_subjects` (
	`id` text PRIMARY KEY NOT NULL,
	`dialogue_id` text NOT NULL,
	`company_id` text,
	`site_id` text,
	`district_id` text,
	`landowner_id` text,
	`property_id` text,
	`then_company_id` text,
	`then_district_id` text,
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`landowner_id`) REFERENCES `landowners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`property_id`) REFERENCES `properties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`then_company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`then_district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dialogue_subjects_one" CHECK((case when company_id is null then 0 else 1 end) + (case when site_id is null then 0 else 1 end) + (case when district_id is null then 0 else 1 end) + (case when landowner_id is null then 0 else 1 end) + (case when property_id is null then 0 else 1 end) = 1)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_dialogue_subjects`("id", "dialogue_id", "company_id", "site_id", "district_id", "then_company_id", "then_district_id") SELECT "id", "dialogue_id", "company_id", "site_id", "district_id", "then_company_id", "then_district_id" FROM `dialogue_subjects`;--> statement-breakpoint
DROP TABLE `dialogue_subjects`;--> statement-breakpoint
ALTER TABLE `__new_dialogue_subjects` RENAME TO `dialogue_subjects`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `dialogue_subjects_dialogue` ON `dialogue_subjects` (`dialogue_id`,`id`);--> statement-breakpoint
CREATE INDEX `dialogue_subjects_company` ON `dialogue_subjects` (`then_company_id`,`dialogue_id`);--> statement-breakpoint
CREATE INDEX `dialogue_subjects_site` ON `dialogue_subjects` (`site_id`,`dialogue_id`);--> statement-breakpoint
CREATE INDEX `dialogue_subjects_landowner` ON `dialogue_subjects` (`landowner_id`,`dialogue_id`);--> statement-breakpoint
ALTER TABLE `companies` ADD `phone_key` text;--> statement-breakpoint
CREATE INDEX `companies_phone` ON `companies` (`phone_key`,`id`);--> statement-breakpoint
ALTER TABLE `dialogues` ADD `journal_reference` text;--> statement-breakpoint
ALTER TABLE `dialogues` ADD `is_landowner_only` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `follow_ups` ADD `site_id` text REFERENCES sites(id);--> statement-breakpoint
ALTER TABLE `follow_ups` ADD `landowner_id` text REFERENCES landowners(id);--> statement-breakpoint
ALTER TABLE `follow_ups` ADD `contact_id` text REFERENCES contacts(id);--> statement-breakpoint
ALTER TABLE `follow_ups` ADD `due_at_time` text;--> statement-breakpoint
CREATE INDEX `follow_ups_landowner` ON `follow_ups` (`landowner_id`,`state`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `follow_ups_contact` ON `follow_ups` (`contact_id`,`state`,`due_on`,`id`);
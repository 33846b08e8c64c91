CREATE TABLE "company_commitments" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"company_id" text NOT NULL,
	"kind" text NOT NULL,
	"places" integer,
	"note" text,
	"from_on" date NOT NULL,
	"to_on" date,
	"unit_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company_responsibles" (
	"id" text PRIMARY KEY NOT NULL,
	"company_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"user_id" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"contact_id" text NOT NULL,
	"channel" text NOT NULL,
	"purpose" text NOT NULL,
	"answer" text NOT NULL,
	"given_on" date NOT NULL,
	"source" text,
	"withdrawn_on" date,
	"recorded_by_id" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_roles" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"contact_id" text NOT NULL,
	"company_id" text,
	"site_id" text,
	"landowner_id" text,
	"property_id" text,
	"title" text,
	"is_primary" boolean DEFAULT false NOT NULL,
	"from_on" date,
	"to_on" date,
	CONSTRAINT "contact_roles_one" CHECK ((case when company_id is null then 0 else 1 end) + (case when site_id is null then 0 else 1 end) + (case when landowner_id is null then 0 else 1 end) = 1 and (property_id is null or landowner_id is not null))
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"name" text NOT NULL,
	"sort_name" text COLLATE "C" NOT NULL,
	"name_key" text NOT NULL,
	"phone" text,
	"phone_key" text,
	"email" text
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"dialogue_id" text NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_by_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "dialogue_colleagues" (
	"dialogue_id" text NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "dialogue_colleagues_dialogue_id_user_id_pk" PRIMARY KEY("dialogue_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "dialogue_contacts" (
	"dialogue_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"contact_role_id" text,
	"then_title" text,
	CONSTRAINT "dialogue_contacts_dialogue_id_contact_id_pk" PRIMARY KEY("dialogue_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "dialogue_issues" (
	"dialogue_id" text NOT NULL,
	"issue_id" text NOT NULL,
	CONSTRAINT "dialogue_issues_dialogue_id_issue_id_pk" PRIMARY KEY("dialogue_id","issue_id")
);
--> statement-breakpoint
CREATE TABLE "issues" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"title" text NOT NULL,
	"topic_id" text,
	"company_id" text,
	"landowner_id" text,
	"district_id" text,
	"state" text DEFAULT 'open' NOT NULL,
	"opened_on" date NOT NULL,
	"resolved_on" date,
	"outcome" text,
	"raised_in_id" text,
	"owner_id" text NOT NULL,
	"unit_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stances" (
	"id" text PRIMARY KEY NOT NULL,
	"landowner_id" text NOT NULL,
	"property_id" text,
	"topic_id" text,
	"level" integer NOT NULL,
	"horizon" text,
	"barriers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"taken_on" date NOT NULL,
	"dialogue_id" text,
	"author_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"retracted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"user_id" text NOT NULL,
	"form" text NOT NULL,
	"record_id" text NOT NULL,
	"path" text NOT NULL,
	"label" text,
	"base_version" integer,
	"body" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "drafts_user_id_form_record_id_pk" PRIMARY KEY("user_id","form","record_id")
);
--> statement-breakpoint
CREATE TABLE "parked_posts" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"path" text NOT NULL,
	"body" jsonb NOT NULL,
	"parked_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'parked' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "landowner_responsibles" (
	"id" text PRIMARY KEY NOT NULL,
	"landowner_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"user_id" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date
);
--> statement-breakpoint
CREATE TABLE "landowners" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"kind" text NOT NULL,
	"company_id" text,
	"name" text NOT NULL,
	"sort_name" text COLLATE "C" NOT NULL,
	"name_key" text NOT NULL,
	"phone" text,
	"phone_key" text,
	"email" text,
	"address" text,
	"postal_code" text,
	"city" text,
	"last_talk_on" date
);
--> statement-breakpoint
CREATE TABLE "ownerships" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"property_id" text NOT NULL,
	"landowner_id" text NOT NULL,
	"share_of" integer,
	"share_in" integer,
	"from_on" date,
	"to_on" date
);
--> statement-breakpoint
CREATE TABLE "properties" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"name" text NOT NULL,
	"sort_name" text COLLATE "C" NOT NULL,
	"bfe" text,
	"cadastral_district" text,
	"parcel_no" text,
	"address" text,
	"address_key" text DEFAULT '' NOT NULL,
	"postal_code" text,
	"city" text,
	"lat" double precision,
	"lon" double precision,
	"district_id" text,
	"district_source" text,
	"land_area" integer,
	"floor_area" integer,
	"use" text
);
--> statement-breakpoint
CREATE TABLE "favourites" (
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"record_id" text NOT NULL,
	"starred_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "favourites_user_id_kind_record_id_pk" PRIMARY KEY("user_id","kind","record_id")
);
--> statement-breakpoint
CREATE TABLE "recent_records" (
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"record_id" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "recent_records_user_id_kind_record_id_pk" PRIMARY KEY("user_id","kind","record_id")
);
--> statement-breakpoint
CREATE TABLE "search_counters" (
	"partition" integer PRIMARY KEY NOT NULL,
	"last" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_entries" (
	"id" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"record_id" text NOT NULL,
	"district_no" integer DEFAULT 0 NOT NULL,
	"audience" text NOT NULL,
	"words" text NOT NULL,
	"grams" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skill_needs" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"company_id" text NOT NULL,
	"site_id" text,
	"skill_id" text,
	"wording" text NOT NULL,
	"level" integer,
	"people" integer,
	"by_on" date,
	"certainty" text DEFAULT 'likely' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"dialogue_id" text,
	"unit_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skills" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"key" text,
	"group_key" text NOT NULL,
	"kind" text NOT NULL,
	"name_da" text NOT NULL,
	"name_en" text NOT NULL,
	"sort_name" text COLLATE "C" NOT NULL,
	"aliases" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"esco_uri" text
);
--> statement-breakpoint
CREATE TABLE "trash" (
	"kind" text NOT NULL,
	"record_id" text NOT NULL,
	"trashed_at" timestamp (3) with time zone NOT NULL,
	"trashed_by_id" text NOT NULL,
	CONSTRAINT "trash_kind_record_id_pk" PRIMARY KEY("kind","record_id")
);
--> statement-breakpoint
ALTER TABLE "dialogue_subjects" DROP CONSTRAINT "dialogue_subjects_one";--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "phone_key" text;--> statement-breakpoint
ALTER TABLE "dialogue_subjects" ADD COLUMN "landowner_id" text;--> statement-breakpoint
ALTER TABLE "dialogue_subjects" ADD COLUMN "property_id" text;--> statement-breakpoint
ALTER TABLE "dialogues" ADD COLUMN "journal_reference" text;--> statement-breakpoint
ALTER TABLE "dialogues" ADD COLUMN "is_landowner_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "site_id" text;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "landowner_id" text;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "contact_id" text;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "due_at_time" text;--> statement-breakpoint
ALTER TABLE "company_commitments" ADD CONSTRAINT "company_commitments_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_commitments" ADD CONSTRAINT "company_commitments_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_responsibles" ADD CONSTRAINT "company_responsibles_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_responsibles" ADD CONSTRAINT "company_responsibles_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_responsibles" ADD CONSTRAINT "company_responsibles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_recorded_by_id_users_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_roles" ADD CONSTRAINT "contact_roles_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_roles" ADD CONSTRAINT "contact_roles_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_roles" ADD CONSTRAINT "contact_roles_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_roles" ADD CONSTRAINT "contact_roles_landowner_id_landowners_id_fk" FOREIGN KEY ("landowner_id") REFERENCES "public"."landowners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_roles" ADD CONSTRAINT "contact_roles_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_uploaded_by_id_users_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_colleagues" ADD CONSTRAINT "dialogue_colleagues_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_colleagues" ADD CONSTRAINT "dialogue_colleagues_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_contacts" ADD CONSTRAINT "dialogue_contacts_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_contacts" ADD CONSTRAINT "dialogue_contacts_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_contacts" ADD CONSTRAINT "dialogue_contacts_contact_role_id_contact_roles_id_fk" FOREIGN KEY ("contact_role_id") REFERENCES "public"."contact_roles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_issues" ADD CONSTRAINT "dialogue_issues_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_issues" ADD CONSTRAINT "dialogue_issues_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_landowner_id_landowners_id_fk" FOREIGN KEY ("landowner_id") REFERENCES "public"."landowners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_raised_in_id_dialogues_id_fk" FOREIGN KEY ("raised_in_id") REFERENCES "public"."dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stances" ADD CONSTRAINT "stances_landowner_id_landowners_id_fk" FOREIGN KEY ("landowner_id") REFERENCES "public"."landowners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stances" ADD CONSTRAINT "stances_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stances" ADD CONSTRAINT "stances_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stances" ADD CONSTRAINT "stances_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stances" ADD CONSTRAINT "stances_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stances" ADD CONSTRAINT "stances_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parked_posts" ADD CONSTRAINT "parked_posts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "landowner_responsibles" ADD CONSTRAINT "landowner_responsibles_landowner_id_landowners_id_fk" FOREIGN KEY ("landowner_id") REFERENCES "public"."landowners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "landowner_responsibles" ADD CONSTRAINT "landowner_responsibles_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "landowner_responsibles" ADD CONSTRAINT "landowner_responsibles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "landowners" ADD CONSTRAINT "landowners_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ownerships" ADD CONSTRAINT "ownerships_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ownerships" ADD CONSTRAINT "ownerships_landowner_id_landowners_id_fk" FOREIGN KEY ("landowner_id") REFERENCES "public"."landowners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "properties" ADD CONSTRAINT "properties_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recent_records" ADD CONSTRAINT "recent_records_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_needs" ADD CONSTRAINT "skill_needs_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_needs" ADD CONSTRAINT "skill_needs_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_needs" ADD CONSTRAINT "skill_needs_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_needs" ADD CONSTRAINT "skill_needs_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_needs" ADD CONSTRAINT "skill_needs_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trash" ADD CONSTRAINT "trash_trashed_by_id_users_id_fk" FOREIGN KEY ("trashed_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_commitments_company" ON "company_commitments" USING btree ("company_id","to_on","id");--> statement-breakpoint
CREATE INDEX "company_commitments_kind" ON "company_commitments" USING btree ("kind","to_on","company_id");--> statement-breakpoint
CREATE INDEX "company_responsibles_company" ON "company_responsibles" USING btree ("company_id","to_on","id");--> statement-breakpoint
CREATE INDEX "company_responsibles_user" ON "company_responsibles" USING btree ("user_id","to_on","company_id");--> statement-breakpoint
CREATE INDEX "consents_contact" ON "consents" USING btree ("contact_id","channel","purpose","given_on","id");--> statement-breakpoint
CREATE INDEX "contact_roles_contact" ON "contact_roles" USING btree ("contact_id","id");--> statement-breakpoint
CREATE INDEX "contact_roles_company" ON "contact_roles" USING btree ("company_id","to_on","id");--> statement-breakpoint
CREATE INDEX "contact_roles_site" ON "contact_roles" USING btree ("site_id","to_on","id");--> statement-breakpoint
CREATE INDEX "contact_roles_landowner" ON "contact_roles" USING btree ("landowner_id","to_on","id");--> statement-breakpoint
CREATE INDEX "contacts_sort" ON "contacts" USING btree ("sort_name","id");--> statement-breakpoint
CREATE INDEX "contacts_name_key" ON "contacts" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "contacts_phone" ON "contacts" USING btree ("phone_key","id");--> statement-breakpoint
CREATE INDEX "contacts_email" ON "contacts" USING btree ("email","id");--> statement-breakpoint
CREATE INDEX "attachments_dialogue" ON "attachments" USING btree ("dialogue_id","id");--> statement-breakpoint
CREATE INDEX "dialogue_colleagues_user" ON "dialogue_colleagues" USING btree ("user_id","dialogue_id");--> statement-breakpoint
CREATE INDEX "dialogue_contacts_contact" ON "dialogue_contacts" USING btree ("contact_id","dialogue_id");--> statement-breakpoint
CREATE INDEX "dialogue_issues_issue" ON "dialogue_issues" USING btree ("issue_id","dialogue_id");--> statement-breakpoint
CREATE INDEX "issues_company" ON "issues" USING btree ("company_id","state","id");--> statement-breakpoint
CREATE INDEX "issues_landowner" ON "issues" USING btree ("landowner_id","state","id");--> statement-breakpoint
CREATE INDEX "issues_district" ON "issues" USING btree ("district_id","state","id");--> statement-breakpoint
CREATE INDEX "issues_state" ON "issues" USING btree ("state","opened_on","id");--> statement-breakpoint
CREATE INDEX "issues_raised" ON "issues" USING btree ("raised_in_id","id");--> statement-breakpoint
CREATE INDEX "stances_landowner" ON "stances" USING btree ("landowner_id","taken_on","id");--> statement-breakpoint
CREATE INDEX "stances_property" ON "stances" USING btree ("property_id","taken_on","id");--> statement-breakpoint
CREATE INDEX "stances_dialogue" ON "stances" USING btree ("dialogue_id","id");--> statement-breakpoint
CREATE INDEX "drafts_user" ON "drafts" USING btree ("user_id","updated_at");--> statement-breakpoint
CREATE INDEX "drafts_age" ON "drafts" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "parked_posts_user" ON "parked_posts" USING btree ("user_id","parked_at");--> statement-breakpoint
CREATE INDEX "parked_posts_age" ON "parked_posts" USING btree ("parked_at");--> statement-breakpoint
CREATE INDEX "landowner_responsibles_landowner" ON "landowner_responsibles" USING btree ("landowner_id","to_on","id");--> statement-breakpoint
CREATE INDEX "landowner_responsibles_user" ON "landowner_responsibles" USING btree ("user_id","to_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "landowners_company" ON "landowners" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "landowners_sort" ON "landowners" USING btree ("sort_name","id");--> statement-breakpoint
CREATE INDEX "landowners_kind_sort" ON "landowners" USING btree ("kind","sort_name","id");--> statement-breakpoint
CREATE INDEX "landowners_name_key" ON "landowners" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "landowners_phone" ON "landowners" USING btree ("phone_key","id");--> statement-breakpoint
CREATE INDEX "ownerships_property" ON "ownerships" USING btree ("property_id","id");--> statement-breakpoint
CREATE INDEX "ownerships_landowner" ON "ownerships" USING btree ("landowner_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "properties_bfe" ON "properties" USING btree ("bfe");--> statement-breakpoint
CREATE UNIQUE INDEX "properties_parcel" ON "properties" USING btree ("cadastral_district","parcel_no");--> statement-breakpoint
CREATE INDEX "properties_sort" ON "properties" USING btree ("sort_name","id");--> statement-breakpoint
CREATE INDEX "properties_district" ON "properties" USING btree ("district_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "properties_address" ON "properties" USING btree ("address_key","id");--> statement-breakpoint
CREATE INDEX "favourites_user" ON "favourites" USING btree ("user_id","starred_at");--> statement-breakpoint
CREATE INDEX "recent_records_user" ON "recent_records" USING btree ("user_id","opened_at");--> statement-breakpoint
CREATE INDEX "search_entries_record" ON "search_entries" USING btree ("kind","record_id");--> statement-breakpoint
CREATE INDEX "skill_needs_company" ON "skill_needs" USING btree ("company_id","state","id");--> statement-breakpoint
CREATE INDEX "skill_needs_dialogue" ON "skill_needs" USING btree ("dialogue_id","id");--> statement-breakpoint
CREATE INDEX "skill_needs_skill" ON "skill_needs" USING btree ("skill_id","state","id");--> statement-breakpoint
CREATE INDEX "skill_needs_state" ON "skill_needs" USING btree ("state","by_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "skills_key" ON "skills" USING btree ("key");--> statement-breakpoint
CREATE INDEX "skills_sort" ON "skills" USING btree ("sort_name","id");--> statement-breakpoint
CREATE INDEX "trash_age" ON "trash" USING btree ("trashed_at");--> statement-breakpoint
ALTER TABLE "dialogue_subjects" ADD CONSTRAINT "dialogue_subjects_landowner_id_landowners_id_fk" FOREIGN KEY ("landowner_id") REFERENCES "public"."landowners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_subjects" ADD CONSTRAINT "dialogue_subjects_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_landowner_id_landowners_id_fk" FOREIGN KEY ("landowner_id") REFERENCES "public"."landowners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "companies_phone" ON "companies" USING btree ("phone_key","id");--> statement-breakpoint
CREATE INDEX "dialogue_subjects_landowner" ON "dialogue_subjects" USING btree ("landowner_id","dialogue_id");--> statement-breakpoint
CREATE INDEX "follow_ups_landowner" ON "follow_ups" USING btree ("landowner_id","state","due_on","id");--> statement-breakpoint
CREATE INDEX "follow_ups_contact" ON "follow_ups" USING btree ("contact_id","state","due_on","id");--> statement-breakpoint
ALTER TABLE "dialogue_subjects" ADD CONSTRAINT "dialogue_subjects_one" CHECK ((case when company_id is null then 0 else 1 end) + (case when site_id is null then 0 else 1 end) + (case when district_id is null then 0 else 1 end) + (case when landowner_id is null then 0 else 1 end) + (case when property_id is null then 0 else 1 end) = 1);
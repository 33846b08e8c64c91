CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"invited_by" text
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"role" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"device" text
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"sort_name" text COLLATE "C" DEFAULT '' NOT NULL,
	"password_hash" text,
	"language" text DEFAULT 'da' NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"has_shortcuts" boolean DEFAULT true NOT NULL,
	"disabled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "activity" (
	"seq" integer PRIMARY KEY NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"verb" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"fields" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"request_id" text,
	"values_hash" text
);
--> statement-breakpoint
CREATE TABLE "activity_subjects" (
	"seq" integer NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	CONSTRAINT "activity_subjects_seq_subject_kind_subject_id_pk" PRIMARY KEY("seq","subject_kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "activity_values" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"field" text NOT NULL,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"cvr" text,
	"name" text NOT NULL,
	"sort_name" text COLLATE "C" NOT NULL,
	"name_key" text NOT NULL,
	"alternative_names" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"form_code" text,
	"status" text,
	"status_group" text DEFAULT 'active' NOT NULL,
	"industry_code" text,
	"industry_text" text,
	"industry_scheme" text,
	"industry_from" date,
	"division" text,
	"is_protected" boolean DEFAULT false NOT NULL,
	"knowledge_override" text DEFAULT 'auto' NOT NULL,
	"knowledge_reason" text,
	"phone" text,
	"email" text,
	"website" text,
	"founded_on" date,
	"ceased_on" date,
	"headcount" integer,
	"size_class" text,
	"size_rank" integer DEFAULT -1 NOT NULL,
	"headcount_on" date,
	"headcount_source" text,
	"main_site_id" text,
	"district_id" text,
	"last_talk_on" date,
	"provenance" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company_identifiers" (
	"id" text PRIMARY KEY NOT NULL,
	"company_id" text NOT NULL,
	"scheme" text NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company_terms" (
	"term" text COLLATE "C" NOT NULL,
	"company_id" text NOT NULL,
	CONSTRAINT "company_terms_term_company_id_pk" PRIMARY KEY("term","company_id")
);
--> statement-breakpoint
CREATE TABLE "site_districts" (
	"id" text PRIMARY KEY NOT NULL,
	"site_id" text NOT NULL,
	"district_id" text,
	"source" text,
	"from_on" date NOT NULL,
	"to_on" date
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"company_id" text NOT NULL,
	"p_number" text,
	"name" text NOT NULL,
	"is_main" boolean DEFAULT false NOT NULL,
	"address" text,
	"address_key" text DEFAULT '' NOT NULL,
	"postal_code" text,
	"city" text,
	"lat" double precision,
	"lon" double precision,
	"district_id" text,
	"district_source" text,
	"is_district_doubtful" boolean DEFAULT false NOT NULL,
	"industry_code" text,
	"industry_text" text,
	"division" text,
	"is_protected" boolean DEFAULT false NOT NULL,
	"headcount" integer,
	"size_class" text,
	"size_rank" integer DEFAULT -1 NOT NULL,
	"headcount_on" date,
	"headcount_source" text,
	"started_on" date,
	"ceased_on" date,
	"provenance" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dialogue_goals" (
	"dialogue_id" text NOT NULL,
	"goal_id" text NOT NULL,
	CONSTRAINT "dialogue_goals_dialogue_id_goal_id_pk" PRIMARY KEY("dialogue_id","goal_id")
);
--> statement-breakpoint
CREATE TABLE "dialogue_subjects" (
	"id" text PRIMARY KEY NOT NULL,
	"dialogue_id" text NOT NULL,
	"company_id" text,
	"site_id" text,
	"district_id" text,
	"then_company_id" text,
	"then_district_id" text,
	CONSTRAINT "dialogue_subjects_one" CHECK ((case when company_id is null then 0 else 1 end) + (case when site_id is null then 0 else 1 end) + (case when district_id is null then 0 else 1 end) = 1)
);
--> statement-breakpoint
CREATE TABLE "dialogue_topics" (
	"dialogue_id" text NOT NULL,
	"topic_id" text NOT NULL,
	CONSTRAINT "dialogue_topics_dialogue_id_topic_id_pk" PRIMARY KEY("dialogue_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "dialogues" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"author_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"channel" text NOT NULL,
	"held_on" date NOT NULL,
	"held_at_time" text,
	"note" text,
	"assessment" text,
	"confidentiality" text DEFAULT 'open' NOT NULL,
	"confidentiality_reason" text,
	"has_no_next_step" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"dialogue_id" text,
	"company_id" text,
	"kind" text DEFAULT 'task' NOT NULL,
	"text" text NOT NULL,
	"due_on" date,
	"assignee_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"settled_by_id" text
);
--> statement-breakpoint
CREATE TABLE "timeline_entries" (
	"scope_kind" text NOT NULL,
	"scope_id" text NOT NULL,
	"held_on" date NOT NULL,
	"kind" text NOT NULL,
	"record_id" text NOT NULL,
	CONSTRAINT "timeline_entries_scope_kind_scope_id_held_on_record_id_pk" PRIMARY KEY("scope_kind","scope_id","held_on","record_id")
);
--> statement-breakpoint
CREATE TABLE "district_summaries" (
	"district_id" text PRIMARY KEY NOT NULL,
	"companies" integer DEFAULT 0 NOT NULL,
	"sites" integer DEFAULT 0 NOT NULL,
	"headcount" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "districts" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"no" integer NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"sort_name" text COLLATE "C" NOT NULL,
	"identity" text,
	"target_divisions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"responsible_id" text,
	"colour" text DEFAULT 'teal' NOT NULL,
	"municipality_code" text,
	"boundary" jsonb,
	"boundary_note" text,
	"west" double precision,
	"south" double precision,
	"east" double precision,
	"north" double precision
);
--> statement-breakpoint
CREATE TABLE "import_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"import_id" text NOT NULL,
	"position" integer NOT NULL,
	"row_no" integer NOT NULL,
	"record_kind" text NOT NULL,
	"record_id" text NOT NULL,
	"is_created" boolean NOT NULL,
	"version_after" integer,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"id" text PRIMARY KEY NOT NULL,
	"import_id" text NOT NULL,
	"row_no" integer NOT NULL,
	"verdict" text NOT NULL,
	"reason" text,
	"diff" jsonb
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"reading" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"undone_at" timestamp (3) with time zone,
	"rows" integer DEFAULT 0 NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"records" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "challenges" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"no" integer NOT NULL,
	"name_da" text NOT NULL,
	"name_en" text NOT NULL,
	"text_da" text NOT NULL,
	"text_en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "goals" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"no" integer NOT NULL,
	"name_da" text NOT NULL,
	"name_en" text NOT NULL,
	"text_da" text NOT NULL,
	"text_en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "industries" (
	"code" text PRIMARY KEY NOT NULL,
	"level" integer NOT NULL,
	"da" text NOT NULL,
	"en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"name_da" text NOT NULL,
	"name_en" text NOT NULL,
	"challenge_id" text,
	"goal_nos" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_identifiers" ADD CONSTRAINT "company_identifiers_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_terms" ADD CONSTRAINT "company_terms_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_districts" ADD CONSTRAINT "site_districts_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_districts" ADD CONSTRAINT "site_districts_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_goals" ADD CONSTRAINT "dialogue_goals_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_goals" ADD CONSTRAINT "dialogue_goals_goal_id_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_subjects" ADD CONSTRAINT "dialogue_subjects_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_subjects" ADD CONSTRAINT "dialogue_subjects_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_subjects" ADD CONSTRAINT "dialogue_subjects_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_subjects" ADD CONSTRAINT "dialogue_subjects_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_subjects" ADD CONSTRAINT "dialogue_subjects_then_company_id_companies_id_fk" FOREIGN KEY ("then_company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_subjects" ADD CONSTRAINT "dialogue_subjects_then_district_id_districts_id_fk" FOREIGN KEY ("then_district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_topics" ADD CONSTRAINT "dialogue_topics_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_topics" ADD CONSTRAINT "dialogue_topics_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogues" ADD CONSTRAINT "dialogues_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogues" ADD CONSTRAINT "dialogues_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_settled_by_id_users_id_fk" FOREIGN KEY ("settled_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "district_summaries" ADD CONSTRAINT "district_summaries_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "districts" ADD CONSTRAINT "districts_responsible_id_users_id_fk" FOREIGN KEY ("responsible_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_challenge_id_challenges_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitations_user" ON "invitations" USING btree ("user_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_user_unit" ON "memberships" USING btree ("user_id","unit_id");--> statement-breakpoint
CREATE INDEX "memberships_unit" ON "memberships" USING btree ("unit_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "sessions_expires" ON "sessions" USING btree ("expires_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "users_sort" ON "users" USING btree ("sort_name","id");--> statement-breakpoint
CREATE INDEX "activity_subject" ON "activity" USING btree ("subject_kind","subject_id","seq");--> statement-breakpoint
CREATE INDEX "activity_actor" ON "activity" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "activity_subjects_subject" ON "activity_subjects" USING btree ("subject_kind","subject_id","seq");--> statement-breakpoint
CREATE INDEX "activity_values_seq" ON "activity_values" USING btree ("seq");--> statement-breakpoint
CREATE UNIQUE INDEX "companies_cvr" ON "companies" USING btree ("cvr");--> statement-breakpoint
CREATE INDEX "companies_name_key" ON "companies" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "companies_sort" ON "companies" USING btree ("sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_talk" ON "companies" USING btree ("last_talk_on","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_size" ON "companies" USING btree ("size_rank","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_district_sort" ON "companies" USING btree ("district_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_district_talk" ON "companies" USING btree ("district_id","last_talk_on","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_district_size" ON "companies" USING btree ("district_id","size_rank","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_division_sort" ON "companies" USING btree ("division","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_division_talk" ON "companies" USING btree ("division","last_talk_on","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_division_size" ON "companies" USING btree ("division","size_rank","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_status_sort" ON "companies" USING btree ("status_group","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_status_talk" ON "companies" USING btree ("status_group","last_talk_on","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_status_size" ON "companies" USING btree ("status_group","size_rank","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_district_profile" ON "companies" USING btree ("district_id","division","size_rank","status_group","archived_at");--> statement-breakpoint
CREATE UNIQUE INDEX "company_identifiers_value" ON "company_identifiers" USING btree ("scheme","value");--> statement-breakpoint
CREATE INDEX "company_identifiers_company" ON "company_identifiers" USING btree ("company_id","id");--> statement-breakpoint
CREATE INDEX "company_terms_company" ON "company_terms" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "site_districts_site" ON "site_districts" USING btree ("site_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "sites_p_number" ON "sites" USING btree ("p_number");--> statement-breakpoint
CREATE UNIQUE INDEX "sites_company_address" ON "sites" USING btree ("company_id","address_key") WHERE p_number is null;--> statement-breakpoint
CREATE INDEX "sites_company" ON "sites" USING btree ("company_id","id");--> statement-breakpoint
CREATE INDEX "sites_district" ON "sites" USING btree ("district_id","archived_at","ceased_on","headcount");--> statement-breakpoint
CREATE INDEX "sites_address" ON "sites" USING btree ("address_key","id");--> statement-breakpoint
CREATE INDEX "sites_point" ON "sites" USING btree ("lat","lon");--> statement-breakpoint
CREATE INDEX "dialogue_goals_goal" ON "dialogue_goals" USING btree ("goal_id","dialogue_id");--> statement-breakpoint
CREATE INDEX "dialogue_subjects_dialogue" ON "dialogue_subjects" USING btree ("dialogue_id","id");--> statement-breakpoint
CREATE INDEX "dialogue_subjects_company" ON "dialogue_subjects" USING btree ("then_company_id","dialogue_id");--> statement-breakpoint
CREATE INDEX "dialogue_subjects_site" ON "dialogue_subjects" USING btree ("site_id","dialogue_id");--> statement-breakpoint
CREATE INDEX "dialogue_topics_topic" ON "dialogue_topics" USING btree ("topic_id","dialogue_id");--> statement-breakpoint
CREATE INDEX "dialogues_held" ON "dialogues" USING btree ("held_on","id");--> statement-breakpoint
CREATE INDEX "dialogues_author" ON "dialogues" USING btree ("author_id","held_on","id");--> statement-breakpoint
CREATE INDEX "follow_ups_assignee" ON "follow_ups" USING btree ("assignee_id","state","due_on","id");--> statement-breakpoint
CREATE INDEX "follow_ups_company" ON "follow_ups" USING btree ("company_id","state","due_on","id");--> statement-breakpoint
CREATE INDEX "follow_ups_dialogue" ON "follow_ups" USING btree ("dialogue_id","id");--> statement-breakpoint
CREATE INDEX "timeline_entries_record" ON "timeline_entries" USING btree ("record_id");--> statement-breakpoint
CREATE UNIQUE INDEX "districts_slug" ON "districts" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "districts_no" ON "districts" USING btree ("no");--> statement-breakpoint
CREATE INDEX "districts_sort" ON "districts" USING btree ("sort_name","id");--> statement-breakpoint
CREATE INDEX "import_changes_import" ON "import_changes" USING btree ("import_id","position");--> statement-breakpoint
CREATE INDEX "import_changes_record" ON "import_changes" USING btree ("record_kind","record_id");--> statement-breakpoint
CREATE INDEX "import_rows_import" ON "import_rows" USING btree ("import_id","row_no");--> statement-breakpoint
CREATE UNIQUE INDEX "challenges_no" ON "challenges" USING btree ("no");--> statement-breakpoint
CREATE UNIQUE INDEX "goals_no" ON "goals" USING btree ("no");--> statement-breakpoint
CREATE UNIQUE INDEX "topics_key" ON "topics" USING btree ("key");
CREATE TABLE "import_firms" (
	"import_id" text NOT NULL,
	"company_id" text NOT NULL,
	CONSTRAINT "import_firms_import_id_company_id_pk" PRIMARY KEY("import_id","company_id")
);
--> statement-breakpoint
ALTER TABLE "import_changes" ADD COLUMN "is_taken_back" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "alive_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "left" integer;--> statement-breakpoint
ALTER TABLE "import_firms" ADD CONSTRAINT "import_firms_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "site_districts_district" ON "site_districts" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "dialogue_subjects_own_company" ON "dialogue_subjects" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "dialogue_subjects_district" ON "dialogue_subjects" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "dialogue_subjects_then_district" ON "dialogue_subjects" USING btree ("then_district_id");--> statement-breakpoint
CREATE INDEX "follow_ups_site" ON "follow_ups" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "skill_needs_site" ON "skill_needs" USING btree ("site_id");
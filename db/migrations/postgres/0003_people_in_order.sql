ALTER TABLE "users" ADD COLUMN "sort_name" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "users_sort" ON "users" USING btree ("sort_name","id");
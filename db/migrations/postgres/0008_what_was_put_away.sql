CREATE INDEX "companies_archived" ON "companies" USING btree ("archived_at","id") WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX "sites_archived" ON "sites" USING btree ("archived_at","id") WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX "contacts_archived" ON "contacts" USING btree ("archived_at","id") WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX "landowners_archived" ON "landowners" USING btree ("archived_at","id") WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX "properties_archived" ON "properties" USING btree ("archived_at","id") WHERE archived_at is not null;
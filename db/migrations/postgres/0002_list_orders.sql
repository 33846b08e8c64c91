DROP INDEX "companies_talk";--> statement-breakpoint
DROP INDEX "companies_size";--> statement-breakpoint
DROP INDEX "companies_district_talk";--> statement-breakpoint
DROP INDEX "companies_district_size";--> statement-breakpoint
CREATE INDEX "companies_division_talk" ON "companies" USING btree ("division","last_talk_on","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_division_size" ON "companies" USING btree ("division","size_rank","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_status_sort" ON "companies" USING btree ("status_group","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_status_talk" ON "companies" USING btree ("status_group","last_talk_on","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_status_size" ON "companies" USING btree ("status_group","size_rank","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_talk" ON "companies" USING btree ("last_talk_on","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_size" ON "companies" USING btree ("size_rank","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_district_talk" ON "companies" USING btree ("district_id","last_talk_on","sort_name","id");--> statement-breakpoint
CREATE INDEX "companies_district_size" ON "companies" USING btree ("district_id","size_rank","sort_name","id");
-- Words as on SQLite; parts of words through the three-letter pieces of the names, without an extension.
CREATE FUNCTION search_grams(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ARRAY(SELECT DISTINCT substr(folded, at, 3) FROM generate_series(1, length(folded) - 2) AS at);
--> statement-breakpoint
CREATE INDEX search_entries_words ON search_entries USING gin (to_tsvector('simple', words));
--> statement-breakpoint
CREATE INDEX search_entries_grams ON search_entries USING gin (search_grams(grams));

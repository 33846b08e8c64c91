-- Each kind of record in a drawer of the index of its own, its kind a word of the index, and words of one letter at hand too.
UPDATE search_entries SET id = id + (CASE kind WHEN 'company' THEN 1 WHEN 'contact' THEN 2 WHEN 'landowner' THEN 3 WHEN 'site' THEN 4 WHEN 'property' THEN 5 WHEN 'district' THEN 6 WHEN 'dialogue' THEN 7 WHEN 'need' THEN 8 WHEN 'issue' THEN 9 WHEN 'followUp' THEN 10 WHEN 'attachment' THEN 11 END) * 281474976710656;
--> statement-breakpoint
CREATE VIEW search_lines AS SELECT id, '_' || kind || '_' AS kind, words, '_' || kind || '_ ' || grams AS grams FROM search_entries;
--> statement-breakpoint
DROP TABLE search_words;
--> statement-breakpoint
DROP TABLE search_grams;
--> statement-breakpoint
CREATE VIRTUAL TABLE search_words USING fts5(kind, words, content='search_lines', content_rowid='id', tokenize="unicode61 remove_diacritics 0 tokenchars '_'", prefix='1 2 3 4');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_grams USING fts5(grams, content='search_lines', content_rowid='id', tokenize='trigram', detail='none');
--> statement-breakpoint
INSERT INTO search_words(search_words) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO search_grams(search_grams) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO search_words(search_words, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
INSERT INTO search_grams(search_grams, rank) VALUES ('secure-delete', 1);

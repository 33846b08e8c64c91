-- What is searched lies in search_entries; these two hold only where each word and each three letters stand. External
-- content: an entry taken out is taken out with its old values (db/full-text.server.ts), and secure-delete leaves no trace.
CREATE VIRTUAL TABLE search_words USING fts5(words, content='search_entries', content_rowid='id', tokenize='unicode61 remove_diacritics 0', prefix='2 3 4');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_grams USING fts5(grams, content='search_entries', content_rowid='id', tokenize='trigram', detail='none');
--> statement-breakpoint
INSERT INTO search_words(search_words, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
INSERT INTO search_grams(search_grams, rank) VALUES ('secure-delete', 1);

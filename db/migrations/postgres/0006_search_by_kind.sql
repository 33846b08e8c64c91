-- Each kind of record in a drawer of the index of its own.
UPDATE search_entries SET id = id + (CASE kind WHEN 'company' THEN 1 WHEN 'contact' THEN 2 WHEN 'landowner' THEN 3 WHEN 'site' THEN 4 WHEN 'property' THEN 5 WHEN 'district' THEN 6 WHEN 'dialogue' THEN 7 WHEN 'need' THEN 8 WHEN 'issue' THEN 9 WHEN 'followUp' THEN 10 WHEN 'attachment' THEN 11 END)::bigint * 281474976710656;

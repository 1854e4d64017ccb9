-- Schema version 4: texts are corrected and refreshed.

-- Where a text version came from: 'import' (as a file gave it) or 'correction'.
ALTER TABLE source_text_all ADD COLUMN origin TEXT NOT NULL DEFAULT 'import' CHECK (origin IN ('import', 'correction'));

-- Number of the current text version. Every correction touches it, so that whoever undoes one under a later one is told.
ALTER TABLE source_all ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;

-- A coding, a piece of evidence or a memo's passage whose own words a correction changed, until its coder has looked at
-- it: where it stood and what it said when its coder last stood behind it. The target is not a foreign key: a doubt of a removed coding
-- sleeps, and wakes when the coding comes back.
CREATE TABLE doubt_all (
  id INTEGER PRIMARY KEY, target TEXT NOT NULL CHECK (target IN ('coding', 'evidence', 'memo_link')), target_id INTEGER NOT NULL,
  source INTEGER NOT NULL REFERENCES source_all(id), text INTEGER NOT NULL REFERENCES source_text_all(id),
  start INTEGER NOT NULL, end INTEGER NOT NULL, start_cp INTEGER NOT NULL, end_cp INTEGER NOT NULL, quote TEXT NOT NULL,
  vanished INTEGER NOT NULL DEFAULT 0,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE UNIQUE INDEX doubt_target ON doubt_all(target, target_id) WHERE removed_by IS NULL;
CREATE INDEX doubt_source ON doubt_all(source);
CREATE INDEX doubt_text ON doubt_all(text);
CREATE VIEW doubt AS SELECT * FROM doubt_all WHERE removed_by IS NULL;

DROP VIEW v_codings;
CREATE VIEW v_codings AS
  SELECT c.id, c.guid, rd.name AS round, k.name AS coder, s.key AS source, ct.name AS code, ct.key AS code_key, dt.name AS dimension,
         c.start_cp AS start, c.end_cp AS end, c.quote, c.memo, c.exemplar, v.number AS codebook_version, e.at, st.version AS text_version
  FROM coding c JOIN round rd ON rd.id = c.round JOIN coder k ON k.id = c.coder JOIN source s ON s.id = c.source
  JOIN source_text st ON st.id = c.text
  JOIN code m ON m.id = c.code JOIN code o ON o.id = coalesce(m.merged_into, m.id)
  JOIN code_text ct ON ct.id = (SELECT t.id FROM code_text t WHERE t.code = o.id ORDER BY t.version = c.version DESC, t.version DESC LIMIT 1)
  JOIN dimension_text dt ON dt.dimension = o.dimension AND dt.version = ct.version
  JOIN codebook_version v ON v.id = c.version JOIN entry e ON e.id = c.made_by;

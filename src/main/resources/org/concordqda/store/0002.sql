-- Schema version 2. A memo can be about a passage: its link then names the text version and the span, stored as
-- in coding_all. Views for readers of the file: evidence of ratings, and memos with what they are about.

ALTER TABLE memo_link_all ADD COLUMN text INTEGER;
ALTER TABLE memo_link_all ADD COLUMN start INTEGER;
ALTER TABLE memo_link_all ADD COLUMN end INTEGER;
ALTER TABLE memo_link_all ADD COLUMN start_cp INTEGER;
ALTER TABLE memo_link_all ADD COLUMN end_cp INTEGER;
ALTER TABLE memo_link_all ADD COLUMN quote TEXT NOT NULL DEFAULT '';
ALTER TABLE memo_link_all ADD COLUMN before_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE memo_link_all ADD COLUMN after_hash TEXT NOT NULL DEFAULT '';
CREATE INDEX memo_link_text ON memo_link_all(text) WHERE text IS NOT NULL;
CREATE INDEX coding_memo ON coding_all(id) WHERE memo <> '';
CREATE INDEX rating_note ON rating_all(id) WHERE note <> '';
DROP VIEW memo_link;
CREATE VIEW memo_link AS SELECT * FROM memo_link_all WHERE removed_by IS NULL;

CREATE VIEW v_evidence AS
  SELECT e.id, e.rating, s.key AS source, e.start_cp AS start, e.end_cp AS end, e.quote, e.link, k.name AS coder, rd.name AS round,
         dt.name AS dimension, u.name AS unit_name
  FROM evidence e JOIN rating r ON r.id = e.rating JOIN round rd ON rd.id = r.round JOIN coder k ON k.id = r.coder
  JOIN dimension_text dt ON dt.dimension = r.dimension AND dt.version = r.version LEFT JOIN unit u ON u.id = r.unit
  LEFT JOIN source s ON s.id = e.source;
CREATE VIEW v_memos AS
  SELECT m.id, m.guid, m.kind, m.title, m.body, k.name AS coder, m.created, m.changed, l.target, l.target_id,
         l.start_cp AS start, l.end_cp AS end, l.quote
  FROM memo m JOIN coder k ON k.id = m.coder LEFT JOIN memo_link l ON l.memo = m.id;

-- Schema version 6. The views for readers of the file work in any SQLite: before 3.41 a subquery in ON could not order by
-- a column from outside it ("no such column: r.version"), which many a Python still carries.

DROP VIEW v_ratings;
DROP VIEW v_codings;
-- Merged codes are read as the code they went into; a code's words are those of the version used, else its newest.
CREATE VIEW v_ratings AS
  SELECT r.id, rd.name AS round, k.name AS coder, s.key AS source, u.ordinal AS unit, u.name AS unit_name, dt.name AS dimension,
         o.id AS code_id, ct.name AS code, ct.key AS code_key, r.as_written, r.note, r.certainty, r.flags, r.other, v.number AS codebook_version, e.at
  FROM rating r JOIN round rd ON rd.id = r.round JOIN coder k ON k.id = r.coder JOIN source s ON s.id = r.source LEFT JOIN unit u ON u.id = r.unit
  JOIN dimension_text dt ON dt.dimension = r.dimension AND dt.version = r.version JOIN codebook_version v ON v.id = r.version JOIN entry e ON e.id = r.made_by
  LEFT JOIN rating_code rc ON rc.rating = r.id AND (rc.code NOT IN (SELECT id FROM code WHERE merged_into IS NOT NULL) OR NOT EXISTS (SELECT 1
    FROM rating_code x JOIN code xc ON xc.id = x.code JOIN code cc ON cc.id = rc.code WHERE x.rating = rc.rating AND x.id <> rc.id
    AND coalesce(xc.merged_into, xc.id) = cc.merged_into AND (xc.merged_into IS NULL OR x.id < rc.id)))
  LEFT JOIN code c ON c.id = rc.code LEFT JOIN code o ON o.id = coalesce(c.merged_into, c.id)
  LEFT JOIN code_text ct ON ct.id = coalesce((SELECT t.id FROM code_text t WHERE t.code = o.id AND t.version = r.version),
    (SELECT t.id FROM code_text t WHERE t.code = o.id ORDER BY t.version DESC LIMIT 1));
CREATE VIEW v_codings AS
  SELECT c.id, c.guid, rd.name AS round, k.name AS coder, s.key AS source, ct.name AS code, ct.key AS code_key, dt.name AS dimension,
         c.start_cp AS start, c.end_cp AS end, c.quote, c.memo, c.exemplar, v.number AS codebook_version, e.at, st.version AS text_version
  FROM coding c JOIN round rd ON rd.id = c.round JOIN coder k ON k.id = c.coder JOIN source s ON s.id = c.source
  JOIN source_text st ON st.id = c.text
  JOIN code m ON m.id = c.code JOIN code o ON o.id = coalesce(m.merged_into, m.id)
  JOIN code_text ct ON ct.id = coalesce((SELECT t.id FROM code_text t WHERE t.code = o.id AND t.version = c.version),
    (SELECT t.id FROM code_text t WHERE t.code = o.id ORDER BY t.version DESC LIMIT 1))
  JOIN dimension_text dt ON dt.dimension = o.dimension AND dt.version = ct.version
  JOIN codebook_version v ON v.id = c.version JOIN entry e ON e.id = c.made_by;

-- Schema version 1. Every table of study data is x_all with made_by and removed_by (the journal entries that
-- made and hid the row); x is the view of live rows. Positions without suffix are UTF-16 code units, *_cp code points.

CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  coder INTEGER REFERENCES coder_all(id),
  program TEXT NOT NULL,
  schema INTEGER NOT NULL,
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  round INTEGER REFERENCES round_all(id),
  undoes INTEGER REFERENCES entry(id),
  barrier INTEGER NOT NULL DEFAULT 0,
  in_effect INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX entry_coder ON entry(coder, in_effect, id);
CREATE INDEX entry_undoes ON entry(undoes);

CREATE TABLE delta (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entry(id),
  tbl TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'hide')),
  row INTEGER NOT NULL,
  row_end INTEGER NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX delta_entry ON delta(entry, id);

-- Local state that is nobody's act: place in the queue, heartbeat.
CREATE TABLE local (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE study_all (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL, name TEXT NOT NULL, approach TEXT NOT NULL, description TEXT NOT NULL DEFAULT '',
  created TEXT NOT NULL, program TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE VIEW study AS SELECT * FROM study_all WHERE removed_by IS NULL;

CREATE TABLE coder_all (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, imported INTEGER NOT NULL DEFAULT 0,
  role TEXT NOT NULL DEFAULT '', experience TEXT NOT NULL DEFAULT '',
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE UNIQUE INDEX coder_name ON coder_all(name) WHERE removed_by IS NULL;
CREATE VIEW coder AS SELECT * FROM coder_all WHERE removed_by IS NULL;

CREATE TABLE source_all (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, title TEXT NOT NULL,
  file TEXT NOT NULL DEFAULT '', file_hash TEXT NOT NULL DEFAULT '', created TEXT, url TEXT, excluded TEXT NOT NULL DEFAULT '',
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE UNIQUE INDEX source_key ON source_all(key) WHERE removed_by IS NULL;
CREATE INDEX source_hash ON source_all(file_hash);
CREATE VIEW source AS SELECT * FROM source_all WHERE removed_by IS NULL;

-- The original bytes, deflated, up to 20 MB; above that only the hash in source_all.
CREATE TABLE source_file_all (
  id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source_all(id), length INTEGER NOT NULL, deflated BLOB NOT NULL,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE INDEX source_file_source ON source_file_all(source);
CREATE VIEW source_file AS SELECT * FROM source_file_all WHERE removed_by IS NULL;

CREATE TABLE source_text_all (
  id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source_all(id), version INTEGER NOT NULL, text_form INTEGER NOT NULL,
  text TEXT NOT NULL, sha256 TEXT NOT NULL, length INTEGER NOT NULL, length_cp INTEGER NOT NULL, words INTEGER NOT NULL,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE UNIQUE INDEX source_text_version ON source_text_all(source, version) WHERE removed_by IS NULL;
CREATE INDEX source_text_hash ON source_text_all(sha256);
CREATE VIEW source_text AS SELECT * FROM source_text_all WHERE removed_by IS NULL;

CREATE TABLE turn_all (
  id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source_all(id), text INTEGER NOT NULL REFERENCES source_text_all(id),
  ordinal INTEGER NOT NULL, kind TEXT NOT NULL, speaker TEXT, role TEXT, time TEXT,
  label_start INTEGER NOT NULL, label_end INTEGER NOT NULL, label_start_cp INTEGER NOT NULL, label_end_cp INTEGER NOT NULL,
  body_start INTEGER NOT NULL, body_end INTEGER NOT NULL, body_start_cp INTEGER NOT NULL, body_end_cp INTEGER NOT NULL,
  details TEXT NOT NULL DEFAULT '{}',
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE INDEX turn_text ON turn_all(text, ordinal);
CREATE INDEX turn_source ON turn_all(source, ordinal);
CREATE VIEW turn AS SELECT * FROM turn_all WHERE removed_by IS NULL;

-- Contentless: the folded words of each live turn, rowid = turn id. Hits are located in the text by the program.
CREATE VIRTUAL TABLE turn_words USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

CREATE TABLE case_all (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE UNIQUE INDEX case_name ON case_all(kind, name) WHERE removed_by IS NULL;
CREATE VIEW "case" AS SELECT * FROM case_all WHERE removed_by IS NULL;

CREATE TABLE case_source_all (
  id INTEGER PRIMARY KEY, "case" INTEGER NOT NULL REFERENCES case_all(id), source INTEGER NOT NULL REFERENCES source_all(id),
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE UNIQUE INDEX case_source_pair ON case_source_all("case", source) WHERE removed_by IS NULL;
CREATE INDEX case_source_source ON case_source_all(source);
CREATE VIEW case_source AS SELECT * FROM case_source_all WHERE removed_by IS NULL;

CREATE TABLE attribute_all (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, of TEXT NOT NULL CHECK (of IN ('source', 'case')), type TEXT NOT NULL DEFAULT 'text',
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE UNIQUE INDEX attribute_name ON attribute_all(of, name) WHERE removed_by IS NULL;
CREATE VIEW attribute AS SELECT * FROM attribute_all WHERE removed_by IS NULL;

CREATE TABLE attribute_value_all (
  id INTEGER PRIMARY KEY, attribute INTEGER NOT NULL REFERENCES attribute_all(id),
  source INTEGER REFERENCES source_all(id), "case" INTEGER REFERENCES case_all(id), value TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id),
  CHECK ((source IS NULL) <> ("case" IS NULL))
) STRICT;
CREATE UNIQUE INDEX attribute_value_source ON attribute_value_all(source, attribute) WHERE removed_by IS NULL AND source IS NOT NULL;
CREATE UNIQUE INDEX attribute_value_case ON attribute_value_all("case", attribute) WHERE removed_by IS NULL AND "case" IS NOT NULL;
CREATE INDEX attribute_value_attribute ON attribute_value_all(attribute);
CREATE VIEW attribute_value AS SELECT * FROM attribute_value_all WHERE removed_by IS NULL;

CREATE TABLE codebook_version_all (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL, number INTEGER NOT NULL, note TEXT NOT NULL DEFAULT '', cut TEXT,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE UNIQUE INDEX codebook_version_number ON codebook_version_all(number) WHERE removed_by IS NULL;
CREATE VIEW codebook_version AS SELECT * FROM codebook_version_all WHERE removed_by IS NULL;

CREATE TABLE dimension_all (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE VIEW dimension AS SELECT * FROM dimension_all WHERE removed_by IS NULL;

CREATE TABLE dimension_text_all (
  id INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES codebook_version_all(id), dimension INTEGER NOT NULL REFERENCES dimension_all(id),
  position INTEGER NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT NOT NULL, question TEXT NOT NULL,
  scope TEXT NOT NULL, choice TEXT NOT NULL, scale TEXT NOT NULL, applies_to TEXT NOT NULL, asked_when TEXT, carried INTEGER NOT NULL,
  reliability TEXT NOT NULL, reliability_reason TEXT NOT NULL, citation TEXT NOT NULL, checks TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE UNIQUE INDEX dimension_text_one ON dimension_text_all(version, dimension) WHERE removed_by IS NULL;
CREATE UNIQUE INDEX dimension_text_key ON dimension_text_all(version, key) WHERE removed_by IS NULL;
CREATE INDEX dimension_text_dimension ON dimension_text_all(dimension);
CREATE VIEW dimension_text AS SELECT * FROM dimension_text_all WHERE removed_by IS NULL;

CREATE TABLE code_all (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL, dimension INTEGER NOT NULL REFERENCES dimension_all(id), merged_into INTEGER REFERENCES code_all(id),
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE INDEX code_dimension ON code_all(dimension);
CREATE INDEX code_merged ON code_all(merged_into) WHERE merged_into IS NOT NULL;
CREATE VIEW code AS SELECT * FROM code_all WHERE removed_by IS NULL;

CREATE TABLE code_text_all (
  id INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES codebook_version_all(id), code INTEGER NOT NULL REFERENCES code_all(id),
  parent INTEGER REFERENCES code_all(id), position INTEGER NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT NOT NULL,
  definition TEXT NOT NULL, include_when TEXT NOT NULL, exclude_when TEXT NOT NULL, example TEXT NOT NULL, counter_example TEXT NOT NULL,
  citation TEXT NOT NULL, colour TEXT NOT NULL, special TEXT NOT NULL, retired INTEGER NOT NULL, added_at_import INTEGER NOT NULL,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE UNIQUE INDEX code_text_one ON code_text_all(version, code) WHERE removed_by IS NULL;
CREATE INDEX code_text_code ON code_text_all(code);
CREATE INDEX code_text_parent ON code_text_all(parent) WHERE parent IS NOT NULL;
CREATE VIEW code_text AS SELECT * FROM code_text_all WHERE removed_by IS NULL;

-- How older rounds are read under a newer version: rename, merge, split.
CREATE TABLE code_replaced_all (
  id INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES codebook_version_all(id), old INTEGER NOT NULL REFERENCES code_all(id),
  new INTEGER NOT NULL REFERENCES code_all(id), how TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE INDEX code_replaced_old ON code_replaced_all(old);
CREATE INDEX code_replaced_new ON code_replaced_all(new);
CREATE VIEW code_replaced AS SELECT * FROM code_replaced_all WHERE removed_by IS NULL;

-- Every edit of the codebook that matters: wording or meaning; only meaning makes ratings stale.
CREATE TABLE codebook_edit_all (
  id INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES codebook_version_all(id), dimension INTEGER REFERENCES dimension_all(id),
  code INTEGER REFERENCES code_all(id), field TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL, change TEXT NOT NULL CHECK (change IN ('wording', 'meaning')),
  reason TEXT NOT NULL DEFAULT '',
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE INDEX codebook_edit_code ON codebook_edit_all(code);
CREATE INDEX codebook_edit_dimension ON codebook_edit_all(dimension);
CREATE VIEW codebook_edit AS SELECT * FROM codebook_edit_all WHERE removed_by IS NULL;

CREATE TABLE round_all (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL, name TEXT NOT NULL, ordinal INTEGER NOT NULL, version INTEGER NOT NULL REFERENCES codebook_version_all(id),
  blind INTEGER NOT NULL, unsealed INTEGER NOT NULL DEFAULT 0, closed INTEGER NOT NULL DEFAULT 0, missing TEXT NOT NULL, primary_statistic TEXT NOT NULL,
  instructions TEXT NOT NULL DEFAULT '', created TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE UNIQUE INDEX round_name ON round_all(name) WHERE removed_by IS NULL;
CREATE VIEW round AS SELECT * FROM round_all WHERE removed_by IS NULL;

CREATE TABLE round_coder_all (
  id INTEGER PRIMARY KEY, round INTEGER NOT NULL REFERENCES round_all(id), coder INTEGER NOT NULL REFERENCES coder_all(id), role TEXT NOT NULL DEFAULT '',
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE UNIQUE INDEX round_coder_one ON round_coder_all(round, coder) WHERE removed_by IS NULL;
CREATE INDEX round_coder_coder ON round_coder_all(coder);
CREATE VIEW round_coder AS SELECT * FROM round_coder_all WHERE removed_by IS NULL;

CREATE TABLE assignment_all (
  id INTEGER PRIMARY KEY, round INTEGER NOT NULL REFERENCES round_all(id), source INTEGER NOT NULL REFERENCES source_all(id),
  coder INTEGER NOT NULL REFERENCES coder_all(id), state TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE UNIQUE INDEX assignment_one ON assignment_all(round, coder, source) WHERE removed_by IS NULL;
CREATE INDEX assignment_source ON assignment_all(source);
CREATE INDEX assignment_coder ON assignment_all(coder);
CREATE VIEW assignment AS SELECT * FROM assignment_all WHERE removed_by IS NULL;

CREATE TABLE unit_all (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL, source INTEGER NOT NULL REFERENCES source_all(id), ordinal INTEGER NOT NULL, name TEXT NOT NULL,
  origin TEXT NOT NULL, round INTEGER REFERENCES round_all(id), coder INTEGER REFERENCES coder_all(id),
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE INDEX unit_source ON unit_all(source, ordinal);
CREATE INDEX unit_round ON unit_all(round) WHERE round IS NOT NULL;
CREATE INDEX unit_coder ON unit_all(coder) WHERE coder IS NOT NULL;
CREATE VIEW unit AS SELECT * FROM unit_all WHERE removed_by IS NULL;

-- A match joins a found unit to a settled (given) one; ratings keep their own unit.
CREATE TABLE unit_match_all (
  id INTEGER PRIMARY KEY, found INTEGER NOT NULL REFERENCES unit_all(id), settled INTEGER NOT NULL REFERENCES unit_all(id), how TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE UNIQUE INDEX unit_match_found ON unit_match_all(found) WHERE removed_by IS NULL;
CREATE INDEX unit_match_settled ON unit_match_all(settled);
CREATE VIEW unit_match AS SELECT * FROM unit_match_all WHERE removed_by IS NULL;

-- unit is null for a dimension of scope SOURCE.
CREATE TABLE rating_all (
  id INTEGER PRIMARY KEY, round INTEGER NOT NULL REFERENCES round_all(id), coder INTEGER NOT NULL REFERENCES coder_all(id),
  source INTEGER NOT NULL REFERENCES source_all(id), unit INTEGER REFERENCES unit_all(id), dimension INTEGER NOT NULL REFERENCES dimension_all(id),
  version INTEGER NOT NULL REFERENCES codebook_version_all(id), other TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  certainty TEXT NOT NULL DEFAULT '', flags TEXT NOT NULL DEFAULT '', as_written TEXT NOT NULL DEFAULT '', carried INTEGER NOT NULL DEFAULT 0,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE UNIQUE INDEX rating_unit ON rating_all(unit, dimension, coder, round) WHERE removed_by IS NULL AND unit IS NOT NULL;
CREATE UNIQUE INDEX rating_screening ON rating_all(source, dimension, coder, round) WHERE removed_by IS NULL AND unit IS NULL;
CREATE VIEW rating AS SELECT * FROM rating_all WHERE removed_by IS NULL;

CREATE TABLE rating_code_all (
  id INTEGER PRIMARY KEY, rating INTEGER NOT NULL REFERENCES rating_all(id), code INTEGER NOT NULL REFERENCES code_all(id),
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE INDEX rating_code_rating ON rating_code_all(rating);
CREATE VIEW rating_code AS SELECT * FROM rating_code_all WHERE removed_by IS NULL;

CREATE TABLE evidence_all (
  id INTEGER PRIMARY KEY, rating INTEGER NOT NULL REFERENCES rating_all(id), source INTEGER REFERENCES source_all(id), text INTEGER REFERENCES source_text_all(id),
  start INTEGER, end INTEGER, start_cp INTEGER, end_cp INTEGER, quote TEXT NOT NULL DEFAULT '', before_hash TEXT NOT NULL DEFAULT '',
  after_hash TEXT NOT NULL DEFAULT '', link TEXT NOT NULL DEFAULT '',
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE INDEX evidence_rating ON evidence_all(rating);
CREATE INDEX evidence_source ON evidence_all(source) WHERE source IS NOT NULL;
CREATE INDEX evidence_text ON evidence_all(text) WHERE text IS NOT NULL;
CREATE VIEW evidence AS SELECT * FROM evidence_all WHERE removed_by IS NULL;

CREATE TABLE coding_all (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL, round INTEGER NOT NULL REFERENCES round_all(id), coder INTEGER NOT NULL REFERENCES coder_all(id),
  source INTEGER NOT NULL REFERENCES source_all(id), text INTEGER NOT NULL REFERENCES source_text_all(id), code INTEGER NOT NULL REFERENCES code_all(id),
  start INTEGER NOT NULL, end INTEGER NOT NULL, start_cp INTEGER NOT NULL, end_cp INTEGER NOT NULL, quote TEXT NOT NULL,
  before_hash TEXT NOT NULL, after_hash TEXT NOT NULL, memo TEXT NOT NULL DEFAULT '', exemplar INTEGER NOT NULL DEFAULT 0, published TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL REFERENCES codebook_version_all(id),
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id),
  CHECK (start < end AND start_cp < end_cp)
) STRICT;
CREATE INDEX coding_source ON coding_all(source, start);
CREATE INDEX coding_code ON coding_all(code);
CREATE INDEX coding_text ON coding_all(text);
CREATE INDEX coding_round ON coding_all(round, coder);
CREATE VIEW coding AS SELECT * FROM coding_all WHERE removed_by IS NULL;

CREATE TABLE memo_all (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, coder INTEGER NOT NULL REFERENCES coder_all(id),
  created TEXT NOT NULL, changed TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE INDEX memo_coder ON memo_all(coder);
CREATE VIEW memo AS SELECT * FROM memo_all WHERE removed_by IS NULL;

CREATE TABLE memo_link_all (
  id INTEGER PRIMARY KEY, memo INTEGER NOT NULL REFERENCES memo_all(id), target TEXT NOT NULL, target_id INTEGER NOT NULL,
  made_by INTEGER NOT NULL REFERENCES entry(id), removed_by INTEGER REFERENCES entry(id)
) STRICT;
CREATE INDEX memo_link_memo ON memo_link_all(memo);
CREATE INDEX memo_link_target ON memo_link_all(target, target_id);
CREATE VIEW memo_link AS SELECT * FROM memo_link_all WHERE removed_by IS NULL;

-- Views for researchers who read the file in R or Python: names joined in, code points, live rows only. Not blind.
CREATE VIEW v_sources AS
  SELECT s.id, s.guid, s.kind, s.key, s.title, s.created, s.url, s.file, s.excluded, t.id AS text_id, t.version AS text_version,
         t.length_cp AS characters, t.words, (SELECT count(*) FROM turn u WHERE u.text = t.id) AS turns, t.text
  FROM source s LEFT JOIN source_text t ON t.source = s.id AND t.version = (SELECT max(version) FROM source_text x WHERE x.source = s.id);
CREATE VIEW v_codes AS
  SELECT c.id, c.guid, v.number AS codebook_version, dt.name AS dimension, dt.key AS dimension_key, t.name, t.key, p.name AS parent, t.definition,
         t.include_when, t.exclude_when, t.special, t.retired, c.merged_into
  FROM code_text t JOIN code c ON c.id = t.code JOIN codebook_version v ON v.id = t.version
  JOIN dimension_text dt ON dt.dimension = c.dimension AND dt.version = t.version
  LEFT JOIN code_text p ON p.code = t.parent AND p.version = t.version;
CREATE VIEW v_ratings AS
  SELECT r.id, rd.name AS round, k.name AS coder, s.key AS source, u.ordinal AS unit, u.name AS unit_name, dt.name AS dimension,
         rc.code AS code_id, ct.name AS code, ct.key AS code_key, r.as_written, r.note, r.certainty, r.flags, r.other, v.number AS codebook_version, e.at
  FROM rating r JOIN round rd ON rd.id = r.round JOIN coder k ON k.id = r.coder JOIN source s ON s.id = r.source LEFT JOIN unit u ON u.id = r.unit
  JOIN dimension_text dt ON dt.dimension = r.dimension AND dt.version = r.version JOIN codebook_version v ON v.id = r.version JOIN entry e ON e.id = r.made_by
  LEFT JOIN rating_code rc ON rc.rating = r.id LEFT JOIN code_text ct ON ct.code = rc.code AND ct.version = r.version;
CREATE VIEW v_codings AS
  SELECT c.id, c.guid, rd.name AS round, k.name AS coder, s.key AS source, ct.name AS code, ct.key AS code_key, dt.name AS dimension,
         c.start_cp AS start, c.end_cp AS end, c.quote, c.memo, c.exemplar, v.number AS codebook_version, e.at
  FROM coding c JOIN round rd ON rd.id = c.round JOIN coder k ON k.id = c.coder JOIN source s ON s.id = c.source
  JOIN code o ON o.id = c.code JOIN code_text ct ON ct.code = c.code AND ct.version = c.version
  JOIN dimension_text dt ON dt.dimension = o.dimension AND dt.version = c.version JOIN codebook_version v ON v.id = c.version JOIN entry e ON e.id = c.made_by;

package org.concordqda.study;

import org.concordqda.model.ConcordException;
import org.concordqda.model.RoundId;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceKind;
import org.concordqda.model.SourceSummary;
import org.concordqda.model.SourceText;
import org.concordqda.model.TextId;
import org.concordqda.model.Turn;
import org.concordqda.store.Blind;
import org.concordqda.store.FullText;
import org.concordqda.store.Journal;
import org.concordqda.store.Row;
import org.concordqda.store.Tx;
import org.concordqda.text.Positions;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is read: issues, transcripts, documents.
public final class Sources {
    private static final String LIST =
            "SELECT s.id, s.guid, s.kind, s.key, s.title, t.id, t.version, t.length_cp, t.words,"
                    + " (SELECT count(*) FROM turn u WHERE u.text = t.id AND u.kind <> 'MARK'), s.created,"
                    + " s.url, s.excluded FROM source s LEFT JOIN source_text t ON t.source = s.id AND t.version = (SELECT"
                    + " max(x.version) FROM source_text x WHERE x.source = s.id)";

    /// Values of sources, their own before those of their cases.
    private static final String VALUES =
            "SELECT source, name, value, inherited FROM (SELECT v.source AS source, a.name AS name,"
                    + " v.value AS value, 0 AS inherited FROM attribute_value v JOIN attribute a ON"
                    + " a.id = v.attribute WHERE v.source IS NOT NULL UNION ALL SELECT cs.source,"
                    + " a.name, v.value, 1 FROM case_source cs JOIN attribute_value v ON v.\"case\" ="
                    + " cs.\"case\" JOIN attribute a ON a.id = v.attribute)";

    private record Kept(SourceText text, Positions positions) {}

    private final Study study;
    private volatile @Nullable Kept kept;

    Sources(Study study) {
        this.study = study;
    }

    /// Every source, in the order they came.
    public List<Source> list() {
        return study.file().read().list(LIST + " ORDER BY s.id", Sources::source);
    }

    /// How many sources there are.
    public int count() {
        return (int) study.file().read().number("SELECT count(*) FROM source");
    }

    /// Every source with what a table of sources shows of it, in the order they came.
    ///
    /// @param round whose assignments are counted
    public List<SourceSummary> overview(Optional<RoundId> round) {
        Map<Long, int[]> counts = new HashMap<>();
        long viewer = Blind.viewer(study.viewer());
        round.ifPresent(
                r -> {
                    count(
                            counts,
                            0,
                            "SELECT source, count(*) FROM assignment WHERE round = ? AND state ="
                                    + " 'DONE' GROUP BY source",
                            r.value());
                    count(
                            counts,
                            1,
                            "SELECT source, count(*) FROM assignment WHERE round = ? GROUP BY"
                                    + " source",
                            r.value());
                });
        count(
                counts,
                2,
                "SELECT source, count(*) FROM unit u WHERE (u.origin = 'GIVEN' OR "
                        + Blind.visible("u")
                        + ") GROUP BY source",
                viewer);
        count(
                counts,
                3,
                "SELECT source, count(*) FROM coding c WHERE "
                        + Blind.visible("c")
                        + " GROUP BY source",
                viewer);
        Map<SourceId, Map<String, String>> values = attributes();
        Map<Long, List<String>> cases = new HashMap<>();
        study.file()
                .read()
                .each(
                        "SELECT cs.source, c.name FROM case_source cs JOIN \"case\" c ON c.id ="
                                + " cs.\"case\" ORDER BY c.name",
                        row ->
                                cases.computeIfAbsent(row.number(1), id -> new ArrayList<>())
                                        .add(row.text(2)));
        int[] none = new int[4];
        return list().stream()
                .map(
                        s -> {
                            int[] n = counts.getOrDefault(s.id().value(), none);
                            return new SourceSummary(
                                    s,
                                    values.getOrDefault(s.id(), Map.of()),
                                    cases.getOrDefault(s.id().value(), List.of()),
                                    n[0],
                                    n[1],
                                    n[2],
                                    n[3]);
                        })
                .toList();
    }

    private void count(Map<Long, int[]> counts, int at, String sql, long arg) {
        study.file()
                .read()
                .each(
                        sql,
                        row ->
                                counts.computeIfAbsent(row.number(1), id -> new int[4])[at] =
                                        row.integer(2),
                        arg);
    }

    /// The source with this id.
    public Source get(SourceId id) {
        return study.file()
                .read()
                .one(LIST + " WHERE s.id = ?", Sources::source, id.value())
                .orElseThrow(() -> new ConcordException("That source is no longer in the study."));
    }

    /// Whether the source is in the study now.
    public boolean has(SourceId id) {
        return study.file().read().number("SELECT count(*) FROM source WHERE id = ?", id.value())
                > 0;
    }

    /// The source with this natural key.
    public Optional<Source> byKey(String key) {
        return study.file().read().one(LIST + " WHERE s.key = ?", Sources::source, key);
    }

    /// The current text of a source; empty when its text was not imported.
    public Optional<SourceText> text(SourceId id) {
        return study.file()
                .read()
                .one(
                        "SELECT id FROM source_text WHERE source = ? ORDER BY version DESC LIMIT 1",
                        row -> new TextId(row.number(1)),
                        id.value())
                .map(this::text);
    }

    /// One version of a text. The text read last is kept: a stored text never changes, and whoever codes a
    /// long source asks for it at every act.
    public SourceText text(TextId id) {
        Kept last = kept;
        if (last != null && last.text.id().equals(id)) {
            return last.text;
        }
        SourceText text =
                study.file()
                        .read()
                        .one(
                                "SELECT id, source, version, text, sha256 FROM source_text WHERE id = ?",
                                Sources::text,
                                id.value())
                        .orElseThrow(
                                () -> new ConcordException("That text is no longer in the study."));
        kept = new Kept(text, new Positions(text.text()));
        return text;
    }

    /// The positions of a text.
    Positions positions(SourceText text) {
        Kept last = kept;
        return last != null && last.text.id().equals(text.id())
                ? last.positions
                : new Positions(text.text());
    }

    /// The turns of one text version, in order.
    public List<Turn> turns(TextId text) {
        return study.file()
                .read()
                .list(
                        "SELECT id, source, ordinal, kind, speaker, role, time, label_start,"
                                + " label_end, label_start_cp, label_end_cp, body_start, body_end,"
                                + " body_start_cp, body_end_cp, details FROM turn WHERE text = ? ORDER"
                                + " BY ordinal",
                        Turns::of,
                        text.value());
    }

    /// A source's attributes by name, sorted, those of its cases included.
    public Map<String, String> attributes(SourceId id) {
        return values(" WHERE source = ?", id.value()).getOrDefault(id, Map.of());
    }

    /// Every attribute value of every source, those of its cases included: source id, then name and value.
    /// A source's own value goes before what it inherits; different values of several cases are joined.
    public Map<SourceId, Map<String, String>> attributes() {
        return values("");
    }

    private Map<SourceId, Map<String, String>> values(String where, Object... args) {
        Map<SourceId, Map<String, String>> found = new LinkedHashMap<>();
        boolean[] own = {false};
        java.util.Set<String> inherited = new java.util.HashSet<>();
        study.file()
                .read()
                .each(
                        VALUES + where + " ORDER BY source, name, inherited, value",
                        row -> {
                            Map<String, String> values =
                                    found.computeIfAbsent(
                                            new SourceId(row.number(1)),
                                            id -> new LinkedHashMap<>());
                            String was = values.putIfAbsent(row.text(2), row.text(3));
                            if (was == null) {
                                own[0] = !row.flag(4);
                                inherited.clear();
                                inherited.add(row.text(3));
                            } else if (!own[0] && inherited.add(row.text(3))) {
                                values.put(row.text(2), was + "; " + row.text(3));
                            }
                        },
                        args);
        return found;
    }

    /// Leaves sources out of the work with a reason, or with "" takes them in again; one act. What was done
    /// with them stays.
    public void exclude(Collection<SourceId> ids, String reason) {
        String why = reason.strip();
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                why.isEmpty() ? "source.include" : "source.exclude",
                                (why.isEmpty() ? "include " : "exclude ") + named(ids)),
                        tx -> {
                            ids.forEach(
                                    id -> tx.update("source", id.value(), Map.of("excluded", why)));
                            return null;
                        });
    }

    private String named(Collection<SourceId> ids) {
        return ids.size() == 1 ? get(ids.iterator().next()).key() : ids.size() + " sources";
    }

    /// What goes along when sources are taken out, as far as the viewer may see it.
    ///
    /// @param ratings ratings of their units
    /// @param codings codings in their text
    /// @param assignments assignments of coders to them
    /// @param turns turns and comments of their text
    public record Removal(int ratings, int codings, int assignments, int turns) {}

    /// What [#remove(Collection)] would take along.
    public Removal removal(Collection<SourceId> ids) {
        long viewer = Blind.viewer(study.viewer());
        int[] n = new int[4];
        for (SourceId id : ids) {
            long s = id.value();
            n[0] +=
                    count(
                            "rating r WHERE r.id IN "
                                    + Ratings.OF_SOURCE.replace("?1", "?2")
                                    + " AND "
                                    + Blind.visible("r", "?1"),
                            viewer,
                            s);
            n[1] +=
                    count(
                            "coding r WHERE r.source = ?2 AND " + Blind.visible("r", "?1"),
                            viewer,
                            s);
            n[2] += count("assignment r WHERE r.source = ?", s);
            n[3] += count("turn r WHERE r.source = ? AND r.kind <> 'MARK'", s);
        }
        return new Removal(n[0], n[1], n[2], n[3]);
    }

    private int count(String from, Object... args) {
        return (int) study.file().read().number("SELECT count(*) FROM " + from, args);
    }

    /// Takes a source out of the study, with its text, units, ratings and codings; undo brings all back.
    public void remove(SourceId id) {
        remove(List.of(id));
    }

    /// Takes sources out of the study, with their text, units, ratings and codings, as one act; undo brings
    /// all back.
    public void remove(Collection<SourceId> ids) {
        study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "source.remove", "remove " + named(ids)),
                        tx -> {
                            ids.forEach(id -> hide(tx, id.value()));
                            return null;
                        });
    }

    private static void hide(Tx tx, long s) {
        tx.hideWhere("rating_code", "rating IN " + Ratings.OF_SOURCE, s);
        tx.hideWhere("evidence", "source = ?1 OR rating IN " + Ratings.OF_SOURCE, s);
        tx.hideWhere("rating", "id IN " + Ratings.OF_SOURCE, s);
        tx.hideWhere("coding", "source = ?", s);
        tx.hideWhere(
                "unit_match",
                "found IN (SELECT id FROM unit WHERE source = ?1) OR settled IN"
                        + " (SELECT id FROM unit WHERE source = ?1)",
                s);
        for (String table :
                List.of(
                        "doubt",
                        "unit",
                        "assignment",
                        "attribute_value",
                        "case_source",
                        "turn",
                        "source_text",
                        "source_file")) {
            tx.hideWhere(table, "source = ?", s);
        }
        tx.hide("source", s);
    }

    /// Turns that hold all the words (the last also as a beginning), best first.
    public List<FullText.Hit> search(String words, int limit) {
        return FullText.search(study.file().read(), words, limit);
    }

    private static Source source(Row row) {
        return new Source(
                new SourceId(row.number(1)),
                row.text(2),
                SourceKind.valueOf(row.text(3)),
                row.text(4),
                row.text(5),
                row.maybeNumber(6).stream().mapToObj(TextId::new).findFirst(),
                row.integer(7),
                row.integer(8),
                row.integer(9),
                row.integer(10),
                row.maybeText(11),
                row.maybeText(12),
                row.text(13));
    }

    private static SourceText text(Row row) {
        return new SourceText(
                new TextId(row.number(1)),
                new SourceId(row.number(2)),
                row.integer(3),
                row.text(4),
                row.text(5));
    }
}

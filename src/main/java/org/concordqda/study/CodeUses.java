package org.concordqda.study;

import org.concordqda.model.CodeId;
import org.concordqda.model.CoderId;
import org.concordqda.model.CodingId;
import org.concordqda.model.Dimension;
import org.concordqda.model.RatingId;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.SourceId;
import org.concordqda.store.Blind;
import org.concordqda.store.Merges;
import org.concordqda.store.Row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where codes are used, counted by the database and listed one by one; blind like every read. Merged codes
/// count where they went; a passage that a merge marked twice counts once. Any thread; on a study of a
/// million ratings counting takes a second or two, so a window asks off its thread.
public final class CodeUses {
    private final Study study;

    public CodeUses(Study study) {
        this.study = study;
    }

    /// How often a code is used.
    ///
    /// @param ratings ratings that hold it
    /// @param codings passages under it
    /// @param byCoder both together by the coder's name
    public record Count(int ratings, int codings, Map<String, Integer> byCoder) {
        /// Used by nobody the viewer may see.
        public static final Count NONE = new Count(0, 0, Map.of());

        public Count {
            byCoder = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byCoder));
        }

        /// Ratings and passages.
        public int all() {
            return ratings + codings;
        }
    }

    private static final class Sum {
        private int ratings;
        private int codings;
        private final Map<Long, Integer> coders = new LinkedHashMap<>();
    }

    /// Every used code and how often the viewer sees it used.
    public Map<CodeId, Count> counts() {
        Map<Long, Sum> sums = new LinkedHashMap<>();
        Map<Long, Long> merged = Merges.all(study.file().read());
        long viewer = Blind.viewer(study.viewer());
        study.file()
                .read()
                .each(
                        "SELECT rc.code, r.coder, count(*) FROM rating_code rc JOIN rating r ON r.id"
                                + " = rc.rating WHERE "
                                + Blind.visible("r")
                                + " GROUP BY rc.code, r.coder",
                        row -> add(sums, merged, row, true, 1),
                        viewer);
        if (!merged.isEmpty()) {
            twice(sums, viewer);
        }
        study.file()
                .read()
                .each(
                        "SELECT c.code, c.coder, count(*) FROM coding c WHERE "
                                + Merges.countedOnce("c")
                                + " AND "
                                + Blind.visible("c")
                                + " GROUP BY c.code, c.coder",
                        row -> add(sums, merged, row, false, 1),
                        viewer);
        Map<Long, String> names = new HashMap<>();
        study.coders().list().forEach(c -> names.put(c.id().value(), c.name()));
        Map<CodeId, Count> counts = new HashMap<>();
        sums.forEach(
                (code, sum) -> {
                    Map<String, Integer> coders = new LinkedHashMap<>();
                    sum.coders.forEach((id, n) -> coders.put(names.getOrDefault(id, "?"), n));
                    counts.put(new CodeId(code), new Count(sum.ratings, sum.codings, coders));
                });
        return counts;
    }

    /// Ratings that hold several codes now read as one say it once.
    private void twice(Map<Long, Sum> sums, long viewer) {
        study.file()
                .read()
                .each(
                        "SELECT code, coder, sum(n - 1) FROM (SELECT "
                                + Merges.through("rc.code")
                                + " AS code, r.coder AS coder, count(*) AS n FROM rating_code rc JOIN"
                                + " rating r ON r.id = rc.rating WHERE rc.rating IN (SELECT rating"
                                + " FROM rating_code WHERE code IN (SELECT id FROM code WHERE"
                                + " merged_into IS NOT NULL)) AND "
                                + Blind.visible("r")
                                + " GROUP BY 1, r.coder, rc.rating HAVING count(*) > 1) GROUP BY code,"
                                + " coder",
                        row -> add(sums, Map.of(), row, true, -1),
                        viewer);
    }

    private static void add(
            Map<Long, Sum> sums, Map<Long, Long> merged, Row row, boolean rating, int sign) {
        long code = merged.getOrDefault(row.number(1), row.number(1));
        Sum sum = sums.computeIfAbsent(code, k -> new Sum());
        int n = sign * row.integer(3);
        if (rating) {
            sum.ratings += n;
        } else {
            sum.codings += n;
        }
        sum.coders.merge(row.number(2), n, Integer::sum);
    }

    /// Uses of codes the viewer may see: ratings, then passages, in the order they were made.
    public List<CodeUse> of(Collection<CodeId> codes) {
        String in = ids(codes);
        List<CodeUse> uses = new ArrayList<>();
        uses.addAll(ratings("rc.code IN " + in));
        uses.addAll(codings("c.code IN " + in));
        return uses;
    }

    /// The passages chosen as examples of a code.
    public List<CodeUse> exemplars(CodeId code) {
        return codings("c.exemplar = 1 AND c.code IN " + ids(List.of(code)));
    }

    /// A rating that holds several codes now read as one is one use.
    ///
    /// @param where over `rc` and `r`; never from outside the program
    List<CodeUse> ratings(String where) {
        return study.file()
                .read()
                .list(
                        "SELECT DISTINCT r.id, "
                                + Merges.through("rc.code")
                                + ", r.round, rd.name, r.coder, k.name, r.source, s.key,"
                                + " s.title, coalesce(u.name, ''), 0, 0, CASE WHEN r.note <> '' THEN r.note"
                                + " ELSE r.as_written END, 0, v.number, "
                                + Blind.frozen("rd")
                                + " FROM rating_code rc JOIN rating r ON r.id = rc.rating"
                                + " JOIN round rd ON rd.id = r.round JOIN coder k ON k.id = r.coder JOIN"
                                + " source s ON s.id = r.source JOIN codebook_version v ON v.id ="
                                + " r.version LEFT JOIN unit u ON u.id = r.unit WHERE "
                                + where
                                + " AND "
                                + Blind.visible("r")
                                + " ORDER BY r.id",
                        row -> use(row, true),
                        Blind.viewer(study.viewer()));
    }

    /// @param where over `c`; never from outside the program
    List<CodeUse> codings(String where) {
        return study.file()
                .read()
                .list(
                        "SELECT c.id, "
                                + Merges.through("c.code")
                                + ", c.round, rd.name, c.coder, k.name, c.source, s.key, s.title, '', c.start,"
                                + " c.end, c.quote, c.exemplar, v.number, "
                                + Blind.frozen("rd")
                                + " FROM coding c JOIN round rd ON rd.id = c.round JOIN"
                                + " coder k ON k.id = c.coder JOIN source s ON s.id = c.source JOIN"
                                + " codebook_version v ON v.id = c.version WHERE "
                                + where
                                + " AND "
                                + Blind.visible("c")
                                + " ORDER BY c.id",
                        row -> use(row, false),
                        Blind.viewer(study.viewer()));
    }

    private CodeUse use(Row row, boolean rating) {
        CoderId coder = new CoderId(row.number(5));
        return new CodeUse(
                rating ? Optional.of(new RatingId(row.number(1))) : Optional.empty(),
                rating ? Optional.empty() : Optional.of(new CodingId(row.number(1))),
                new CodeId(row.number(2)),
                new RoundId(row.number(3)),
                row.text(4),
                coder,
                row.text(6),
                new SourceId(row.number(7)),
                row.text(8),
                row.text(9),
                row.text(10),
                row.integer(11),
                row.integer(12),
                row.text(13),
                row.flag(14),
                row.integer(15),
                study.viewer().equals(Optional.of(coder)),
                row.flag(16));
    }

    /// Codes and those read as one of them, as an SQL list.
    private String ids(Collection<CodeId> codes) {
        Map<Long, Long> merged = Merges.all(study.file().read());
        List<Long> all = new ArrayList<>(codes.stream().map(CodeId::value).toList());
        merged.forEach(
                (from, to) -> {
                    if (codes.contains(new CodeId(to))) {
                        all.add(from);
                    }
                });
        return all.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    /// Whether anybody uses one of the codes, seen or not.
    boolean anyUsed(Collection<CodeId> codes) {
        String in = ids(codes);
        return study.file()
                        .read()
                        .number(
                                "SELECT EXISTS (SELECT 1 FROM coding WHERE code IN "
                                        + in
                                        + ") OR EXISTS (SELECT 1 FROM rating_code WHERE code IN "
                                        + in
                                        + ")")
                == 1;
    }

    /// How many ratings or passages of a dimension there are, of anybody.
    long everUsed(Dimension d) {
        return d.scope() == Scope.PASSAGE
                ? study.file()
                        .read()
                        .number(
                                "SELECT count(*) FROM coding WHERE code IN (SELECT id FROM code"
                                        + " WHERE dimension = ?)",
                                d.id().value())
                : study.file()
                        .read()
                        .number("SELECT count(*) FROM rating WHERE dimension = ?", d.id().value());
    }
}

package org.concordqda.study;

import org.concordqda.model.Round;
import org.concordqda.model.SourceKind;
import org.concordqda.store.Blind;
import org.concordqda.store.Db;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How far a study is, counted from live rows the viewer may see.
///
/// @param sources number of sources by kind (`issue`, `transcript`, `document`), 0 where there is none
/// @param sourcesWithoutText sources that ratings named and whose text was not imported
/// @param rounds each round
/// @param ratings ratings of all rounds
/// @param codings codings of all rounds
public record Status(
        Map<String, Integer> sources,
        int sourcesWithoutText,
        List<RoundStatus> rounds,
        int ratings,
        int codings) {
    /// How far a round is.
    public record RoundStatus(Round round, int assigned, int done, int ratings, int codings) {}

    public Status {
        rounds = List.copyOf(rounds);
    }

    /// Counts.
    public static Status of(Study study) {
        Db db = study.file().read();
        long viewer = Blind.viewer(study.viewer());
        Map<String, Integer> sources = new LinkedHashMap<>();
        for (SourceKind kind : SourceKind.values()) {
            sources.put(Words.of(kind), 0);
        }
        db.each(
                "SELECT kind, count(*) FROM source GROUP BY kind ORDER BY kind",
                row -> sources.put(row.text(1).toLowerCase(Locale.ROOT), row.integer(2)));
        List<RoundStatus> rounds = new ArrayList<>();
        int ratings = 0;
        int codings = 0;
        Map<Long, Integer> rated = counts(db, "rating", viewer);
        Map<Long, Integer> coded = counts(db, "coding", viewer);
        for (Round round : study.rounds().list()) {
            long id = round.id().value();
            int r = rated.getOrDefault(id, 0);
            int c = coded.getOrDefault(id, 0);
            ratings += r;
            codings += c;
            rounds.add(
                    new RoundStatus(
                            round,
                            (int) db.number("SELECT count(*) FROM assignment WHERE round = ?", id),
                            (int)
                                    db.number(
                                            "SELECT count(*) FROM assignment WHERE round = ? AND"
                                                    + " state = 'DONE'",
                                            id),
                            r,
                            c));
        }
        return new Status(
                sources,
                (int)
                        db.number(
                                "SELECT count(*) FROM source s WHERE NOT EXISTS (SELECT 1 FROM"
                                        + " source_text t WHERE t.source = s.id)"),
                rounds,
                ratings,
                codings);
    }

    private static Map<Long, Integer> counts(Db db, String table, long viewer) {
        Map<Long, Integer> counts = new LinkedHashMap<>();
        db.each(
                "SELECT x.round, count(*) FROM "
                        + table
                        + " x WHERE "
                        + Blind.visible("x")
                        + " GROUP BY x.round",
                row -> counts.put(row.number(1), row.integer(2)),
                viewer);
        return counts;
    }
}

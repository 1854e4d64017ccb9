package org.concordqda.study;

import org.concordqda.model.RoundId;
import org.concordqda.store.Db;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How far a coder is in a round.
///
/// @param assigned sources they are to code
/// @param done those they finished
/// @param begun those they began
public record RoundProgress(String coder, int assigned, int done, int begun) {
    /// Of every round and coder who has something to do in it, counted by the database.
    static Map<RoundId, List<RoundProgress>> all(Db db) {
        Map<RoundId, List<RoundProgress>> all = new LinkedHashMap<>();
        db.each(
                "SELECT a.round, c.name, count(*), sum(a.state = 'DONE'), sum(a.state ="
                        + " 'IN_PROGRESS') FROM assignment a JOIN coder c ON c.id = a.coder"
                        + " GROUP BY a.round, a.coder ORDER BY a.round, a.coder",
                row ->
                        all.computeIfAbsent(new RoundId(row.number(1)), r -> new ArrayList<>())
                                .add(
                                        new RoundProgress(
                                                row.text(2),
                                                row.integer(3),
                                                row.integer(4),
                                                row.integer(5))));
        return all;
    }
}

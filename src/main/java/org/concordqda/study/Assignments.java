package org.concordqda.study;

import org.concordqda.model.AssignmentState;
import org.concordqda.model.CoderId;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.concordqda.store.Tx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows that say who codes which source of a round, and how far. Inside a transaction.
final class Assignments {
    private Assignments() {}

    /// To do for each of these coders; what is assigned already stays as it is.
    static void assign(Tx tx, RoundId round, List<SourceId> sources, List<CoderId> coders) {
        for (CoderId coder : coders) {
            join(tx, round, coder);
            for (SourceId source : sources) {
                if (row(tx, round, source, coder) == 0) {
                    insert(tx, round, source, coder, AssignmentState.TODO);
                }
            }
        }
    }

    /// A coder takes part in a round.
    static void join(Tx tx, RoundId round, CoderId coder) {
        long there =
                tx.read()
                        .number(
                                "SELECT count(*) FROM round_coder WHERE round = ? AND coder = ?",
                                round.value(),
                                coder.value());
        if (there == 0) {
            tx.insert("round_coder", Map.of("round", round.value(), "coder", coder.value()));
        }
    }

    /// Says how far a coder is.
    static void mark(Tx tx, RoundId round, SourceId source, CoderId coder, AssignmentState state) {
        long row = row(tx, round, source, coder);
        if (row == 0) {
            join(tx, round, coder);
            insert(tx, round, source, coder, state);
        } else {
            tx.update("assignment", row, Map.of("state", state));
        }
    }

    /// Marks work as begun: a source that was to do, or not assigned, is in progress from now on.
    static void begin(Tx tx, RoundId round, SourceId source, CoderId coder, AssignmentState state) {
        long row = row(tx, round, source, coder);
        if (row == 0) {
            join(tx, round, coder);
            insert(tx, round, source, coder, state);
        } else if (tx.read()
                        .number(
                                "SELECT count(*) FROM assignment WHERE id = ? AND state = 'TODO'",
                                row)
                > 0) {
            tx.update("assignment", row, Map.of("state", state));
        }
    }

    private static long row(Tx tx, RoundId round, SourceId source, CoderId coder) {
        return tx.read()
                .number(
                        "SELECT id FROM assignment WHERE round = ? AND coder = ? AND source = ?",
                        round.value(),
                        coder.value(),
                        source.value());
    }

    private static void insert(
            Tx tx, RoundId round, SourceId source, CoderId coder, AssignmentState state) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("round", round.value());
        row.put("source", source.value());
        row.put("coder", coder.value());
        row.put("state", state);
        tx.insert("assignment", row);
    }
}

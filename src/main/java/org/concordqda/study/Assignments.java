package org.concordqda.study;

import org.concordqda.model.AssignmentState;
import org.concordqda.model.CoderId;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.concordqda.store.Tx;
import org.concordqda.store.Updates;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    static void begin(Tx tx, RoundId round, SourceId source, CoderId coder) {
        long row = row(tx, round, source, coder);
        if (row == 0) {
            join(tx, round, coder);
            insert(tx, round, source, coder, AssignmentState.IN_PROGRESS);
        } else if (tx.read()
                        .number(
                                "SELECT count(*) FROM assignment WHERE id = ? AND state = 'TODO'",
                                row)
                > 0) {
            tx.update("assignment", row, Map.of("state", AssignmentState.IN_PROGRESS));
        }
    }

    /// The same for what a rule did in many sources at once: where the coder was given sources to do, the
    /// others that the rule reached become no work of theirs. One reading, whatever their number.
    static void begin(Tx tx, RoundId round, Set<SourceId> sources, CoderId coder) {
        Map<SourceId, Long> todo = new HashMap<>();
        Set<SourceId> begun = new HashSet<>();
        tx.read()
                .each(
                        "SELECT source, id, state FROM assignment WHERE round = ? AND coder = ?",
                        row -> {
                            SourceId source = new SourceId(row.number(1));
                            if (row.text(3).equals(AssignmentState.TODO.name())) {
                                todo.put(source, row.number(2));
                            } else {
                                begun.add(source);
                            }
                        },
                        round.value(),
                        coder.value());
        if (todo.isEmpty()) {
            join(tx, round, coder);
        }
        Tx.Bulk fresh = tx.bulk("assignment", "round", "source", "coder", "state");
        Updates states = tx.updates("assignment", "state");
        Object[] before = {AssignmentState.TODO};
        Object[] after = {AssignmentState.IN_PROGRESS};
        for (SourceId source : sources) {
            Long row = todo.get(source);
            if (row != null) {
                states.set(row, before, after);
            } else if (todo.isEmpty() && !begun.contains(source)) {
                fresh.add(
                        round.value(), source.value(), coder.value(), AssignmentState.IN_PROGRESS);
            }
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

package org.concordqda.analysis;

import org.concordqda.model.Assignment;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.Codebook;
import org.concordqda.model.Coder;
import org.concordqda.model.RatingColumns;
import org.concordqda.model.Round;
import org.concordqda.model.WrittenValues;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everything about one round that its rating matrices are made of.
///
/// @param round the round
/// @param codebook the version its ratings were made under
/// @param coders everybody of the study
/// @param ratings ratings of the whole study, so that units seen in earlier rounds are known
/// @param rounds all rounds of the study, in order
/// @param assignments who was to do what in this round
/// @param settled found unit to the settled unit it was matched with
/// @param written what files said, beside the ratings
public record RoundWork(
        Round round,
        Codebook codebook,
        List<Coder> coders,
        RatingColumns ratings,
        List<Round> rounds,
        List<Assignment> assignments,
        Map<Integer, Integer> settled,
        WrittenValues written) {
    public RoundWork {
        coders = List.copyOf(coders);
        rounds = List.copyOf(rounds);
        assignments = List.copyOf(assignments);
    }

    /// Coder and source of finished work, packed by [#pack].
    Set<Long> done() {
        Set<Long> done = new java.util.HashSet<>();
        for (Assignment a : assignments) {
            if (a.state() == AssignmentState.DONE) {
                done.add(pack((int) a.coder().value(), (int) a.source().value()));
            }
        }
        return done;
    }

    static long pack(int a, int b) {
        return ((long) a << 32) | b;
    }
}

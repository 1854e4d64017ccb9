package org.concordqda.desk.rounds;

import org.concordqda.study.RoundProgress;
import org.concordqda.text.Words;

import java.util.List;
import java.util.stream.Collectors;

/// Who is not done with a round, said before what cannot be undone.
final class Unfinished {
    private Unfinished() {}

    /// A sentence and a space; "" where everybody is done.
    static String words(List<RoundProgress> lines) {
        String open =
                lines.stream()
                        .filter(p -> p.done() < p.assigned())
                        .map(
                                p ->
                                        p.coder()
                                                + " has done "
                                                + Words.number(p.done())
                                                + " of "
                                                + Words.number(p.assigned()))
                        .collect(Collectors.joining(", "));
        return open.isEmpty() ? "" : "Not everybody is done: " + open + ". ";
    }
}

package org.concordqda.study;

import org.concordqda.model.TextId;
import org.concordqda.model.Turn;

import java.util.List;
import java.util.Optional;

/// Finds the turn of a passage; keeps the turns of the text asked for last, so ask text by text.
final class Turns {
    private final Study study;
    private long text;
    private List<Turn> turns = List.of();

    Turns(Study study) {
        this.study = study;
    }

    /// The turn that holds a UTF-16 position of a text version, its label counted.
    Optional<Turn> at(long textId, int position) {
        if (textId != text) {
            turns = study.sources().turns(new TextId(textId));
            text = textId;
        }
        int low = 0;
        int high = turns.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Turn turn = turns.get(middle);
            int start = Math.min(turn.label().start(), turn.body().start());
            if (position < start) {
                high = middle - 1;
            } else if (position >= turn.body().end()) {
                low = middle + 1;
            } else {
                return Optional.of(turn);
            }
        }
        return Optional.empty();
    }
}

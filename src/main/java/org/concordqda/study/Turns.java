package org.concordqda.study;

import org.concordqda.model.SourceId;
import org.concordqda.model.Span;
import org.concordqda.model.TextId;
import org.concordqda.model.Turn;
import org.concordqda.model.TurnId;
import org.concordqda.model.TurnKind;
import org.concordqda.store.Json;
import org.concordqda.store.Row;

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

    /// A turn of the columns that [Sources#turns] reads.
    static Turn of(Row row) {
        return new Turn(
                new TurnId(row.number(1)),
                new SourceId(row.number(2)),
                row.integer(3),
                TurnKind.valueOf(row.text(4)),
                row.maybeText(5),
                row.maybeText(6),
                row.maybeText(7),
                new Span(row.integer(8), row.integer(9), row.integer(10), row.integer(11)),
                new Span(row.integer(12), row.integer(13), row.integer(14), row.integer(15)),
                Json.textMap(row.text(16)));
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

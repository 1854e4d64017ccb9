package org.concordqda.desk.coding;

import org.concordqda.desk.coding.CodeModel.Opened;
import org.concordqda.model.SourceKind;
import org.concordqda.model.Span;
import org.concordqda.model.Turn;

/// Says where a passage stands, so that a copied quote can be found again.
final class Locators {
    private Locators() {}

    /// Source, turn or comment with its speaker, and characters as code points counted from 0.
    static String of(CodeModel model, Span span) {
        Opened opened = model.opened().get().orElseThrow();
        StringBuilder words = new StringBuilder(opened.source().key());
        for (Turn turn : opened.turns()) {
            if (turn.body().start() <= span.start() && span.start() < turn.body().end()) {
                String kind = opened.source().kind() == SourceKind.ISSUE ? "comment " : "turn ";
                words.append(", ").append(kind).append(turn.ordinal() + 1);
                turn.speaker().ifPresent(who -> words.append(", ").append(who));
                break;
            }
        }
        return words.append(", characters ")
                .append(span.startCp())
                .append("–")
                .append(span.endCp())
                .toString();
    }
}

package org.concordqda.desk;

import javafx.scene.control.Label;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.model.ConcordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.function.Consumer;

/// What people read when something went wrong: the sentence, never a stack trace. Logged once, here.
final class Failures implements Consumer<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Sheets sheets;

    Failures(Sheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public void accept(Throwable thrown) {
        String sentence = sentence(thrown);
        if (thrown instanceof ConcordException) {
            LOG.info("Refused: {}", sentence, thrown);
        } else {
            LOG.error("Unexpected", thrown);
        }
        Label words = Pieces.text(sentence);
        words.setWrapText(true);
        var close = Pieces.primary("Close", "Esc", sheets::away);
        sheets.show(Sheets.card("That did not work", 480, words, close));
        close.requestFocus();
    }

    /// The sentence for people.
    static String sentence(Throwable thrown) {
        if (thrown instanceof ConcordException && thrown.getMessage() != null) {
            return thrown.getMessage();
        }
        if (thrown instanceof OutOfMemoryError) {
            return "There was not enough memory for this. Everything stored before is kept.";
        }
        return "Something unforeseen happened inside Concord ("
                + thrown.getClass().getSimpleName()
                + "). Everything stored before is kept; what you just did may not be. The log has the"
                + " details.";
    }
}

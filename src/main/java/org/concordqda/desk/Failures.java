package org.concordqda.desk;

import javafx.scene.control.Label;

import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.model.ConcordException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.function.Consumer;

/// What people read when something went wrong: the sentence, never a stack trace. Logged once, here.
final class Failures implements Consumer<Throwable>, Jobs.Ends {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Sheets sheets;
    private Consumer<String> say = words -> {};
    private String shown = "";

    Failures(Sheets sheets) {
        this.sheets = sheets;
    }

    /// Says in passing what needs no card.
    void sayBy(Consumer<String> voice) {
        say = voice;
    }

    @Override
    public void accept(Throwable thrown) {
        failed("", thrown);
    }

    @Override
    public void cancelled(String title) {
        if (!title.isEmpty()) {
            say.accept("Cancelled: " + title + ". The study is as it was.");
        }
    }

    @Override
    public void failed(String title, Throwable thrown) {
        String sentence = logged(thrown);
        if (sheets.isVisible() && sentence.equals(shown)) {
            // What fails with every frame is said once.
            return;
        }
        shown = sentence;
        Label words = Pieces.text(sentence);
        words.setWrapText(true);
        var close = Pieces.primary("Close", "Esc", sheets::away);
        String head = title.isEmpty() ? "That did not work" : "Not finished: " + title;
        // What is being filled in below it stays.
        sheets.over(Sheets.card(head, 480, words, close), () -> shown = "");
        close.requestFocus();
    }

    @Override
    public String unread(Throwable thrown) {
        return logged(thrown);
    }

    private static String logged(Throwable thrown) {
        String sentence = sentence(thrown);
        if (thrown instanceof ConcordException) {
            LOG.info("Refused: {}", sentence, thrown);
        } else {
            LOG.error("Unexpected", thrown);
        }
        return sentence;
    }

    /// The sentence for people.
    static String sentence(Throwable thrown) {
        String said = said(thrown);
        if (said != null) {
            return said;
        }
        if (thrown instanceof OutOfMemoryError) {
            return "There was not enough memory for this. Everything stored before is kept.";
        }
        return "Something unforeseen happened inside Concord ("
                + thrown.getClass().getSimpleName()
                + "). Everything stored before is kept; what you just did may not be. Details are in "
                + System.getProperty("concord.log", "the log")
                + ".";
    }

    private static @Nullable String said(Throwable thrown) {
        return thrown instanceof ConcordException ? thrown.getMessage() : null;
    }
}

package org.concordqda.desk.coding;

import org.concordqda.desk.coding.CodeModel.Opened;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Session;
import org.concordqda.job.Progress;
import org.concordqda.model.Corrected;
import org.concordqda.model.CorrectionPlan;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Span;
import org.concordqda.study.Corrections;
import org.concordqda.text.Words;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Correcting the text that is open: in place, everywhere, what was touched, and what it said before.
final class Correcting {
    private final Session session;
    private final Sheets sheets;
    private final CodeModel model;
    private final SourceTextView text;
    private final DoubtBar bar;

    Correcting(Session session, Sheets sheets, CodeModel model, SourceTextView text) {
        this.session = session;
        this.sheets = sheets;
        this.model = model;
        this.text = text;
        bar = new DoubtBar(session, text);
        model.opened().subscribe(now -> bar.open(now.map(o -> o.source().id())));
        session.onActed(this::acted);
    }

    /// What waits to be looked at, to stand between head and text.
    DoubtBar bar() {
        return bar;
    }

    List<Command> commands() {
        return List.of(
                Command.of("Correct the text", "Shortcut+Shift+E", this::correct),
                Command.of(
                        "Replace words in texts, mask a name", "Shortcut+Shift+R", this::replace),
                Command.of("Look at corrected passages", "Shortcut+Shift+D", bar::look),
                Command.of("Versions of this text", "", this::versions));
    }

    private void acted(Set<String> tables) {
        Optional<SourceId> source = model.source();
        if (tables.contains("source_text") && source.isPresent()) {
            Optional<SourceText> shown = model.opened().get().flatMap(Opened::text);
            // One that is gone is not opened again: whoever shows it closes it.
            boolean changed =
                    session.study().sources().has(source.get())
                            && !session.study()
                                    .sources()
                                    .get(source.get())
                                    .text()
                                    .equals(shown.map(SourceText::id));
            if (changed) {
                int at = text.caret().get();
                model.open(source.get());
                model.opened()
                        .get()
                        .flatMap(Opened::text)
                        .ifPresent(t -> text.reveal(Math.min(at, t.text().length())));
            }
        }
        if (tables.contains("doubt")
                || tables.contains("coding")
                || tables.contains("source_text")) {
            bar.refresh();
        }
    }

    private void correct() {
        Optional<SourceText> open = model.opened().get().flatMap(Opened::text);
        if (open.isEmpty()) {
            session.say("There is no text to correct.");
            return;
        }
        String all = open.get().text();
        int[] stretch =
                text.selection()
                        .get()
                        .map(s -> new int[] {s.start(), s.end()})
                        .orElseGet(() -> line(all));
        CorrectSheet.show(
                session,
                sheets,
                open.get(),
                stretch[0],
                stretch[1],
                plan -> apply(plan, stretch[0]),
                (words, instead) ->
                        ReplaceSheet.show(
                                session, sheets, model.source(), words, instead, this::apply));
    }

    private int[] line(String all) {
        int at = Math.clamp(text.caret().get(), 0, all.length());
        int newline = all.indexOf('\n', at);
        return new int[] {all.lastIndexOf('\n', at - 1) + 1, newline < 0 ? all.length() : newline};
    }

    private void replace() {
        Optional<String> words =
                model.opened()
                        .get()
                        .flatMap(Opened::text)
                        .flatMap(t -> text.selection().get().map(s -> words(t, s)));
        ReplaceSheet.show(session, sheets, model.source(), words.orElse(""), "", this::apply);
    }

    private static String words(SourceText text, Span span) {
        return text.text().substring(span.start(), span.end());
    }

    private void apply(CorrectionPlan plan) {
        apply(plan, text.caret().get());
    }

    private void apply(CorrectionPlan plan, int at) {
        sheets.away();
        session.jobs()
                .run(
                        "Correcting",
                        (Progress progress) ->
                                new Corrections(session.study()).apply(plan, progress),
                        (Corrected done) -> {
                            text.reveal(at);
                            session.say(sentence(done));
                        });
    }

    private static String sentence(Corrected done) {
        String where = done.sources() == 1 ? "" : " in " + done.sources() + " sources";
        String places =
                done.places() == 1 ? "Corrected" : done.places() + " places corrected" + where;
        return done.doubtful() == 0
                ? places + "; every coding kept its words."
                : places + "; " + done.doubtful() + " to look at, above the text.";
    }

    private void versions() {
        model.source()
                .ifPresentOrElse(
                        id -> TextVersionsSheet.show(session, sheets, id),
                        () -> session.say("Open a source first."));
    }

    /// Shows a plan's touch in one sentence.
    static String touches(CorrectionPlan plan) {
        if (plan.places() == 0) {
            return "Nothing would change.";
        }
        int sources = plan.parts().size();
        String places =
                plan.places() == 1
                        ? "1 place"
                        : plan.places()
                                + " places"
                                + (sources > 1 ? " in " + sources + " sources" : "");
        String move = Words.counted(plan.codings(), "coding moves", "codings move");
        return places
                + " · "
                + move
                + " and keep their words · "
                + (plan.doubtful() == 0 ? "none" : plan.doubtful())
                + " to look at";
    }
}

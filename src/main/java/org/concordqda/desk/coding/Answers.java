package org.concordqda.desk.coding;

import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Evidence;
import org.concordqda.model.Rating;
import org.concordqda.model.Span;
import org.concordqda.study.Form.Question;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What can be done with the answer the keyboard is in: evidence, note, certainty, flags; by key, palette
/// and mouse.
final class Answers implements AnswerActs {
    private final Session session;
    private final Sheets sheets;
    private final FormModel model;
    private final SourceTextView text;
    private @Nullable FormView form;

    Answers(Session session, Sheets sheets, FormModel model, SourceTextView text) {
        this.session = session;
        this.sheets = sheets;
        this.model = model;
        this.text = text;
    }

    void use(FormView shown) {
        form = shown;
    }

    @Override
    public void keepEvidence(Question question) {
        Optional<Span> span = text.selection().get();
        if (span.isEmpty()) {
            session.say("Select a passage; then Ctrl E keeps it as evidence of this answer.");
        } else {
            model.quote(question, span.get());
        }
    }

    @Override
    public void show(Evidence evidence) {
        sheets.away();
        if (evidence.span().isPresent()) {
            Span span = evidence.span().get();
            text.select(span.start(), span.end());
        } else if (evidence.source().isPresent()) {
            session.go(Destination.in(evidence.source().get(), 0, 0));
        } else {
            session.say("Linked: " + evidence.link());
        }
    }

    @Override
    public void details(Question question) {
        AnswerSheet.show(sheets, model, question, this);
    }

    /// Raises or lowers a flag of the answer in use.
    void flag(String flag) {
        current(q -> model.flag(q, flag));
    }

    void discuss() {
        flag("discuss");
    }

    void note() {
        current(this::details);
    }

    private void current(Consumer<Question> act) {
        FormView view = form;
        if (view != null) {
            view.current().ifPresent(act);
        }
    }

    List<Command> commands() {
        List<Command> commands =
                new ArrayList<>(
                        List.of(
                                Command.of(
                                        "Keep the selection as evidence of this answer",
                                        "Shortcut+E",
                                        () -> current(this::keepEvidence)),
                                Command.of("Note on this answer", "Shortcut+Shift+M", this::note),
                                Command.of("Flag this answer: discuss (F)", "", this::discuss),
                                Command.of(
                                        "Flag this answer: second opinion (Shift F)",
                                        "",
                                        () -> flag("second opinion")),
                                Command.of(
                                        "Flag this answer: translated",
                                        "Shortcut+Shift+T",
                                        () -> flag("translated"))));
        for (int i = 0; i < Rating.CERTAINTIES.size(); i++) {
            String level = Rating.CERTAINTIES.get(i);
            commands.add(
                    Command.of(
                            "How sure of this answer: " + level,
                            "Shortcut+DIGIT" + (i + 1),
                            () -> current(q -> model.certainty(q, level))));
        }
        return commands;
    }
}

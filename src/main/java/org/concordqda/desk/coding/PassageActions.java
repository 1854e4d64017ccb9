package org.concordqda.desk.coding;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.memos.MemosSheet;
import org.concordqda.desk.palette.CodePicker;
import org.concordqda.desk.session.Choices.Choice;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.PassageCodes;
import org.concordqda.desk.session.Session;
import org.concordqda.model.CodeId;
import org.concordqda.model.Coding;
import org.concordqda.model.CodingId;
import org.concordqda.model.SourceId;
import org.concordqda.model.Span;
import org.concordqda.study.Memos.Target;
import org.concordqda.text.Positions;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be done with the selected passage and the selected coding, by key, palette, menu and drop.
final class PassageActions {
    private final Session session;
    private final Sheets sheets;
    private final CodeModel model;
    private final SourceTextView text;
    private final CodePlace place;
    private @Nullable CodingBar bar;
    private List<Command> others = List.of();

    PassageActions(
            Session session, Sheets sheets, CodeModel model, SourceTextView text, CodePlace place) {
        this.session = session;
        this.sheets = sheets;
        this.model = model;
        this.text = text;
        this.place = place;
        text.setOnMenu(this::menu);
        text.setOnCopy(() -> copy(true));
        text.setOnEdge((mark, start, end) -> model.passages().resize(mark.id(), start, end));
        new PassageDrops(text, model, model.passages()::apply);
    }

    /// Commands of others that stand in the menu and the palette too.
    void alsoOffer(List<Command> more) {
        others = List.copyOf(more);
    }

    void useBar(CodingBar shown) {
        bar = shown;
    }

    /// Applies a code to the selection.
    void apply(CodeId code) {
        Optional<Span> span = text.selection().get();
        if (span.isEmpty()) {
            session.say("Select a passage first; then a code can be put on it.");
            return;
        }
        model.passages().apply(code, span.get());
    }

    private void applyRecent(int index) {
        List<CodeId> recent = model.recent().list();
        if (index >= 0 && index < recent.size()) {
            apply(recent.get(index));
        } else {
            session.say("No code has the digit " + (index + 1) + " yet; Ctrl K applies any code.");
        }
    }

    /// The coding that is selected, if it is the person's own; says so when it is not.
    private Optional<Mark> own() {
        Mark active = text.active().get();
        if (active == null) {
            session.say("Click a coding first.");
        } else if (!active.mine()) {
            session.say("That coding is another coder's; only its coder changes it.");
        }
        return Optional.ofNullable(active).filter(Mark::mine);
    }

    void removeActive() {
        own().ifPresent(
                        mark -> {
                            text.active().set(null);
                            model.passages().remove(mark.id());
                        });
    }

    /// Takes all of one's codes off the selection, or off the place of the caret.
    private void unmark() {
        int at = text.caret().get();
        Span span =
                text.selection()
                        .get()
                        .orElseGet(
                                () ->
                                        new Positions(model.text())
                                                .span(at, Math.min(at + 1, model.text().length())));
        List<CodingId> here = model.mine(span).stream().map(Coding::id).toList();
        if (here.isEmpty()) {
            session.say("None of your codes is on this passage.");
        } else {
            text.active().set(null);
            model.passages().removeAll(here);
        }
    }

    void recode() {
        own().ifPresent(
                        mark ->
                                sheets.show(
                                        CodePicker.of(
                                                sheets,
                                                "Put another code in the place of “"
                                                        + mark.name()
                                                        + "”",
                                                session,
                                                code -> model.recode(mark.id(), code))));
    }

    void toggleExemplar() {
        own().ifPresent(mark -> model.passages().toggleExemplar(mark.id()));
    }

    void compare() {
        activeFromSelection();
        Mark active = text.active().get();
        Optional<CodeId> code =
                active == null
                        ? model.recent().list().stream().findFirst()
                        : model.coding(active.id()).map(Coding::code);
        if (code.isEmpty()) {
            session.say("Click a coding first; then its code's other passages can be compared.");
            return;
        }
        CompareSheet.show(
                session,
                sheets,
                model,
                code.get(),
                Optional.ofNullable(active).flatMap(m -> model.coding(m.id())));
    }

    /// Goes to the next of the codings that overlap: at the coding that is selected, else at the caret.
    void cycle() {
        List<Mark> here = here();
        if (here.isEmpty()) {
            session.say("No coding is at the caret.");
        } else {
            text.cycle(here);
        }
    }

    /// The codings at the caret; where it is outside the selected coding, those over its beginning.
    List<Mark> here() {
        Mark active = text.active().get();
        int caret = text.caret().get();
        boolean at = active == null || (active.start() <= caret && caret < active.end());
        return text.marksAt(at || active == null ? caret : active.start());
    }

    /// On the coding that is selected; else on the selected passage; else on the source.
    private void memo() {
        activeFromSelection();
        if (text.active().get() != null && bar != null) {
            bar.focusMemo();
            return;
        }
        Optional<SourceId> source = model.source();
        Optional<Span> span = text.selection().get();
        if (source.isEmpty()) {
            session.say("Open a source first; then a memo can be written on it.");
        } else if (span.isPresent()) {
            session.attempt(
                            () ->
                                    session.study()
                                            .memos()
                                            .passage(
                                                    source.get(),
                                                    span.get().start(),
                                                    span.get().end()))
                    .ifPresent(target -> MemosSheet.write(session, sheets, target));
        } else {
            MemosSheet.write(session, sheets, new Target("source", source.get().value()));
        }
    }

    /// A coding whose passage is exactly what is selected counts as clicked.
    private void activeFromSelection() {
        if (text.active().get() == null) {
            text.selection()
                    .get()
                    .map(
                            s ->
                                    text.marks().touching(s.start(), s.end()).stream()
                                            .filter(
                                                    m ->
                                                            m.start() == s.start()
                                                                    && m.end() == s.end())
                                            .toList())
                    .filter(found -> !found.isEmpty())
                    .ifPresent(found -> text.active().set(found.getLast()));
        }
    }

    private void inVivo() {
        text.selection()
                .get()
                .ifPresentOrElse(
                        span -> InVivo.make(model, sheets, span),
                        () -> session.say("Select the words that should become a code."));
    }

    private void repeat() {
        List<CodeId> recent = model.recent().list();
        if (recent.isEmpty()) {
            session.say("No code was applied yet.");
        } else {
            apply(recent.getFirst());
        }
    }

    /// Selects the turn or comment the caret is in.
    private void selectTurn() {
        model.turnAt(text.caret().get()).ifPresent(t -> text.select(t.start(), t.end()));
    }

    /// Codes hits of a search: asks for the code, then one act.
    void codeHits(List<int[]> hits) {
        Positions positions = new Positions(model.text());
        List<Span> spans =
                hits.stream()
                        .map(h -> positions.span(positions.snap(h[0]), positions.snap(h[1])))
                        .filter(s -> s.length() > 0)
                        .toList();
        String what = spans.size() == 1 ? "this hit" : "these " + spans.size() + " hits";
        sheets.show(
                CodePicker.of(
                        sheets,
                        "Put a code on " + what,
                        session,
                        code -> {
                            if (spans.size() == 1) {
                                model.passages().apply(code, spans.getFirst());
                            } else {
                                model.passages()
                                        .applyAll(
                                                code,
                                                spans,
                                                coded ->
                                                        session.say(
                                                                coded
                                                                        + " of "
                                                                        + spans.size()
                                                                        + " hits were coded"
                                                                        + " now."));
                            }
                        }));
    }

    private void toggleOthers() {
        if (!model.others().get() && !model.othersAllowed()) {
            session.say(
                    "This round is blind: others' codes can be shown once it has been unsealed.");
        } else {
            model.others().set(!model.others().get());
        }
    }

    /// Copies the selected words; below them, when wanted, where they stand.
    private void copy(boolean located) {
        text.selection()
                .get()
                .ifPresent(
                        span -> {
                            String words = model.text().substring(span.start(), span.end());
                            ClipboardContent content = new ClipboardContent();
                            content.putString(
                                    located
                                            ? words + "\n[" + Locators.of(model, span) + "]"
                                            : words);
                            Clipboard.getSystemClipboard().setContent(content);
                        });
    }

    /// Keys of the text, when it has the keyboard; whether this was one.
    boolean key(KeyEvent e) {
        boolean arrow = e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT;
        if (e.isAltDown()) {
            return arrow && moveEdge(e);
        }
        if (e.isShortcutDown()) {
            return false;
        }
        switch (e.getCode()) {
            case DELETE, BACK_SPACE -> {
                if (e.isShiftDown() || text.active().get() == null) {
                    unmark();
                } else {
                    removeActive();
                }
            }
            case O -> cycle();
            case T -> {
                selectTurn();
                if (e.isShiftDown()) {
                    repeat();
                }
            }
            case ESCAPE -> text.active().set(null);
            default -> {
                if (!e.getCode().isDigitKey() || text.selection().get().isEmpty()) {
                    return false;
                }
                applyRecent(e.getCode().getChar().charAt(0) - '1');
            }
        }
        return true;
    }

    /// Alt and arrows move the end of the selected coding by words, with Ctrl by characters; with Shift its
    /// beginning.
    /// Without a chosen coding Alt and arrows go back and forward, as everywhere.
    private boolean moveEdge(KeyEvent e) {
        if (text.active().get() == null) {
            return false;
        }
        own().ifPresent(
                        mark -> {
                            model.passages()
                                    .moveEdge(
                                            mark.id(),
                                            !e.isShiftDown(),
                                            e.getCode() == KeyCode.RIGHT ? 1 : -1,
                                            !e.isShortcutDown());
                            text.follow(mark.id(), !e.isShiftDown());
                        });
        return true;
    }

    List<Command> commands() {
        List<Command> all = new ArrayList<>(ownCommands());
        all.addAll(others);
        return all;
    }

    private List<Command> ownCommands() {
        return List.of(
                Command.of("In vivo: make the selection a code", "Shortcut+I", this::inVivo),
                Command.of("Repeat the last code", "Shortcut+PERIOD", this::repeat),
                Command.of("Memo on this coding, passage or source", "Shortcut+M", this::memo),
                Command.of("Recode", "Shortcut+R", this::recode),
                Command.of(
                        "Mark as an example of its code", "Shortcut+Shift+X", this::toggleExemplar),
                Command.of("Next of the codings here (or O)", "Shortcut+O", this::cycle),
                Command.of("Compare with other passages", "Shortcut+J", this::compare),
                Command.of(
                        "Select the whole turn (or T; Shift T codes it)",
                        "Shortcut+T",
                        this::selectTurn),
                Command.of(
                        "Auto-code by rule",
                        "Shortcut+Shift+A",
                        () -> AutoCodeSheet.show(session, sheets, model)),
                Command.of("Take this coding away (Delete)", "", this::removeActive),
                Command.of("Take my codes off this passage (Shift Delete)", "", this::unmark),
                Command.of(
                        "Show others' codes, or hide them", "Shortcut+Shift+O", this::toggleOthers),
                Command.of(
                        "Line numbers",
                        "Shortcut+Shift+L",
                        () -> text.setLineNumbers(!text.hasLineNumbers())),
                Command.of("Copy the words alone", "Shortcut+Shift+C", () -> copy(false)));
    }

    /// The codes that can be applied, those used last first.
    List<Choice> choices() {
        if (text.selection().get().isEmpty()) {
            return List.of();
        }
        return PassageCodes.choices(session, model.recent().list(), this::apply);
    }

    private void menu(double x, double y) {
        PassageMenu.of(session, model, text, this::apply, commands()).show(place.view(), x, y);
    }
}

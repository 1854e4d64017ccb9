package org.concordqda.desk.coding;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.fx.Subscriptions;
import org.concordqda.desk.fx.Unread;
import org.concordqda.desk.memos.Autosave;
import org.concordqda.desk.palette.CodePicker;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Coding;
import org.concordqda.model.CodingId;
import org.concordqda.study.Comparisons;
import org.concordqda.study.Comparisons.Compared;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Constant comparison: the other passages under a code beside its definition, most distant and newest case
/// first, each in its context. From here a passage is opened, recoded, marked as an example, and written
/// about, by key or mouse.
final class CompareSheet {
    private final Session session;
    private final Sheets sheets;
    private final CodeModel model;
    private final Code code;
    private final Optional<Coding> from;
    private final Comparisons comparisons;
    private final ListView<Compared> list = new ListView<>();
    private final Latest latest = new Latest();
    private final Label count = Pieces.text("Reading …", "muted", "small");
    private final TextArea memo = Pieces.area("Memo on this passage", "");
    private final Button open = Pieces.button("Open", this::openPassage);
    private final Button recode = Pieces.button("Recode …", this::recode);
    private final Button exemplar = Pieces.button("Mark as an example", this::exemplar);
    private final Autosave autosave = new Autosave(this::storeMemo);
    private final Subscriptions bag = new Subscriptions();
    private final BooleanProperty notMine = new SimpleBooleanProperty();
    private @Nullable Coding shown;
    private boolean filling;

    private CompareSheet(
            Session session, Sheets sheets, CodeModel model, Code code, Optional<Coding> from) {
        this.session = session;
        this.sheets = sheets;
        this.model = model;
        this.code = code;
        this.from = from;
        comparisons = new Comparisons(session.study());
    }

    /// @param from the coding the comparison starts at, if one is selected
    static void show(
            Session session, Sheets sheets, CodeModel model, CodeId id, Optional<Coding> from) {
        model.code(id)
                .ifPresentOrElse(
                        code ->
                                new CompareSheet(session, sheets, model, code, from)
                                        .open(0, sheets::show),
                        () -> session.say("This code is not in the codebook any more."));
    }

    private void open(int at, BiConsumer<Region, Runnable> how) {
        RoundNames rounds = new RoundNames(session);
        list.setCellFactory(view -> new PassageCell(comparisons, rounds, this::other));
        list.setAccessibleText("Passages under " + code.name());
        list.setPlaceholder(Pieces.text("No other passage has this code yet.", "muted"));
        list.getStyleClass().add("passages");
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.addEventFilter(KeyEvent.KEY_TYPED, this::letter);
        list.getSelectionModel().selectedItemProperty().subscribe(this::select);
        HBox.setHgrow(list, Priority.ALWAYS);
        list.setMinWidth(380);
        memo.setPrefRowCount(4);
        memo.setMinHeight(72);
        memo.textProperty()
                .subscribe(
                        t -> {
                            if (!filling) {
                                autosave.touched();
                            }
                        });
        memo.focusedProperty()
                .subscribe(
                        on -> {
                            if (!on) {
                                autosave.now();
                            }
                        });
        ScrollPane definition = new ScrollPane(DefinitionBox.of(code));
        definition.setFitToWidth(true);
        definition.setFocusTraversable(false);
        VBox.setVgrow(definition, Priority.ALWAYS);
        VBox side =
                new VBox(
                        10,
                        Pieces.caps("Definition"),
                        definition,
                        memo,
                        act(open, "Enter"),
                        act(recode, "R"),
                        act(exemplar, "E"));
        var none = list.getSelectionModel().selectedItemProperty().isNull();
        for (Node each : List.of(open, memo)) {
            each.disableProperty().bind(none);
        }
        for (Node each : List.of(recode, exemplar)) {
            each.disableProperty().bind(none.or(notMine));
        }
        side.setMinWidth(270);
        side.setPrefWidth(270);
        HBox body = new HBox(20, list, side);
        VBox.setVgrow(body, Priority.ALWAYS);
        Label order =
                Pieces.text(
                        "Other cases first, then other sources of this case, other speakers, the same"
                                + " speaker; among them newest first.",
                        "faint",
                        "small");
        order.setMinWidth(0);
        VBox card =
                Sheets.card(
                        code.name(),
                        1000,
                        body,
                        Pieces.text("↑ ↓ next passage", "faint", "small"),
                        Pieces.primary("Close", "Esc", sheets::away));
        card.getChildren().add(1, Pieces.row(10, count, order));
        double room = sheets.getHeight() > 0 ? sheets.getHeight() - 110 : 640;
        card.setPrefHeight(Math.min(700, room));
        bag.add(session.beforeClose(autosave::now));
        how.accept(
                card,
                () -> {
                    autosave.now();
                    bag.end();
                });
        read(at);
    }

    private static HBox act(Button button, String key) {
        return Pieces.row(8, button, Pieces.spring(), Pieces.key(key));
    }

    /// Reads beside the window; there may be thousands.
    private void read(int at) {
        latest.read(
                session.jobs(),
                progress -> comparisons.under(code.id(), from, model.source()),
                all -> fill(all, at),
                why -> {
                    list.getItems().clear();
                    list.setPlaceholder(Unread.of(why, () -> read(at)));
                });
    }

    private void fill(List<Compared> all, int at) {
        Coding was = shown;
        String typed = memo.getText();
        int caret = memo.getCaretPosition();
        list.getItems().setAll(all);
        count.setText(Words.counted(all.size(), "other passage"));
        count.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        if (!all.isEmpty()) {
            int to = Math.clamp(at, 0, all.size() - 1);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 1));
        }
        if (!memo.isFocused()) {
            list.requestFocus();
        } else if (was != null && shown != null && was.id().equals(shown.id())) {
            // What is being typed stays.
            memo.setText(typed);
            memo.positionCaret(caret);
        }
    }

    private void select(@Nullable Compared compared) {
        autosave.now();
        Coding coding = compared == null ? null : compared.coding();
        shown = coding;
        filling = true;
        String other = coding == null ? "" : other(coding);
        notMine.set(!other.isEmpty());
        memo.setText(coding == null ? "" : coding.memo());
        memo.setEditable(coding != null && other.isEmpty());
        memo.setPromptText(
                other.isEmpty()
                        ? "Memo on this passage: how does it differ?"
                        : other + " coded this passage, and alone changes that.");
        exemplar.setText(
                coding != null && coding.exemplar() ? "No example any more" : "Mark as an example");
        filling = false;
    }

    /// Who coded it, when that is somebody else; else "".
    private String other(Coding coding) {
        return session.me().filter(coding.coder()::equals).isPresent()
                ? ""
                : session.study().coders().get(coding.coder()).name();
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER) {
            openPassage();
            e.consume();
        }
    }

    /// Letters act once they are typed, not pressed: the letter must not land in the field that opens.
    private void letter(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        switch (e.getCharacter().toLowerCase(Locale.ROOT)) {
            case "r" -> recode();
            case "e" -> exemplar();
            case "m" -> memo.requestFocus();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void openPassage() {
        Coding coding = shown;
        if (coding != null) {
            sheets.away();
            session.go(Destination.in(coding.source(), coding.span().start(), coding.span().end()));
        }
    }

    private void recode() {
        Coding coding = shown;
        if (coding == null || notMine.get()) {
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        sheets.show(
                CodePicker.of(
                        sheets,
                        "Put another code on this passage",
                        session,
                        to -> {
                            model.recode(coding.id(), to);
                            // Where it was refused, below the sentence that says so.
                            new CompareSheet(session, sheets, model, code, from)
                                    .open(at, sheets::under);
                        }));
    }

    private void exemplar() {
        Coding coding = shown;
        if (coding != null && !notMine.get()) {
            session.act(() -> session.study().codings().exemplar(coding.id(), !coding.exemplar()));
            replace(coding.id());
        }
    }

    /// Whether nothing is left to store.
    private boolean storeMemo() {
        Coding coding = shown;
        if (coding == null || coding.memo().equals(memo.getText().strip())) {
            return true;
        }
        boolean stored = model.passages().memo(coding.id(), memo.getText());
        if (stored) {
            replace(coding.id());
        }
        return stored;
    }

    /// Reads one passage again and leaves the others as they are.
    private void replace(CodingId id) {
        session.attempt(() -> session.study().codings().get(id))
                .ifPresent(
                        fresh -> {
                            List<Compared> all = list.getItems();
                            for (int i = 0; i < all.size(); i++) {
                                Compared was = all.get(i);
                                if (was.coding().id().equals(id)) {
                                    boolean selected = fresh.id().equals(idOf(shown));
                                    if (selected) {
                                        shown = fresh;
                                        exemplar.setText(
                                                fresh.exemplar()
                                                        ? "No example any more"
                                                        : "Mark as an example");
                                    }
                                    filling = true;
                                    all.set(
                                            i,
                                            new Compared(
                                                    fresh,
                                                    was.title(),
                                                    was.inCase(),
                                                    was.distance()));
                                    filling = false;
                                }
                            }
                        });
    }

    private static @Nullable CodingId idOf(@Nullable Coding coding) {
        return coding == null ? null : coding.id();
    }

    static Insets padding() {
        return new Insets(10, 14, 10, 12);
    }
}

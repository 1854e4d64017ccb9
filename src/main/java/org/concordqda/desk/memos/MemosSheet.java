package org.concordqda.desk.memos;

import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.FilterField;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.fx.Subscriptions;
import org.concordqda.desk.fx.Unread;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Session;
import org.concordqda.model.CoderId;
import org.concordqda.model.MemoAbout;
import org.concordqda.model.MemoKind;
import org.concordqda.study.MemoList.Kept;
import org.concordqda.study.MemoList.Line;
import org.concordqda.study.MemoList.Wanted;
import org.concordqda.study.Memos.Target;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All memos: searched, filtered, read and written, on a card over the place one is in.
public final class MemosSheet {
    private final Session session;
    private final Sheets sheets;
    private final MemosModel model;
    private final MemoEditor editor;
    private String refused = "";
    private final ListView<Line> list = new ListView<>();
    private final FilterField search = new FilterField("Search memos");
    private final ComboBox<Choice<MemoKind>> kinds = new ComboBox<>();
    private final ComboBox<Choice<MemoAbout>> abouts = new ComboBox<>();
    private final ComboBox<Choice<CoderId>> coders = new ComboBox<>();
    private final Label count = Pieces.text("", "muted", "small");
    private final Subscriptions bag = new Subscriptions();
    private boolean following;

    /// One choice of a filter; no value means all.
    private record Choice<T>(@Nullable T value, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    private MemosSheet(Session session, Sheets sheets) {
        this.session = session;
        this.sheets = sheets;
        model = new MemosModel(session);
        editor = new MemoEditor(model, this::go);
    }

    /// Shows all memos.
    public static void show(Session session, Sheets sheets) {
        new MemosSheet(session, sheets).open(Optional.empty());
    }

    /// Shows the analytic journal, ready for a new entry.
    public static void journal(Session session, Sheets sheets) {
        MemosSheet sheet = new MemosSheet(session, sheets);
        sheet.open(Optional.of(MemoAbout.STUDY));
        sheet.begin(session.study().memos().journal());
    }

    /// Begins a memo about something.
    public static void write(Session session, Sheets sheets, Target target) {
        MemosSheet sheet = new MemosSheet(session, sheets);
        sheet.open(Optional.empty());
        sheet.begin(target);
    }

    /// Opens what was written: a memo, a memo on a coding, a note on an answer.
    public static void open(Session session, Sheets sheets, Kept kept, long id) {
        MemosSheet sheet = new MemosSheet(session, sheets);
        sheet.model.openFirst(kept, id);
        sheet.open(Optional.empty());
    }

    private void begin(Target target) {
        if (!editor.storeNow()) {
            return;
        }
        list.getSelectionModel().clearSelection();
        model.begin(target);
        editor.write();
    }

    private void open(Optional<MemoAbout> about) {
        search.textProperty().subscribe(t -> want());
        search.leadsTo(list);
        fill(kinds, "Every kind", List.of(MemoKind.values()), MemoWords::of);
        fill(abouts, "On anything", MemosModel.abouts(), MemoWords::of);
        kinds.setAccessibleText("Kind");
        abouts.setAccessibleText("About");
        coders.setAccessibleText("Writer");
        coders.getItems().setAll(List.of(new Choice<>(null, "Everybody")));
        coders.setValue(coders.getItems().getFirst());
        abouts.getItems().stream()
                .filter(c -> about.filter(a -> a == c.value()).isPresent())
                .findFirst()
                .ifPresent(abouts::setValue);
        kinds.valueProperty().subscribe(v -> want());
        abouts.valueProperty().subscribe(v -> want());
        coders.valueProperty().subscribe(v -> want());
        list.setCellFactory(view -> new Cell());
        list.setFixedCellSize(74);
        list.setAccessibleText("Memos");
        list.setPlaceholder(Pieces.text("No memo fits.", "muted"));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        line -> {
                            if (line != null && !following) {
                                if (editor.storeNow()) {
                                    model.open(line);
                                }
                            }
                        });
        VBox.setVgrow(list, Priority.ALWAYS);
        model.shown().subscribe(this::follow);
        model.draft().subscribe(d -> follow(model.shown().get()));
        HBox filters = Pieces.row(6, abouts, kinds, coders);
        filters.setMinHeight(Region.USE_PREF_SIZE);
        for (ComboBox<?> box : List.of(abouts, kinds, coders)) {
            box.getStyleClass().add("quiet-combo");
            box.setMinWidth(90);
        }
        Unread unread = new Unread(model::refresh);
        model.unread().subscribe(unread::say);
        VBox left = new VBox(8, search, filters, unread, list, count);
        left.setMinWidth(300);
        left.setPrefWidth(370);
        HBox body = new HBox(left, editor);
        HBox.setHgrow(editor, Priority.ALWAYS);
        body.getStyleClass().add("memos");
        editor.setMinWidth(320);
        VBox card =
                Sheets.card(
                        "Memos", 1040, body, fresh(), Pieces.primary("Done", "Esc", sheets::away));
        VBox.setVgrow(body, Priority.ALWAYS);
        double room = sheets.getHeight() > 0 ? sheets.getHeight() - 110 : 640;
        card.setPrefHeight(Math.min(720, room));
        bag.add(session.onActed(tables -> model.refresh()));
        bag.add(session.beforeClose(editor::storeNow));
        sheets.show(card, () -> leave(card));
        model.refresh();
    }

    /// What could not be stored keeps the card open, below the sentence that says why; when it cannot be stored
    /// a second time, unchanged, one may leave.
    private void leave(VBox card) {
        String typed = editor.typed();
        if (editor.storeNow() || typed.equals(refused)) {
            bag.end();
        } else {
            refused = typed;
            Platform.runLater(() -> sheets.under(card, () -> leave(card)));
        }
    }

    private static <T> void fill(
            ComboBox<Choice<T>> box,
            String all,
            List<T> values,
            java.util.function.Function<T, String> words) {
        box.getItems().add(new Choice<>(null, all));
        values.forEach(v -> box.getItems().add(new Choice<>(v, words.apply(v))));
        box.setValue(box.getItems().getFirst());
    }

    private MenuButton fresh() {
        MenuButton fresh = new MenuButton("New memo");
        fresh.getStyleClass().add("plain");
        item(fresh, "In the analytic journal", session.study().memos().journal());
        session.round()
                .get()
                .ifPresent(
                        r ->
                                item(
                                        fresh,
                                        "On the round " + r.name(),
                                        target("round", r.id().value())));
        session.study()
                .coders()
                .list()
                .forEach(
                        c ->
                                item(
                                        fresh,
                                        "On the coder " + c.name(),
                                        target("coder", c.id().value())));
        return fresh;
    }

    private static Target target(String kind, long id) {
        return new Target(kind, id);
    }

    private void item(MenuButton menu, String words, Target target) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> begin(target));
        menu.getItems().add(item);
    }

    private void want() {
        model.want(new Wanted(search.getText(), value(kinds), value(coders), value(abouts)));
    }

    private static <T> Optional<T> value(ComboBox<Choice<T>> box) {
        return Optional.ofNullable(box.getValue()).flatMap(c -> Optional.ofNullable(c.value()));
    }

    private void follow(List<Line> lines) {
        following = true;
        if (!list.getItems().equals(lines)) {
            list.getItems().setAll(lines);
        }
        for (int i = 0; i < lines.size(); i++) {
            if (model.draft().get().is(lines.get(i))) {
                list.getSelectionModel().select(i);
            }
        }
        Map<String, CoderId> names = new TreeMap<>();
        model.all().forEach(l -> names.put(l.coderName(), l.coder()));
        if (coders.getItems().size() != names.size() + 1) {
            Choice<CoderId> was = coders.getValue();
            coders.getItems().setAll(List.of(new Choice<>(null, "Everybody")));
            names.forEach((name, id) -> coders.getItems().add(new Choice<>(id, name)));
            coders.setValue(was);
        }
        coders.setVisible(names.size() > 1);
        int n = lines.size();
        count.setText(Words.counted(n, "memo"));
        following = false;
    }

    private void go() {
        editor.storeNow();
        model.current()
                .ifPresent(
                        line -> {
                            Optional<Destination> to = destination(line);
                            to.ifPresent(
                                    d -> {
                                        sheets.away();
                                        session.go(d);
                                    });
                        });
    }

    private static Optional<Destination> destination(Line line) {
        return switch (line.about()) {
            case SOURCE, PASSAGE, UNIT, CODING, RATING ->
                    line.source().map(s -> Destination.in(s, line.start(), line.end()));
            case CODE -> Optional.of(Destination.of("Codebook"));
            case ROUND, CODER -> Optional.of(Destination.of("Rounds"));
            case CASE -> Optional.of(Destination.of("Sources"));
            case STUDY -> Optional.empty();
        };
    }

    private static final class Cell extends ListCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label title = Pieces.text(line.title(), "strong");
            title.setMinWidth(0);
            HBox.setHgrow(title, Priority.ALWAYS);
            title.setMaxWidth(Double.MAX_VALUE);
            Label kind = Pieces.chip(MemoWords.of(line.kind()), "square");
            Label body = Pieces.text(Words.oneLine(line.body()), "muted");
            Label foot =
                    Pieces.text(
                            line.coderName()
                                    + " · "
                                    + MemoWords.time(line.at())
                                    + " · "
                                    + line.aboutWords(),
                            "faint",
                            "small");
            body.setMinWidth(0);
            foot.setMinWidth(0);
            VBox words = new VBox(2, Pieces.row(6, title, kind), body, foot);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setPadding(new Insets(0, 12, 0, 12));
            words.setPrefWidth(1);
            words.setMinWidth(0);
            setGraphic(words);
            setAccessibleText(line.title() + ", " + line.aboutWords() + ", " + line.coderName());
        }
    }
}

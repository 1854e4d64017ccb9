package org.concordqda.desk.shell;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.concordqda.desk.fx.Context;
import org.concordqda.desk.fx.HeadedLists;
import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.fx.Unread;
import org.concordqda.desk.palette.CodePicker;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.ReachNames;
import org.concordqda.desk.session.Session;
import org.concordqda.model.CodeId;
import org.concordqda.model.MemoId;
import org.concordqda.study.AutoCodes;
import org.concordqda.study.AutoCodes.Passage;
import org.concordqda.study.AutoCodes.Reach;
import org.concordqda.study.Finder;
import org.concordqda.study.Finder.Found;
import org.concordqda.study.Finder.Kind;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Finds words in every text, memo, code and note as one types, grouped by source, with what stands around
/// them. Enter opens the hit; hits in texts can be ticked and coded together.
public final class FindSheet extends VBox {
    private static final int MOST = 200;

    private final Session session;
    private final Sheets sheets;
    private final Consumer<MemoId> memos;
    private final TextField field = Pieces.field("Find in texts, memos, codes and notes");
    private final ListView<Line> list = new ListView<>();
    private final Label count = Pieces.text("", "muted", "small");
    private final PauseTransition pause = new PauseTransition(Duration.millis(90));
    private final Set<Kind> kinds = EnumSet.allOf(Kind.class);
    private final Set<Found> ticked = new LinkedHashSet<>();
    private final ComboBox<Reach> reach = ReachNames.box(Reach.WORDS);
    private final Button code = Pieces.primary("Code them …", "Ctrl Enter", this::chooseCode);
    private List<Found> texts = List.of();
    private List<Found> rest = List.of();
    private final Latest latestTexts = new Latest();
    private final Unread unread = new Unread(this::find);
    private final Latest latestRest = new Latest();
    private int unanswered;
    private boolean hurried;

    /// A line of the list: the place its hits stand in, or a hit.
    private record Line(String heading, Optional<Found> found) {}

    /// @param memos opens a memo that was found
    public FindSheet(Session session, Sheets sheets, Consumer<MemoId> memos) {
        this.session = session;
        this.sheets = sheets;
        this.memos = memos;
        getStyleClass().add("ask-card");
        setPadding(new Insets(14));
        setSpacing(10);
        setPrefSize(900, 600);
        setMinHeight(0);
        field.textProperty()
                .subscribe(
                        words -> {
                            hurried = false;
                            pause.playFromStart();
                        });
        pause.setOnFinished(e -> find());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setFocusTraversable(false);
        list.setFixedCellSize(30);
        list.setMinHeight(0);
        list.setAccessibleText("What was found");
        list.setPlaceholder(Pieces.text("Whole words; the last may be unfinished.", "muted"));
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(
                e -> {
                    if (e.getClickCount() == 2) {
                        open();
                    }
                });
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox filter = Pieces.row(6);
        for (Kind kind : Kind.values()) {
            filter.getChildren().add(toggle(kind));
        }
        filter.getChildren().addAll(Pieces.spring(), count);
        code.setDisable(true);
        HBox foot =
                Pieces.row(
                        8,
                        Pieces.text("Enter opens, Space after Tab ticks", "muted", "small"),
                        Pieces.spring(),
                        Pieces.text("Code", "muted"),
                        reach,
                        code);
        getChildren().addAll(field, filter, unread, list, foot);
    }

    private ToggleButton toggle(Kind kind) {
        ToggleButton button =
                new ToggleButton(
                        switch (kind) {
                            case TEXT -> "Texts";
                            case MEMO -> "Memos";
                            case CODE -> "Codes";
                            case NOTE -> "Notes";
                        });
        button.getStyleClass().addAll("plain", "tab");
        button.setSelected(true);
        button.selectedProperty()
                .subscribe(
                        (was, on) -> {
                            if (on) {
                                kinds.add(kind);
                            } else {
                                kinds.remove(kind);
                            }
                            show();
                        });
        return button;
    }

    private void find() {
        latestTexts.forget();
        latestRest.forget();
        String words = field.getText();
        unread.say("");
        ticked.clear();
        texts = List.of();
        rest = List.of();
        unanswered = 0;
        if (words.isBlank()) {
            show();
            return;
        }
        unanswered = 2;
        Finder finder = new Finder(session.study());
        // Texts have an index and come at once; notes of a large study take a moment longer.
        latestTexts.read(
                session.jobs(),
                progress -> finder.find(words, EnumSet.of(Kind.TEXT), MOST),
                found -> {
                    texts = found;
                    answered();
                },
                unread::say);
        latestRest.read(
                session.jobs(),
                progress -> finder.find(words, EnumSet.complementOf(EnumSet.of(Kind.TEXT)), MOST),
                found -> {
                    rest = found;
                    answered();
                },
                unread::say);
    }

    private void answered() {
        unanswered--;
        show();
        if (hurried && selected().isPresent()) {
            hurried = false;
            open();
        }
    }

    private void show() {
        List<Line> lines = new ArrayList<>();
        List<Found> shown = new ArrayList<>(texts);
        shown.addAll(rest);
        shown.removeIf(f -> !kinds.contains(f.kind()));
        Set<String> headings = new LinkedHashSet<>();
        shown.forEach(f -> headings.add(heading(f)));
        java.util.Map<String, List<Found>> groups = new java.util.LinkedHashMap<>();
        shown.forEach(f -> groups.computeIfAbsent(heading(f), h -> new ArrayList<>()).add(f));
        groups.forEach(
                (heading, hits) -> {
                    lines.add(new Line(heading, Optional.empty()));
                    hits.forEach(h -> lines.add(new Line("", Optional.of(h))));
                });
        list.getItems().setAll(lines);
        move(-1, 1);
        count.setText(said(shown));
        ticked.retainAll(Set.copyOf(shown));
        ticks();
    }

    private static String heading(Found found) {
        return switch (found.kind()) {
            case TEXT -> found.where();
            case MEMO -> "Memos";
            case CODE -> "Codebook";
            case NOTE -> "Note on: " + found.where();
        };
    }

    private String said(List<Found> shown) {
        if (field.getText().isBlank()) {
            return "";
        }
        long sources = shown.stream().flatMap(f -> f.source().stream()).distinct().count();
        if (shown.isEmpty()) {
            return "Nothing found";
        }
        String more = texts.size() == MOST ? "the best " + MOST + " texts; " : "";
        return more
                + Words.counted(shown.size(), "place")
                + (sources > 1 ? " in " + sources + " sources" : "");
    }

    private void key(KeyEvent e) {
        boolean inField = field.equals(e.getTarget());
        int at = list.getSelectionModel().getSelectedIndex();
        if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
            chooseCode();
        } else if (e.getCode() == KeyCode.ENTER && (inField || list.equals(e.getTarget()))) {
            open();
        } else if (inField && e.getCode() == KeyCode.DOWN) {
            move(at, 1);
        } else if (inField && e.getCode() == KeyCode.UP) {
            move(at, -1);
        } else if (e.isShortcutDown() && e.getCode() == KeyCode.T) {
            tickSelected();
        } else {
            return;
        }
        e.consume();
    }

    private void move(int from, int by) {
        HeadedLists.step(list, from, by, 6, line -> line.found().isPresent());
    }

    private Optional<Found> selected() {
        Line line = list.getSelectionModel().getSelectedItem();
        return line == null ? Optional.empty() : line.found();
    }

    private void tickSelected() {
        selected().filter(f -> f.kind() == Kind.TEXT).ifPresent(this::tick);
        list.refresh();
    }

    private void tick(Found found) {
        if (!ticked.remove(found)) {
            ticked.add(found);
        }
        ticks();
    }

    private void ticks() {
        boolean any = texts.stream().anyMatch(t -> kinds.contains(Kind.TEXT));
        code.setDisable(!any || !session.study().writable());
        code.setText(ticked.isEmpty() ? "Code this hit …" : "Code " + ticked.size() + " hits …");
    }

    /// What is on show are hits of the words in the field, or none yet.
    private void lookedUp() {
        if (pause.getStatus() == Animation.Status.RUNNING) {
            pause.stop();
            list.getItems().clear();
            find();
        }
    }

    /// Opens the hit; of words that are not looked up yet, the first as soon as there is one: never a hit of
    /// the words before them.
    private void open() {
        lookedUp();
        hurried = unanswered > 0 && selected().isEmpty();
        selected()
                .ifPresent(
                        found -> {
                            if (found.source().isPresent()) {
                                sheets.away();
                                session.go(
                                        Destination.in(
                                                found.source().get(), found.start(), found.end()));
                            } else if (found.kind() == Kind.CODE) {
                                sheets.away();
                                session.go(
                                        found.code()
                                                .map(Destination::to)
                                                .orElseGet(() -> Destination.of("Codebook")));
                            } else {
                                found.memo().ifPresent(memos);
                            }
                        });
    }

    private void chooseCode() {
        lookedUp();
        List<Found> hits =
                ticked.isEmpty()
                        ? selected().filter(f -> f.kind() == Kind.TEXT).stream().toList()
                        : List.copyOf(ticked);
        if (hits.isEmpty()) {
            return;
        }
        Reach how = reach.getValue();
        sheets.show(
                CodePicker.of(
                        sheets,
                        hits.size() == 1
                                ? "Put which code on this hit?"
                                : "Put which code on these " + hits.size() + " hits?",
                        session,
                        c -> apply(hits, how, c)));
    }

    private void apply(List<Found> hits, Reach how, CodeId chosen) {
        AutoCodes rules = new AutoCodes(session.study());
        session.attempt(session::actingRound)
                .ifPresent(
                        round ->
                                session.jobs()
                                        .run(
                                                "Coding",
                                                progress -> {
                                                    List<Passage> all = rules.around(hits, how);
                                                    return rules.apply(
                                                            round, all, chosen, progress);
                                                },
                                                n ->
                                                        session.say(
                                                                n == 0
                                                                        ? "They have this code"
                                                                                + " already."
                                                                        : Words.counted(
                                                                                        n,
                                                                                        "passage")
                                                                                + " coded. One"
                                                                                + " undo takes all"
                                                                                + " back.")));
    }

    private final class Cell extends ListCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
            } else if (line.found().isEmpty()) {
                Label heading = Pieces.text(line.heading(), "strong", "small");
                HBox row = Pieces.row(0, heading);
                row.setPadding(new Insets(6, 10, 0, 10));
                row.setPrefWidth(1);
                setGraphic(row);
            } else {
                setGraphic(row(line.found().get()));
            }
        }

        private HBox row(Found found) {
            CheckBox tick = new CheckBox();
            tick.setAccessibleText("To be coded: " + found.hit());
            tick.setSelected(ticked.contains(found));
            tick.setVisible(found.kind() == Kind.TEXT);
            tick.setOnAction(e -> tick(found));
            Context words = new Context(found.before(), found.hit(), found.after());
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = Pieces.row(8, tick, words);
            if (found.kind() == Kind.CODE || found.kind() == Kind.MEMO) {
                Label where = Pieces.text(found.where(), "muted", "small");
                where.setMaxWidth(260);
                row.getChildren().add(where);
            }
            row.setPadding(new Insets(0, 10, 0, 18));
            row.setPrefWidth(1);
            return row;
        }
    }
}

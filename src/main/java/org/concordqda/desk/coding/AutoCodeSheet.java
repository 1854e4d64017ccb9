package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.ChoiceWords;
import org.concordqda.desk.fx.Context;
import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.ReachNames;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.model.Dimension;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.study.AutoCodes;
import org.concordqda.study.AutoCodes.Passage;
import org.concordqda.study.AutoCodes.Reach;
import org.concordqda.study.AutoCodes.Rule;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Coding by rule: words, a pattern, a speaker or a label; what it picks out is counted and shown in its
/// context, each with a tick, before anything is coded; one undo takes it back.
final class AutoCodeSheet {
    private final Session session;
    private final Sheets sheets;
    private final CodeModel model;
    private final TextField words =
            Pieces.field("Words to look for; empty for whole turns or comments");
    private final CheckBox pattern = new CheckBox("Regular expression");
    private final TextField speaker = Pieces.field("Speaker or role (any)");
    private final TextField label = Pieces.field("Label of the issue (any)");
    private final ComboBox<Reach> reach = ReachNames.box(Reach.SENTENCE);
    private final CheckBox here = new CheckBox("Only the open source");
    private final ComboBox<Code> code = new ComboBox<>();
    private final Map<Code, String> paths = new HashMap<>();
    private final ListView<Line> preview = new ListView<>();
    private final Label count = Pieces.text("", "muted");
    private final Button apply = Pieces.primary("Code them", "", this::apply);
    private final Button all = Pieces.button("Tick all", () -> tickAll(true));
    private final Button none = Pieces.button("Tick none", () -> tickAll(false));
    private final Latest latest = new Latest();
    private Jobs.@Nullable Running looking;
    private List<Passage> found = List.of();
    private final Set<Integer> left = new HashSet<>();

    /// A line of the preview: the title of a source, or a passage by its place in `found`.
    private record Line(String heading, int passage) {}

    private AutoCodeSheet(Session session, Sheets sheets, CodeModel model) {
        this.session = session;
        this.sheets = sheets;
        this.model = model;
        for (Dimension dimension : model.passageDimensions()) {
            for (Code each : dimension.allCodes()) {
                if (!each.retired()) {
                    code.getItems().add(each);
                    paths.put(each, dimension.path(each.id()).orElse(each.name()));
                }
            }
        }
        code.setConverter(new ChoiceWords<>(c -> paths.getOrDefault(c, c.name())));
        code.setAccessibleText("Code");
        code.setPromptText("Code");
        code.setMaxWidth(300);
        code.getItems().stream()
                .filter(
                        c ->
                                model.recent().list().stream()
                                        .findFirst()
                                        .filter(c.id()::equals)
                                        .isPresent())
                .findFirst()
                .or(() -> code.getItems().stream().findFirst())
                .ifPresent(code::setValue);
        apply.setDisable(true);
        all.setDisable(true);
        none.setDisable(true);
        for (TextField each : List.of(words, speaker, label)) {
            each.setOnAction(e -> look());
        }
        preview.setFixedCellSize(30);
        preview.setPrefHeight(320);
        preview.setMinHeight(0);
        preview.setAccessibleText("Passages that would be coded");
        preview.setPlaceholder(
                Pieces.text("Enter shows what the rule picks out; nothing is coded yet.", "muted"));
        preview.setCellFactory(view -> new Cell());
    }

    static void show(Session session, Sheets sheets, CodeModel model) {
        if (model.passageDimensions().isEmpty()) {
            session.say(
                    "The codebook has no codes for passages yet; Ctrl+I makes one of selected words.");
            return;
        }
        new AutoCodeSheet(session, sheets, model).show();
    }

    private void show() {
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox.setHgrow(speaker, Priority.ALWAYS);
        HBox.setHgrow(label, Priority.ALWAYS);
        VBox fields =
                new VBox(
                        10,
                        Pieces.row(10, words, pattern),
                        Pieces.row(10, speaker, label, here),
                        Pieces.row(
                                10,
                                Pieces.text("Code", "muted"),
                                reach,
                                Pieces.text("as", "muted"),
                                code,
                                Pieces.spring(),
                                Pieces.button("Preview", this::look)),
                        Pieces.hairline(),
                        Pieces.row(8, count, Pieces.spring(), all, none),
                        preview);
        VBox.setVgrow(preview, Priority.ALWAYS);
        fields.setMinHeight(0);
        sheets.show(
                Sheets.card(
                        "Auto-code by rule",
                        860,
                        fields,
                        Pieces.button("Cancel", sheets::away),
                        apply),
                this::stop);
    }

    private void look() {
        Optional<SourceId> only = here.isSelected() ? model.source() : Optional.empty();
        Rule rule =
                new Rule(
                        words.getText(),
                        pattern.isSelected(),
                        speaker.getText(),
                        label.getText(),
                        reach.getValue(),
                        only);
        count.setText("Looking …");
        looking =
                session.jobs()
                        .run(
                                "Looking for passages",
                                progress -> {
                                    List<Passage> passages =
                                            new AutoCodes(session.study()).find(rule, progress);
                                    Map<SourceId, String> titles = new HashMap<>();
                                    for (Source source : session.study().sources().list()) {
                                        titles.put(source.id(), source.title());
                                    }
                                    return new Picked(passages, titles);
                                },
                                latest.only(
                                        picked -> {
                                            looking = null;
                                            shown(picked);
                                        }),
                                () -> {
                                    // What another rule picked out would be coded under the words
                                    // of this
                                    // one.
                                    looking = null;
                                    shown(new Picked(List.of(), Map.of()));
                                    count.setText("");
                                });
    }

    /// Nobody waits for what is being looked for any more.
    private void stop() {
        Jobs.Running now = looking;
        looking = null;
        if (now != null) {
            now.cancel().run();
        }
    }

    /// What a rule picks out, with the titles of sources.
    private record Picked(List<Passage> passages, Map<SourceId, String> titles) {}

    private void shown(Picked picked) {
        List<Passage> passages = picked.passages;
        Map<SourceId, String> titles = picked.titles;
        found = passages;
        left.clear();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            SourceId source = passages.get(i).source();
            if (i == 0 || !passages.get(i - 1).source().equals(source)) {
                lines.add(new Line(titles.getOrDefault(source, ""), -1));
            }
            lines.add(new Line("", i));
        }
        preview.getItems().setAll(lines);
        counted();
    }

    private List<Passage> ticked() {
        List<Passage> chosen = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (!left.contains(i)) {
                chosen.add(found.get(i));
            }
        }
        return chosen;
    }

    private void counted() {
        List<Passage> chosen = ticked();
        long sources = chosen.stream().map(Passage::source).distinct().count();
        String what =
                Words.counted(chosen.size(), "passage") + " in " + Words.counted(sources, "source");
        count.setText(
                found.isEmpty()
                        ? "Nothing fits."
                        : left.isEmpty() ? what : what + ", " + left.size() + " left out");
        apply.setText(chosen.isEmpty() ? "Code them" : "Code " + chosen.size());
        apply.setDisable(chosen.isEmpty() || code.getValue() == null);
        all.setDisable(left.isEmpty());
        none.setDisable(chosen.isEmpty());
    }

    private void tickAll(boolean on) {
        left.clear();
        if (!on) {
            for (int i = 0; i < found.size(); i++) {
                left.add(i);
            }
        }
        preview.refresh();
        counted();
    }

    private void apply() {
        Code chosen = code.getValue();
        if (chosen == null) {
            return;
        }
        sheets.away();
        List<Passage> passages = ticked();
        session.attempt(session::actingRound)
                .ifPresent(
                        round ->
                                session.jobs()
                                        .run(
                                                "Coding",
                                                progress ->
                                                        new AutoCodes(session.study())
                                                                .apply(
                                                                        round,
                                                                        passages,
                                                                        chosen.id(),
                                                                        progress),
                                                n -> session.say(done(n, chosen))));
    }

    private static String done(int n, Code chosen) {
        return n == 0
                ? "Every one of them is coded “" + chosen.name() + "” already."
                : Words.counted(n, "passage")
                        + " coded “"
                        + chosen.name()
                        + "”. One undo takes all back.";
    }

    private final class Cell extends ListCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
            } else if (line.passage() < 0) {
                HBox row = Pieces.row(0, Pieces.text(line.heading(), "strong", "small"));
                row.setPadding(new Insets(6, 10, 0, 4));
                row.setPrefWidth(1);
                setGraphic(row);
            } else {
                Passage p = found.get(line.passage());
                CheckBox tick = new CheckBox();
                tick.setAccessibleText("Code: " + p.quote());
                tick.setSelected(!left.contains(line.passage()));
                tick.setOnAction(
                        e -> {
                            if (tick.isSelected()) {
                                left.remove(line.passage());
                            } else {
                                left.add(line.passage());
                            }
                            counted();
                        });
                Context words = new Context(p.before(), p.quote(), p.after());
                HBox.setHgrow(words, Priority.ALWAYS);
                HBox row = Pieces.row(8, tick, words);
                row.setPadding(new Insets(0, 10, 0, 10));
                row.setPrefWidth(1);
                setGraphic(row);
            }
        }
    }
}

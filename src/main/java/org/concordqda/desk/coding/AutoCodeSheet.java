package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.model.Dimension;
import org.concordqda.model.SourceId;
import org.concordqda.study.AutoCodes;
import org.concordqda.study.AutoCodes.Passage;
import org.concordqda.study.AutoCodes.Reach;
import org.concordqda.study.AutoCodes.Rule;

import java.util.List;
import java.util.Optional;

/// Coding by rule: words, a pattern or a speaker; what it picks out is shown and counted before anything is
/// coded; one undo takes it back.
final class AutoCodeSheet {
    private static final int SHOWN = 60;

    private final Session session;
    private final Sheets sheets;
    private final CodeModel model;
    private final TextField words = field("Words to look for; empty for whole turns of a speaker");
    private final CheckBox pattern = new CheckBox("Regular expression");
    private final TextField speaker = field("Speaker or role (any)");
    private final ComboBox<Reach> reach = new ComboBox<>();
    private final CheckBox here = new CheckBox("Only the open source");
    private final ComboBox<Code> code = new ComboBox<>();
    private final VBox preview = new VBox(4);
    private final Label count = Pieces.text("", "muted");
    private final Button apply = Pieces.primary("Code them", "", this::apply);
    private List<Passage> found = List.of();

    private AutoCodeSheet(Session session, Sheets sheets, CodeModel model) {
        this.session = session;
        this.sheets = sheets;
        this.model = model;
        reach.getItems().setAll(Reach.values());
        reach.setValue(Reach.SENTENCE);
        reach.setConverter(
                naming(
                        r ->
                                switch (r) {
                                    case WORDS -> "the words";
                                    case SENTENCE -> "their sentence";
                                    case TURN -> "their turn or comment";
                                }));
        reach.setAccessibleText("How much is coded");
        for (Dimension dimension : model.passageDimensions()) {
            dimension.allCodes().stream()
                    .filter(c -> !c.retired())
                    .forEach(c -> code.getItems().add(c));
        }
        code.setConverter(naming(Code::name));
        code.setAccessibleText("Code");
        code.setPromptText("Code");
        if (!code.getItems().isEmpty()) {
            code.setValue(code.getItems().getFirst());
        }
        apply.setDisable(true);
        words.setOnAction(e -> look());
        speaker.setOnAction(e -> look());
    }

    static void show(Session session, Sheets sheets, CodeModel model) {
        if (model.passageDimensions().isEmpty()) {
            session.say("The codebook has no codes for passages yet.");
            return;
        }
        new AutoCodeSheet(session, sheets, model).show();
    }

    private void show() {
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox.setHgrow(speaker, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(preview);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(280);
        preview.setPadding(new Insets(0, 12, 0, 0));
        VBox fields =
                new VBox(
                        10,
                        Pieces.row(10, words, pattern),
                        Pieces.row(10, speaker, Pieces.text("code", "muted"), reach, here),
                        Pieces.row(
                                10,
                                Pieces.button("Preview", this::look),
                                count,
                                Pieces.spring(),
                                code),
                        Pieces.hairline(),
                        scroll);
        sheets.show(
                Sheets.card(
                        "Code by rule", 760, fields, Pieces.button("Cancel", sheets::away), apply));
    }

    private void look() {
        Optional<SourceId> only = here.isSelected() ? model.source() : Optional.empty();
        Rule rule =
                new Rule(
                        words.getText(),
                        pattern.isSelected(),
                        speaker.getText(),
                        reach.getValue(),
                        only);
        count.setText("Looking …");
        session.jobs()
                .run(
                        "Looking for passages",
                        progress -> new AutoCodes(session.study()).find(rule, progress),
                        this::shown);
    }

    private void shown(List<Passage> passages) {
        found = passages;
        long sources = passages.stream().map(Passage::source).distinct().count();
        count.setText(
                passages.isEmpty()
                        ? "Nothing fits."
                        : passages.size() + " passages in " + sources + " sources");
        preview.getChildren().clear();
        for (Passage p : passages.subList(0, Math.min(SHOWN, passages.size()))) {
            Label quote = Pieces.text(p.quote().replaceAll("\\s+", " "), "small");
            quote.setWrapText(true);
            preview.getChildren().add(quote);
        }
        if (passages.size() > SHOWN) {
            preview.getChildren()
                    .add(Pieces.text((passages.size() - SHOWN) + " more", "muted", "small"));
        }
        apply.setDisable(passages.isEmpty() || code.getValue() == null);
    }

    private void apply() {
        Code chosen = code.getValue();
        if (chosen == null) {
            return;
        }
        sheets.away();
        List<Passage> passages = found;
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
                                                                        chosen.id()),
                                                n ->
                                                        session.say(
                                                                n
                                                                        + " passages coded “"
                                                                        + chosen.name()
                                                                        + "”. One undo takes all"
                                                                        + " back.")));
    }

    private static TextField field(String prompt) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.getStyleClass().add("field");
        return field;
    }

    private static <T> StringConverter<T> naming(java.util.function.Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Chosen, not typed.");
            }
        };
    }
}

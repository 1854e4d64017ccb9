package org.concordqda.desk.sources;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.ChoiceWords;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Attribute;
import org.concordqda.model.Attribute.Of;
import org.concordqda.model.AttributeType;
import org.concordqda.model.Case;
import org.concordqda.text.Words;
import org.kordamp.ikonli.feather.Feather;

import java.util.Arrays;
import java.util.List;

/// All attributes and cases of the study: named, typed, added, removed; each change is an act of its own.
final class AttributesSheet {
    private final Session session;
    private final Sheets sheets;
    private final VBox rows = new VBox(18);

    private AttributesSheet(Session session, Sheets sheets) {
        this.session = session;
        this.sheets = sheets;
    }

    /// @param table chooses a table to read attributes from
    static void show(Session session, Sheets sheets, Runnable table) {
        AttributesSheet sheet = new AttributesSheet(session, sheets);
        sheet.fill();
        ScrollPane scroll = new ScrollPane(sheet.rows);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(520);
        scroll.setMinHeight(160);
        sheet.rows.setPadding(new Insets(0, 14, 8, 0));
        sheets.show(
                Sheets.card(
                        "Attributes and cases",
                        820,
                        scroll,
                        Pieces.button(
                                "From a table …",
                                () -> {
                                    sheets.away();
                                    table.run();
                                }),
                        Pieces.primary("Close", "Esc", sheets::away)));
    }

    private void fill() {
        List<Attribute> all = session.study().attributes().list();
        rows.getChildren().clear();
        for (Of of : Of.values()) {
            VBox section =
                    new VBox(
                            6,
                            Pieces.caps(
                                    of == Of.SOURCE
                                            ? "Attributes of sources"
                                            : "Attributes of cases, which their sources inherit"));
            GridPane grid = grid();
            int row = 0;
            for (Attribute a : all) {
                if (a.of() == of) {
                    attribute(grid, row++, a);
                }
            }
            adding(grid, row, of);
            section.getChildren().add(grid);
            rows.getChildren().add(section);
        }
        VBox cases = new VBox(6, Pieces.caps("Cases"));
        GridPane grid = grid();
        int row = 0;
        for (Case c : session.study().cases().list()) {
            theCase(grid, row++, c);
        }
        newCase(grid, row);
        cases.getChildren().add(grid);
        rows.getChildren().add(cases);
    }

    private static GridPane grid() {
        GridPane grid = new GridPane(8, 6);
        return grid;
    }

    /// Does it and shows what is so now; what was typed stays when it was refused.
    private void act(Runnable what) {
        if (session.act(what)) {
            fill();
        }
    }

    /// The same for what touches every value of an attribute.
    private void act(String title, Attribute of, Runnable what) {
        session.act(
                title,
                of.used(),
                () -> {
                    what.run();
                    return true;
                },
                done -> fill(),
                () -> {});
    }

    private void attribute(GridPane grid, int row, Attribute a) {
        TextField name = field(a.name(), "Name of " + a.name());
        ComboBox<AttributeType> type = types(a.type());
        TextField choices = field(String.join(", ", a.choices()), "Choices of " + a.name());
        choices.setPromptText("choices, separated by commas");
        choices.setVisible(a.type() == AttributeType.CHOICE);
        Runnable change =
                () ->
                        act(
                                "Changing " + a.name(),
                                a,
                                () ->
                                        session.study()
                                                .attributes()
                                                .change(
                                                        a.id(),
                                                        name.getText(),
                                                        type.getValue(),
                                                        split(choices.getText())));
        name.setOnAction(e -> change.run());
        choices.setOnAction(e -> change.run());
        type.setOnAction(
                e -> {
                    choices.setVisible(type.getValue() == AttributeType.CHOICE);
                    if (type.getValue() == AttributeType.CHOICE && choices.getText().isBlank()) {
                        choices.setText(String.join(", ", used(a)));
                        choices.requestFocus();
                    } else {
                        change.run();
                    }
                });
        Label used = Pieces.text(Words.counted(a.used(), "value"), "muted", "small");
        used.setMinWidth(Label.USE_PREF_SIZE);
        grid.addRow(
                row,
                name,
                type,
                choices,
                used,
                Pieces.icon(
                        Feather.TRASH_2,
                        "Remove the attribute " + a.name(),
                        () ->
                                act(
                                        "Removing " + a.name(),
                                        a,
                                        () -> session.study().attributes().remove(a.id()))));
    }

    /// The values an attribute has now: the likeliest choices.
    private List<String> used(Attribute a) {
        return a.of() == Of.SOURCE
                ? session.study().sources().attributes().values().stream()
                        .flatMap(
                                v ->
                                        v.containsKey(a.name())
                                                ? java.util.stream.Stream.of(v.get(a.name()))
                                                : java.util.stream.Stream.empty())
                        .distinct()
                        .limit(30)
                        .toList()
                : session.study().cases().list().stream()
                        .map(c -> c.attributes().getOrDefault(a.name(), ""))
                        .filter(v -> !v.isEmpty())
                        .distinct()
                        .limit(30)
                        .toList();
    }

    private void adding(GridPane grid, int row, Of of) {
        TextField name = field("", "Name of a new attribute of " + of.word() + "s");
        name.setPromptText("new attribute");
        ComboBox<AttributeType> type = types(AttributeType.TEXT);
        TextField choices = field("", "Choices of the new attribute");
        choices.setPromptText("choices, separated by commas");
        choices.setVisible(false);
        type.setOnAction(e -> choices.setVisible(type.getValue() == AttributeType.CHOICE));
        Runnable add =
                () ->
                        act(
                                () ->
                                        session.study()
                                                .attributes()
                                                .add(
                                                        of,
                                                        name.getText(),
                                                        type.getValue(),
                                                        split(choices.getText())));
        name.setOnAction(e -> add.run());
        choices.setOnAction(e -> add.run());
        grid.addRow(row, name, type, choices, Pieces.button("Add", add, "quiet"));
    }

    private void theCase(GridPane grid, int row, Case c) {
        Label kind = Pieces.text(c.kind(), "muted", "small");
        TextField name = field(c.name(), "Name of the " + c.kind() + " " + c.name());
        name.setOnAction(e -> act(() -> session.study().cases().rename(c.id(), name.getText())));
        TextField values = field(values(c), "Attributes of " + c.name());
        values.setPromptText("attribute = value; attribute = value");
        values.setPrefColumnCount(28);
        GridPane.setHgrow(values, Priority.ALWAYS);
        values.setOnAction(e -> act(() -> set(c, values.getText())));
        Label sources = Pieces.text(Words.counted(c.sources().size(), "source"), "muted", "small");
        sources.setMinWidth(Label.USE_PREF_SIZE);
        grid.addRow(
                row,
                kind,
                name,
                values,
                sources,
                Pieces.icon(
                        Feather.TRASH_2,
                        "Remove the " + c.kind() + " " + c.name(),
                        () ->
                                sheets.ask(
                                        "Remove the " + c.kind() + " “" + c.name() + "”?",
                                        "Its attributes go; its sources stay. Undo brings it back.",
                                        "Remove",
                                        () ->
                                                session.act(
                                                        () ->
                                                                session.study()
                                                                        .cases()
                                                                        .remove(c.id())))));
    }

    private static String values(Case c) {
        return String.join(
                "; ",
                new java.util.TreeMap<>(c.attributes())
                        .entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).toList());
    }

    /// Sets what is written as `name = value; name = value`; what is no longer there is removed.
    private void set(Case c, String line) {
        java.util.Map<String, String> now = new java.util.LinkedHashMap<>();
        for (String part : line.split(";")) {
            int at = part.indexOf('=');
            if (at > 0) {
                now.put(part.substring(0, at).strip(), part.substring(at + 1).strip());
            } else if (!part.isBlank() && !now.isEmpty()) {
                // A value may hold a semicolon.
                String last = now.keySet().stream().reduce((a, b) -> b).orElseThrow();
                now.merge(last, part.strip(), (a, b) -> a + "; " + b);
            }
        }
        c.attributes().keySet().forEach(name -> now.putIfAbsent(name, ""));
        now.forEach(
                (name, value) -> {
                    if (!value.equals(c.attributes().getOrDefault(name, ""))) {
                        session.study().attributes().setOfCase(c.id(), name, value);
                    }
                });
    }

    private void newCase(GridPane grid, int row) {
        TextField kind = field("participant", "Kind of a new case");
        kind.setPrefColumnCount(8);
        TextField name = field("", "Name of a new case");
        name.setPromptText("new case");
        Runnable add =
                () ->
                        act(
                                () ->
                                        session.study()
                                                .cases()
                                                .put(kind.getText(), name.getText(), List.of()));
        name.setOnAction(e -> add.run());
        Node button = Pieces.button("Add", add, "quiet");
        grid.addRow(row, kind, name, button);
    }

    private static ComboBox<AttributeType> types(AttributeType chosen) {
        ComboBox<AttributeType> types = new ComboBox<>();
        types.getItems().addAll(AttributeType.values());
        types.setValue(chosen);
        types.setAccessibleText("Type");
        types.setConverter(new ChoiceWords<>(AttributeType::word));
        types.setPrefWidth(110);
        return types;
    }

    private static TextField field(String words, String accessible) {
        TextField field = new TextField(words);
        field.getStyleClass().add("field");
        field.setAccessibleText(accessible);
        return field;
    }

    private static List<String> split(String choices) {
        return Arrays.asList(choices.split("[,;]"));
    }
}

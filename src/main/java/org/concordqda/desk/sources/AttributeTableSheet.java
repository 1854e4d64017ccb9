package org.concordqda.desk.sources;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.fx.Unread;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Attribute.Of;
import org.concordqda.model.AttributeMapping;
import org.concordqda.model.AttributeMapping.Column;
import org.concordqda.model.AttributeMapping.Preview;
import org.concordqda.text.Words;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The preview of a table of attributes: what a row is, which column names it, what each column becomes,
/// which rows fit nothing. Nothing is stored before Import.
final class AttributeTableSheet {
    private static final int MOST = 12;

    private final Session session;
    private final Sheets sheets;
    private final Path file;
    private final ComboBox<String> of = new ComboBox<>();
    private final ComboBox<String> key = new ComboBox<>();
    private final TextField kind = new TextField();
    private final Label ofKind = Pieces.text("of the kind", "muted");
    private final CheckBox link = new CheckBox();
    private final Set<String> skipped = new HashSet<>();
    private final VBox found = new VBox(8);
    private final Latest latest = new Latest();
    private final Button go = Pieces.primary("Import", "", this::store);
    private boolean filling;

    private AttributeTableSheet(Session session, Sheets sheets, Path file) {
        this.session = session;
        this.sheets = sheets;
        this.file = file;
    }

    private record Read(List<String> columns, AttributeMapping guess) {}

    /// Reads the table in the background and shows what it would bring.
    static void show(Session session, Sheets sheets, Path file) {
        session.jobs()
                .run(
                        "Reading " + file.getFileName(),
                        progress ->
                                new Read(
                                        session.study().imports().columns(file),
                                        session.study().imports().attributeMapping(file)),
                        read -> new AttributeTableSheet(session, sheets, file).open(read));
    }

    private void open(Read read) {
        filling = true;
        of.getItems().addAll("a source", "a case");
        of.getSelectionModel().select(read.guess().of() == Of.SOURCE ? 0 : 1);
        of.setAccessibleText("What a row is");
        key.getItems().addAll(read.columns());
        key.setValue(read.guess().key());
        key.setAccessibleText("Column that names it");
        kind.setText(read.guess().kind());
        kind.getStyleClass().add("field");
        kind.setAccessibleText("Kind of the cases");
        kind.setPrefColumnCount(10);
        filling = false;
        of.valueProperty().subscribe(v -> look());
        key.valueProperty()
                .subscribe(
                        v -> {
                            if (of.getSelectionModel().getSelectedIndex() == 1 && v != null) {
                                kind.setText(AttributeMapping.kindOf(v));
                            }
                            look();
                        });
        kind.textProperty().subscribe(v -> look());
        link.selectedProperty().subscribe(v -> look());
        GridPane how = new GridPane(10, 8);
        how.addRow(0, Pieces.text("Each row is", "muted"), of, ofKind, kind);
        how.addRow(1, Pieces.text("named by", "muted"), key);
        ScrollPane scroll = new ScrollPane(found);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(400);
        scroll.setMinHeight(120);
        found.setPadding(new Insets(0, 14, 6, 0));
        go.setDefaultButton(true);
        sheets.show(
                Sheets.card(
                        "Attributes from " + file.getFileName(),
                        720,
                        new VBox(12, how, Pieces.hairline(), scroll),
                        Pieces.button("Cancel", sheets::away),
                        go));
        look();
    }

    private AttributeMapping mapping() {
        boolean cases = of.getSelectionModel().getSelectedIndex() == 1;
        kind.setVisible(cases);
        ofKind.setVisible(cases);
        return new AttributeMapping(
                cases ? Of.CASE : Of.SOURCE,
                kind.getText().isBlank() ? "case" : kind.getText().strip(),
                key.getValue() == null ? "" : key.getValue(),
                skipped,
                link.isSelected());
    }

    private void look() {
        if (filling) {
            return;
        }
        AttributeMapping mapping = mapping();
        latest.read(
                session.jobs(),
                progress -> session.study().imports().attributePreview(file, mapping),
                preview -> fill(mapping, preview),
                why -> {
                    go.setDisable(true);
                    found.getChildren().setAll(Unread.of(why, this::look));
                });
    }

    private void fill(AttributeMapping mapping, Preview p) {
        boolean cases = mapping.of() == Of.CASE;
        found.getChildren().clear();
        line(
                p.rows()
                        + " rows: "
                        + p.matched()
                        + (cases
                                ? " are here, " + p.added() + " make a new " + mapping.kind()
                                : " name a source of the study"),
                "strong");
        if (!p.unmatched().isEmpty()) {
            line(
                    Words.counted(
                                    p.unmatched().size(),
                                    "row fits no source and is left out: ",
                                    "rows fit no source and are left out: ")
                            + some(p.unmatched()),
                    "look");
        }
        p.wrong().stream().limit(MOST).forEach(w -> line(w, "wrong"));
        if (p.wrong().size() > MOST) {
            line((p.wrong().size() - MOST) + " more values do not fit", "wrong");
        }
        p.notes().stream().limit(MOST).forEach(n -> line(n, "muted"));
        if (cases && !p.links().isEmpty()) {
            link.setText(
                    "Put in by the number in their titles: "
                            + some(
                                    p.links().stream()
                                            .map(l -> l.source() + " → " + l.name())
                                            .toList()));
            link.setWrapText(true);
            found.getChildren().add(link);
        }
        found.getChildren().add(Pieces.caps("Columns"));
        GridPane grid = new GridPane(14, 6);
        int row = 0;
        for (Column c : p.columns()) {
            grid.addRow(row++, box(c.name(), true), type(c), example(c));
        }
        for (String name : skipped.stream().sorted().toList()) {
            grid.addRow(row++, box(name, false), Pieces.text("left out", "muted", "small"));
        }
        found.getChildren().add(grid);
        go.setDisable(!p.wrong().isEmpty() || p.matched() + p.added() == 0);
    }

    private CheckBox box(String name, boolean in) {
        CheckBox box = new CheckBox(name);
        box.setMnemonicParsing(false);
        box.setSelected(in);
        box.setMaxWidth(260);
        box.setAccessibleText("Take the column " + name);
        box.setOnAction(
                e -> {
                    if (box.isSelected()) {
                        skipped.remove(name);
                    } else {
                        skipped.add(name);
                    }
                    look();
                });
        return box;
    }

    private static Label type(Column c) {
        return Pieces.text(
                c.type().word()
                        + (c.fresh() ? ", new" : "")
                        + ", "
                        + Words.counted(c.values(), "value"),
                "muted",
                "small");
    }

    private static Label example(Column c) {
        return Pieces.text(
                c.example().isEmpty() ? "" : "as “" + c.example() + "”", "faint", "small");
    }

    private void line(String words, String style) {
        Label label = Pieces.text(words, style);
        label.setWrapText(true);
        found.getChildren().add(label);
    }

    private static String some(List<String> all) {
        return all.stream().limit(MOST).collect(Collectors.joining(", "))
                + (all.size() > MOST ? " and " + (all.size() - MOST) + " more" : "");
    }

    private void store() {
        AttributeMapping mapping = mapping();
        session.jobs()
                .run(
                        "Storing attributes",
                        progress -> session.study().imports().attributes(file, mapping),
                        preview -> {
                            sheets.away();
                            session.say(
                                    "Stored the attributes of "
                                            + (preview.matched() + preview.added())
                                            + " rows.");
                        });
    }
}

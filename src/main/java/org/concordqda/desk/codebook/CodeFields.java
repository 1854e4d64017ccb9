package org.concordqda.desk.codebook;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

import org.concordqda.desk.fx.ChoiceWords;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.model.Dimension;
import org.concordqda.model.Special;
import org.concordqda.study.CodeUses;
import org.concordqda.text.Words;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// All fields of one code. Kept in step with what is stored without disturbing what is being typed.
final class CodeFields extends VBox {
    private final Session session;
    private final CodebookModel model;
    private final Map<EditRow, Function<Code, String>> rows = new LinkedHashMap<>();
    private final FlowPane facts = new FlowPane(6, 6);
    private final ComboBox<Special> special = new ComboBox<>();
    private final ColourField colour;
    private final Circle dot = new Circle(5);
    private final Label path = Pieces.text("", "muted");
    private Code code;

    CodeFields(Session session, CodebookModel model, Dimension dimension, Code code) {
        super(14);
        this.session = session;
        this.model = model;
        this.code = code;
        colour = new ColourField(web -> set("colour", web, false, ""));
        HBox.setHgrow(path, Priority.ALWAYS);
        path.setMinWidth(0);
        getChildren().addAll(Pieces.row(8, dot, path), facts);
        row("Name", "name", 1, Code::name);
        row("Definition", "definition", 3, Code::definition);
        row("Include when", "include", 2, Code::include);
        row("Exclude when", "exclude", 2, Code::exclude);
        HBox examples =
                new HBox(
                        14,
                        row("Example", "example", 2, Code::example),
                        row("Counter-example", "counterExample", 2, Code::counterExample));
        examples.getChildren().forEach(n -> HBox.setHgrow(n, Priority.ALWAYS));
        getChildren().add(examples);
        EditRow aliases =
                row("Also called, one a line", "aliases", 2, c -> String.join("\n", c.aliases()));
        EditRow citation = row("From", "source", 2, Code::source);
        HBox names = new HBox(14, aliases, citation);
        names.getChildren().forEach(n -> HBox.setHgrow(n, Priority.ALWAYS));
        special.getItems().setAll(Special.values());
        special.setConverter(new ChoiceWords<>(CodeFields::words));
        special.setAccessibleText("Kind");
        special.setMaxWidth(Double.MAX_VALUE);
        special.setOnAction(
                e -> {
                    Special wanted = special.getValue();
                    if (wanted != null && wanted != this.code.special()) {
                        set("special", wanted.name(), true, "");
                    }
                });
        VBox kind = new VBox(4, Pieces.caps("Kind"), special);
        HBox keys = new HBox(14, row("Key", "key", 1, Code::key), kind);
        keys.getChildren().forEach(n -> HBox.setHgrow(n, Priority.ALWAYS));
        getChildren().addAll(names, keys, colour);
        update(dimension, code);
    }

    private static String words(Special value) {
        String word = Words.of(value);
        return value == Special.ORDINARY
                ? "An ordinary code"
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private EditRow row(String head, String field, int lines, Function<Code, String> value) {
        EditRow row =
                new EditRow(
                        head,
                        field,
                        value.apply(code),
                        lines,
                        (text, meaning, reason) -> set(field, text, meaning, reason));
        rows.put(row, value);
        if (lines == 1 && field.equals("key")) {
            return row;
        }
        getChildren().add(row);
        return row;
    }

    private boolean set(String field, String value, boolean meaning, String reason) {
        return model.act(() -> model.fields().edit(code.id(), field, value, meaning, reason));
    }

    boolean of(Code other) {
        return code.id().equals(other.id());
    }

    /// Shows what is stored and counted now.
    void update(Dimension dimension, Code now) {
        code = now;
        dot.setFill(session.colours().get().of(now.id()));
        path.setText(
                dimension.name()
                        + " › "
                        + dimension.path(now.id()).orElse(now.name()).replace(" > ", " › "));
        rows.forEach((row, value) -> row.update(value.apply(now)));
        special.setValue(now.special());
        colour.show(now.colour(), session.colours().get().of(now.id()));
        CodeUses.Count n = model.counts().get().of(now.id());
        int old = model.counts().get().stale(now.id());
        facts.getChildren().clear();
        facts.getChildren()
                .add(
                        Pieces.chip(
                                !model.counts().get().known()
                                        ? "counting uses …"
                                        : n.all() == 0
                                                ? "not used yet"
                                                : n.all() == 1
                                                        ? "used once"
                                                        : "used " + n.all() + " times"));
        if (old > 0) {
            facts.getChildren().add(Pieces.chip(old + " under an older meaning", "look"));
        }
        if (now.retired()) {
            facts.getChildren().add(Pieces.chip("retired"));
        }
    }
}

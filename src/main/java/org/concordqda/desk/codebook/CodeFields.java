package org.concordqda.desk.codebook;

import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

import org.concordqda.desk.fx.Contrast;
import org.concordqda.desk.fx.Palette;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Dimension;

import java.util.Map;

/// The fields of what is chosen in the tree. A field is stored when one leaves it; whether the change is
/// one of wording or of meaning is said by the box above, because only meaning makes ratings stale.
final class CodeFields extends ScrollPane {
    private final Session session;
    private final Runnable onAdd;
    private final Runnable onRetire;
    private final VBox box = new VBox(14);
    private final CheckBox meaning = new CheckBox("My changes alter what the code means");

    CodeFields(Session session, Runnable onAdd, Runnable onRetire) {
        this.session = session;
        this.onAdd = onAdd;
        this.onRetire = onRetire;
        box.setPadding(new Insets(22, 28, 28, 28));
        box.setMaxWidth(760);
        setContent(box);
        setFitToWidth(true);
        getStyleClass().add("ground");
        meaning.setTooltip(
                new javafx.scene.control.Tooltip(
                        "Ratings made before a change of meaning are listed for a second look"));
    }

    void show(CodebookNode node, Map<CodeId, Integer> usage) {
        box.getChildren().clear();
        if (node.code().isPresent()) {
            code(node.dimension(), node.code().get(), usage);
        } else {
            dimension(node.dimension());
        }
    }

    private void dimension(Dimension d) {
        Label title = Pieces.text(d.name(), "strong", "big");
        HBox facts =
                Pieces.row(
                        6,
                        Pieces.chip("asked of a " + word(d.scope())),
                        Pieces.chip(
                                d.choice() == org.concordqda.model.Choice.ONE
                                        ? "one value"
                                        : "several values"),
                        Pieces.chip(word(d.scale())),
                        Pieces.chip("reliability " + word(d.reliability())));
        box.getChildren().addAll(title, facts);
        said("Question", d.question());
        said("From", d.source());
        d.askedWhen()
                .ifPresent(
                        c ->
                                said(
                                        "Asked when",
                                        c.dimension() + " is " + String.join(" or ", c.values())));
        d.checks().forEach(c -> said("Warns", c.warn()));
        said("Also called", String.join(", ", d.aliases()));
        box.getChildren().add(Pieces.row(8, Pieces.button("+ Code", onAdd)));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private void said(String head, String words) {
        if (!words.isBlank()) {
            Label text = Pieces.text(words);
            text.setWrapText(true);
            box.getChildren().add(new VBox(3, Pieces.caps(head), text));
        }
    }

    private void code(Dimension dimension, Code code, Map<CodeId, Integer> usage) {
        int n = usage.getOrDefault(code.id(), 0);
        HBox facts =
                Pieces.row(
                        6,
                        Pieces.dot(session.colours().get().of(code.id())),
                        Pieces.text(dimension.path(code.id()).orElse(code.name()), "muted"),
                        Pieces.spring(),
                        Pieces.chip(n == 1 ? "used once" : "used " + n + " times"));
        box.getChildren().add(facts);
        edit(code, "Name", "name", code.name(), 1);
        edit(code, "Definition", "definition", code.definition(), 3);
        edit(code, "Include when", "include", code.include(), 3);
        edit(code, "Exclude when", "exclude", code.exclude(), 3);
        edit(code, "Example", "example", code.example(), 2);
        edit(code, "Counter-example", "counterExample", code.counterExample(), 2);
        edit(code, "From", "source", code.source(), 1);
        colour(code);
        said("Also called", String.join(", ", code.aliases()));
        var retire = Pieces.button(code.retired() ? "Offer again" : "Retire", onRetire);
        retire.setTooltip(
                new javafx.scene.control.Tooltip(
                        "A retired code is kept for old data and not offered any more"));
        box.getChildren().add(Pieces.row(12, meaning, Pieces.spring(), retire));
    }

    private void edit(Code code, String head, String field, String value, int rows) {
        TextInputControl input;
        if (rows == 1) {
            input = new TextField(value);
        } else {
            TextArea area = new TextArea(value);
            area.setWrapText(true);
            area.setPrefRowCount(rows);
            input = area;
        }
        input.getStyleClass().add("field");
        input.setAccessibleText(head);
        String[] stored = {value};
        Runnable store =
                () -> {
                    String now = input.getText().strip();
                    if (now.equals(stored[0]) || (field.equals("name") && now.isEmpty())) {
                        return;
                    }
                    stored[0] = now;
                    session.act(
                            () ->
                                    session.study()
                                            .codebooks()
                                            .edit(code.id(), field, now, meaning.isSelected(), ""));
                };
        input.focusedProperty()
                .subscribe(
                        on -> {
                            if (!on) {
                                store.run();
                            }
                        });
        if (input instanceof TextField line) {
            line.setOnAction(e -> store.run());
        }
        box.getChildren().add(new VBox(4, Pieces.caps(head), input));
    }

    private void colour(Code code) {
        Color now = session.colours().get().of(code.id());
        ColorPicker picker = new ColorPicker(now);
        picker.setAccessibleText("Colour");
        Label contrast = Pieces.text("", "muted", "small");
        Runnable check =
                () -> {
                    double light = Contrast.ratio(picker.getValue(), Palette.LIGHT.of("panel"));
                    double dark = Contrast.ratio(picker.getValue(), Palette.DARK.of("panel"));
                    boolean weak = light < 3 || dark < 3;
                    contrast.setText(
                            String.format(
                                            java.util.Locale.ROOT,
                                            "%.1f : 1 on light, %.1f : 1 on dark",
                                            light,
                                            dark)
                                    + (weak ? "; it is strengthened where it is too weak" : ""));
                };
        check.run();
        picker.setOnAction(
                e -> {
                    check.run();
                    Color c = picker.getValue();
                    String web =
                            String.format(
                                    java.util.Locale.ROOT,
                                    "#%02x%02x%02x",
                                    Math.round(c.getRed() * 255),
                                    Math.round(c.getGreen() * 255),
                                    Math.round(c.getBlue() * 255));
                    session.act(
                            () ->
                                    session.study()
                                            .codebooks()
                                            .edit(code.id(), "colour", web, false, ""));
                });
        HBox row = Pieces.row(10, picker, contrast);
        HBox.setHgrow(contrast, Priority.ALWAYS);
        box.getChildren().add(new VBox(4, Pieces.caps("Colour"), row));
    }
}

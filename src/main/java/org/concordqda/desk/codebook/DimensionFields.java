package org.concordqda.desk.codebook;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.Condition;
import org.concordqda.model.Dimension;
import org.concordqda.model.Reliability;
import org.concordqda.model.Scale;
import org.concordqda.model.Scope;
import org.concordqda.model.SourceKind;
import org.concordqda.study.CodebookFields;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All fields of one dimension.
final class DimensionFields extends VBox {
    private static final String ALWAYS = "Always";

    private final Session session;
    private final CodebookModel model;
    private final Map<EditRow, Function<Dimension, String>> rows = new LinkedHashMap<>();
    private final List<Runnable> refreshers = new ArrayList<>();
    private final VBox conditions = new VBox(6);
    private Dimension dimension;

    DimensionFields(Session session, CodebookModel model, Dimension dimension) {
        super(14);
        this.session = session;
        this.model = model;
        this.dimension = dimension;
        getChildren().add(Pieces.text("Dimension", "muted"));
        getChildren().add(row("Name", "name", 1, Dimension::name));
        getChildren().add(row("Question", "question", 2, Dimension::question));
        getChildren()
                .add(
                        wide(
                                choice("Asked of", "scope", Scope.values(), Dimension::scope),
                                choice("Takes", "choice", Choice.values(), Dimension::choice),
                                choice("Scale", "scale", Scale.values(), Dimension::scale)));
        getChildren().addAll(kinds(), conditions);
        getChildren()
                .add(
                        wide(
                                choice(
                                        "Reliability",
                                        "reliability",
                                        Reliability.values(),
                                        Dimension::reliability),
                                row(
                                        "Why, where not measured",
                                        "reliabilityReason",
                                        1,
                                        Dimension::reliabilityReason)));
        getChildren()
                .add(
                        wide(
                                row("From", "source", 1, Dimension::source),
                                row(
                                        "Also called, divided by ;",
                                        "aliases",
                                        1,
                                        d -> String.join("; ", d.aliases())),
                                row("Key", "key", 1, Dimension::key)));
        getChildren().add(new ChecksField(session, model, this::now));
        update(dimension);
    }

    private Dimension now() {
        return dimension;
    }

    private static HBox wide(Node... parts) {
        HBox box = new HBox(14, parts);
        for (Node part : parts) {
            HBox.setHgrow(part, Priority.ALWAYS);
            ((VBox) part).setPrefWidth(10);
        }
        return box;
    }

    private EditRow row(String head, String field, int lines, Function<Dimension, String> value) {
        EditRow row =
                new EditRow(
                        head,
                        field,
                        value.apply(dimension),
                        lines,
                        (text, meaning, reason) -> set(field, text, meaning, reason));
        rows.put(row, value);
        return row;
    }

    private boolean set(String field, String value, boolean meaning, String reason) {
        boolean done =
                model.act(
                        () ->
                                model.fields()
                                        .change(
                                                CodebookFields.with(dimension, field, value),
                                                meaning,
                                                reason));
        if (!done) {
            update(dimension);
        }
        return done;
    }

    private void set(String field, String value) {
        set(field, value, CodebookFields.meaningful(field), "");
    }

    /// What ratings there are decides whether a question can be asked otherwise.
    private void choose(String field, String value) {
        Dimension of = dimension;
        model.act(
                "Changing " + of.name(),
                () ->
                        model.fields()
                                .change(
                                        CodebookFields.with(of, field, value),
                                        CodebookFields.meaningful(field),
                                        ""),
                () -> update(dimension));
    }

    private <E extends Enum<E>> VBox choice(
            String head, String field, E[] values, Function<Dimension, E> value) {
        ComboBox<String> box = new ComboBox<>();
        for (E one : values) {
            box.getItems().add(word(one));
        }
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(head);
        refreshers.add(() -> box.setValue(word(value.apply(dimension))));
        box.setOnAction(
                e -> {
                    int at = box.getSelectionModel().getSelectedIndex();
                    if (at >= 0 && values[at] != value.apply(dimension)) {
                        choose(field, values[at].name());
                    }
                });
        return new VBox(4, Pieces.caps(head), box);
    }

    private static String word(Enum<?> value) {
        return switch ((Object) value) {
            case Scope.SOURCE -> "the source";
            case Scope.UNIT -> "each unit";
            case Scope.PASSAGE -> "passages";
            case Choice.ONE -> "one value";
            case Choice.MANY -> "several values";
            case Reliability.MEASURED -> "measured";
            case Reliability.DISCUSSED -> "settled by discussion";
            case Reliability.NOT_CLAIMED -> "not claimed";
            default -> Words.of(value);
        };
    }

    private VBox kinds() {
        HBox boxes = Pieces.row(16);
        Map<SourceKind, CheckBox> all = new EnumMap<>(SourceKind.class);
        for (SourceKind kind : SourceKind.values()) {
            CheckBox box = new CheckBox(word(kind) + "s");
            all.put(kind, box);
            refreshers.add(() -> box.setSelected(dimension.asks(kind)));
            box.setOnAction(
                    e -> {
                        List<String> chosen =
                                all.entrySet().stream()
                                        .filter(one -> one.getValue().isSelected())
                                        .map(one -> one.getKey().name())
                                        .toList();
                        boolean every =
                                chosen.isEmpty() || chosen.size() == SourceKind.values().length;
                        set("appliesTo", every ? "" : String.join(",", chosen));
                        refreshers.forEach(Runnable::run);
                    });
            boxes.getChildren().add(box);
        }
        CheckBox carried =
                new CheckBox("further units of a source take over the first one’s value");
        refreshers.add(() -> carried.setSelected(dimension.carried()));
        carried.setOnAction(e -> set("carried", carried.isSelected() ? "yes" : "no"));
        return new VBox(8, Pieces.caps("Kinds of source"), boxes, carried);
    }

    private void conditions() {
        ComboBox<String> other = new ComboBox<>();
        other.setAccessibleText("Asked when");
        other.getItems().add(ALWAYS);
        List<Dimension> others =
                session.codebook().get().dimensions().stream()
                        .filter(d -> !d.id().equals(dimension.id()) && d.scope() != Scope.PASSAGE)
                        .toList();
        others.forEach(d -> other.getItems().add(d.name()));
        Condition when = dimension.askedWhen().orElse(null);
        Dimension of =
                when == null
                        ? null
                        : others.stream()
                                .filter(d -> d.key().equals(when.dimension()))
                                .findFirst()
                                .orElse(null);
        other.setValue(of == null ? ALWAYS : of.name());
        HBox line = Pieces.row(8, other);
        if (of != null && when != null) {
            line.getChildren().addAll(Pieces.text("is", "muted"), values(of, when));
        }
        other.setOnAction(
                e -> {
                    int at = other.getSelectionModel().getSelectedIndex();
                    if (at <= 0) {
                        set("askedWhen", "");
                    } else {
                        Dimension chosen = others.get(at - 1);
                        if (chosen.codes().isEmpty()) {
                            model.hint("“" + chosen.name() + "” has no codes yet.");
                        } else {
                            set("askedWhen", chosen.key() + "=" + chosen.codes().getFirst().key());
                        }
                    }
                });
        conditions.getChildren().setAll(Pieces.caps("Asked when"), line);
    }

    private Node values(Dimension of, Condition when) {
        MenuButton menu = new MenuButton();
        menu.setAccessibleText("Values");
        for (Code code : of.allCodes()) {
            CheckMenuItem item = new CheckMenuItem(of.path(code.id()).orElse(code.name()));
            item.setSelected(when.values().contains(code.key()));
            item.setOnAction(
                    e -> {
                        List<String> keys = new ArrayList<>(when.values());
                        if (item.isSelected()) {
                            keys.add(code.key());
                        } else {
                            keys.remove(code.key());
                        }
                        set("askedWhen", of.key() + "=" + String.join(",", keys));
                    });
            menu.getItems().add(item);
        }
        menu.setText(
                of.allCodes().stream()
                        .filter(c -> when.values().contains(c.key()))
                        .map(Code::name)
                        .collect(Collectors.joining(" or ")));
        menu.setMaxWidth(360);
        return menu;
    }

    boolean of(Dimension other) {
        return dimension.id().equals(other.id());
    }

    /// Shows what is stored now.
    void update(Dimension now) {
        dimension = now;
        rows.forEach((row, value) -> row.update(value.apply(now)));
        refreshers.forEach(Runnable::run);
        conditions();
        getChildren().stream()
                .filter(n -> n instanceof ChecksField)
                .forEach(n -> ((ChecksField) n).update());
    }
}

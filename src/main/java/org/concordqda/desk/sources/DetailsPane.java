package org.concordqda.desk.sources;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Prompt;
import org.concordqda.desk.fx.Removable;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.memos.MemoLinks;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Attribute;
import org.concordqda.model.Attribute.Of;
import org.concordqda.model.AttributeType;
import org.concordqda.model.Case;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceSummary;
import org.concordqda.study.Memos;
import org.concordqda.study.Memos.Target;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The attributes and cases of the chosen sources beside the table, to be edited: a value counts when Enter
/// is pressed or the field is left. Of several sources a field sets all.
final class DetailsPane extends ScrollPane {
    private final Session session;
    private final Sheets sheets;
    private final VBox box = new VBox(8);
    private final Runnable newCase;
    private Beside beside = new Beside(List.of(), List.of(), Map.of());
    private List<SourceSummary> shown = List.of();

    private final FlowPane chips = new FlowPane(6, 6);

    /// Place among the cases that has the keyboard back when they are shown anew, -1 = none.
    private int left = -1;

    /// @param newCase asks for a case to put the chosen sources into
    DetailsPane(Session session, Sheets sheets, Runnable newCase) {
        this.session = session;
        this.sheets = sheets;
        this.newCase = newCase;
        setContent(box);
        setFitToWidth(true);
        setPrefWidth(300);
        setMinWidth(220);
        box.setPadding(new Insets(14, 16, 16, 16));
        setAccessibleText("Attributes of the chosen sources");
        getStyleClass().add("details-pane");
    }

    /// What the study knows of the chosen sources besides.
    ///
    /// @param cases those any of them belongs to
    private record Beside(
            List<Attribute> attributes, List<Case> cases, Map<Target, List<Memos.Memo>> memos) {}

    void show(List<SourceSummary> sources) {
        fill(
                sources,
                sources.isEmpty() ? new Beside(List.of(), List.of(), Map.of()) : beside(sources));
    }

    private Beside beside(List<SourceSummary> sources) {
        Set<SourceId> ids = new HashSet<>();
        sources.forEach(s -> ids.add(s.source().id()));
        List<Case> cases =
                session.study().cases().list().stream()
                        .filter(c -> c.sources().stream().anyMatch(ids::contains))
                        .toList();
        Map<Target, List<Memos.Memo>> memos = new HashMap<>();
        if (sources.size() == 1) {
            memos.put(about(sources.getFirst()), List.of());
            cases.forEach(c -> memos.put(about(c), List.of()));
            memos.replaceAll((target, none) -> session.study().memos().on(target));
        }
        return new Beside(session.study().attributes().list(), cases, memos);
    }

    private static Target about(SourceSummary source) {
        return new Target("source", source.source().id().value());
    }

    private static Target about(Case c) {
        return new Target("case", c.id().value());
    }

    private void fill(List<SourceSummary> sources, Beside read) {
        shown = List.copyOf(sources);
        beside = read;
        if (left < 0) {
            left = Removable.focused(chips);
        }
        box.getChildren().clear();
        if (sources.isEmpty()) {
            Label hint = Pieces.text("Choose a source to see and edit its attributes.", "muted");
            hint.setWrapText(true);
            box.getChildren().add(hint);
            return;
        }
        SourceSummary first = sources.getFirst();
        boolean one = sources.size() == 1;
        Label title =
                Pieces.text(
                        one ? first.source().title() : sources.size() + " sources chosen",
                        "strong");
        title.setWrapText(true);
        Label below =
                Pieces.text(
                        one
                                ? SourceRow.kind(first) + " · " + first.source().key()
                                : "What you set here is set for all of them.",
                        "muted",
                        "small");
        below.setWrapText(true);
        box.getChildren().addAll(title, below);
        if (one && !first.source().excluded().isEmpty()) {
            Label why = Pieces.text("Left out: " + first.source().excluded(), "look", "small");
            why.setWrapText(true);
            box.getChildren().add(why);
        }
        Map<String, Attribute> own = new HashMap<>();
        read.attributes.stream()
                .filter(a -> a.of() == Of.SOURCE)
                .forEach(a -> own.put(a.name(), a));
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(own.keySet());
        List<String> inherited = new ArrayList<>();
        sources.forEach(
                s ->
                        s.attributes().keySet().stream()
                                .filter(n -> !own.containsKey(n))
                                .forEach(
                                        n -> {
                                            if (!inherited.contains(n)) {
                                                inherited.add(n);
                                            }
                                        }));
        cases();
        if (!inherited.isEmpty() && one) {
            box.getChildren().add(heading("From its case"));
            for (String name : inherited) {
                box.getChildren()
                        .add(
                                new VBox(
                                        1,
                                        Pieces.text(name, "muted", "small"),
                                        wrapped(first.attributes().getOrDefault(name, ""))));
            }
        }
        box.getChildren().add(heading("Attributes"));
        for (String name : names) {
            Attribute attribute = own.get(name);
            if (attribute != null) {
                box.getChildren().add(field(attribute));
            }
        }
        box.getChildren().add(added());
        if (one) {
            box.getChildren().add(heading("Memos"));
            memos(about(first), "this source");
            read.cases.forEach(c -> memos(about(c), "“" + c.name() + "”"));
        }
    }

    private void memos(Target target, String thing) {
        box.getChildren()
                .add(
                        new MemoLinks(
                                session,
                                sheets,
                                target,
                                thing,
                                beside.memos.getOrDefault(target, List.of())));
    }

    private static Label wrapped(String words) {
        Label label = Pieces.text(words);
        label.setWrapText(true);
        return label;
    }

    private static Label heading(String words) {
        Label label = Pieces.caps(words);
        VBox.setMargin(label, new Insets(8, 0, 0, 0));
        return label;
    }

    private List<SourceId> ids() {
        return shown.stream().map(s -> s.source().id()).toList();
    }

    private void cases() {
        box.getChildren().add(heading("Cases"));
        chips.getChildren().clear();
        for (Case c : beside.cases) {
            chips.getChildren().add(chip(c));
        }
        chips.getChildren().add(Pieces.button("+ Case", newCase, "quiet"));
        box.getChildren().add(chips);
        Removable.focus(chips, left);
        left = -1;
    }

    private Node chip(Case c) {
        HBox chip = Pieces.row(2, Pieces.chip(c.name(), "soft"));
        chip.getStyleClass().add("case-chip");
        return Removable.line(
                chip,
                c.kind() + " " + c.name(),
                "Take out of " + c.name(),
                () -> {
                    left = chips.getChildren().indexOf(chip);
                    take(c);
                });
    }

    private void take(Case from) {
        List<SourceId> ids = ids();
        session.act(
                "Taking sources out of a case",
                ids.size(),
                () -> session.study().cases().take(from.id(), ids));
    }

    private Node field(Attribute attribute) {
        String now = common(attribute.name());
        Label name = Pieces.text(attribute.name(), "muted", "small");
        if (attribute.type() == AttributeType.CHOICE) {
            ComboBox<String> combo = new ComboBox<>();
            combo.getItems().add("");
            combo.getItems().addAll(attribute.choices());
            combo.setValue(now);
            combo.setMaxWidth(Double.MAX_VALUE);
            combo.setAccessibleText(attribute.name());
            combo.setOnAction(e -> set(attribute.name(), combo.getValue()));
            return new VBox(2, name, combo);
        }
        TextField field = new TextField(now);
        field.getStyleClass().add("field");
        field.setAccessibleText(attribute.name());
        field.setPromptText(differs(attribute.name()) ? "several values" : hint(attribute.type()));
        Label wrong = Pieces.text("", "wrong", "small");
        wrong.setWrapText(true);
        wrong.setManaged(false);
        field.textProperty()
                .subscribe(
                        words -> {
                            String why =
                                    attribute.type().refusal(words.strip(), List.of()).orElse("");
                            wrong.setText(why);
                            wrong.setManaged(!why.isEmpty());
                        });
        Runnable store =
                () -> {
                    if (!field.getText().strip().equals(now) && wrong.getText().isEmpty()) {
                        set(attribute.name(), field.getText());
                    }
                };
        field.setOnAction(e -> store.run());
        field.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        field.setText(now);
                        e.consume();
                    }
                });
        field.focusedProperty()
                .addListener(
                        (o, was, is) -> {
                            if (!is && field.getScene() != null) {
                                store.run();
                            }
                        });
        return new VBox(2, name, field, wrong);
    }

    private static String hint(AttributeType type) {
        return switch (type) {
            case NUMBER -> "a number";
            case DATE -> "2024-05-31";
            case TEXT, CHOICE -> "";
        };
    }

    private boolean differs(String name) {
        return shown.stream().map(s -> s.attributes().getOrDefault(name, "")).distinct().count()
                > 1;
    }

    private String common(String name) {
        return differs(name) ? "" : shown.getFirst().attributes().getOrDefault(name, "");
    }

    private void set(String name, String value) {
        List<SourceId> ids = ids();
        session.act(
                "Setting an attribute",
                ids.size(),
                () -> session.study().attributes().set(ids, name, value));
    }

    /// A new attribute by typing its name and a value.
    private Node added() {
        TextField name = new TextField();
        Prompt.fit(name, "new attribute", "attribute", "name");
        name.setAccessibleText("Name of a new attribute");
        TextField value = new TextField();
        value.setPromptText("value");
        value.setAccessibleText("Value of the new attribute");
        for (TextField f : List.of(name, value)) {
            f.getStyleClass().add("field");
            f.setPrefColumnCount(8);
            HBox.setHgrow(f, javafx.scene.layout.Priority.ALWAYS);
        }
        name.setOnAction(e -> value.requestFocus());
        value.setOnAction(
                e -> {
                    if (!name.getText().isBlank() && !value.getText().isBlank()) {
                        set(name.getText(), value.getText());
                    }
                });
        HBox row = Pieces.row(6, name, value);
        VBox.setMargin(row, new Insets(6, 0, 0, 0));
        return row;
    }

    /// The kinds of cases that are likely here, for a field that asks for one.
    static String likelyKind(List<SourceSummary> sources) {
        return sources.stream().anyMatch(s -> SourceRow.kind(s).equals("issue"))
                ? "repository"
                : "participant";
    }
}

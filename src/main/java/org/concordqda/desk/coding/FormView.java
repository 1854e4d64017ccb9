package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.coding.FormModel.Question;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.DimensionId;
import org.concordqda.model.Unit;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The form: which unit, its questions, one of them open to the keyboard.
final class FormView extends VBox {
    private final FormModel model;
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final Label unitName = Pieces.text("", "strong");
    private final Label unitCount = Pieces.chip("");
    private final HBox unitBar;
    private final Map<DimensionId, Integer> carets = new HashMap<>();
    private @Nullable DimensionId focus;
    private boolean rebuilding;

    FormView(FormModel model, Runnable onAddUnit, Runnable onUnitMenu) {
        this.model = model;
        Button add = Pieces.button("+ Unit", onAddUnit);
        add.setAccessibleText("Add a unit to this source");
        unitName.setOnMouseClicked(e -> onUnitMenu.run());
        unitBar = Pieces.row(8, unitName, unitCount, Pieces.spring(), add);
        unitBar.setPadding(new Insets(9, 14, 9, 16));
        unitBar.setMinHeight(52);
        unitBar.getStyleClass().add("line-below");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(unitBar, scroll);
        model.questions().subscribe(this::rebuild);
    }

    /// The question the keyboard is in, else the first open one.
    Optional<Question> current() {
        return model.questions().get().stream()
                .filter(q -> q.dimension().id().equals(focus))
                .findFirst();
    }

    /// Puts the keyboard into the first open question, or the first.
    void enter() {
        List<Question> questions = model.questions().get();
        Optional<Question> first =
                current()
                        .or(() -> questions.stream().filter(Question::open).findFirst())
                        .or(() -> questions.stream().findFirst());
        first.ifPresent(q -> focusOn(q.dimension().id()));
    }

    /// Puts the keyboard into the first question that is open.
    void enterOpen() {
        model.questions().get().stream()
                .filter(Question::open)
                .findFirst()
                .ifPresent(q -> focusOn(q.dimension().id()));
    }

    void reset() {
        focus =
                model.questions().get().stream()
                        .filter(Question::open)
                        .findFirst()
                        .or(() -> model.questions().get().stream().findFirst())
                        .map(q -> q.dimension().id())
                        .orElse(null);
        rebuild(model.questions().get());
        scroll.setVvalue(0);
    }

    private void focusOn(DimensionId id) {
        focus = id;
        rebuild(model.questions().get());
        pane(id).ifPresent(QuestionPane::requestFocus);
    }

    private Optional<QuestionPane> pane(@Nullable DimensionId id) {
        return list.getChildren().stream()
                .filter(QuestionPane.class::isInstance)
                .map(QuestionPane.class::cast)
                .filter(p -> p.question().dimension().id().equals(id))
                .findFirst();
    }

    private void rebuild(List<Question> questions) {
        boolean had = list.isFocusWithin();
        rebuilding = true;
        pane(focus).ifPresent(p -> carets.put(p.question().dimension().id(), p.caret()));
        List<QuestionPane> panes = new ArrayList<>();
        for (Question question : questions) {
            DimensionId id = question.dimension().id();
            QuestionPane pane =
                    new QuestionPane(model, question, id.equals(focus), carets.getOrDefault(id, 0));
            pane.focusedProperty()
                    .subscribe(
                            on -> {
                                if (on && !rebuilding && !id.equals(focus)) {
                                    javafx.application.Platform.runLater(() -> focusOn(id));
                                }
                            });
            panes.add(pane);
        }
        list.getChildren().setAll(panes);
        if (had) {
            pane(focus).ifPresent(QuestionPane::requestFocus);
        }
        rebuilding = false;
        Optional<Unit> unit = model.unit();
        unitBar.setVisible(unit.isPresent());
        unitBar.setManaged(unit.isPresent());
        unitName.setText(unit.map(u -> capital(u.name())).orElse(""));
        unitCount.setText("of " + model.units().size());
    }

    private static String capital(String name) {
        return name.isEmpty()
                ? "Unit"
                : name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }
}

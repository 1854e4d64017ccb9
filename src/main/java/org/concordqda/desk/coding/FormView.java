package org.concordqda.desk.coding;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.coding.FormModel.Shown;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.DimensionId;
import org.concordqda.study.Form.Question;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The form: which unit, its questions, one of them open to the keyboard. Panes live as long as their
/// question is asked, so that an answer changes only what it changes; the question in use stays where it is
/// on screen when others above it open or fold.
final class FormView extends VBox {
    private static final double NEARLY = 40;

    private final FormModel model;
    private final AnswerActs acts;
    private final VBox list = new Questions();
    private final Label nothing =
            Pieces.text(
                    "Nothing in the codebook is asked of this source. Select words and press Ctrl+K"
                            + " to code them.",
                    "muted");
    private final ScrollPane scroll = new ScrollPane(list);
    private final Label unitName = Pieces.text("", "strong");
    private final Label unitCount = Pieces.chip("");
    private final Button before;
    private final Button after;
    private final HBox unitBar;
    private final Map<DimensionId, QuestionPane> panes = new HashMap<>();
    private @Nullable DimensionId focus;

    /// The questions; those that have come into view are filled before they are drawn.
    private final class Questions extends VBox {
        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            boolean filled = false;
            while (fill()) {
                filled = true;
                applyCss();
                super.layoutChildren();
            }
            if (filled) {
                // What they need may differ from the room that was kept, which only another layout
                // tells the scroll bar.
                Platform.runLater(this::requestLayout);
            }
        }
    }

    /// What can be done about units.
    interface UnitActs {
        /// Adds a unit.
        void add();

        /// Names or removes the one shown.
        void change();

        /// Goes to the next or the one before.
        void step(int by);
    }

    FormView(FormModel model, AnswerActs acts, UnitActs units) {
        this.model = model;
        this.acts = acts;
        Button add = Pieces.button("+ Unit", units::add);
        add.setAccessibleText("Add a unit to this source");
        Button change =
                Pieces.icon(
                        Feather.EDIT_2, "Name or remove this unit (Ctrl Shift Y)", units::change);
        change.getStyleClass().add("slim");
        before = Pieces.icon(Feather.CHEVRON_LEFT, "Unit before (Ctrl Up)", () -> units.step(-1));
        after = Pieces.icon(Feather.CHEVRON_RIGHT, "Next unit (Ctrl Down)", () -> units.step(1));
        before.getStyleClass().add("slim");
        after.getStyleClass().add("slim");
        unitName.setMinWidth(0);
        unitName.setOnMouseClicked(e -> units.change());
        unitBar = Pieces.row(6, unitName, unitCount, before, after, Pieces.spring(), change, add);
        unitBar.setPadding(new Insets(9, 14, 9, 16));
        unitBar.setMinHeight(52);
        unitBar.getStyleClass().add("line-below");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        // A click beside the questions, or on what one rests on, leaves the keyboard with the
        // question.
        scroll.focusedProperty()
                .subscribe(
                        on -> {
                            QuestionPane pane = focus == null ? null : panes.get(focus);
                            if (on && pane != null) {
                                pane.requestFocus();
                            }
                        });
        scroll.vvalueProperty()
                .subscribe(
                        () -> {
                            if (panes.values().stream().anyMatch(QuestionPane::unseen)) {
                                list.requestLayout();
                            }
                        });
        VBox.setVgrow(scroll, Priority.ALWAYS);
        nothing.setWrapText(true);
        nothing.setPadding(new Insets(16));
        getChildren().addAll(unitBar, nothing, scroll);
        model.questions().subscribe(this::sync);
        model.shown().subscribe(this::showUnit);
    }

    /// The question the keyboard is in, or was last.
    Optional<Question> current() {
        return model.questions().get().stream()
                .filter(q -> q.dimension().id().equals(focus))
                .findFirst();
    }

    /// Puts the keyboard into the question it was in, the first open one, or the first.
    ///
    /// @return whether there is a question
    boolean enter() {
        Optional<Question> question =
                current()
                        .or(this::firstOpen)
                        .or(() -> model.questions().get().stream().findFirst());
        question.ifPresent(q -> focusOn(q.dimension().id(), true));
        return question.isPresent();
    }

    /// Puts the keyboard into the first question that is open.
    void enterOpen() {
        firstOpen().ifPresent(q -> focusOn(q.dimension().id(), true));
    }

    /// Stores what is typed and not stored yet: another unit or source is about to be shown.
    void store() {
        panes.values().forEach(QuestionPane::store);
    }

    /// Another unit or source is shown: begins at its first open question, from the top. What is the same of
    /// both stays and takes the other's answers.
    void reset() {
        panes.values().forEach(QuestionPane::begin);
        focus =
                firstOpen()
                        .or(() -> model.questions().get().stream().findFirst())
                        .map(q -> q.dimension().id())
                        .orElse(null);
        sync(model.questions().get());
        scroll.setVvalue(0);
    }

    private Optional<Question> firstOpen() {
        return model.questions().get().stream().filter(Question::open).findFirst();
    }

    private void focusOn(DimensionId id, boolean take) {
        keeping(
                id,
                () -> {
                    focus = id;
                    place();
                });
        QuestionPane pane = panes.get(id);
        if (take && pane != null) {
            pane.requestFocus();
        }
    }

    private void sync(List<Question> questions) {
        keeping(focus, () -> syncPanes(questions));
        boolean empty = questions.isEmpty() && model.shown().get().unit().isPresent();
        nothing.setVisible(empty);
        nothing.setManaged(empty);
    }

    private void showUnit(Shown shown) {
        unitBar.setVisible(shown.unit().isPresent());
        unitBar.setManaged(shown.unit().isPresent());
        unitName.setText(shown.unit().map(u -> capital(u.name())).orElse(""));
        unitCount.setText((shown.index() + 1) + " of " + shown.of());
        for (Node node : List.of(unitCount, before, after)) {
            node.setVisible(shown.of() > 1);
            node.setManaged(shown.of() > 1);
        }
        before.setDisable(shown.index() == 0);
        after.setDisable(shown.index() >= shown.of() - 1);
    }

    private void syncPanes(List<Question> questions) {
        Set<DimensionId> asked =
                questions.stream().map(q -> q.dimension().id()).collect(Collectors.toSet());
        list.getChildren()
                .removeIf(
                        node ->
                                node instanceof QuestionPane p
                                        && !asked.contains(p.question().dimension().id()));
        panes.keySet().retainAll(asked);
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            DimensionId id = question.dimension().id();
            QuestionPane pane = panes.get(id);
            if (pane != null && !pane.question().dimension().equals(question.dimension())) {
                list.getChildren().remove(pane);
                pane = null;
            }
            if (pane == null) {
                pane = made(question);
                panes.put(id, pane);
                list.getChildren().add(i, pane);
            } else if (!pane.question().equals(question)) {
                pane.update(question);
            }
        }
        if (focus != null && !asked.contains(focus)) {
            focus = firstOpen().map(q -> q.dimension().id()).orElse(null);
        }
        place();
    }

    private QuestionPane made(Question question) {
        QuestionPane pane = new QuestionPane(model, acts, question);
        pane.focusedProperty()
                .subscribe(
                        on -> {
                            DimensionId id = pane.question().dimension().id();
                            if (on && !id.equals(focus)) {
                                Platform.runLater(() -> focusOn(id, false));
                            }
                        });
        return pane;
    }

    /// Opens the pane in use, folds the others, and joins answered ones that stand together.
    private void place() {
        List<QuestionPane> all = new ArrayList<>();
        list.getChildren().forEach(node -> all.add((QuestionPane) node));
        boolean next = false;
        for (int i = 0; i < all.size(); i++) {
            QuestionPane pane = all.get(i);
            boolean open = pane.question().dimension().id().equals(focus);
            pane.place(open, next);
            next = open;
        }
        for (int i = 0; i < all.size(); i++) {
            boolean joins = i + 1 < all.size() && all.get(i).folded() && all.get(i + 1).folded();
            boolean begins = all.get(i).folded() && (i == 0 || !all.get(i - 1).folded());
            all.get(i).join(joins, begins);
        }
    }

    /// Does something that changes heights, and leaves this question where it was on screen, wholly in view
    /// if it can be.
    private void keeping(@Nullable DimensionId id, Runnable change) {
        QuestionPane pane = id == null ? null : panes.get(id);
        if (pane == null || pane.getParent() == null || scroll.getScene() == null) {
            change.run();
            return;
        }
        double y = pane.getBoundsInParent().getMinY() - top();
        change.run();
        scroll.applyCss();
        scroll.layout();
        double room = scroll.getViewportBounds().getHeight();
        double at = pane.getBoundsInParent().getMinY();
        double height = pane.getBoundsInParent().getHeight();
        double top = at - y;
        top = Math.max(top, at + height - room);
        top = Math.min(top, at);
        double most = list.getHeight() - room;
        scroll.setVvalue(most <= 0 ? 0 : Math.clamp(top / most, 0, 1));
    }

    /// Fills what is in view, or nearly so, and has not been.
    ///
    /// @return whether there was any
    private boolean fill() {
        double top = top() - NEARLY;
        double bottom = top() + scroll.getViewportBounds().getHeight() + NEARLY;
        boolean any = false;
        for (QuestionPane pane : panes.values()) {
            Bounds at = pane.getBoundsInParent();
            if (pane.unseen() && at.getMaxY() > top && at.getMinY() < bottom) {
                pane.see();
                any = true;
            }
        }
        return any;
    }

    private double top() {
        double most = list.getHeight() - scroll.getViewportBounds().getHeight();
        return most <= 0 ? 0 : scroll.getVvalue() * most;
    }

    private static String capital(String name) {
        return name.isEmpty()
                ? "Unit"
                : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}

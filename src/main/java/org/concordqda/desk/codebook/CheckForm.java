package org.concordqda.desk.codebook;

import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.Check;
import org.concordqda.model.Dimension;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Where a new check is put together. What was chosen and written stays while the codebook changes around it.
final class CheckForm extends VBox {
    private final Choice when = new Choice("When");
    private final Choice other = new Choice("Other dimension");
    private final Choice value = new Choice("Value");
    private final TextField warn = Pieces.field("Sentence that warns");
    private final Consumer<Check> onCheck;
    private final Consumer<String> hint;
    private List<Dimension> others = List.of();

    /// @param onCheck given the check that was put together
    /// @param hint told what is missing
    CheckForm(Consumer<Check> onCheck, Consumer<String> hint) {
        super(6);
        this.onCheck = onCheck;
        this.hint = hint;
        HBox.setHgrow(warn, Priority.ALWAYS);
        warn.setOnAction(e -> add());
        other.box.setOnAction(e -> values());
        getChildren()
                .addAll(
                        Pieces.row(
                                6,
                                when.box,
                                Pieces.text("with", "muted"),
                                other.box,
                                Pieces.text("=", "muted"),
                                value.box),
                        Pieces.row(6, warn, Pieces.button("Add the check", this::add)));
    }

    /// Offers the codes of a dimension and those of others, as they are now.
    void offer(Dimension own, List<Dimension> now) {
        others = now;
        when.offerCodes(own);
        other.offer(
                now.stream().map(Dimension::key).toList(),
                now.stream().map(Dimension::name).toList());
        values();
    }

    private void values() {
        String key = other.key().orElse("");
        others.stream().filter(d -> d.key().equals(key)).findFirst().ifPresent(value::offerCodes);
    }

    private void add() {
        if (warn.getText().isBlank()
                || when.key().isEmpty()
                || other.key().isEmpty()
                || value.key().isEmpty()) {
            hint.accept("A check needs a sentence that warns.");
            return;
        }
        onCheck.accept(
                new Check(
                        when.key().get(),
                        other.key().get(),
                        List.of(value.key().get()),
                        warn.getText().strip()));
    }

    /// One of several things that have keys and names.
    private static final class Choice {
        private final ComboBox<String> box = new ComboBox<>();
        private List<String> keys = List.of();

        Choice(String words) {
            box.setAccessibleText(words);
            box.setPrefWidth(170);
        }

        void offerCodes(Dimension d) {
            offer(
                    d.allCodes().stream().map(c -> c.key()).toList(),
                    d.allCodes().stream().map(c -> d.path(c.id()).orElse(c.name())).toList());
        }

        void offer(List<String> now, List<String> names) {
            if (keys.equals(now) && box.getItems().equals(names)) {
                return;
            }
            String was = key().orElse("");
            keys = now;
            box.getItems().setAll(names);
            box.getSelectionModel().select(Math.max(0, now.indexOf(was)));
        }

        Optional<String> key() {
            int at = box.getSelectionModel().getSelectedIndex();
            return at >= 0 && at < keys.size() ? Optional.of(keys.get(at)) : Optional.empty();
        }
    }
}

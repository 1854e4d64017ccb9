package org.concordqda.desk.shell;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

import org.concordqda.study.AutoCodes.Reach;

/// How much is coded around what was found, as people say it.
public final class ReachNames extends StringConverter<Reach> {
    private ReachNames() {}

    /// A box to choose from.
    public static ComboBox<Reach> box(Reach first) {
        ComboBox<Reach> box = new ComboBox<>();
        box.getItems().setAll(Reach.values());
        box.setValue(first);
        box.setConverter(new ReachNames());
        box.setAccessibleText("How much is coded");
        return box;
    }

    @Override
    public String toString(Reach reach) {
        return reach == null
                ? ""
                : switch (reach) {
                    case WORDS -> "the words";
                    case SENTENCE -> "their sentence";
                    case TURN -> "their turn or comment";
                };
    }

    @Override
    public Reach fromString(String text) {
        throw new UnsupportedOperationException("Chosen, not typed.");
    }
}

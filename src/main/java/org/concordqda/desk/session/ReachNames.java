package org.concordqda.desk.session;

import javafx.scene.control.ComboBox;

import org.concordqda.desk.fx.ChoiceWords;
import org.concordqda.study.AutoCodes.Reach;

/// How much is coded around what was found, as people say it.
public final class ReachNames {
    private ReachNames() {}

    /// A box to choose from.
    public static ComboBox<Reach> box(Reach first) {
        ComboBox<Reach> box = new ComboBox<>();
        box.getItems().setAll(Reach.values());
        box.setValue(first);
        box.setConverter(new ChoiceWords<>(ReachNames::of));
        box.setAccessibleText("How much is coded");
        return box;
    }

    private static String of(Reach reach) {
        return switch (reach) {
            case WORDS -> "the words";
            case SENTENCE -> "their sentence";
            case TURN -> "their turn or comment";
        };
    }
}

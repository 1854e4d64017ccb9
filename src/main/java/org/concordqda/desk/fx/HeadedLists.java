package org.concordqda.desk.fx;

import javafx.scene.control.ListView;

import java.util.function.Predicate;

/// Lists in which headings stand between what can be chosen. JavaFX thread only.
public final class HeadedLists {
    private HeadedLists() {}

    /// Selects the next line that can be chosen, round the ends, and brings it into view.
    ///
    /// @param by 1 forwards, -1 backwards
    /// @param above how many lines before it stay in view
    public static <T> void step(
            ListView<T> list, int from, int by, int above, Predicate<T> choosable) {
        int size = list.getItems().size();
        for (int i = 1; i <= size; i++) {
            int to = Math.floorMod(from + by * i, size);
            if (choosable.test(list.getItems().get(to))) {
                list.getSelectionModel().select(to);
                list.scrollTo(Math.max(0, to - above));
                return;
            }
        }
    }
}

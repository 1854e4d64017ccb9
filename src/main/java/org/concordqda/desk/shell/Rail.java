package org.concordqda.desk.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Icons;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Place;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The dark rail with the places, in the order of the work; at its foot settings and keys. In a small window
/// it shows icons only.
final class Rail extends VBox {
    private final Map<String, Button> items = new LinkedHashMap<>();

    Rail(List<Place> places, Consumer<Place> go, Runnable settings, Runnable keys) {
        getStyleClass().add("rail");
        setAlignment(Pos.TOP_CENTER);
        StackPane logo = new StackPane(Pieces.text("C"));
        logo.getStyleClass().add("logo");
        VBox.setMargin(logo, new Insets(0, 0, 10, 0));
        getChildren().add(logo);
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            Button item =
                    item(place.icon(), place.name(), "Alt " + (i + 1), () -> go.accept(place));
            item.setAccessibleText("Go to " + place.name());
            items.put(place.name(), item);
        }
        Region room = new Region();
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().add(room);
        item(Feather.SETTINGS, "Settings", "Ctrl ,", settings);
        item(Feather.HELP_CIRCLE, "Keys", "?", keys);
    }

    private Button item(Feather icon, String name, String key, Runnable action) {
        Button item = new Button(name, Icons.of(icon, 18));
        item.getStyleClass().add("rail-item");
        item.setAccessibleText(name);
        item.setTooltip(new Tooltip(name + "   " + key));
        item.setOnAction(e -> action.run());
        getChildren().add(item);
        return item;
    }

    /// Marks the place one is in.
    void here(@Nullable String place) {
        items.forEach(
                (name, item) -> {
                    item.getStyleClass().remove("here");
                    item.setAccessibleRoleDescription(null);
                    if (name.equals(place)) {
                        item.getStyleClass().add("here");
                        item.setAccessibleRoleDescription("button, current place");
                    }
                });
    }

    /// Icons only, or with their words; the style sheet does it.
    void narrow(boolean icons) {
        getStyleClass().remove("narrow");
        if (icons) {
            getStyleClass().add("narrow");
        }
    }
}

package org.concordqda.desk.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Icons;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Place;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The dark rail with the places, in the order of the work.
final class Rail extends VBox {
    private final Map<String, Button> items = new LinkedHashMap<>();

    Rail(List<Place> places, Consumer<Place> go) {
        getStyleClass().add("rail");
        setAlignment(Pos.TOP_CENTER);
        StackPane logo = new StackPane(Pieces.text("C"));
        logo.getStyleClass().add("logo");
        VBox.setMargin(logo, new javafx.geometry.Insets(0, 0, 10, 0));
        getChildren().add(logo);
        for (Place place : places) {
            Button item = new Button(place.name(), Icons.of(place.icon(), 18));
            item.getStyleClass().add("rail-item");
            item.setAccessibleText("Go to " + place.name());
            item.setOnAction(e -> go.accept(place));
            items.put(place.name(), item);
            getChildren().add(item);
        }
    }

    void here(@Nullable String place) {
        items.forEach(
                (name, item) -> {
                    item.getStyleClass().remove("here");
                    if (name.equals(place)) {
                        item.getStyleClass().add("here");
                    }
                });
    }
}

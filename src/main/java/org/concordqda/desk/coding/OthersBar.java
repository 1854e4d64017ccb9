package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.CoderId;
import org.concordqda.model.Coding;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Whose codes are shown beside one's own: a colour, a name and how many, per coder.
final class OthersBar extends HBox {
    private final CodeModel model;

    OthersBar(CodeModel model) {
        super(12);
        this.model = model;
        getStyleClass().addAll("panel", "line-below");
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(6, 14, 6, 28));
        model.others().subscribe(on -> refresh());
        model.codings().subscribe(all -> refresh());
    }

    private void refresh() {
        boolean on = model.others().get();
        setVisible(on);
        setManaged(on);
        if (on) {
            fill(model.codings().get());
        }
    }

    private void fill(List<Coding> codings) {
        Map<Long, Long> counts =
                codings.stream()
                        .filter(c -> !model.maker().mine(c))
                        .collect(
                                Collectors.groupingBy(
                                        c -> c.coder().value(),
                                        TreeMap::new,
                                        Collectors.counting()));
        getChildren().setAll(Pieces.caps("Others"));
        if (counts.isEmpty()) {
            getChildren().add(Pieces.text("Nobody else has coded this source.", "muted"));
        }
        counts.forEach(
                (id, count) -> {
                    CoderId coder = new CoderId(id);
                    getChildren()
                            .add(
                                    Pieces.row(
                                            6,
                                            Pieces.dot(model.maker().colour(coder)),
                                            Pieces.text(model.maker().name(coder)),
                                            Pieces.text(Long.toString(count), "muted", "small")));
                });
        getChildren()
                .addAll(
                        Pieces.spring(),
                        Pieces.button("Hide", () -> model.others().set(false), "quiet"));
    }
}

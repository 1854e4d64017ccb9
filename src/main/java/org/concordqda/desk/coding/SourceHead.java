package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.Source;
import org.concordqda.text.Words;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The line over the text: key, labels, state, how much there is, when.
final class SourceHead extends HBox {
    private final Tooltip whole = new Tooltip();

    SourceHead() {
        super(6);
        getStyleClass().addAll("panel", "line-below", "source-head");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        setPadding(new Insets(0, 16, 0, 28));
        setMinHeight(52);
        setMaxHeight(52);
        setMinWidth(0);
        Rectangle edge = new Rectangle();
        edge.widthProperty().bind(widthProperty());
        edge.heightProperty().bind(heightProperty());
        setClip(edge);
    }

    /// A chip that has no room is not shown, rather than cut; the mouse tells all.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double end = getWidth() - getInsets().getRight();
        boolean all = true;
        for (Node child :
                getChildren().subList(Math.min(1, getChildren().size()), getChildren().size())) {
            child.setVisible(child.getBoundsInParent().getMaxX() <= end + 0.5);
            all &= child.isVisible();
        }
        if (all) {
            Tooltip.uninstall(this, whole);
        } else {
            Tooltip.install(this, whole);
        }
    }

    void show(Optional<Source> source, Map<String, String> attributes) {
        getChildren().clear();
        source.ifPresent(s -> fill(s, attributes));
        whole.setText(
                getChildren().stream()
                        .map(n -> ((Labeled) n).getText())
                        .collect(Collectors.joining(" · ")));
    }

    private void fill(Source source, Map<String, String> attributes) {
        Label key = Pieces.text(source.key(), "mono", "small", "muted");
        // The last of the chips are cut off before the key is.
        key.setMinWidth(Math.min(150, 7.4 * source.key().length()));
        HBox.setMargin(key, new Insets(0, 6, 0, 0));
        getChildren().add(key);
        String labels = attributes.getOrDefault("labels", "");
        int shown = 0;
        for (String label : labels.split("[,;]")) {
            if (!label.isBlank() && shown++ < 3) {
                getChildren().add(Pieces.chip(label.strip()));
            }
        }
        String state = attributes.getOrDefault("state", "");
        if (!state.isEmpty()) {
            getChildren().add(Pieces.chip(state));
        }
        if (source.text().isEmpty()) {
            getChildren().add(Pieces.chip("text not imported"));
            return;
        }
        String much =
                switch (source.kind()) {
                    case ISSUE -> Words.counted(Math.max(0, source.turns() - 1), "comment");
                    case TRANSCRIPT -> Words.counted(source.turns(), "turn");
                    case DOCUMENT -> Words.counted(source.words(), "word");
                };
        getChildren().add(Pieces.chip(much));
        source.created()
                .map(c -> c.length() > 10 ? c.substring(0, 10) : c)
                .ifPresent(day -> getChildren().add(Pieces.chip(day)));
    }
}

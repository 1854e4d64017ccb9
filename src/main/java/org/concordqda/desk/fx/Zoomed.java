package org.concordqda.desk.fx;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows its content larger or smaller: the content is laid out in a window that is smaller or larger by the
/// same factor, so nothing is cut off. JavaFX thread only.
public final class Zoomed extends Region {
    private final Node content;
    private final Scale scale = new Scale(1, 1);
    private final DoubleProperty factor = new SimpleDoubleProperty(1);

    public Zoomed(Node content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
        factor.subscribe(
                f -> {
                    scale.setX(f.doubleValue());
                    scale.setY(f.doubleValue());
                    requestLayout();
                });
    }

    /// The factor, 1 = 100 %.
    public DoubleProperty factor() {
        return factor;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor.get(), getHeight() / factor.get());
    }
}

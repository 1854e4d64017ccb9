package org.concordqda.desk.fx;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows its content larger or smaller: the content is laid out in a window that is smaller or larger by the
/// same factor, so nothing is cut off. It never gets less room than every place needs: in a window that is smaller, as
/// on a small screen with a display scale of 200 %, it is drawn smaller instead. JavaFX thread only.
public final class Zoomed extends Region {
    /// Room in which every place and card can be used, in pixels.
    public static final double LEAST_WIDTH = 900;

    /// Its height.
    public static final double LEAST_HEIGHT = 600;

    private final Node content;
    private final Scale scale = new Scale(1, 1);
    private final DoubleProperty factor = new SimpleDoubleProperty(1);
    private final ReadOnlyDoubleWrapper shown = new ReadOnlyDoubleWrapper(1);

    public Zoomed(Node content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
        factor.subscribe(this::requestLayout);
        shown.subscribe(
                f -> {
                    scale.setX(f.doubleValue());
                    scale.setY(f.doubleValue());
                });
    }

    /// The factor that is wanted, 1 = 100 %.
    public DoubleProperty factor() {
        return factor;
    }

    /// The factor that fits the window, at most the one that is wanted.
    public ReadOnlyDoubleProperty shown() {
        return shown.getReadOnlyProperty();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (width <= 0 || height <= 0) {
            return;
        }
        shown.set(Math.min(factor.get(), Math.min(width / LEAST_WIDTH, height / LEAST_HEIGHT)));
        content.resizeRelocate(0, 0, width / shown.get(), height / shown.get());
    }
}

package io.gameday.console.control;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/// The style sheet's colours for a canvas: looked up by shapes of no size, so that light and dark come by themselves. An
/// ink `GRAY_LINE` is the fill of the style class `ink-gray-line`.
public final class Inks<E extends Enum<E>> extends Group {

    private final Map<E, Rectangle> shapes;

    /// @param changed told when any colour changes
    public Inks(Class<E> inks, Runnable changed) {
        setManaged(false);
        shapes = new EnumMap<>(inks);
        for (E ink : inks.getEnumConstants()) {
            Rectangle shape = new Rectangle();
            shape.getStyleClass().add("ink-" + ink.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            shape.fillProperty().addListener(_ -> changed.run());
            shapes.put(ink, shape);
            getChildren().add(shape);
        }
    }

    public Paint of(E ink) {
        return shapes.get(ink).getFill();
    }

    public Color of(E ink, double opacity) {
        return of(ink) instanceof Color color ? color.deriveColor(0, 1, 1, opacity) : Color.TRANSPARENT;
    }
}

package io.gameday.console.debrief;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/// The style sheet's colours for a canvas: looked up by shapes of no size, so that light and dark come by themselves.
final class Palette extends Group {

    enum Ink {
        TEXT, QUIET, RULE, BORDER, PANEL, ACCENT, GRAY_LINE, GRAY_FILL, GRAY_TEXT, FAULT_LINE, FAULT_FILL, FAULT_TEXT, ON_FAULT, ALARM_LINE, ALARM_FILL, ALARM_TEXT
    }

    private final Map<Ink, Rectangle> inks = new EnumMap<>(Ink.class);

    /// @param changed told when any colour changes
    Palette(Runnable changed) {
        setManaged(false);
        for (Ink ink : Ink.values()) {
            Rectangle shape = new Rectangle();
            shape.getStyleClass().add("ink-" + ink.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            shape.fillProperty().addListener(_ -> changed.run());
            inks.put(ink, shape);
            getChildren().add(shape);
        }
    }

    Paint of(Ink ink) {
        return inks.get(ink).getFill();
    }

    Color of(Ink ink, double opacity) {
        return of(ink) instanceof Color color ? color.deriveColor(0, 1, 1, opacity) : Color.TRANSPARENT;
    }
}

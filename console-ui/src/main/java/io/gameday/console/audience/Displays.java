package io.gameday.console.audience;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/// Where the audience window goes. Pure.
final class Displays {

    private Displays() {
    }

    /// The first display that does not hold the middle of the console; empty where there is only one.
    static Optional<Rectangle2D> second(List<Rectangle2D> displays, Rectangle2D console) {
        double x = (console.getMinX() + console.getMaxX()) / 2;
        double y = (console.getMinY() + console.getMaxY()) / 2;
        if (displays.size() < 2) {
            return Optional.empty();
        }
        // A console between two displays is on none of them: then the last one is the projector.
        return displays.stream().filter(display -> !display.contains(x, y)).reduce((_, last) -> last);
    }
}

package io.gameday.console.live;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A thin bar with a mark where a limit stands. Colours come from the style sheet.
final class Bar extends Region {

    private final Region track = region("bar-track");
    private final Region zone = region("bar-zone");
    private final Region fill = region("bar-fill");
    private final Region mark = region("bar-mark");
    private double share;
    private double marked = -1;
    private boolean below;

    Bar() {
        getStyleClass().add("bar");
        getChildren().addAll(track, zone, fill, mark);
        setMinHeight(10);
        setPrefHeight(10);
        setMaxHeight(10);
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        return region;
    }

    /// @param value 0 to 1
    /// @param limit 0 to 1; null for none
    void show(double value, @Nullable Double limit) {
        share = Math.clamp(value, 0, 1);
        marked = limit == null ? -1 : limit;
        requestLayout();
    }

    /// A value as a point; the forbidden side of the limit is shaded.
    void point(double value, double limit, boolean breachesBelow) {
        if (!getStyleClass().contains("point")) {
            getStyleClass().add("point");
        }
        below = breachesBelow;
        show(value, limit);
        fill.setVisible(value >= 0);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        boolean point = getStyleClass().contains("point");
        track.resizeRelocate(0, 2, width, 6);
        if (point) {
            double limit = Math.max(0, marked) * width;
            zone.resizeRelocate(below ? 0 : limit, 2, below ? limit : width - limit, 6);
            fill.resizeRelocate(Math.clamp(share * width - 4, 0, Math.max(0, width - 8)), 1, 8, 8);
        } else {
            fill.resizeRelocate(0, 2, share * width, 6);
        }
        zone.setVisible(point);
        mark.setVisible(marked >= 0);
        mark.resizeRelocate(Math.clamp(marked * width - 1, 0, Math.max(0, width - 2)), 0, 2, 10);
    }
}

package io.gameday.console.home;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Boxes of one size side by side, as many as the width takes, and then the next row.
final class CardGrid extends Pane {

    private static final double GAP = 8;
    private static final double LEAST_WIDTH = 230;
    private static final double HEIGHT = 136;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 3 * LEAST_WIDTH + 2 * GAP;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = Math.ceilDiv(getManagedChildren().size(), columns(width < 0 ? prefWidth(-1) : width));
        return rows * (HEIGHT + GAP) - GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private static int columns(double width) {
        return Math.max(1, (int) ((width + GAP) / (LEAST_WIDTH + GAP)));
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double cell = snapSizeX((getWidth() - (columns - 1) * GAP) / columns - 1);
        int index = 0;
        for (Node child : getManagedChildren()) {
            child.resizeRelocate(snapPositionX(index % columns * (cell + GAP)), index / columns * (HEIGHT + GAP), cell,
                    HEIGHT);
            index++;
        }
    }
}

package io.gameday.console.live.fleet;

import java.util.OptionalInt;

/// Where each cell's column of boxes lies on the map: rows of as many cells as make the boxes as large as there is room.
/// All in pixels, from the map's left upper corner.
///
/// @param cells  how many
/// @param zones  boxes in a column
/// @param inRow  cells beside each other
/// @param left   where the first column begins; before it stands the name of the row's first cell
/// @param unit   width of a column with its gap
/// @param box    width of a box
/// @param high   height of a box
/// @param pitch  from one row of cells to the next
record FleetGrid(int cells, int zones, int inRow, double left, double unit, double box, double high, double pitch) {

    static final double GAP = 1;
    private static final double LABEL = 64;
    /// Width of a box to its height: at least this, and more where there is room.
    private static final double SHAPE = 1.6;
    private static final double FLATTEST = 2.6;
    private static final double HIGHEST = 22;
    private static final double LOWEST = 2;
    private static final double BETWEEN_ROWS = 3;
    private static final double WIDEST_BETWEEN = 12;

    /// Which way a key moves.
    enum Way {
        LEFT, RIGHT, UP, DOWN
    }

    static FleetGrid of(int cells, int zones, double width, double height) {
        int inRow = 1;
        double high = 0;
        for (int n = 1; n <= cells; n++) {
            double fits = high(n, cells, zones, width, height);
            if (fits > high) {
                high = fits;
                inRow = n;
            }
        }
        high = Math.max(LOWEST, Math.floor(high));
        double box = Math.max(LOWEST, Math.floor(Math.min(room(inRow, width), high * FLATTEST)));
        double column = zones * (high + GAP);
        double pitch = Math.clamp(height / Math.max(1, Math.ceilDiv(cells, inRow)), column + BETWEEN_ROWS,
                column + WIDEST_BETWEEN);
        double unit = Math.clamp((width - LABEL) / inRow, box + 2 * GAP, box + WIDEST_BETWEEN);
        return new FleetGrid(cells, zones, inRow, LABEL, unit, box, high, pitch);
    }

    /// How high a box may be with so many cells beside each other.
    private static double high(int inRow, int cells, int zones, double width, double height) {
        double pitch = height / Math.ceilDiv(cells, inRow);
        double high = (pitch - BETWEEN_ROWS) / Math.max(1, zones) - GAP;
        return Math.min(HIGHEST, Math.min(high, room(inRow, width) / SHAPE));
    }

    private static double room(int inRow, double width) {
        return (width - LABEL) / inRow - 2 * GAP;
    }

    int rows() {
        return Math.ceilDiv(cells, inRow);
    }

    double x(int cell) {
        return Math.floor(left + cell % inRow * unit);
    }

    double y(int cell) {
        return Math.floor((double) (cell / inRow) * pitch);
    }

    double y(int cell, int zone) {
        return y(cell) + zone * (high + GAP);
    }

    /// Height of a cell's boxes together.
    double tall() {
        return zones * (high + GAP) - GAP;
    }

    /// Which cell is at this place; none between rows and beside them.
    OptionalInt at(double x, double y) {
        int column = (int) Math.floor((x - left) / unit);
        int row = (int) Math.floor(y / pitch);
        int cell = row * inRow + column;
        return x >= left && column < inRow && y >= 0 && y - row * pitch <= tall() && cell < cells
                ? OptionalInt.of(cell)
                : OptionalInt.empty();
    }

    /// Where a key leads from `cell`; stays where there is nothing on that side.
    int moved(int cell, Way way) {
        int to = switch (way) {
            case LEFT -> cell - 1;
            case RIGHT -> cell + 1;
            case UP -> cell - inRow;
            case DOWN -> cell + inRow;
        };
        return to < 0 || to >= cells ? cell : to;
    }
}

package io.gameday.console.debrief;

/// The lanes of the strip from top to bottom.
enum StripLane {
    USEFUL(6, 56), IMPACT(64, 15), FAULT(80, 20), ALARMS(101, 20), AUTOMATION(122, 20), PEOPLE(143, 20), AXIS(164, 22);

    /// The height of all lanes together.
    static final double HEIGHT = 186;

    private final double top;
    private final double height;

    StripLane(double top, double height) {
        this.top = top;
        this.height = height;
    }

    double top() {
        return top;
    }

    double height() {
        return height;
    }

    double middle() {
        return top + height / 2;
    }

    double bottom() {
        return top + height;
    }

    /// The lane at this height.
    static StripLane at(double y) {
        for (StripLane lane : values()) {
            if (y < lane.bottom()) {
                return lane;
            }
        }
        return AXIS;
    }
}

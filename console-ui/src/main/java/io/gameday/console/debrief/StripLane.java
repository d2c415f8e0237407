package io.gameday.console.debrief;

/// The lanes of the strip from top to bottom.
enum StripLane {
    USEFUL(6, 54), IMPACT(62, 20), FAULT(83, 20), ALARMS(104, 20), AUTOMATION(125, 20), PEOPLE(146, 20), AXIS(167, 22);

    /// The height of all lanes together.
    static final double HEIGHT = 189;

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

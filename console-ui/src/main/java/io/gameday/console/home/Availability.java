package io.gameday.console.home;

import io.gameday.observability.Tally;
import java.util.ArrayList;
import java.util.List;

/// The availability of a run as few enough points to draw small: of neighbours that are put together the worst is
/// kept, so that a short hole in a long run stays to be seen. A point is 0 to 1, or NaN where nobody asked.
final class Availability {

    static final int MOST = 128;

    private final List<Float> points = new ArrayList<>();
    private int secondsPerPoint = 1;
    private int secondsInLast = 1;

    void add(Tally second) {
        float value = second.requests() == 0 ? Float.NaN : (float) second.useful() / second.requests();
        if (points.isEmpty() || secondsInLast == secondsPerPoint) {
            if (points.size() == MOST) {
                halve();
            }
            points.add(value);
            secondsInLast = 1;
        } else {
            points.set(points.size() - 1, worse(points.getLast(), value));
            secondsInLast++;
        }
    }

    private void halve() {
        for (int i = 0; i < MOST / 2; i++) {
            points.set(i, worse(points.get(2 * i), points.get(2 * i + 1)));
        }
        points.subList(MOST / 2, MOST).clear();
        secondsPerPoint *= 2;
        secondsInLast = secondsPerPoint;
    }

    private static float worse(float one, float other) {
        if (Float.isNaN(one) || Float.isNaN(other)) {
            return Float.isNaN(one) ? other : one;
        }
        return Math.min(one, other);
    }

    List<Float> points() {
        return List.copyOf(points);
    }
}

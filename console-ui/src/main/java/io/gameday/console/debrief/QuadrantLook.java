package io.gameday.console.debrief;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.report.gray.Quadrant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;

/// How the quadrants are shown: the four of the square in its corners, every other one below.
final class QuadrantLook {

    private static final Map<Quadrant, State> STATES = Map.of(Quadrant.HEALTHY, State.HEALTHY, Quadrant.GRAY,
            State.GRAY, Quadrant.MASKED, State.PLAIN, Quadrant.DETECTED, State.ALARM, Quadrant.UNASKED, State.UNKNOWN,
            Quadrant.UNREAD, State.UNKNOWN);

    private QuadrantLook() {
    }

    /// Customers well, then hurt; nothing says so.
    static List<Quadrant> silent() {
        return List.of(Quadrant.HEALTHY, Quadrant.GRAY);
    }

    /// Customers well, then hurt; something says so.
    static List<Quadrant> said() {
        return List.of(Quadrant.MASKED, Quadrant.DETECTED);
    }

    /// Those that are no corner.
    static List<Quadrant> besides() {
        return Stream.of(Quadrant.values()).filter(q -> !silent().contains(q) && !said().contains(q)).toList();
    }

    /// One that has no look of its own yet is bad news of an unknown kind.
    static State state(Quadrant quadrant) {
        return STATES.getOrDefault(quadrant, State.BROKEN);
    }

    static Feather icon(Quadrant quadrant) {
        Feather icon = state(quadrant).icon();
        return icon == null ? Feather.SHIELD : icon;
    }

    static String word(Quadrant quadrant) {
        return quadrant == Quadrant.UNREAD
                ? Texts.of("debrief.square.unread")
                : Texts.said(quadrant.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}

package io.gameday.console;

import io.gameday.console.frame.Compares;
import io.gameday.console.frame.Debriefs;
import io.gameday.console.frame.Lives;
import io.gameday.console.frame.Place;
import io.gameday.console.frame.Prepares;
import io.gameday.console.frame.Screen;
import java.util.Map;
import java.util.function.Consumer;

/// The screens of the console, and what the navigator asks of them.
///
/// @param leaves is asked before the window closes; goes on with what it is given unless the user wants to stay
record Assembly(Screen home, Screen prepare, Prepares prepares, Consumer<Runnable> leaves, Screen live, Lives lives,
        Screen debrief, Debriefs debriefs, Screen compare, Compares compares) {

    Map<Place, Screen> screens() {
        return Map.of(Place.HOME, home, Place.PREPARE, prepare, Place.LIVE, live, Place.DEBRIEF, debrief, Place.COMPARE,
                compare);
    }
}

package io.gameday.report.facts;

import io.gameday.journal.Event;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import java.util.List;
import java.util.Locale;

/// The names under which a second's series stand in the journal: `customer site`, `canary zone az1`.
public final class SeriesName {

    private SeriesName() {
    }

    public static String of(Observer observer, Scope scope) {
        return observer.name().toLowerCase(Locale.ROOT) + " " + scope;
    }

    /// What `observer` counted for `scope` in that second; [Tally#NONE] when nothing.
    public static Tally tally(Event.SecondMeasured second, Observer observer, Scope scope) {
        return second.series().getOrDefault(of(observer, scope), Tally.NONE);
    }

    /// Whether `observer` saw `scope` in any of the seconds.
    public static boolean present(List<Event.SecondMeasured> seconds, Observer observer, Scope scope) {
        String name = of(observer, scope);
        return seconds.stream().anyMatch(s -> s.series().containsKey(name));
    }
}

package io.gameday.report.facts;

import io.gameday.journal.Event;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;

/// The names under which a second's series stand in the journal: `customer site`, `canary zone az1`.
public final class SeriesName {

    /// A document asks for the same few names in each of thousands of seconds.
    private static final Map<Observer, Map<Scope, String>> NAMES = Stream.of(Observer.values())
            .collect(Collectors.toUnmodifiableMap(observer -> observer, _ -> new ConcurrentHashMap<>()));

    private SeriesName() {
    }

    public static String of(Observer observer, Scope scope) {
        Map<Scope, String> names = requireNonNull(NAMES.get(observer));
        String known = names.get(scope);
        return known != null
                ? known
                : names.computeIfAbsent(scope, at -> observer.name().toLowerCase(Locale.ROOT) + " " + at);
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

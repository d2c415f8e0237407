package io.gameday.cli.view;

import io.gameday.journal.Event.SecondMeasured;
import io.gameday.observability.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The seconds of a run, oldest first, as customers saw them.
final class Seconds {

    static final String SITE = "customer site";

    private final List<SecondMeasured> all = new ArrayList<>();

    static String zone(String zone) {
        return "customer zone " + zone;
    }

    static String cellZone(String cell, String zone) {
        return "customer cell " + cell + " zone " + zone;
    }

    void add(SecondMeasured second) {
        all.add(second);
    }

    List<SecondMeasured> all() {
        return all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    SecondMeasured newest() {
        return all.getLast();
    }

    List<SecondMeasured> last(int n) {
        return all.subList(Math.max(0, all.size() - n), all.size());
    }

    /// Seconds that began at `from` or later.
    List<SecondMeasured> since(Instant from) {
        return all.stream().filter(second -> !second.second().isBefore(from)).toList();
    }

    static Tally sum(List<SecondMeasured> seconds, String series) {
        return seconds.stream().map(second -> second.series().getOrDefault(series, Tally.NONE)).reduce(Tally.NONE,
                Tally::plus);
    }

    /// True when the series counted anything in any second: only then is a second without requests a loss of traffic.
    boolean everHeardOf(String series) {
        return all.stream().anyMatch(second -> second.series().containsKey(series));
    }

    /// Ends of seconds, because a second is known only when it is over.
    static Instant end(SecondMeasured second) {
        return second.second().plus(Duration.ofSeconds(1));
    }
}

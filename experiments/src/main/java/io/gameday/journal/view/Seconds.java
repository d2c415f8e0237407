package io.gameday.journal.view;

import io.gameday.journal.Event.SecondMeasured;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The seconds of a run, oldest first, as customers saw them.
public final class Seconds {

    public static final String SITE = "customer site";

    private final List<SecondMeasured> all = new ArrayList<>();

    public static String zone(String zone) {
        return "customer zone " + zone;
    }

    public static String cell(String cell) {
        return "customer cell " + cell;
    }

    public static String cellZone(String cell, String zone) {
        return "customer cell " + cell + " zone " + zone;
    }

    /// What the servers of `scope` counted of themselves.
    public static String server(Scope scope) {
        return "server " + scope;
    }

    public void add(SecondMeasured second) {
        all.add(second);
    }

    public List<SecondMeasured> all() {
        return all;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public SecondMeasured newest() {
        return all.getLast();
    }

    public List<SecondMeasured> last(int n) {
        return all.subList(Math.max(0, all.size() - n), all.size());
    }

    /// Seconds that began at `from` or later.
    public List<SecondMeasured> since(Instant from) {
        return all.stream().filter(second -> !second.second().isBefore(from)).toList();
    }

    public static Tally sum(List<SecondMeasured> seconds, String series) {
        return seconds.stream().map(second -> second.series().getOrDefault(series, Tally.NONE)).reduce(Tally.NONE,
                Tally::plus);
    }

    /// True when the series counted anything in any second: only then is a second without requests a loss of traffic.
    public boolean everHeardOf(String series) {
        return all.stream().anyMatch(second -> second.series().containsKey(series));
    }

    /// Ends of seconds, because a second is known only when it is over.
    public static Instant end(SecondMeasured second) {
        return second.second().plus(Duration.ofSeconds(1));
    }
}

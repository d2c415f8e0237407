package io.gameday.observability.alarm;

import io.gameday.observability.History;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.ZoneDetector.Conclusion;
import io.gameday.observability.alarm.ZoneDetector.Counts;
import io.gameday.observability.alarm.ZoneDetector.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/// Impact in one zone beyond the others, by the router's attempts or by the canaries: attempts stop when a zone is
/// evicted, canaries go on. Either way two distinct things must be hit, tasks or cells' parts in the zone, or it is one
/// task's fault and not its zone's.
///
/// @param by    what zones are compared by
/// @param cells that lie in the zone
record ZoneRule(Comparison by, String zone, List<String> cells, List<String> zones) implements AlarmRule {

    private static final ZoneOnset ONSET = new ZoneOnset(StandardAlarms.OBJECTIVE, StandardAlarms.SIGNIFICANCE);

    private static final int NEWEST_SECONDS = 2;

    /// @param requests  those of one observer that can be judged
    /// @param count     those of them that count against the zone
    /// @param instances of a zone that had at least one, over so many seconds
    /// @param newest    whether only zones count that have such requests in the newest seconds
    /// @param fault     what such a request is called
    /// @param well      what the others are called
    record Comparison(ToLongFunction<Tally> requests, ToLongFunction<Tally> count, Instances instances, boolean newest,
            String fault, String well) {
    }

    @FunctionalInterface
    interface Instances {
        Set<String> of(History history, String zone, int seconds);
    }

    @Override
    public Reading read(History history) {
        Look canaries = look(history, Observer.CANARY);
        Look attempts = look(history, Observer.ATTEMPT);
        for (Look look : List.of(canaries, attempts)) {
            if (look.breach().isPresent()) {
                return new Reading(Datapoint.BREACHING, look.breach().get());
            }
        }
        boolean nothingSeen = canaries.finding().conclusion() == Conclusion.NO_TRAFFIC
                && attempts.finding().conclusion() == Conclusion.NO_TRAFFIC;
        return new Reading(nothingSeen ? Datapoint.MISSING : Datapoint.WELL,
                () -> "canaries: " + canaries.finding().evidence(by.fault, by.well));
    }

    /// @param breach the evidence, if there is any
    private record Look(Finding finding, Optional<Supplier<String>> breach) {
    }

    private Look look(History history, Observer observer) {
        String who = observer == Observer.CANARY ? "canaries: " : "attempts: ";
        Finding finding = compare(history, observer);
        if (!lasting(history, observer)) {
            return new Look(finding, Optional.empty());
        }
        if (finding.conclusion() == Conclusion.ZONAL && inARow(history, observer)) {
            return new Look(finding, Optional.of(() -> who + finding.evidence(by.fault, by.well)));
        }
        return new Look(finding, onset(history, observer).map(evidence -> () -> who + evidence.get()));
    }

    private Finding compare(History history, Observer observer) {
        int instances = observer == Observer.CANARY ? Math.clamp(cells.size(), 1, 2) : 2;
        return new ZoneDetector(StandardAlarms.OBJECTIVE, StandardAlarms.SIGNIFICANCE, instances)
                .assess(counts(history, observer, StandardAlarms.WINDOW_SECONDS), zone);
    }

    /// Whether the comparison came out so in the seconds before as well.
    private boolean inARow(History history, Observer observer) {
        return IntStream.range(1, StandardAlarms.COMPARISONS_IN_A_ROW)
                .allMatch(ago -> compare(history.earlier(ago), observer).conclusion() == Conclusion.ZONAL);
    }

    private boolean lasting(History history, Observer observer) {
        return history.last(StandardAlarms.ONSET_SECONDS).stream()
                .filter(second -> by.count.applyAsLong(second.tally(observer, new Scope.Zone(zone))) > 0)
                .count() >= StandardAlarms.SECONDS_HIT;
    }

    private Optional<Supplier<String>> onset(History history, Observer observer) {
        int newest = StandardAlarms.ONSET_SECONDS;
        int all = history.last(newest + StandardAlarms.PAST_SECONDS).size();
        Tally now = history.tally(observer, new Scope.Zone(zone), newest);
        if (by.count.applyAsLong(now) == 0 || all < newest + StandardAlarms.SHORTEST_PAST_SECONDS) {
            return Optional.empty();
        }
        Map<String, Counts> counts = counts(history, observer, newest);
        Counts here = counts.getOrDefault(zone, new Counts(0, 0, 0));
        long othersRequests = counts.values().stream().mapToLong(Counts::requests).sum() - here.requests();
        long othersFaults = counts.values().stream().mapToLong(Counts::faults).sum() - here.faults();
        Tally before = history.earlier(newest).tally(observer, new Scope.Zone(zone), StandardAlarms.PAST_SECONDS);
        Counts past = new Counts(by.requests.applyAsLong(before), by.count.applyAsLong(before), 0);
        return ONSET.began(here, new Counts(othersRequests, othersFaults, 0), past)
                ? Optional.of(() -> ONSET.evidence(here, past, by.fault))
                : Optional.empty();
    }

    /// By latency another zone that has answered nothing in the newest seconds is left out: how quick it was before the
    /// others got busy would make them look slow.
    private Map<String, Counts> counts(History history, Observer observer, int seconds) {
        Map<String, Counts> counts = new LinkedHashMap<>();
        for (String z : zones) {
            boolean there = !by.newest || z.equals(zone)
                    || by.requests.applyAsLong(history.tally(observer, new Scope.Zone(z), NEWEST_SECONDS)) > 0;
            Tally tally = there ? history.tally(observer, new Scope.Zone(z), seconds) : Tally.NONE;
            long hit = by.count.applyAsLong(tally);
            counts.put(z,
                    hit > 0 && z.equals(zone)
                            ? withParts(history, observer, tally, seconds)
                            : new Counts(by.requests.applyAsLong(tally), hit, 0));
        }
        return counts;
    }

    /// The zone's own counts with those of its worst part: a task for attempts, a cell's part for canaries. A single
    /// cell is all of its zone, and says nothing about whether it is one thing's fault.
    private Counts withParts(History history, Observer observer, Tally tally, int seconds) {
        List<Scope> parts = observer == Observer.CANARY
                ? cells.stream().<Scope>map(cell -> new Scope.CellZone(cell, zone)).toList()
                : by.instances.of(history, zone, seconds).stream().<Scope>map(Scope.Instance::new).toList();
        int hit = 0;
        Tally worst = Tally.NONE;
        for (Scope part : parts) {
            Tally one = history.tally(observer, part, seconds);
            hit += by.count.applyAsLong(one) > 0 ? 1 : 0;
            worst = by.count.applyAsLong(one) > by.count.applyAsLong(worst) ? one : worst;
        }
        boolean told = observer != Observer.CANARY || cells.size() > 1;
        return new Counts(by.requests.applyAsLong(tally), by.count.applyAsLong(tally), hit,
                told ? by.requests.applyAsLong(worst) : 0, told ? by.count.applyAsLong(worst) : 0);
    }
}

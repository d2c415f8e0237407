package io.gameday.benchmark;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalReader;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads run folders and tells how long it took the platform and the alarms to notice, and requests to leave a zone: quartiles
/// over all runs that have both ends. Times that begin or end with a measured second are open by one second.
///
/// Arguments: folders that hold run folders.
public final class TimesFigures {

    static final String WEIGHED_AWAY = "first bad second of a zone to its weigh-away";
    static final String SHIFTED = "shift of a zone to the end of the last second with a request there";
    static final String DEPLOYED = "order to leave a zone to the end of the last second with a request there";
    static final String ALARMED = "fault to first alarm";
    static final String PAGED = "fault to first page";

    /// Of fewer, each is told.
    private static final int FEW = 4;

    private TimesFigures() {
    }

    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println("arguments: RUNS…");
            System.exit(2);
        }
        Map<String, List<Duration>> all = new LinkedHashMap<>();
        for (String folder : args) {
            List<Path> journals;
            try (Stream<Path> runs = Files.list(Path.of(folder))) {
                journals = runs.map(run -> run.resolve("journal.jsonl")).filter(Files::exists).sorted().toList();
            }
            for (Path journal : journals) {
                of(JournalReader.read(journal).entries())
                        .forEach((name, times) -> all.computeIfAbsent(name, n -> new ArrayList<>()).addAll(times));
            }
        }
        all.forEach((name, times) -> System.out.println(name + ": " + quartiles(times)));
    }

    /// What one run tells, by name.
    static Map<String, List<Duration>> of(List<Entry> journal) {
        Map<String, List<Duration>> times = new LinkedHashMap<>();
        Optional<Instant> fault = first(journal, entry -> entry.event() instanceof Event.FaultInjected);
        fault.ifPresent(from -> {
            List<Entry> after = journal.stream().filter(entry -> entry.at().isAfter(from)).toList();
            firstOf(after,
                    entry -> entry.event() instanceof Event.AlarmChanged changed && changed.to() == AlarmState.ALARM,
                    from, ALARMED, times);
            firstOf(after, entry -> entry.event() instanceof Event.PageSent, from, PAGED, times);
            weighedAway(after, times);
        });
        left(journal, times);
        return times;
    }

    private static void firstOf(List<Entry> entries, Predicate<Entry> what, Instant from, String name,
            Map<String, List<Duration>> times) {
        first(entries, what).ifPresent(at -> add(times, name, Duration.between(from, at)));
    }

    private static Optional<Instant> first(List<Entry> entries, Predicate<Entry> what) {
        return entries.stream().filter(what).map(Entry::at).findFirst();
    }

    private static void weighedAway(List<Entry> after, Map<String, List<Duration>> times) {
        Map<String, Instant> bad = new HashMap<>();
        // A second is journalled when it is closed, which may be after what it made somebody do.
        for (Entry entry : after) {
            if (entry.event() instanceof Event.SecondMeasured second) {
                second.series().forEach((name, tally) -> {
                    int zone = name.indexOf(" zone ");
                    if (zone > 0 && !name.contains(" cell ") && tally.useful() < tally.requests()) {
                        bad.putIfAbsent(name.substring(zone + " zone ".length()), second.second());
                    }
                });
            }
        }
        Map<String, Instant> away = new HashMap<>();
        for (Entry entry : after) {
            if (entry.event() instanceof Event.AutomationActed acted && acted.name().equals("weigh-away")
                    && acted.scope() instanceof Scope.Zone(String zone) && bad.containsKey(zone)
                    && away.putIfAbsent(zone, acted.when()) == null) {
                add(times, WEIGHED_AWAY, Duration.between(bad.get(zone), acted.when()));
            }
        }
    }

    private static void left(List<Entry> journal, Map<String, List<Duration>> times) {
        for (Entry entry : journal) {
            if (entry.event() instanceof Event.OperationBegun begun) {
                switch (begun.operation()) {
                    case Operation.Shift(String zone) -> left(journal, entry, begun, zone, SHIFTED, times);
                    case Operation.Leave(String zone) -> left(journal, entry, begun, zone, DEPLOYED, times);
                    case Operation.Scale _,Operation.Weights _,Operation.Backup _,Operation.Restore _,Operation.Calm _ -> {
                        // Nobody leaves a zone by these.
                    }
                }
            }
        }
    }

    private static void left(List<Entry> journal, Entry order, Event.OperationBegun begun, String zone, String name,
            Map<String, List<Duration>> times) {
        Instant end = journal.stream()
                .filter(entry -> entry.event() instanceof Event.OperationDone done && done.id().equals(begun.id()))
                .map(Entry::at).findFirst().orElse(Instant.MAX);
        journal.stream().map(Entry::event).filter(Event.SecondMeasured.class::isInstance)
                .map(Event.SecondMeasured.class::cast).filter(second -> second.second().plusSeconds(1).isBefore(end))
                .filter(second -> second.series().getOrDefault("customer zone " + zone, Tally.NONE).requests() > 0)
                .map(second -> second.second().plusSeconds(1)).reduce((first, last) -> last)
                .ifPresent(last -> add(times, name, Duration.between(order.at(), last)));
    }

    private static void add(Map<String, List<Duration>> times, String name, Duration time) {
        times.computeIfAbsent(name, n -> new ArrayList<>()).add(time);
    }

    /// Such as `median 4.1 s, quartiles 3.6 s and 5.0 s, 2.9 s to 8.4 s, n = 12`.
    static String quartiles(List<Duration> times) {
        List<Double> sorted = times.stream().map(time -> time.toMillis() / 1000.0).sorted().toList();
        if (sorted.size() < FEW) {
            return sorted.stream().map(time -> String.format(Locale.ROOT, "%.1f s", time))
                    .collect(Collectors.joining(", ")) + ", n = " + sorted.size();
        }
        return String.format(Locale.ROOT, "median %.1f s, quartiles %.1f s and %.1f s, %.1f s to %.1f s, n = %d",
                at(sorted, 0.5), at(sorted, 0.25), at(sorted, 0.75), sorted.getFirst(), sorted.getLast(),
                sorted.size());
    }

    /// By linear interpolation.
    private static double at(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }
}

package io.gameday.engine;

import io.gameday.journal.Verdict;
import io.gameday.observability.alarm.AlarmState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets a judge see everything in the order of the team's own tools, which tell late: what the engine observes waits
/// until they have been read past it. So a reading that comes late neither breaks nor holds anything.
///
/// ```
///   engine   ──Injected───────────AllFaultsEnded──►  wait here
///   tools    ───────AlarmMoved──────────────────ReadUntil──►  let both on, by their times
/// ```
///
/// What rests on having seen nothing is unknown where a tool was away meanwhile.
final class AsRead implements Judge {

    private final Judge judge;
    private final Set<Medium> media;
    private final Set<Verdict> byAbsence;
    private final Map<Medium, Duration> read = new EnumMap<>(Medium.class);
    private final List<Observed> waiting = new ArrayList<>();
    private final Map<String, AlarmState> moved = new HashMap<>();
    private Observed.@Nullable Missed missed;
    private String undelivered = "";
    private String unheard = "";

    /// @param media     tools that all have to be read past a moment before it is judged
    /// @param byAbsence rulings of `judge` that rest on something not having been seen
    AsRead(Judge judge, Set<Medium> media, Set<Verdict> byAbsence) {
        this.judge = judge;
        this.media = media;
        this.byAbsence = byAbsence;
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        return switch (observed) {
            case Observed.ReadUntil(Duration at, Medium medium) -> {
                read.put(medium, at);
                yield letOn();
            }
            case Observed.SourceLost(Duration at, Medium medium, String why) when media.contains(medium) ->
                Optional.of(Ruling.unknown(why));
            case Observed.PagesTrusted(Duration at, String listed, String unlisted) -> {
                boolean concerns = media.contains(Medium.PAGES);
                undelivered = concerns ? listed : "";
                unheard = concerns ? unlisted : "";
                yield Optional.empty();
            }
            case Observed.AlarmMoved _,Observed.Paged _,Observed.Told _,Observed.Acknowledged _,Observed.Missed _,Observed.Opened _,Observed.Injected _,Observed.FaultEnding _,Observed.FaultEnded _,Observed.AllFaultsEnded _,Observed.AllDecided _ -> {
                keep(observed);
                yield Optional.empty();
            }
            case Observed.SourceLost _,Observed.AlarmsLooked _,Observed.Acted _,Observed.IncidentOpened _,Observed.PagesResolved _,Observed.Measured _,Observed.Counted _,Observed.Closed _ ->
                Optional.empty();
        };
    }

    /// By time; what is equal in the order in which it came.
    private void keep(Observed observed) {
        int place = waiting.size();
        while (place > 0 && waiting.get(place - 1).at().compareTo(observed.at()) > 0) {
            place--;
        }
        waiting.add(place, observed);
    }

    private Optional<Ruling> letOn() {
        if (!read.keySet().containsAll(media)) {
            return Optional.empty();
        }
        Medium last = media.stream().min((a, b) -> at(a).compareTo(at(b))).orElseThrow();
        while (!waiting.isEmpty() && waiting.getFirst().at().compareTo(at(last)) <= 0) {
            Optional<Ruling> ruling = pass(waiting.removeFirst());
            if (ruling.isPresent()) {
                return ruling.map(this::certain);
            }
        }
        return judge.observe(new Observed.ReadUntil(at(last), last)).map(this::certain);
    }

    private Duration at(Medium medium) {
        return read.getOrDefault(medium, Duration.ZERO);
    }

    private Optional<Ruling> pass(Observed observed) {
        return switch (observed) {
            case Observed.Missed gap -> {
                missed = media.contains(gap.medium()) ? gap : missed;
                yield Optional.empty();
            }
            case Observed.AlarmMoved change -> {
                moved.put(change.change().alarm() + " " + change.change().scope(), change.change().to());
                yield judge.observe(change);
            }
            case Observed.Opened(Duration at, Map<String, AlarmState> alarms) -> {
                // The states are of the newest reading then, and an alarm may have changed since.
                Map<String, AlarmState> states = new HashMap<>(alarms);
                states.putAll(moved);
                missed = missed != null && missed.until().compareTo(at) <= 0 ? null : missed;
                yield judge.observe(new Observed.Opened(at, states));
            }
            default -> judge.observe(observed);
        };
    }

    private Ruling certain(Ruling ruling) {
        if (missed != null && byAbsence.contains(ruling.verdict())) {
            return Ruling.unknown(missed.why());
        }
        if (!unheard.isEmpty() && byAbsence.contains(ruling.verdict())) {
            return Ruling.unknown(unheard);
        }
        if (!undelivered.isEmpty() && ruling.verdict() == Verdict.HELD && media.contains(Medium.PAGES)) {
            return Ruling.unknown(undelivered);
        }
        return ruling;
    }

    @Override
    public boolean waiting() {
        return judge.waiting();
    }

    @Override
    public String wanted() {
        return judge.wanted();
    }
}

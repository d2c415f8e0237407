package io.gameday.signal.live;

import io.gameday.signal.AlarmCondition;
import io.gameday.signal.AlarmHistory;
import io.gameday.signal.Alarms;
import io.gameday.signal.ClockOffset;
import io.gameday.signal.Firing;
import io.gameday.signal.KnownAlarm;
import io.gameday.signal.Period;
import io.gameday.signal.SourceFailure;
import io.gameday.target.TeamAlarms;
import io.gameday.target.TeamAlarms.Ringing;
import io.gameday.target.TeamAlarms.TeamAlarm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/// What the alarms of any source did. An alarm with several sets of labels rings while any of them does.
public final class AlarmQuestion implements Question<TeamAlarms> {

    private static final Duration STEP = Duration.ofSeconds(1);

    private final AlarmHistory history;
    private final Set<String> named;
    private final Supplier<Optional<ClockOffset>> offset;
    private volatile List<String> names = List.of();

    /// @param named  alarms of which it matters whether they could ring
    /// @param offset of the source's clock, by its newest answer
    public AlarmQuestion(AlarmHistory history, Set<String> named, Supplier<Optional<ClockOffset>> offset) {
        this.history = history;
        this.named = Set.copyOf(named);
        this.offset = offset;
    }

    @Override
    public Told<TeamAlarms> ask(Period period) throws SourceFailure {
        Alarms alarms = history.read(period, STEP);
        names = alarms.names();
        List<TeamAlarm> told = new ArrayList<>();
        for (KnownAlarm alarm : alarms.alarms()) {
            told.add(new TeamAlarm(alarm.name(), trouble(alarm), rang(alarm.firings())));
        }
        return new Told<>(new TeamAlarms(List.copyOf(told)), alarms.notes());
    }

    /// All that exist, by the newest answer.
    public List<String> names() {
        return names;
    }

    private String trouble(KnownAlarm alarm) throws SourceFailure {
        if (!named.contains(alarm.name())) {
            return "";
        }
        if (alarm.conditions().isEmpty()) {
            return "it does not exist any more";
        }
        if (!alarm.blind().isEmpty()) {
            return alarm.blind();
        }
        for (AlarmCondition condition : alarm.conditions()) {
            String missing = history.missing(condition);
            if (!missing.isEmpty()) {
                return missing;
            }
        }
        return "";
    }

    private static List<Ringing> rang(List<Firing> firings) {
        List<Ringing> rang = new ArrayList<>();
        for (Firing next : firings.stream().sorted(Comparator.comparing(Firing::from)).toList()) {
            if (rang.isEmpty() || next.from().isAfter(rang.getLast().to())) {
                rang.add(new Ringing(next.from(), next.to(), next.open(), evidence(next)));
            } else {
                Ringing before = rang.removeLast();
                Instant to = before.to().isAfter(next.to()) ? before.to() : next.to();
                rang.add(new Ringing(before.from(), to, before.open() || next.open(), before.evidence()));
            }
        }
        return List.copyOf(rang);
    }

    private static String evidence(Firing firing) {
        Map<String, String> labels = new TreeMap<>(firing.labels());
        labels.remove("alertname");
        return labels.isEmpty() ? "rings" : "rings for " + labels;
    }

    @Override
    public Optional<ClockOffset> offset() {
        return offset.get();
    }
}

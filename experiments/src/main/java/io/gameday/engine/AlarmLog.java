package io.gameday.engine;

import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.TeamAlarms;
import io.gameday.target.TeamAlarms.Ringing;
import io.gameday.target.TeamAlarms.TeamAlarm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Turns readings of the team's alarms, which may overlap and tell late, into changes, each told once with the time of
/// its source.
final class AlarmLog {

    private static final String GONE = "it does not exist any more";

    private final Set<String> named;
    private final Map<String, Standing> standings = new TreeMap<>();

    /// @param named alarms whose being well is worth telling; of others only ringing is
    AlarmLog(Set<String> named) {
        this.named = named;
    }

    /// One change. @param when by the time of the source
    record Moved(String alarm, AlarmState from, AlarmState to, String evidence, Instant when) {
    }

    private static final class Standing {
        private AlarmState state = AlarmState.INSUFFICIENT_DATA;
        private @Nullable Instant since;
        /// Ringing before was told: the beginning of the newest while that lasts, then its end.
        private @Nullable Instant told;
        private String trouble = "";
    }

    /// @param until everything before is in `reading`
    List<Moved> read(TeamAlarms reading, Instant until) {
        List<Moved> moved = new ArrayList<>();
        Map<String, TeamAlarm> alarms = new HashMap<>();
        reading.alarms().forEach(alarm -> alarms.put(alarm.name(), alarm));
        standings.keySet().forEach(name -> alarms.putIfAbsent(name, new TeamAlarm(name, GONE, List.of())));
        alarms.values().stream().sorted(Comparator.comparing(TeamAlarm::name)).filter(
                alarm -> named.contains(alarm.name()) || !alarm.rang().isEmpty() || standings.containsKey(alarm.name()))
                .forEach(alarm -> {
                    Standing standing = standings.computeIfAbsent(alarm.name(), name -> new Standing());
                    rang(alarm, standing, until, moved);
                    settle(alarm, standing, until, moved);
                });
        moved.sort(Comparator.comparing(Moved::when));
        return moved;
    }

    private static void rang(TeamAlarm alarm, Standing standing, Instant until, List<Moved> moved) {
        for (Ringing ringing : alarm.rang()) {
            Instant told = standing.told;
            if (told != null && !ringing.to().isAfter(told)) {
                // Told in an earlier reading.
                continue;
            }
            if (standing.state != AlarmState.ALARM) {
                Instant from = told == null || ringing.from().isAfter(told) ? ringing.from() : told;
                move(alarm.name(), standing, AlarmState.ALARM, ringing.evidence(), from, moved);
                standing.told = from;
            }
            if (!ringing.open()) {
                move(alarm.name(), standing, AlarmState.OK, "rings no more", ringing.to(), moved);
                standing.told = ringing.to();
            }
        }
        boolean open = alarm.rang().stream().anyMatch(Ringing::open);
        if (standing.state == AlarmState.ALARM && !open) {
            move(alarm.name(), standing, AlarmState.OK, "rings no more", until, moved);
            standing.told = until;
        }
    }

    /// An alarm that rings can ring, whatever is said of it.
    private static void settle(TeamAlarm alarm, Standing standing, Instant until, List<Moved> moved) {
        standing.trouble = alarm.trouble();
        if (standing.state == AlarmState.OK && !alarm.trouble().isEmpty()) {
            move(alarm.name(), standing, AlarmState.INSUFFICIENT_DATA, alarm.trouble(), until, moved);
        } else if (standing.state == AlarmState.INSUFFICIENT_DATA && alarm.trouble().isEmpty()) {
            move(alarm.name(), standing, AlarmState.OK, "can ring, and does not", until, moved);
        }
    }

    private static void move(String alarm, Standing standing, AlarmState to, String evidence, Instant when,
            List<Moved> moved) {
        moved.add(new Moved(alarm, standing.state, to, evidence, when));
        standing.state = to;
        standing.since = when;
    }

    /// Of the alarms that are named, by name and scope.
    Map<String, AlarmState> states() {
        Map<String, AlarmState> states = new TreeMap<>();
        standings.forEach((name, standing) -> {
            if (named.contains(name)) {
                states.put(name + " " + Scope.SITE, standing.state);
            }
        });
        return states;
    }

    /// Why the alarm cannot go from OK to ALARM now; empty when it can.
    Optional<String> notReady(String name) {
        Standing standing = standings.get(name);
        return standing == null ? Optional.of(name + " was not seen yet") : switch (standing.state) {
            case OK -> Optional.empty();
            case ALARM ->
                Optional.of(name + " is in ALARM since " + standing.since + ": one that is on already proves nothing");
            case INSUFFICIENT_DATA -> Optional.of(name + " cannot ring: " + standing.trouble);
        };
    }
}

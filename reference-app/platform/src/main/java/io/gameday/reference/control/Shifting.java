package io.gameday.reference.control;

import io.gameday.experiment.Experiment.Routing;
import io.gameday.observability.Scope;
import io.gameday.reference.AppConfig;
import io.gameday.reference.event.Caller;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.policy.ZoneShift;
import io.gameday.reference.policy.ZoneShift.Shift;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Shifts a zone's traffic away for somebody, and tells of it. The router does it, and ends it when its time is over, also
/// where the control plane is gone. What a step of an experiment does is told by its own run.
public final class Shifting {

    private final AppConfig config;
    private final EventLog log;
    private final ZoneShift policy = new ZoneShift();

    /// @param known of before a restart; null when there was none
    public Shifting(AppConfig config, EventLog log, @Nullable Shift known) {
        this.config = config;
        this.log = log;
        if (known != null) {
            policy.begin(known.zone(), known.until());
        }
    }

    /// A shift was refused, for a reason that holds now.
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private Refused(String why) {
            super(why);
        }
    }

    /// @return what was done, in words
    /// @throws IllegalArgumentException when there is no such zone or `lasts` is out of range
    /// @throws Refused                  when it cannot be done now
    public String begin(String zone, Duration lasts, Caller caller, Collection<CellControl> cells, Instant now)
            throws Refused {
        config.zoneNumber(zone);
        if (lasts.compareTo(ZoneShift.SHORTEST) < 0 || lasts.compareTo(ZoneShift.LONGEST) > 0) {
            throw new IllegalArgumentException("seconds is " + lasts.toSeconds() + "; allowed: "
                    + ZoneShift.SHORTEST.toSeconds() + " to " + ZoneShift.LONGEST.toSeconds());
        }
        var reach = config.routing() == Routing.STICKY ? ZoneShift.Reach.OWN_CELL : ZoneShift.Reach.ANY_CELL;
        Optional<String> refusal = policy.refusal(zone, healthy(cells), reach, now);
        if (refusal.isPresent()) {
            throw new Refused(refusal.get());
        }
        policy.begin(zone, now.plus(lasts));
        String text = "(zone " + zone + ") gets no new requests for " + Units.words(lasts) + ".";
        tell(caller, EventLog.ZONAL_SHIFT, zone, text);
        return text;
    }

    private static Map<String, Set<String>> healthy(Collection<CellControl> cells) {
        return cells.stream()
                .collect(
                        Collectors.toMap(
                                CellControl::cell, cell -> Routes.of(cell).stream().filter(Routes.Route::healthy)
                                        .map(Routes.Route::zone).collect(Collectors.toSet()),
                                (a, b) -> a, TreeMap::new));
    }

    /// @return what was done, in words
    /// @throws IllegalArgumentException when there is no such zone
    public String takeBack(String zone, Caller caller) {
        config.zoneNumber(zone);
        if (!policy.takeBack(zone)) {
            return "(zone " + zone + ") is not shifted away.";
        }
        String text = "(zone " + zone + ") gets requests again: the shift was taken back.";
        tell(caller, EventLog.ZONAL_SHIFT_ENDED, zone, text);
        return text;
    }

    private void tell(Caller caller, String name, String zone, String text) {
        if (!caller.equals(Caller.PLATFORM)) {
            log.add(caller, name, new Scope.Zone(zone), text);
        }
    }

    /// Ends what is over.
    ///
    /// @return whether something ended
    public boolean look(Instant now) {
        Optional<Shift> over = policy.expired(now);
        over.ifPresent(shift -> log.add(EventLog.ZONAL_SHIFT_ENDED, new Scope.Zone(shift.zone()),
                "(zone " + shift.zone() + ") gets requests again: the time of its shift is over."));
        return over.isPresent();
    }

    public Optional<Shift> inForce(Instant now) {
        return policy.inForce(now);
    }
}

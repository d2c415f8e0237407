package io.gameday.reference.host;

import io.gameday.proxy.Leases;
import io.gameday.target.Fault;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The faults whose effect is in the machines, each under a lease that is enforced here. Runs on the host's loop.
public final class HostFaults {

    private final Zones zones;
    private final Consumer<String> log;
    private final Leases leases;
    private final Map<String, Applied> applied = new LinkedHashMap<>();

    public HostFaults(Clock clock, Zones zones, Consumer<String> log) {
        this.zones = zones;
        this.log = log;
        this.leases = new Leases(clock, this::taken);
    }

    /// Applies the fault, or says why not; then nothing has been applied.
    public Outcome inject(FaultRequest request) {
        List<String> problems = new ArrayList<>();
        String id = required("id", request.id(), problems);
        String run = required("run", request.run(), problems);
        Fault fault = request.fault();
        Duration duration = request.duration();
        Duration lease = request.lease();
        if (fault == null || duration == null || lease == null || !problems.isEmpty()) {
            missing("fault", fault, problems);
            missing("duration", duration, problems);
            missing("lease", lease, problems);
            return new Outcome.Invalid(String.join("; ", problems));
        }
        if (!duration.isPositive() || !lease.isPositive()) {
            return new Outcome.Invalid(
                    "duration is " + duration + ", lease is " + lease + "; allowed: more than zero, such as PT8S");
        }
        if (leases.holds(id)) {
            return new Outcome.Refused("fault " + id + " is in force already; renew it or use another id");
        }
        return switch (fault) {
            case Fault.ZonePowerLoss loss -> cutPower(id, run, loss, duration, lease);
            case Fault.TaskCrash crash -> crash(crash);
        };
    }

    public boolean renew(String id) {
        return leases.renew(id);
    }

    /// Without effect when it is gone already.
    public void revert(String id) {
        leases.end(id, "taken away");
    }

    /// Ends what is over by time although its timer has not run yet, as after a standstill.
    public void endOver() {
        leases.endOver();
    }

    /// Takes every fault away.
    void revertAll(String why) {
        List.copyOf(applied.keySet()).forEach(id -> leases.end(id, why));
    }

    public List<InForce> inForce() {
        return leases.held().stream().map(held -> {
            Applied fault = applied.get(held.id());
            return new InForce(held.id(), fault.run, fault.fault, held.leaseLeft().toMillis(),
                    held.durationLeft().toMillis());
        }).toList();
    }

    private Outcome cutPower(String id, String run, Fault.ZonePowerLoss loss, Duration duration, Duration lease) {
        if (!zones.knows(loss.zone())) {
            return new Outcome.Invalid(unknownZone(loss.zone()));
        }
        if (!zones.power(loss.zone())) {
            return new Outcome.Refused(loss.zone() + " has no power already");
        }
        log.accept("fault " + id + " of run " + run + ": " + loss.kind() + " in " + loss.zone());
        leases.grant(id, duration, lease);
        applied.put(id, new Applied(run, loss));
        zones.powerOff(loss.zone());
        return new Outcome.Done();
    }

    private Outcome crash(Fault.TaskCrash crash) {
        if (!zones.knows(crash.zone())) {
            return new Outcome.Invalid(unknownZone(crash.zone()));
        }
        Optional<String> victim = zones.crash(crash.cell(), crash.zone());
        if (victim.isEmpty()) {
            return new Outcome.Refused("no task of " + crash.cell() + " is running in " + crash.zone());
        }
        log.accept("fault: " + crash.kind() + " of " + victim.get());
        return new Outcome.Done();
    }

    private void taken(String id, String why) {
        Applied gone = applied.remove(id);
        log.accept("fault " + id + " is taken away: " + why);
        switch (gone.fault) {
            case Fault.ZonePowerLoss loss -> zones.powerOn(loss.zone());
            case Fault.TaskCrash crash -> throw new IllegalStateException("a crash has no lease: " + crash);
        }
    }

    private static String unknownZone(String zone) {
        return "zone is '" + zone + "', which this host does not have; see GET /state";
    }

    private static String required(String field, @Nullable String value, List<String> problems) {
        missing(field, value, problems);
        return value == null ? "" : value;
    }

    private static void missing(String field, @Nullable Object value, List<String> problems) {
        if (value == null) {
            problems.add(field + " is missing");
        }
    }

    /// @param leaseLeftMs    until it ends without renewal
    /// @param durationLeftMs until it ends in any case
    public record InForce(String id, String run, Fault fault, long leaseLeftMs, long durationLeftMs) {
    }

    public sealed interface Outcome {
        record Done() implements Outcome {
        }

        record Refused(String why) implements Outcome {
        }

        record Invalid(String why) implements Outcome {
        }
    }

    private record Applied(String run, Fault fault) {
    }
}

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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The faults whose effect is here, each under a lease that is enforced here. Runs on the host's loop.
///
/// ```
/// inject ─► applying ─► in force ── renew ─► in force
///                          └─ taken away, lease or duration over ─► ending ─► gone
/// ```
public final class HostFaults {

    /// What a fault may be called, since paths and log lines name it: a run, a dot and the run's name for it.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,299}");
    /// That a fault may last.
    static final Duration LONGEST = Duration.ofDays(1);

    private final Effects effects;
    private final Consumer<String> log;
    private final Leases leases;
    private final Map<String, Applied> applied = new LinkedHashMap<>();

    public HostFaults(Clock clock, Effects effects, Consumer<String> log) {
        this.effects = effects;
        this.log = log;
        this.leases = new Leases(clock, this::taken);
    }

    /// Applies the fault, or says why not; then nothing has been applied.
    public void inject(FaultRequest request, Consumer<Outcome> then) {
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
            then.accept(new Outcome.Invalid(String.join("; ", problems)));
            return;
        }
        if (!duration.isPositive() || !lease.isPositive()) {
            then.accept(new Outcome.Invalid(
                    "duration is " + duration + ", lease is " + lease + "; allowed: more than zero, such as PT8S"));
            return;
        }
        if (duration.compareTo(LONGEST) > 0 || lease.compareTo(LONGEST) > 0) {
            then.accept(new Outcome.Invalid(
                    "duration is " + duration + ", lease is " + lease + "; allowed: at most " + LONGEST));
            return;
        }
        if (!NAME.matcher(id).matches() || !NAME.matcher(run).matches()) {
            then.accept(new Outcome.Invalid("id or run is not a name; allowed: " + NAME.pattern()));
            return;
        }
        Optional<String> stranger = effects.stranger(fault);
        Optional<Effect> effect = effects.of(fault);
        if (stranger.isPresent() || effect.isEmpty()) {
            then.accept(new Outcome.Invalid(stranger.orElseGet(() -> fault.kind() + " does not act in this host")));
        } else if (applied.containsKey(id)) {
            then.accept(new Outcome.Refused("fault " + id + " is in force already; renew it or use another id"));
        } else {
            log.accept("fault " + id + " of run " + run + ": " + fault.kind() + ", " + fault.scope());
            leases.grant(id, duration, lease);
            Applied begun = new Applied(run, fault);
            applied.put(id, begun);
            effect.get().apply(id, fault, applying -> settle(id, begun, applying, then));
        }
    }

    private void settle(String id, Applied begun, Effect.Applying applying, Consumer<Outcome> then) {
        switch (applying) {
            case Effect.Applying.Applied(Effect.Undo undo) -> {
                begun.undo = undo;
                if (leases.holds(id)) {
                    begun.state = State.IN_FORCE;
                    then.accept(new Outcome.Done());
                } else {
                    undo(id, begun);
                    then.accept(new Outcome.Refused("it was taken away while it was being applied"));
                }
            }
            case Effect.Applying.Over(String what) -> {
                log.accept("fault " + id + ": " + what);
                gone(id, begun);
                then.accept(new Outcome.Done());
            }
            case Effect.Applying.Refused(String why) -> {
                gone(id, begun);
                then.accept(new Outcome.Refused(why));
            }
            case Effect.Applying.Invalid(String why) -> {
                gone(id, begun);
                then.accept(new Outcome.Invalid(why));
            }
        }
    }

    /// @return false when it is not in force (any more)
    public boolean renew(String id) {
        return leases.renew(id);
    }

    /// @param gone run once it is taken away; at once when it is gone already
    public void revert(String id, Runnable gone) {
        leases.end(id, "taken away");
        Applied ending = applied.get(id);
        if (ending == null) {
            gone.run();
        } else {
            ending.waiting.add(gone);
        }
    }

    /// Ends what is over by time although its timer has not run yet, as after a standstill.
    public void endOver() {
        leases.endOver();
    }

    public List<InForce> inForce() {
        Map<String, Leases.Held> held = new LinkedHashMap<>();
        leases.held().forEach(lease -> held.put(lease.id(), lease));
        return applied.entrySet().stream().map(entry -> {
            Applied fault = entry.getValue();
            Leases.Held lease = held.get(entry.getKey());
            return new InForce(entry.getKey(), fault.run, fault.fault, fault.state.words,
                    lease == null ? 0 : lease.leaseLeft().toMillis(),
                    lease == null ? 0 : lease.durationLeft().toMillis());
        }).toList();
    }

    private void taken(String id, String why) {
        Applied over = applied.get(id);
        // Null when it was refused: then its lease is dropped with it.
        if (over != null) {
            log.accept("fault " + id + " is taken away: " + why);
            over.state = State.ENDING;
            undo(id, over);
        }
    }

    private void undo(String id, Applied over) {
        Effect.Undo undo = over.undo;
        // Null while it is still being applied; its settling asks again.
        if (undo != null) {
            undo.undo(() -> gone(id, over));
        }
    }

    private void gone(String id, Applied over) {
        if (applied.remove(id, over)) {
            leases.end(id, "nothing is in force");
            if (over.undo != null) {
                log.accept("fault " + id + " is gone");
            }
            over.waiting.forEach(Runnable::run);
        }
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

    /// @param state          `applying`, `in force` or `ending`
    /// @param leaseLeftMs    until it ends without renewal
    /// @param durationLeftMs until it ends in any case
    public record InForce(String id, String run, Fault fault, String state, long leaseLeftMs, long durationLeftMs) {
    }

    /// What became of a request.
    public sealed interface Outcome {
        record Done() implements Outcome {
        }

        record Refused(String why) implements Outcome {
        }

        record Invalid(String why) implements Outcome {
        }
    }

    private enum State {
        APPLYING("applying"), IN_FORCE("in force"), ENDING("ending");

        private final String words;

        State(String words) {
            this.words = words;
        }
    }

    private static final class Applied {
        private final String run;
        private final Fault fault;
        private final List<Runnable> waiting = new ArrayList<>();
        private State state = State.APPLYING;
        private Effect.@Nullable Undo undo;

        Applied(String run, Fault fault) {
            this.run = run;
            this.fault = fault;
        }
    }
}

package io.gameday.agent.prober;

import io.gameday.agent.ledger.Before;
import io.gameday.agent.ledger.Calm;
import io.gameday.agent.ledger.Doors;
import io.gameday.agent.ledger.Reach;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// How things stand right before an injection; usually about a second in all, and only what the kind will be compared
/// with. Where they are not steady yet it takes 3.1 s at most: the last round begins 1.5 s after the first, and ends 1.6 s
/// later. The knock before it (0.8 s) comes on top.
final class Baseline {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration BUDGET = Duration.ofMillis(600);
    /// A task that has just started is slow at first; compared with that, it would never be seen to become slow.
    private static final int ROUNDS = 3;
    /// No round begins later after the first, since the injection waits for it.
    private static final Duration LAST_ROUND = Duration.ofMillis(1500);

    private final SyntheticCustomer customer;
    private final Clock clock;

    Baseline(SyntheticCustomer customer, Clock clock) {
        this.customer = customer;
        this.clock = clock;
    }

    /// What a kind is compared with, besides who answers at all.
    private enum With {
        NOTHING, ORDERS, ROUTER, RATE
    }

    private static With with(Fault fault) {
        return switch (fault) {
            case Fault.ZonePowerLoss _ -> With.NOTHING;
            case Fault.ZonePartition _ -> With.NOTHING;
            case Fault.TaskCrash _ -> With.NOTHING;
            case Fault.TaskHang _ -> With.NOTHING;
            case Fault.LogSinkStall _ -> With.NOTHING;
            case Fault.ControlPlaneDown _ -> With.NOTHING;
            case Fault.BadConfig _ -> With.NOTHING;
            case Fault.PoisonPill _ -> With.NOTHING;
            case Fault.ZoneLatency _ -> With.ORDERS;
            case Fault.ZoneLoss _ -> With.ORDERS;
            case Fault.TaskLatency _ -> With.ORDERS;
            case Fault.TaskErrors _ -> With.ORDERS;
            case Fault.TaskMemory _ -> With.ORDERS;
            case Fault.DependencySlow _ -> With.ORDERS;
            case Fault.DependencyDown _ -> With.ORDERS;
            case Fault.DatabaseSlow _ -> With.ORDERS;
            case Fault.BadDeploy _ -> With.ORDERS;
            case Fault.External _ -> With.ORDERS;
            case Fault.BadAlarm _ -> With.ROUTER;
            case Fault.Surge _ -> With.RATE;
        };
    }

    /// @param known with who answers right now
    void of(Fault fault, Reach known, Consumer<Reach> then) {
        Doors doors = known.doors();
        switch (with(fault)) {
            case NOTHING -> then.accept(known);
            case ORDERS -> orders(known, 1, clock.ticks() + LAST_ROUND.toNanos(), then);
            case ROUTER -> {
                if (doors == null) {
                    then.accept(known);
                } else {
                    new Platform(customer, doors).evictions(answer -> then
                            .accept(answer instanceof Answer.Ok(Platform.Evictions(var evicted, boolean _, String rule))
                                    ? known.with(new Calm(0, evicted, rule))
                                    : known));
                }
            }
            case RATE -> {
                if (doors == null) {
                    then.accept(known);
                } else {
                    new Rate(new Platform(customer, doors), clock).measure(LIMIT,
                            answer -> then.accept(answer instanceof Answer.Ok(Double rate)
                                    ? known.with(new Calm(rate, List.of(), ""))
                                    : known));
                }
            }
        }
    }

    private void orders(Reach known, int round, long lastBegin, Consumer<Reach> then) {
        Map<String, Integer> counts = new HashMap<>();
        known.places().stream().filter(Reach.Place::answered)
                .forEach(place -> counts.put(place.address(), SlowJudgement.ORDERS));
        customer.sample(
                new SyntheticCustomer.Round(counts, customer::order, LIMIT, BUDGET, SyntheticCustomer.own(known)),
                samples -> {
                    boolean another = round < ROUNDS && clock.ticks() - lastBegin <= 0;
                    if (another && !counts.keySet().stream().allMatch(samples::steady)) {
                        orders(known, round + 1, lastBegin, then);
                        return;
                    }
                    then.accept(known.with(known.places().stream()
                            .map(place -> place.answered() ? place.before(before(place, samples)) : place).toList()));
                });
    }

    private static Before before(Reach.Place place, Samples samples) {
        String address = place.address();
        int asked = (int) samples.count(address, sight -> !sight.overloaded());
        return new Before(asked, (int) samples.count(address, Sight::served), samples.median(address).orElse(null),
                (int) samples.stockUnknown(address), samples.revision(address),
                Processes.held(place.process()).map(MemoryJudgement.Held::resident).orElse(null));
    }
}

package io.gameday.cli.prove;

import io.gameday.observability.Scope;
import io.gameday.target.Fault;
import io.gameday.target.Task;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Draws faults, places and moments. The same seed draws the same where the same is possible.
final class Dice {

    private static final int TRIES = 200;
    private static final Duration DELAY = Duration.ofMillis(400);
    private static final double SHARE = 50;
    private static final List<Strike> STRIKES = List.of(Strike.CONTROLLER, Strike.BOTH, Strike.AGENT,
            Strike.AGENT_THEN_CONTROLLER);

    /// Those whose end shows within seconds. A zone without power needs all of its tasks anew, so it comes seldom.
    private static final List<Kind> KINDS = List.of(kind(1, (_, zone) -> new Fault.ZonePowerLoss(zone)),
            kind(4, Fault.TaskHang::new), kind(3, (_, zone) -> new Fault.ZoneLatency(zone, DELAY, Duration.ZERO)),
            kind(3, (cell, _) -> new Fault.DatabaseSlow(cell, DELAY)),
            kind(2, (_, zone) -> new Fault.ZoneLoss(zone, SHARE)), kind(2, (_, zone) -> new Fault.ZonePartition(zone)),
            kind(3, (cell, zone) -> new Fault.LogSinkStall(new Scope.CellZone(cell, zone))));

    private final RandomGenerator chance;
    private final Ground ground;
    private final Map<Kind, Integer> drawn = new HashMap<>();

    /// @param weight how often, compared with the others
    private record Kind(int weight, Fault example, Shape shape) {
    }

    private interface Shape {
        Fault at(String cell, String zone);
    }

    Dice(RandomGenerator chance, Ground ground) {
        this.chance = chance;
        this.ground = ground;
    }

    private static Kind kind(int weight, Shape shape) {
        return new Kind(weight, shape.at("cell-1", "az1"), shape);
    }

    static List<String> kinds() {
        return KINDS.stream().map(kind -> kind.example().kind()).toList();
    }

    /// @param inForce faults that are there now, or about to be
    /// @param healthy tasks that can be hit
    /// @return nothing where no fault has a place now
    Optional<Draw> next(Collection<Fault> inForce, Collection<Task> healthy) {
        for (int tried = 0; tried < TRIES; tried++) {
            Kind kind = weighted();
            Fault fault = kind.shape().at(one(ground.cells()), one(ground.zones()));
            if (ground.allows(fault, inForce, healthy)) {
                drawn.merge(kind, 1, Integer::sum);
                Strike strike = one(STRIKES);
                return Optional.of(new Draw(fault, strike, millis(300, 4000), millis(500, 3500)));
            }
        }
        return Optional.empty();
    }

    /// A kind that has come often is drawn seldom: those that need a whole zone find a place less easily.
    private Kind weighted() {
        double left = chance.nextDouble() * KINDS.stream().mapToDouble(this::weight).sum();
        for (Kind kind : KINDS) {
            left -= weight(kind);
            if (left < 0) {
                return kind;
            }
        }
        return KINDS.getLast();
    }

    private double weight(Kind kind) {
        double times = drawn.getOrDefault(kind, 0);
        return kind.weight() / ((1 + times / kind.weight()) * (1 + times / kind.weight()));
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private Duration millis(int least, int most) {
        return Duration.ofMillis(chance.nextInt(least, most));
    }
}

package io.gameday.reference.simulated.seeded;

import io.gameday.observability.Measurement;
import io.gameday.reference.AppConfig;
import io.gameday.reference.simulated.SimulatedApp;
import io.gameday.target.Answer;
import io.gameday.target.Automation.Action;
import io.gameday.target.Target;
import io.gameday.target.Task;
import io.gameday.target.Traffic;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// One seed: the simulated app under traffic, in which by chance anything goes wrong, and what must hold looked at each
/// second. The same seed plays the same.
///
/// What is done by chance is a [Move], what must hold an [Invariant]; each is one more in a list here.
public final class SeededDay {

    private static final Instant BEGIN = Instant.parse("2026-11-19T14:00:00Z");
    private static final int CELLS = 2;
    private static final int ZONES = 3;
    private static final int HEADROOM = 150;
    private static final int CUSTOMERS = 12;
    private static final double RATE = 12;

    /// After the last fault: tasks that failed again and again are started at growing intervals.
    private static final Duration SETTLE = Duration.ofSeconds(45);

    private final long seed;
    private final int seconds;
    private final SplittableRandom random;
    private final App app;
    private final List<Move> moves = List.of(new RandomFaults());
    private final List<Invariant> invariants = Invariants.all();
    private final List<String> done = new ArrayList<>();
    private List<Measurement> requests = new ArrayList<>();
    private List<Action> actions = new ArrayList<>();

    /// What did not hold.
    ///
    /// @param done what was done until then, in order
    public record Broken(long seed, int second, String invariant, String what, List<String> done) {

        @Override
        public String toString() {
            return "seed " + seed + ", second " + second + ": not so: " + invariant + ": " + what + "\n  "
                    + String.join("\n  ", done) + "\n  replay: io.gameday.benchmark.SeedCampaign " + seed + " 1";
        }
    }

    /// @param seconds in which things go wrong; 1 or more
    public SeededDay(long seed, int seconds) {
        this.seed = seed;
        this.seconds = seconds;
        random = new SplittableRandom(seed);
        VirtualClock clock = new VirtualClock(BEGIN);
        Target target = SimulatedApp.target(AppConfig.standard(CELLS, ZONES, HEADROOM, RATE, seed, "/not-used"), clock,
                random.split());
        app = new App(clock, target);
        target.signals().get().orElseThrow().follow(measurement -> requests.add(measurement));
        target.automation().get().orElseThrow().follow(action -> actions.add(action));
    }

    /// Plays it, up to the first that does not hold.
    public Optional<Broken> play() {
        app.<Traffic.Started>ask(reply -> app.target().traffic().get().orElseThrow()
                .start(new Traffic.Plan(CUSTOMERS, RATE, Duration.ofSeconds(1), Duration.ofSeconds(1)), reply));
        for (int second = 0; second < seconds; second++) {
            for (Move move : moves) {
                int at = second;
                move.second(second, app, random).ifPresent(what -> done.add("second " + at + ": " + what));
            }
            app.clock().advance(Duration.ofSeconds(1));
            Optional<Broken> broken = look(second);
            if (broken.isPresent()) {
                return broken;
            }
        }
        moves.forEach(move -> move.cease(app));
        app.clock().advance(SETTLE);
        return end();
    }

    private Optional<Broken> end() {
        List<String> left = moves.stream().flatMap(move -> move.left(app).stream()).toList();
        if (!left.isEmpty()) {
            return Optional.of(broken(seconds, "every fault is gone at the end", String.join("; ", left)));
        }
        long healthy = tasks().stream().filter(task -> task.state() == Task.State.HEALTHY).count();
        return healthy == CELLS * ZONES
                ? Optional.empty()
                : Optional.of(broken(seconds, "every task is back at the end", healthy + " are healthy: " + tasks()));
    }

    private Optional<Broken> look(int second) {
        Invariant.Look look = new Invariant.Look(second, tasks(), requests, actions);
        requests = new ArrayList<>();
        actions = new ArrayList<>();
        for (Invariant invariant : invariants) {
            Optional<String> what = invariant.broken(look);
            if (what.isPresent()) {
                return Optional.of(broken(second, invariant.name(), what.get()));
            }
        }
        return Optional.empty();
    }

    /// What was done so far, in order.
    List<String> done() {
        return List.copyOf(done);
    }

    private Broken broken(int second, String invariant, String what) {
        return new Broken(seed, second, invariant, what, done());
    }

    private List<Task> tasks() {
        return app.<List<Task>>ask(app.target().topology()::tasks) instanceof Answer.Ok<List<Task>>(List<Task> tasks)
                ? tasks
                : List.of();
    }
}

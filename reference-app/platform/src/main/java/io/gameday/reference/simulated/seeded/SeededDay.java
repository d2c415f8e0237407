package io.gameday.reference.simulated.seeded;

import io.gameday.observability.Measurement;
import io.gameday.reference.AppConfig;
import io.gameday.reference.deployment.Rules;
import io.gameday.reference.simulated.SimulatedApp;
import io.gameday.target.Answer;
import io.gameday.target.Automation.Action;
import io.gameday.target.Fault;
import io.gameday.target.Target;
import io.gameday.target.Task;
import io.gameday.target.Traffic;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final int FEWEST_CUSTOMERS = 6;
    private static final int MOST_CUSTOMERS = 24;
    private static final double RATE = 12;

    /// After the last fault at most: tasks that failed again and again are started at growing intervals, and a deployment
    /// goes on from unit to unit.
    private static final Duration SETTLE = Duration.ofSeconds(180);
    private static final Duration LINGER = new Fault.BadAlarm().lingers();
    private static final Duration AGAIN = Duration.ofSeconds(3);

    private final long seed;
    private final int seconds;
    private final SplittableRandom random;
    private final App app;
    private final int customers;
    private final RandomFaults faults = new RandomFaults();
    private final RandomOperations operations;
    private final List<Move> moves;
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
        AppConfig config = config();
        var released = SimulatedApp.released(config, clock, random.split());
        Target target = released.target();
        app = new App(clock, target, released.release());
        customers = random.nextInt(FEWEST_CUSTOMERS, MOST_CUSTOMERS + 1);
        operations = new RandomOperations(config.cells(), ZONES);
        // Faults last: they cease first, and then the control plane is there again for what others take back.
        moves = List.of(new RandomReleases(), operations, faults);
        target.signals().get().orElseThrow().follow(measurement -> requests.add(measurement));
        target.automation().get().orElseThrow().follow(action -> actions.add(action));
    }

    /// One in four goes everywhere at once, and one in four does not look at itself.
    private AppConfig config() {
        AppConfig standard = AppConfig.standard(CELLS, ZONES, HEADROOM, RATE, seed, "/not-used");
        boolean safe = random.nextInt(4) > 0;
        var rules = new Rules(true, safe, safe, safe, random.nextInt(4) == 0);
        return new AppConfig(standard.cells(), standard.zones(), HEADROOM, RATE, standard.workMillis(),
                standard.shape(), standard.routing(), standard.mechanisms().deploying(rules), seed, standard.folder());
    }

    /// Plays it, up to the first that does not hold.
    public Optional<Broken> play() {
        app.<Traffic.Started>ask(reply -> app.target().traffic().get().orElseThrow()
                .start(new Traffic.Plan(customers, RATE, Duration.ofSeconds(1), Duration.ofSeconds(1)), reply));
        for (int second = 0; second < seconds; second++) {
            Set<String> unwatched = faults.unwatched();
            for (Move move : moves) {
                int at = second;
                move.second(second, app, random).ifPresent(what -> done.add("second " + at + ": " + what));
            }
            app.clock().advance(Duration.ofSeconds(1));
            Optional<Broken> broken = look(second, unwatched);
            if (broken.isPresent()) {
                return broken;
            }
        }
        moves.reversed().forEach(move -> {
            move.cease(app);
            app.clock().advance(Duration.ofSeconds(1));
        });
        Duration settled = Duration.ZERO;
        while (missing() > 0 && settled.compareTo(SETTLE) < 0) {
            app.clock().advance(AGAIN);
            settled = settled.plus(AGAIN);
        }
        return end();
    }

    private List<String> left() {
        return moves.stream().flatMap(move -> move.left(app).stream()).toList();
    }

    private long missing() {
        int wanted = operations.desired().values().stream().mapToInt(Integer::intValue).sum();
        return wanted - tasks().stream().filter(task -> task.state() == Task.State.HEALTHY).count();
    }

    private Optional<Broken> end() {
        long missing = missing();
        if (missing > 0) {
            return Optional.of(broken(seconds, "every task is back at the end", missing + " are missing: " + tasks()));
        }
        List<String> left = left();
        // What a router was made to leave out comes back after its evictions, as long as such faults linger.
        for (Duration waited = Duration.ZERO; !left.isEmpty()
                && waited.compareTo(LINGER) < 0; waited = waited.plus(AGAIN)) {
            app.clock().advance(AGAIN);
            left = left();
        }
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(broken(seconds, "every fault is gone at the end", String.join("; ", left)));
    }

    private Optional<Broken> look(int second, Set<String> unwatched) {
        Invariant.Look look = new Invariant.Look(second, tasks(), requests, actions, operations.desired(), unwatched);
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

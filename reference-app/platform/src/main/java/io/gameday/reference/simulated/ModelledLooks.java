package io.gameday.reference.simulated;

import io.gameday.observability.Scope;
import io.gameday.reference.control.AttemptCounts.Attempts;
import io.gameday.reference.policy.AttemptOutcome;
import io.gameday.reference.policy.EvictionRule;
import io.gameday.reference.simulated.ModelledProber.Sight;
import io.gameday.target.Fault;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import io.gameday.target.Task;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Looks at whether a fault bites or is gone by what an outsider can see: answers, their time, who left. Each method makes
/// one look. Whoever injects is never asked.
final class ModelledLooks {

    /// How long an order waits for its dependency.
    private static final Duration STOCK_LIMIT = Duration.ofMillis(400);
    private static final int FEW = 3;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Clock clock;
    private final ModelledControlPlane plane;
    private final ModelledRouter router;
    private final Map<String, ModelledMachine> machines;
    private final ModelledNetwork network;
    private final ModelledProber prober;

    ModelledLooks(Clock clock, ModelledControlPlane plane, ModelledRouter router, Map<String, ModelledMachine> machines,
            ModelledNetwork network, ModelledProber prober) {
        this.clock = clock;
        this.plane = plane;
        this.router = router;
        this.machines = machines;
        this.network = network;
        this.prober = prober;
    }

    void once(KnownFault known, Consumer<Observation> then) {
        switch (known.fault()) {
            case Fault.ZonePowerLoss(String zone) -> then.accept(power(zone, known));
            case Fault.TaskCrash crash -> then.accept(crash(known));
            case Fault.ZonePartition(String zone) -> partition(zone, known, then);
            case Fault.TaskHang hang -> hang(known, then);
            case Fault.ZoneLatency(String zone, Duration delay, Duration jitter) -> slow(delay, known, then);
            case Fault.TaskLatency(String cell, String zone, Duration delay) -> slow(delay, known, then);
            case Fault.DatabaseSlow(String cell, Duration delay) -> slow(delay, known, then);
            case Fault.DependencySlow(String dependency, Scope scope, Duration delay) ->
                slow(delay.compareTo(STOCK_LIMIT) < 0 ? delay : STOCK_LIMIT, known, then);
            case Fault.DependencyDown(String dependency, Scope scope) -> stock(dependency, known, then);
            case Fault.ZoneLoss(String zone, double share) ->
                failing("that got no answer", share, Sight::lost, known, then);
            case Fault.TaskErrors(String cell, String zone, double share) ->
                failing("answered with an error", share, Sight::failed, known, then);
            case Fault.BadConfig config -> config(known, then);
            case Fault.PoisonPill poison -> poison(known, then);
            case Fault.Surge(double rate) -> surge(rate, known, then);
            case Fault.LogSinkStall stall -> logs(known, then);
            case Fault.ControlPlaneDown(String cell) -> then.accept(controlPlane(cell, known));
            case Fault.BadDeploy deploy -> deploy(deploy.defect(), known, then);
            case Fault.BadAlarm alarm -> then.accept(alarm(known));
            case Fault.TaskMemory memory -> throw unmodelled(memory);
            case Fault.External external -> throw unmodelled(external);
        }
    }

    private static IllegalStateException unmodelled(Fault fault) {
        return new IllegalStateException("injected without a model: " + fault);
    }

    private Observation power(String zone, KnownFault known) {
        boolean machine = machines.get(zone).answers();
        long answering = known.answered().stream().filter(task -> network.answers(task.id())).count();
        int all = known.answered().size();
        boolean dark = !machine && answering == 0;
        boolean lit = machine && (known.ending() || answering == all);
        return seen(dark, lit, "machine and tasks of " + zone,
                "machine " + (machine ? "answers" : "refuses connections") + ", " + answering + " of " + all
                        + " tasks answer",
                known.wish("machine refuses connections, 0 of " + all + " tasks answer", "machine answers"));
    }

    /// Nothing of a crash stays in force: afterwards a task either answers or has ended, and both are an end.
    /// Nothing of a crash stays in force: afterwards a task either answers or has ended, and both are an end. One that was
    /// restarted in place answers again, and its process of before has ended all the same.
    private Observation crash(KnownFault known) {
        long answering = known.answered().stream().filter(task -> !ended(task)).count();
        long same = known.answered().stream().filter(task -> !ended(task, known)).count();
        int all = known.answered().size();
        return seen(!known.ending() && same == all - 1, known.ending() || same == all,
                "tasks of " + where(known) + " that accept connections, of those before",
                answering + " of " + all + ", " + (all - same) + " of their processes ended",
                known.wish((all - 1) + " of " + all + ", 1 of their processes ended",
                        "each either answers or its process has ended"));
    }

    private void partition(String zone, KnownFault known, Consumer<Observation> then) {
        network.ping(zone, machines.get(zone), SECOND, machine -> prober.knock(known.answered(), sights -> {
            int all = known.answered().size();
            long answering = count(sights, Sight::answers);
            long silent = count(sights, Sight::silent);
            boolean there = known.answered().stream()
                    .allMatch(task -> ended(task) || sights.get(task.id()).getFirst().answers());
            then.accept(seen(!machine && silent > 0 && answering == 0, machine && there,
                    "machine and tasks of " + zone + " that answer",
                    "machine " + (machine ? "answers" : "does not answer") + ", " + answering + " of " + all
                            + " tasks answer",
                    known.wish("machine does not answer, 0 of " + all + " tasks answer",
                            "machine answers, each task either answers or has ended")));
        }));
    }

    private void hang(KnownFault known, Consumer<Observation> then) {
        prober.knock(known.answered(), sights -> {
            int all = known.answered().size();
            long answering = count(sights, Sight::answers);
            long hung = known.answered().stream()
                    .filter(task -> !ended(task) && sights.get(task.id()).getFirst().silent()).count();
            long dead = known.answered().stream().filter(this::ended).count();
            then.accept(
                    seen(hung == 1 && answering == all - 1, answering + dead == all && (known.ending() || dead == 0),
                            "tasks of " + where(known) + " that answer, of those before",
                            answering + " of " + all + ", " + hung + " silent with a living process, " + dead
                                    + " ended",
                            known.wish((all - 1) + " of " + all + ", 1 silent with a living process",
                                    "each either answers or its process has ended")));
        });
    }

    private void slow(Duration delay, KnownFault known, Consumer<Observation> then) {
        List<Task> standing = standing(known);
        prober.orders(standing, SlowOrders.ORDERS,
                sights -> then.accept(new SlowOrders(known, delay).of(standing, sights)));
    }

    private void failing(String how, double share, Predicate<Sight> failed, KnownFault known,
            Consumer<Observation> then) {
        List<Task> standing = standing(known);
        FailingRequests judge = new FailingRequests(known, "requests to " + where(known) + " " + how, share, failed);
        prober.canaries(standing, judge.each(standing.size()),
                sights -> then.accept(judge.of(standing.isEmpty(), sights)));
    }

    private void stock(String dependency, KnownFault known, Consumer<Observation> then) {
        List<Task> standing = standing(known);
        prober.orders(standing, FEW, sights -> {
            // One that needs its stock is not taken without.
            Predicate<Sight> refused = sight -> network.stockNeeded()
                    && sight.outcome() instanceof AttemptOutcome.Answered(int status) && status == 503;
            Predicate<Sight> telling = refused.or(Sight::served);
            long served = count(sights, telling);
            long without = count(sights, refused.or(sight -> sight.served() && !sight.withStock()));
            boolean enough = !standing.isEmpty()
                    && sights.values().stream().allMatch(at -> at.stream().filter(telling).count() >= FEW);
            then.accept(seen(enough && without == served, enough && without == 0,
                    "orders to " + where(known) + " answered with stock unknown (" + dependency + ")",
                    without + " of " + served,
                    known.wish("all", "none") + " of at least " + FEW + " at each of " + standing.size() + " tasks"));
        });
    }

    /// Its tasks may be replaced while it lasts, so it is whoever runs there now that is asked.
    private void config(KnownFault known, Consumer<Observation> then) {
        List<Task> now = plane.running(known.scope());
        prober.orders(now, FEW, sights -> {
            long served = count(sights, Sight::served);
            long failed = count(sights, sight -> sight.answers() && !sight.served());
            then.accept(seen(failed > 0 && served == 0, served > 0 && failed == 0,
                    "orders that fail at tasks of " + where(known) + " that run now",
                    failed + " of " + (served + failed) + " at " + now.size() + " tasks",
                    known.wish("all, at 1 task at least", "none, at 1 task at least")));
        });
    }

    private void poison(KnownFault known, Consumer<Observation> then) {
        List<Task> now = plane.running(known.scope());
        prober.knock(now, sights -> {
            long dead = known.answered().stream().filter(task -> ended(task, known)).count();
            long well = count(sights, Sight::answers);
            Duration quiet = network.sinceLastEnd();
            boolean calm = !now.isEmpty() && well == now.size() && quiet.compareTo(SECOND.multipliedBy(3)) >= 0;
            then.accept(seen(!known.ending() && dead > 0, calm && (known.ending() || dead == 0),
                    "tasks of " + where(known) + " that ran before and whose process ended", dead + "; " + well + " of "
                            + now.size() + " running now answer, none ended for " + quiet.toMillis() + " ms",
                    known.wish("1 or more", "all that run now answer, none ended for 3000 ms")));
        });
    }

    private void logs(KnownFault known, Consumer<Observation> then) {
        List<Task> standing = standing(known);
        prober.orders(standing, 1, sights -> {
            long taken = count(sights, sight -> sight.served() || sight.silent());
            long silent = count(sights, Sight::silent);
            long there = count(sights, sight -> sight.served() && sight.logged());
            boolean enough = !standing.isEmpty() && sights.values().stream()
                    .allMatch(at -> at.stream().anyMatch(sight -> sight.served() || sight.silent()));
            then.accept(seen(enough && there == 0, enough && there == taken,
                    "orders to " + where(known) + " with a line at the log sink",
                    there + " of " + taken + (silent > 0 ? "; " + silent + " of the orders did not come back" : ""),
                    known.wish("0 of 1 or more at each task", "all, at each task")));
        });
    }

    private Observation controlPlane(String cell, KnownFault known) {
        boolean down = plane.down(cell);
        return seen(down, !down, "GET /services/" + cell + " of the control plane",
                down ? "answers 503" : "answers 200", known.wish("no answer, or 500 and more", "answers 200"));
    }

    private void deploy(String defect, KnownFault known, Consumer<Observation> then) {
        List<Task> now = plane.running(known.scope());
        prober.knock(now, sights -> {
            Set<String> before = known.plan().tasks().stream().map(task -> network.revision(task.id()))
                    .collect(Collectors.toSet());
            Map<String, Long> serving = now.stream().filter(task -> sights.get(task.id()).getFirst().answers()).collect(
                    Collectors.groupingBy(task -> network.revision(task.id()), TreeMap::new, Collectors.counting()));
            Set<String> ids = known.plan().tasks().stream().map(Task::id).collect(Collectors.toSet());
            long started = now.stream().filter(task -> !ids.contains(task.id())).count();
            boolean neverServes = defect.equals("unhealthy") || defect.equals("crash");
            boolean other = !before.containsAll(serving.keySet()) || neverServes && started > 0;
            boolean same = !serving.isEmpty() && before.containsAll(serving.keySet());
            then.accept(seen(!known.ending() && other, same && (known.ending() || started == 0),
                    "tasks of " + where(known) + " by the revision that they answer with",
                    serving.entrySet().stream().map(entry -> entry.getValue() + " with revision " + entry.getKey())
                            .collect(Collectors.joining(", ")) + "; " + started + " started since; before: revision "
                            + String.join(", ", before),
                    known.wish("1 or more with another revision than before",
                            "all that answer with the revision of before")));
        });
    }

    private Observation alarm(KnownFault known) {
        List<String> evicted = router.evicted();
        List<Task> well = known.answered().stream()
                .filter(task -> evicted.contains(task.id()) && network.answers(task.id())).toList();
        boolean open = router.failsOpen(known.plan().cells());
        boolean usual = router.rule().equals(EvictionRule.USUAL);
        return seen(!well.isEmpty() || open, well.isEmpty() && !open && usual,
                "tasks that answer and that the router leaves out",
                well.size() + (open ? ", the router fails open" : ", the router does not fail open")
                        + (usual ? "" : ", its rule is " + router.rule() + " (before: " + EvictionRule.USUAL + ")"),
                known.wish("1 or more, or the router fails open",
                        "0, the router does not fail open, and its rule is that of before"));
    }

    private void surge(double planned, KnownFault known, Consumer<Observation> then) {
        rate(rate -> {
            double more = rate - known.attempts();
            double wanted = Math.max(planned / 2, 2 * Math.sqrt(known.attempts()));
            then.accept(seen(more >= wanted, more <= planned / 4, "attempts of the router",
                    FailingRequests.one(rate) + "/s (before " + FailingRequests.one(known.attempts()) + "/s)",
                    known.wish("at least " + FailingRequests.one(wanted), "at most " + FailingRequests.one(planned / 4))
                            + "/s more than before"));
        });
    }

    /// Attempts of the router in the second that begins now. @param then told when it is over
    void rate(Consumer<Double> then) {
        Map<String, Attempts> before = router.attempts();
        clock.at(SECOND, () -> {
            long more = 0;
            for (var now : router.attempts().entrySet()) {
                Attempts earlier = before.get(now.getKey());
                more += now.getValue().requests() - (earlier == null ? 0 : earlier.requests());
            }
            then.accept((double) more);
        });
    }

    /// Those of before that have not ended; after the end also those that have started since.
    private List<Task> standing(KnownFault known) {
        return known.ending()
                ? plane.running(known.scope())
                : known.answered().stream().filter(task -> !ended(task)).toList();
    }

    private boolean ended(Task task) {
        return !network.answers(task.id());
    }

    private boolean ended(Task task, KnownFault known) {
        return network.endedSince(task.id(), known.asked());
    }

    static Observation seen(boolean bites, boolean gone, String measure, String value, String wanted) {
        return new Observation(bites ? Presence.BITES : gone ? Presence.GONE : Presence.UNKNOWN, measure, value,
                wanted);
    }

    static long count(Map<String, List<Sight>> sights, Predicate<Sight> what) {
        return sights.values().stream().flatMap(List::stream).filter(what).count();
    }

    static String where(KnownFault known) {
        return switch (known.scope()) {
            case Scope.Zone(String zone) -> zone;
            case Scope.CellZone(String cell, String zone) -> cell + " in " + zone;
            case Scope.Site() -> "the site";
            case Scope.Cell(String cell) -> cell;
            case Scope.Instance(String instance) -> instance;
        };
    }
}

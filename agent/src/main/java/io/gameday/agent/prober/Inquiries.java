package io.gameday.agent.prober;

import io.gameday.agent.ledger.Doors;
import io.gameday.agent.ledger.Reach;
import io.gameday.http.HttpRequest;
import io.gameday.observability.Scope;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.Task;
import io.gameday.time.Clock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// By which requests each kind of fault is looked at, and who judges what they show. Belongs to the loop.
final class Inquiries {

    /// For what shows at a knock.
    static final Duration QUICK = Duration.ofSeconds(3);
    /// For what takes many requests, or time of its own.
    static final Duration LONG = Duration.ofSeconds(6);

    /// How long orders waits for inventory before it answers without.
    private static final Duration STOCK_LIMIT = Duration.ofMillis(400);
    /// What filled memory or an unknown cause must at least add to an order.
    private static final Duration FELT = Duration.ofMillis(200);
    private static final Duration BUDGET = Duration.ofMillis(4500);
    private static final Duration LINE_LIMIT = Duration.ofSeconds(2);
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int BYSTANDERS = 10;
    private static final HttpRequest PING = HttpRequest.get("/");

    private final SyntheticCustomer customer;
    private final Clock clock;
    private final Fault fault;
    private final Scene scene;
    private final DarkJudgement dark;

    Inquiries(SyntheticCustomer customer, Clock clock, Fault fault, Scene scene) {
        this.customer = customer;
        this.clock = clock;
        this.fault = fault;
        this.scene = scene;
        dark = new DarkJudgement(scene);
    }

    Inquiry inquiry() {
        return switch (fault) {
            case Fault.ZonePowerLoss(String zone) -> knocking(look -> dark.power(zone, look));
            case Fault.ZonePartition(String zone) -> knocking(look -> dark.partition(zone, look));
            case Fault.TaskCrash(String cell, String zone) -> knocking(look -> dark.crash(cell, zone, look));
            case Fault.TaskHang(String cell, String zone) -> knocking(look -> dark.hang(cell, zone, look));
            case Fault.ZoneLatency(String _, Duration delay, Duration _) -> slow(delay, false);
            case Fault.TaskLatency(String _, String _, Duration delay) -> slow(delay, true);
            case Fault.DatabaseSlow(String _, Duration delay) -> slow(delay, false);
            case Fault.DependencySlow(String dependency, var _, Duration delay) -> dependencySlow(dependency, delay);
            case Fault.DependencyDown(String dependency, var _) -> ordering(StockJudgement.ORDERS,
                    StockJudgement.ORDERS, false, (now, samples) -> new StockJudgement(now, dependency).of(samples));
            case Fault.ZoneLoss(String _, double share) -> failing(now -> new FailingJudgement(now,
                    "that got no answer", share, Sight::lost, Sight.Answers.class::isInstance, false));
            case Fault.TaskErrors(String _, String _, double share) -> failing(now -> new FailingJudgement(now,
                    "answered with an error", share, Sight::failed, Sight::served, true));
            case Fault.TaskMemory(String _, String _, int fill) -> memory(fill);
            case Fault.LogSinkStall _ -> doors("lines at the log sink", this::logs);
            case Fault.ControlPlaneDown(String cell) -> doors("the control plane", door -> controlPlane(cell, door));
            case Fault.BadDeploy(String cell, String defect) ->
                doors("revisions", door -> deploy(cell, defect, platform(door)));
            case Fault.BadConfig _ -> ordering(ConfigJudgement.ORDERS, ConfigJudgement.ORDERS, true,
                    (now, samples) -> new ConfigJudgement(now).of(samples));
            case Fault.BadAlarm() -> doors("evictions", door -> alarm(platform(door)));
            case Fault.PoisonPill(String name) -> doors("processes", door -> poison(name, platform(door)));
            case Fault.Surge(double rate) -> doors("attempts", door -> surge(rate, platform(door)));
            case Fault.External(String what, var scope) -> external(what, scope instanceof Scope.Site);
        };
    }

    private Platform platform(Doors door) {
        return new Platform(customer, door);
    }

    /// What can only be looked at where the app can be asked.
    private Inquiry doors(String measure, Function<Doors, Inquiry.Once> then) {
        Doors doors = scene.reach().doors();
        return doors == null
                ? new Inquiry(Duration.ZERO,
                        told -> told.accept(Finding.blind(scene, measure,
                                "the ledger does not tell where the app can be asked", "an address to ask")))
                : new Inquiry(LONG, then.apply(doors));
    }

    private Inquiry knocking(Function<Look, Finding> judge) {
        return new Inquiry(QUICK, then -> knock(scene.reach(), look -> then.accept(judge.apply(look))));
    }

    /// The machine of each zone and the canary of each task.
    void knock(Reach reach, Consumer<Look> then) {
        Map<String, HttpRequest> doors = new LinkedHashMap<>();
        reach.machines().forEach(machine -> doors.put(machine.address(), PING));
        reach.places().forEach(place -> doors.put(place.address(), SyntheticCustomer.canary()));
        customer.knock(doors, then);
    }

    private Inquiry slow(Duration delay, boolean diesWithTask) {
        return ordering(SlowJudgement.ORDERS, SlowJudgement.ORDERS, false, (now,
                samples) -> new SlowJudgement(now, delay, SyntheticCustomer.ORDER_LIMIT, diesWithTask).of(samples));
    }

    /// Orders wait 400 ms for inventory and then go on without, so a longer delay shows as those and no stock.
    private Inquiry dependencySlow(String dependency, Duration delay) {
        boolean beyond = delay.compareTo(STOCK_LIMIT) >= 0;
        return ordering(SlowJudgement.ORDERS, SlowJudgement.ORDERS, false, (now, samples) -> {
            Finding slow = new SlowJudgement(now, beyond ? STOCK_LIMIT : delay, SyntheticCustomer.ORDER_LIMIT, false)
                    .of(samples);
            Finding stock = new StockJudgement(now, dependency).of(samples);
            return beyond ? slow.and(stock) : slow;
        });
    }

    private Inquiry external(String what, boolean site) {
        return site
                ? new Inquiry(Duration.ZERO, then -> then.accept(new ExternalJudgement(scene, what).unseen()))
                : ordering(SlowJudgement.ORDERS, SlowJudgement.ORDERS, false,
                        (now, samples) -> new ExternalJudgement(now, what).of(samples));
    }

    /// @param always whether whoever runs there now is asked, also while the fault is to bite
    private Inquiry ordering(int planned, int others, boolean always, BiFunction<Scene, Samples, Finding> judge) {
        return new Inquiry(LONG, then -> current(always, now -> sample(now, planned, others, customer::order,
                SyntheticCustomer.ORDER_LIMIT, samples -> then.accept(judge.apply(now, samples)))));
    }

    /// Canaries, since they go the same way as orders and take no time of a task's: many of them fit.
    private Inquiry failing(Function<Scene, FailingJudgement> judgement) {
        return new Inquiry(LONG, then -> current(false, now -> {
            FailingJudgement judge = judgement.apply(now);
            int tasks = Math.max(1, now.standing().size());
            int each = (judge.requests() + tasks - 1) / tasks;
            sample(now, each, BYSTANDERS, SyntheticCustomer::canary, SECOND, samples -> then.accept(judge.of(samples)));
        }));
    }

    private void sample(Scene now, int planned, int others, Supplier<HttpRequest> request, Duration limit,
            Consumer<Samples> then) {
        Map<String, Integer> counts = new HashMap<>();
        now.bystanders().forEach(place -> counts.put(place.address(), others));
        now.reach().planned().forEach(place -> counts.put(place.address(), planned));
        customer.sample(new SyntheticCustomer.Round(counts, request, limit, BUDGET), then);
    }

    /// The scene with those in reach who run now: after a revert, and always where tasks are replaced. Where nobody
    /// tells, it is the scene of before.
    private void current(boolean always, Consumer<Scene> then) {
        Doors doors = scene.reach().doors();
        if (doors == null || scene.toBite() && !always) {
            then.accept(scene);
            return;
        }
        platform(doors).topology(answer -> then.accept(switch (answer) {
            case Answer.Ok(Platform.There there) -> scene.with(merged(there.tasks()));
            case Answer.Failed(String _) -> scene;
        }));
    }

    private Reach merged(List<Task> tasks) {
        Reach before = scene.reach();
        Set<String> known = before.places().stream().map(Reach.Place::task).collect(Collectors.toSet());
        List<Reach.Place> all = new ArrayList<>(before.places());
        tasks.stream().filter(task -> !known.contains(task.id()) && runs(task))
                .filter(task -> fault.scope().covers(task.cell(), task.zone())).map(task -> new Reach.Place(task.id(),
                        task.zone(), task.address(), true, false, null, task.cell(), null))
                .forEach(all::add);
        return before.with(all);
    }

    private static boolean runs(Task task) {
        return !task.address().isEmpty()
                && (task.state() == Task.State.HEALTHY || task.state() == Task.State.UNHEALTHY);
    }

    private Inquiry memory(int fill) {
        return new Inquiry(LONG, then -> sample(scene, SlowJudgement.ORDERS, SlowJudgement.ORDERS, customer::order,
                SyntheticCustomer.ORDER_LIMIT, samples -> {
                    Map<String, MemoryJudgement.Held> held = new HashMap<>();
                    scene.reach().places().forEach(
                            place -> Processes.held(place.process()).ifPresent(now -> held.put(place.task(), now)));
                    SlowJudgement slow = new SlowJudgement(scene, FELT, SyntheticCustomer.ORDER_LIMIT, true);
                    then.accept(new MemoryJudgement(scene, fill).of(slow, samples, held));
                }));
    }

    private Inquiry.Once logs(Doors doors) {
        return then -> current(false, now -> {
            SinkFile sink;
            try {
                sink = new SinkFile(Path.of(doors.appFolder()));
            } catch (IOException unreadable) {
                then.accept(Finding.blind(now, "lines at the log sink", "cannot be read: " + unreadable.getMessage(),
                        "a file to look into"));
                return;
            }
            Map<String, String> to = new HashMap<>();
            now.bystanders().forEach(place -> to.put(customer.name(), place.address()));
            now.standing().forEach(place -> to.put(customer.name(), place.address()));
            Map<String, Sight> orders = new HashMap<>();
            long deadline = clock.ticks() + LINE_LIMIT.toNanos();
            Consumer<Set<String>> judge = arrived -> then
                    .accept(new LogJudgement(now).of(new LogJudgement.Trail(orders, to, arrived)));
            if (to.isEmpty()) {
                judge.accept(Set.of());
            }
            to.forEach((id, address) -> customer.ask(address, SyntheticCustomer.order(id), LINE_LIMIT, sight -> {
                orders.put(id, sight);
                if (orders.size() == to.size()) {
                    arrivals(sink, to.keySet(), deadline, now, then, judge);
                }
            }));
        });
    }

    private void arrivals(SinkFile sink, Set<String> ids, long deadline, Scene now, Consumer<Finding> then,
            Consumer<Set<String>> judge) {
        Set<String> arrived;
        try {
            arrived = sink.holds(ids);
        } catch (IOException unreadable) {
            then.accept(Finding.blind(now, "lines at the log sink", "cannot be read: " + unreadable.getMessage(),
                    "a file to look into"));
            return;
        }
        if (arrived.size() == ids.size() || clock.ticks() - deadline >= 0) {
            judge.accept(arrived);
        } else {
            clock.at(MOMENT, () -> arrivals(sink, ids, deadline, now, then, judge));
        }
    }

    private Inquiry.Once controlPlane(String cell, Doors doors) {
        Platform platform = platform(doors);
        Set<String> cells = new HashSet<>(Set.of(cell));
        scene.reach().places().stream().map(Reach.Place::cell).forEach(other -> {
            if (other != null) {
                cells.add(other);
            }
        });
        return then -> {
            Map<String, Sight> answers = new HashMap<>();
            cells.forEach(each -> platform.service(each, sight -> {
                answers.put(each, sight);
                if (answers.size() == cells.size()) {
                    then.accept(new ControlPlaneJudgement(scene, cell).of(answers));
                }
            }));
        };
    }

    private Inquiry.Once deploy(String cell, String defect, Platform platform) {
        DeployJudgement judge = new DeployJudgement(scene, cell, defect);
        return then -> platform.topology(answer -> {
            switch (answer) {
                case Answer.Failed(String why) ->
                    then.accept(Finding.blind(scene, "tasks of " + cell, why, "a list of the tasks"));
                case Answer.Ok(Platform.There there) -> {
                    Map<String, Integer> counts = new HashMap<>();
                    scene.bystanders().forEach(place -> counts.put(place.address(), 1));
                    there.tasks().stream().filter(task -> task.cell().equals(cell) && runs(task))
                            .forEach(task -> counts.put(task.address(), 1));
                    customer.sample(
                            new SyntheticCustomer.Round(counts, customer::order, SyntheticCustomer.ORDER_LIMIT, SECOND),
                            samples -> then.accept(judge.of(there.tasks(), samples)));
                }
            }
        });
    }

    private Inquiry.Once alarm(Platform platform) {
        return then -> platform.evictions(answer -> {
            switch (answer) {
                case Answer.Failed(String why) ->
                    then.accept(Finding.blind(scene, "tasks that the router leaves out", why, "an answer"));
                case Answer.Ok(Platform.Evictions seen) -> knock(scene.reach(),
                        look -> then.accept(new AlarmJudgement(scene).of(seen.evicted(), seen.failOpen(), look)));
            }
        });
    }

    private Inquiry.Once poison(String name, Platform platform) {
        PoisonJudgement judge = new PoisonJudgement(scene, name);
        Quiet quiet = new Quiet(clock);
        return then -> platform.cellOf(name, cell -> platform.topology(answer -> {
            switch (answer) {
                case Answer.Failed(String why) ->
                    then.accept(Finding.blind(scene, "tasks whose process ended", why, "a list of the tasks"));
                case Answer.Ok(Platform.There there) -> {
                    Map<String, HttpRequest> doors = new HashMap<>();
                    there.tasks().stream().filter(task -> runs(task) && (cell == null || task.cell().equals(cell)))
                            .forEach(task -> doors.put(task.address(), SyntheticCustomer.canary()));
                    customer.knock(doors, look -> {
                        Set<String> well = doors.keySet().stream().filter(look::answers).collect(Collectors.toSet());
                        then.accept(judge.of(cell, doors.size(), well.size(), quiet.since(well)));
                    });
                }
            }
        }));
    }

    private Inquiry.Once surge(double rate, Platform platform) {
        return then -> new Rate(platform, clock).measure(SECOND, answer -> then.accept(switch (answer) {
            case Answer.Ok(Double now) -> new SurgeJudgement(scene, rate).of(now);
            case Answer.Failed(String why) -> Finding.blind(scene, "attempts of the router", why, "a rate to compare");
        }));
    }
}

package io.gameday.agent.prober;

import io.gameday.agent.ledger.Doors;
import io.gameday.agent.ledger.Reach;
import io.gameday.http.HttpRequest;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.Task;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// By which requests each kind of fault is looked at, and who judges what they show. Belongs to the loop.
final class Inquiries {

    /// For what shows at a knock.
    static final Duration QUICK = Duration.ofSeconds(3);
    /// For what takes many requests, or time of its own.
    static final Duration LONG = Duration.ofSeconds(6);
    /// For a revision that shows once the first task of it was started.
    static final Duration ROLL_OUT = Duration.ofSeconds(25);

    /// How long orders waits for inventory before it answers without.
    private static final Duration STOCK_LIMIT = Duration.ofMillis(400);
    /// What filled memory or an unknown cause must at least add to an order.
    private static final Duration FELT = Duration.ofMillis(200);
    private static final Duration BUDGET = Duration.ofMillis(4500);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int BYSTANDERS = 10;
    private static final HttpRequest PING = HttpRequest.get("/");

    private final SyntheticCustomer customer;
    private final Clock clock;
    private final Fault fault;
    private final Scene scene;
    private final DarkJudgement dark;
    private final LongSupplier answers;

    /// @param answers to the requests of a surge so far
    Inquiries(SyntheticCustomer customer, Clock clock, Fault fault, Scene scene, LongSupplier answers) {
        this.answers = answers;
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
            case Fault.LogSinkStall _ -> lines();
            case Fault.ControlPlaneDown(String cell) -> told("the control plane", ask -> ask.controlPlane(cell));
            case Fault.BadDeploy deploy -> deploy(deploy);
            case Fault.BadConfig _ -> ordering(ConfigJudgement.ORDERS, ConfigJudgement.ORDERS, true,
                    (now, samples) -> new ConfigJudgement(now).of(samples)).decidedByStrangers();
            case Fault.BadAlarm() -> told("evictions", PlatformInquiries::alarm);
            case Fault.PoisonPill(String name) -> told("processes", ask -> ask.poison(name));
            case Fault.Surge(double rate) when !scene.reach().own().isEmpty() -> answered(rate);
            case Fault.Surge(double rate) -> told("attempts", ask -> ask.surge(rate));
            case Fault.External(String what, var _) -> external(what);
        };
    }

    /// What can only be looked at where the app can be asked.
    private Inquiry told(String measure, Function<PlatformInquiries, Inquiry.Once> look) {
        Doors doors = scene.reach().doors();
        return doors == null
                ? blind(measure)
                : new Inquiry(LONG, look.apply(new PlatformInquiries(customer, clock, scene, doors)));
    }

    /// A system of a team's own has nobody who counts what comes in. What it answered has come in.
    private Inquiry answered(double rate) {
        return new Inquiry(LONG, then -> {
            long before = answers.getAsLong();
            clock.at(SECOND, () -> then.accept(new SurgeJudgement(scene, rate).answered(answers.getAsLong() - before)));
        });
    }

    private Inquiry deploy(Fault.BadDeploy fault) {
        Inquiry asked = told("revisions", ask -> ask.deploy(fault)).decidedByStrangers();
        return scene.toBite() && asked.patience().isPositive() ? asked.lasting(ROLL_OUT, SECOND) : asked;
    }

    private Inquiry lines() {
        Doors doors = scene.reach().doors();
        return doors == null
                ? blind("lines at the log sink")
                : new Inquiry(LONG,
                        then -> current(false, now -> new LogInquiry(customer, clock, now, doors).look(then)));
    }

    private Inquiry blind(String measure) {
        return new Inquiry(Duration.ZERO, then -> then.accept(Finding.blind(scene, measure,
                "the ledger does not tell where the app can be asked", "an address to ask")));
    }

    private Inquiry knocking(Function<Look, Finding> judge) {
        return new Inquiry(QUICK, then -> knock(customer, scene.reach(), look -> then.accept(judge.apply(look))));
    }

    /// The machine of each zone and the canary of each task.
    static void knock(SyntheticCustomer customer, Reach reach, Consumer<Look> then) {
        Map<String, HttpRequest> doors = new LinkedHashMap<>();
        reach.machines().forEach(machine -> doors.put(machine.address(), PING));
        reach.places().forEach(place -> doors.put(place.address(), SyntheticCustomer.canary()));
        doors.putAll(SyntheticCustomer.own(reach));
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

    private Inquiry external(String what) {
        return ordering(SlowJudgement.ORDERS, SlowJudgement.ORDERS, false,
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
            sample(now, judge.each(), BYSTANDERS, SyntheticCustomer::canary, SECOND,
                    samples -> then.accept(judge.of(samples)));
        }));
    }

    private void sample(Scene now, int planned, int others, Supplier<HttpRequest> request, Duration limit,
            Consumer<Samples> then) {
        Map<String, Integer> counts = new HashMap<>();
        now.bystanders().forEach(place -> counts.put(place.address(), others));
        now.reach().planned().forEach(place -> counts.put(place.address(), planned));
        customer.sample(new SyntheticCustomer.Round(counts, request, limit, BUDGET, SyntheticCustomer.own(now.reach())),
                then);
    }

    /// The scene with those in reach who run now: after a revert, and always where tasks are replaced. Where nobody
    /// tells, it is the scene of before.
    private void current(boolean always, Consumer<Scene> then) {
        Doors doors = scene.reach().doors();
        if (doors == null || scene.toBite() && !always) {
            then.accept(scene);
            return;
        }
        new Platform(customer, doors).topology(answer -> then.accept(switch (answer) {
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

    static boolean runs(Task task) {
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
}

package io.gameday.cli.fault;

import io.gameday.agent.AgentFaults;
import io.gameday.agent.AgentSetup;
import io.gameday.agent.Limits;
import io.gameday.agent.driver.LinkKeeper;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.http.Network;
import io.gameday.reference.AppConfig;
import io.gameday.reference.deployment.Rules;
import io.gameday.reference.local.LocalApp;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Reply;
import io.gameday.target.Task;
import io.gameday.target.Task.State;
import io.gameday.time.Clock;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/// The reference app as real processes, with an agent whose drivers speak to it through saboteurs. One cell more than a
/// fault is aimed at, and two zones more.
final class RealApp implements AutoCloseable {

    private static final Duration HEALTHY = Duration.ofSeconds(90);
    private static final long LONGEST_SECONDS = 60;
    private static final Duration WARM = Duration.ofSeconds(10);
    /// Some for each task.
    private static final int ORDERS = 24;
    private static final double ALIKE = 1.3;

    final LocalApp app;
    final AgentFaults faults;
    private final Network network = new Network("contract");
    private final RealClock loop = new RealClock("contract", Throwable::printStackTrace);
    private final HttpCaller caller = new HttpCaller(network);
    private final Saboteur host;
    private final Saboteur proxies;
    private final Clock.Cancellable customers;
    private final BlockingQueue<Long> took = new ArrayBlockingQueue<>(1000);
    private Set<String> tasks = Set.of();
    private int orders;

    RealApp(Path folder) throws IOException, InterruptedException {
        // Slots as in a game day: with one for each task, the prober's own orders would queue and look like a delay.
        app = LocalApp.start(unguarded(AppConfig.standard(2, 3, 150, 120, 1, folder.toAbsolutePath().toString())),
                line -> {
                });
        var addresses = app.addresses();
        host = new Saboteur(network, caller, addresses.hostAddress());
        proxies = new Saboteur(network, caller, addresses.proxiesAddress());
        AgentSetup setup = new AgentSetup("contract", folder.resolve("run"), app.folder().root(), host.address(),
                addresses.controlPlane(), proxies.address(), LinkKeeper.named(addresses.links()), addresses.router(),
                addresses.routerAdmin(), Limits.NONE, new StateFolder(folder.resolve("state")));
        faults = new AgentFaults(setup, loop, loop, network, System.err::println);
        faults.start();
        HttpRequest register = HttpRequest
                .post("/customers",
                        "{\"customers\":[\"c-01\",\"c-02\",\"c-03\",\"c-04\",\"c-05\",\"c-06\",\"c-07\",\"c-08\"]}")
                .with("authorization", "Bearer " + app.token());
        CompletableFuture<CallResult> registered = new CompletableFuture<>();
        caller.call(addresses.controlPlaneAddress(), register, Duration.ofSeconds(5), registered::complete);
        if (!(registered.join() instanceof CallResult.Answered(HttpAnswer answer) && answer.status() == 200)) {
            throw new IOException("the customers got no cell: " + registered.join());
        }
        customers = loop.every(Duration.ofMillis(50), () -> order(addresses.routerAddress()));
    }

    /// Somebody has to use the app, or a router that judges by what it sees would see nothing.
    private void order(InetSocketAddress router) {
        String customer = "c-0" + (orders % 8 + 1);
        HttpRequest order = HttpRequest.post("/orders", """
                {"id":"contract-%d","customer":"%s","item":"book","quantity":1}""".formatted(orders++, customer))
                .with("x-gameday-customer", customer);
        long began = System.nanoTime();
        caller.call(router, order, Duration.ofSeconds(1), result -> {
            if (result instanceof CallResult.Answered) {
                // Where nobody waits for them, the newest are of no use.
                took.offer(System.nanoTime() - began);
            }
        });
    }

    void lie(Saboteur.Lie lie) {
        host.lie(lie);
        proxies.lie(lie);
    }

    /// Waits until each cell has exactly one task in each zone, and none comes or goes any more.
    void awaitHealthy() throws IOException, InterruptedException {
        long limit = System.nanoTime() + HEALTHY.toNanos();
        app.awaitHealthy(HEALTHY, line -> {
        });
        List<Task> there = there();
        while (!(spread(there) && ids(there).equals(tasks)) && System.nanoTime() < limit) {
            if (spread(there)) {
                tasks = ids(there);
                awaitWarm();
            }
            there = there();
        }
        assertThat(spread(there)).as("one task for each cell in each zone: %s", there).isTrue();
    }

    private static Set<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::id).collect(Collectors.toSet());
    }

    /// All that have not stopped, which a loss of power would reach. The control plane hears of a task's end up to a look
    /// later, so the host is asked too, as every plan does.
    private List<Task> there() {
        List<Task> there = new ArrayList<>();
        for (String zone : app.config().zones()) {
            if (ask((Reply<FaultPlan> reply) -> faults.plan(new Fault.ZonePowerLoss(zone),
                    reply)) instanceof Answer.Ok(FaultPlan all)) {
                there.addAll(all.tasks());
            }
        }
        return there;
    }

    private boolean spread(List<Task> running) {
        return running.size() == app.wantedTasks() && running.stream().allMatch(task -> task.state() == State.HEALTHY)
                && running.stream().map(task -> task.cell() + " " + task.zone()).distinct().count() == running.size();
    }

    /// A task that has just started is slow at first, and compared with that a delay is hard to see. Orders that take
    /// alike show that it is over; a busy machine may never get there, and then the test goes on all the same.
    private void awaitWarm() throws InterruptedException {
        long limit = System.nanoTime() + WARM.toNanos();
        Deque<Long> newest = new ArrayDeque<>();
        took.clear();
        while (System.nanoTime() < limit
                && (newest.size() < ORDERS || Collections.max(newest) > ALIKE * Collections.min(newest))) {
            Long next = took.poll(1, TimeUnit.SECONDS);
            if (next != null) {
                newest.addLast(next);
            }
            if (newest.size() > ORDERS) {
                newest.removeFirst();
            }
        }
    }

    /// Asks a port, which answers on the loop.
    <T> Answer<T> ask(Consumer<Reply<T>> call) {
        CompletableFuture<Answer<T>> told = new CompletableFuture<>();
        loop.execute(() -> call.accept(told::complete));
        return told.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        customers.cancel();
        faults.close();
        app.close();
        host.close();
        proxies.close();
        caller.close();
        loop.close();
        network.close();
    }

    /// A platform that takes no wrong revision back by itself: that only the driver ends a fault is what is asked here.
    private static AppConfig unguarded(AppConfig usual) {
        return new AppConfig(usual.cells(), usual.zones(), usual.headroomPercent(), usual.rate(), usual.workMillis(),
                usual.shape(), usual.routing(),
                usual.mechanisms().deploying(new Rules(true, false, false, false, false)), usual.seed(), usual.folder(),
                usual.overrides());
    }
}

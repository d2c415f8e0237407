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
import io.gameday.reference.local.LocalApp;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;

/// The reference app as real processes, with an agent whose drivers speak to it through saboteurs. One cell more than a
/// fault is aimed at, and two zones more.
final class RealApp implements AutoCloseable {

    private static final Duration HEALTHY = Duration.ofSeconds(90);
    private static final long LONGEST_SECONDS = 60;

    final LocalApp app;
    final AgentFaults faults;
    private final Network network = new Network("contract");
    private final RealClock loop = new RealClock("contract", Throwable::printStackTrace);
    private final HttpCaller caller = new HttpCaller(network);
    private final Saboteur host;
    private final Saboteur proxies;
    private final Clock.Cancellable customers;
    private int orders;

    RealApp(Path folder) throws IOException, InterruptedException {
        // Slots as in a game day: with one for each task, the prober's own orders would queue and look like a delay.
        app = LocalApp.start(AppConfig.standard(2, 3, 150, 120, 1, folder.toAbsolutePath().toString()), line -> {
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
        caller.call(router, order, Duration.ofSeconds(1), result -> {
        });
    }

    void lie(Saboteur.Lie lie) {
        host.lie(lie);
        proxies.lie(lie);
    }

    /// The control plane hears of a task's end up to a look later, so the host is asked too, as every plan does.
    void awaitHealthy() throws IOException, InterruptedException {
        long limit = System.nanoTime() + HEALTHY.toNanos();
        int running;
        do {
            app.awaitHealthy(HEALTHY, line -> {
            });
            running = ask((Reply<FaultPlan> reply) -> faults.plan(new Fault.Surge(1),
                    reply)) instanceof Answer.Ok(FaultPlan everywhere) ? everywhere.tasks().size() : 0;
        } while (running < app.wantedTasks() && System.nanoTime() < limit);
        assertThat(running).as("tasks that run").isGreaterThanOrEqualTo(app.wantedTasks());
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
}

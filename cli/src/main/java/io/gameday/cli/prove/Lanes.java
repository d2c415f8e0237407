package io.gameday.cli.prove;

import io.gameday.agent.ledger.Replay;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.http.HttpCaller;
import io.gameday.reference.local.LocalApp;
import io.gameday.reference.local.LocalTopology;
import io.gameday.target.Answer;
import io.gameday.target.Reply;
import io.gameday.target.Task;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// The real world of a campaign: the app's topology, controllers as processes, ledgers on the disk.
final class Lanes implements Starter {

    /// As a run's.
    private static final Duration LEASE = Duration.ofSeconds(8);
    /// Longer than anybody leaves a fault alone, so that it never ends as planned.
    private static final Duration DURATION = Duration.ofSeconds(90);

    private final String campaign;
    private final Path folder;
    private final LocalApp app;
    private final LocalTopology topology;
    private final StateFolder state;
    private final Watcher watcher;
    private final RealClock loop;

    Lanes(String campaign, Path folder, LocalApp app, StateFolder state, HttpCaller caller, Watcher watcher,
            RealClock loop) {
        this.campaign = campaign;
        this.folder = folder;
        this.app = app;
        this.state = state;
        this.watcher = watcher;
        this.loop = loop;
        topology = new LocalTopology(app, caller, loop);
    }

    @Override
    public void healthy(Reply<List<Task>> reply) {
        topology.tasks(answer -> reply.accept(switch (answer) {
            case Answer.Ok<List<Task>>(List<Task> tasks) ->
                new Answer.Ok<>(tasks.stream().filter(task -> task.state() == Task.State.HEALTHY).toList());
            case Answer.Failed<List<Task>>(String why) -> new Answer.Failed<>(why);
        }));
    }

    @Override
    public Attempt start(int number, Draw draw, Consumer<Proof> then) {
        String run = String.format(Locale.ROOT, "%s-%03d", campaign, number);
        var at = app.addresses();
        Order order = new Order(run, folder.resolve("controllers").resolve(run).toString(),
                app.folder().root().toString(), at.host(), at.controlPlane(), at.proxies(), at.links(), at.router(),
                at.routerAdmin(), state.root().toString(), draw.fault(), DURATION, LEASE);
        Keepers keepers;
        try {
            keepers = ControllerProcess.start(order);
        } catch (IOException cannot) {
            throw new UncheckedIOException("controller " + run + " cannot be started: " + cannot.getMessage(), cannot);
        }
        Attempt attempt = new Attempt(run, draw, keepers, () -> Replay.of(state, run), watcher, loop, then);
        attempt.start();
        return attempt;
    }
}

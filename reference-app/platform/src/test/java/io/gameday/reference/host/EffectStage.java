package io.gameday.reference.host;

import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.process.ProcessIdentity;
import io.gameday.reference.host.Effect.Applying;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;

/// A loop, a network and tasks in name only, for the effects that act on tasks.
final class EffectStage implements AutoCloseable {

    final Network network = new Network("stage");
    final RealClock loop = new RealClock("stage", failure -> {
        throw new IllegalStateException(failure);
    });
    final ManagementCalls calls = new ManagementCalls(new HttpCaller(network), loop, address -> address);
    final List<String> log = new CopyOnWriteArrayList<>();
    final TasksThere there = new TasksThere(this::state);
    private final Map<String, HostState.Task> tasks = Collections.synchronizedMap(new LinkedHashMap<>());

    /// A task of cell-1 in az1 that runs.
    FakeManagement runs(String id, String schema) throws IOException {
        FakeManagement management = new FakeManagement(network, schema);
        put(id, HostState.Status.RUNNING, management.address());
        return management;
    }

    void put(String id, HostState.Status status, String management) {
        tasks.put(id, new HostState.Task(id, "cell-1", "az1", status, management, management, 3, "1", 1, 1, null));
    }

    void put(String id, ProcessIdentity process, String management) {
        tasks.put(id, new HostState.Task(id, "cell-1", "az1", HostState.Status.RUNNING, management, management, 3, "1",
                process.pid(), process.startTicks(), null));
    }

    void stops(String id) {
        put(id, HostState.Status.STOPPED, "127.0.0.1:1");
    }

    /// What `act` is told, on the loop.
    <T> T told(Consumer<Consumer<T>> act) throws Exception {
        CompletableFuture<T> told = new CompletableFuture<>();
        loop.execute(() -> act.accept(told::complete));
        return told.get(60, TimeUnit.SECONDS);
    }

    Effect.Undo applied(Consumer<Consumer<Applying>> act) throws Exception {
        Applying applying = told(act);
        assertThat(applying).isInstanceOf(Applying.Applied.class);
        return ((Applying.Applied) applying).undo();
    }

    /// Completes when it is undone.
    CompletableFuture<Boolean> undo(Effect.Undo undo) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        loop.execute(() -> undo.undo(() -> done.complete(true)));
        return done;
    }

    void undone(Effect.Undo undo) throws Exception {
        undo(undo).get(60, TimeUnit.SECONDS);
    }

    private HostState state() {
        synchronized (tasks) {
            return new HostState(List.of(), new ArrayList<>(tasks.values()));
        }
    }

    @Override
    public void close() {
        network.close();
        loop.close();
    }
}

package io.gameday.traffic;

import io.gameday.http.CallResult;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.observability.Layout;
import io.gameday.target.OwnSystem;
import io.gameday.target.Reply;
import io.gameday.target.Task;
import io.gameday.target.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/// The cells and zones that an experiment file names. Each place counts as one task, however many there are behind its
/// address, and is well when its health path answers 2xx or 3xx. Belongs to the loop.
public final class OwnTopology implements Topology {

    private static final Duration LIMIT = Duration.ofMillis(900);
    private static final int FIRST_ERROR = 400;

    private final OwnServers servers;
    private final HttpCaller caller;
    private final Executor loop;

    /// @param loop the engine's, where answers are given
    public OwnTopology(OwnServers servers, HttpCaller caller, Executor loop) {
        this.servers = servers;
        this.caller = caller;
        this.loop = loop;
    }

    @Override
    public List<String> cells() {
        return servers.system().cells();
    }

    @Override
    public List<String> zones() {
        return servers.system().zones();
    }

    @Override
    public Layout layout() {
        return servers.system().layout();
    }

    @Override
    public void tasks(Reply<List<Task>> reply) {
        List<OwnSystem.Place> places = servers.system().places();
        Map<String, Task> seen = new TreeMap<>();
        for (OwnSystem.Place place : places) {
            HttpRequest request = HttpRequest.get(place.path(place.health())).with("user-agent", "gameday");
            caller.call(servers.socket(place.url()), request, LIMIT, result -> loop.execute(() -> {
                seen.put(place.id(), task(place, result));
                if (seen.size() == places.size()) {
                    reply.ok(List.copyOf(seen.values()));
                }
            }));
        }
    }

    private static Task task(OwnSystem.Place place, CallResult result) {
        boolean well = result instanceof CallResult.Answered(var answer) && answer.status() < FIRST_ERROR;
        return new Task(place.id(), place.cell(), place.zone(), well ? Task.State.HEALTHY : Task.State.UNHEALTHY,
                place.url().hostPort(), 1);
    }
}

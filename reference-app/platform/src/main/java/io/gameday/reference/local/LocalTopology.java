package io.gameday.reference.local;

import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.observability.Layout;
import io.gameday.target.Answer;
import io.gameday.target.Reply;
import io.gameday.target.Task;
import io.gameday.target.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import tools.jackson.databind.JsonNode;

/// What the running app is made of, as its control plane sees it.
public final class LocalTopology implements Topology {

    private final LocalApp app;
    private final AppCalls calls;
    private final Executor loop;

    /// @param loop the engine's loop, where answers are given
    public LocalTopology(LocalApp app, HttpCaller caller, Executor loop) {
        this.app = app;
        this.calls = new AppCalls(caller, app.token());
        this.loop = loop;
    }

    @Override
    public List<String> cells() {
        return app.config().cells();
    }

    @Override
    public List<String> zones() {
        return app.config().zones();
    }

    @Override
    public Layout layout() {
        return app.config().layout();
    }

    @Override
    public void tasks(Reply<List<Task>> reply) {
        calls.get("the control plane", app.addresses().controlPlaneAddress(), HttpRequest.get("/topology"), answer -> {
            Answer<List<Task>> tasks = switch (answer) {
                case Answer.Ok<JsonNode>(JsonNode topology) -> read(topology);
                case Answer.Failed<JsonNode>(String why) -> new Answer.Failed<>(why);
            };
            loop.execute(() -> reply.accept(tasks));
        });
    }

    static Answer<List<Task>> read(JsonNode topology) {
        List<Task> tasks = new ArrayList<>();
        for (JsonNode task : topology.path("tasks")) {
            String state = task.path("state").asString();
            Task.State known;
            try {
                known = Task.State.valueOf(state);
            } catch (IllegalArgumentException unknown) {
                return new Answer.Failed<>("the control plane told of a task in state '" + state + "'; known: "
                        + List.of(Task.State.values()));
            }
            tasks.add(new Task(task.path("id").asString(), task.path("cell").asString(), task.path("zone").asString(),
                    known, task.path("address").asString(""), task.path("slots").asInt()));
        }
        return new Answer.Ok<>(List.copyOf(tasks));
    }
}

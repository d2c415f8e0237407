package io.gameday.reference.local;

import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.target.Answer;
import io.gameday.target.Operation;
import io.gameday.target.Operations;
import io.gameday.target.Reply;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What operators can do, asked of the running app's control plane in the name of a step.
public final class LocalOperations implements Operations {

    private final LocalApp app;
    private final AppCalls calls;
    private final Executor loop;

    /// @param loop the engine's loop, where answers are handed over
    public LocalOperations(LocalApp app, HttpCaller caller, Executor loop) {
        this.app = app;
        this.calls = new AppCalls(caller, app.token());
        this.loop = loop;
    }

    @Override
    public void begin(Operation operation, @Nullable Duration lasts, Reply<Done> reply) {
        switch (operation) {
            case Operation.Shift(String zone) -> ask("PUT", "/shifts/" + zone,
                    "{\"seconds\":" + Math.ceilDiv(Objects.requireNonNull(lasts).toMillis(), 1000) + "}", reply);
            case Operation.Leave(String zone) -> host("PUT", "/left/" + zone, reply);
            case Operation.Scale(String cell, int tasks) ->
                ask("PUT", "/services/" + cell + "/desired", "{\"count\":" + tasks + "}", reply);
            case Operation.Weights(int newPercent) ->
                ask("PUT", "/weights", "{\"newPercent\":" + newPercent + "}", reply);
            case Operation.Backup(String cell) -> host("POST", "/databases/" + cell + "/backup", reply);
            case Operation.Restore(String cell) -> host("POST", "/databases/" + cell + "/restore", reply);
            case Operation.Calm _ -> reply.failed("nothing is asked of the app by a control run");
        }
    }

    @Override
    public void takeBack(Operation operation, Reply<Done> reply) {
        switch (operation) {
            case Operation.Shift(String zone) -> ask("DELETE", "/shifts/" + zone, "", reply);
            case Operation.Leave(String zone) -> host("DELETE", "/left/" + zone, reply);
            case Operation.Scale _ -> reply.failed("what was scaled does not stay in force; scale it again");
            case Operation.Weights _ -> reply.failed("weights stay until they are changed; change them again");
            case Operation.Backup _,Operation.Restore _ -> reply.failed(operation.kind() + " cannot be taken back");
            case Operation.Calm _ -> reply.failed("nothing is asked of the app by a control run");
        }
    }

    private void ask(String method, String path, String json, Reply<Done> reply) {
        ask("the control plane", app.addresses().controlPlaneAddress(), method, path, json, reply);
    }

    /// Where databases are, and where configuration is ordered, which the control plane then deploys.
    private void host(String method, String path, Reply<Done> reply) {
        ask("the host", app.addresses().hostAddress(), method, path, "", reply);
    }

    private void ask(String whom, InetSocketAddress where, String method, String path, String json, Reply<Done> reply) {
        HttpRequest request = new HttpRequest(method, path, Map.of(),
                Map.of("content-type", "application/json", "x-gameday-actor", "step"),
                json.getBytes(StandardCharsets.UTF_8));
        calls.get(whom, where, request, answer -> loop.execute(() -> reply.accept(switch (answer) {
            case Answer.Ok<JsonNode>(JsonNode body) -> new Answer.Ok<>(new Done(body.path("text").asString("")));
            case Answer.Failed<JsonNode>(String why) -> new Answer.Failed<>(why);
        })));
    }
}

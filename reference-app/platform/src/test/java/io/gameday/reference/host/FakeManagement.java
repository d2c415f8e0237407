package io.gameday.reference.host;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.reference.Address;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The management port of a task, as Chaos Monkey 4.0.0 and the orders service behave there.
final class FakeManagement implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /// Every request that changes something, such as `/actuator/chaosmonkey/enable`.
    final List<String> changes = Collections.synchronizedList(new ArrayList<>());
    volatile boolean enabled;
    volatile String schema;
    /// How many requests to come are answered with 500.
    volatile int failures;
    volatile boolean attackEndsAtOnce;
    /// Whether what changes something is only done by [#goOn].
    volatile boolean stands;
    private final List<Runnable> standing = new ArrayList<>();
    private final HttpServer server;
    private final ObjectNode assaults = (ObjectNode) JSON.readTree("""
            {"level":5,"deterministic":false,"latencyActive":false,"latencyRangeStart":1000,"latencyRangeEnd":3000,
             "exceptionsActive":false,"killApplicationActive":false,"memoryActive":false,"cpuActive":false,
             "memoryFillTargetFraction":0.25,"memoryCronExpression":"OFF"}""");
    private final ObjectNode watchers = (ObjectNode) JSON.readTree("""
            {"service":true,"controller":false,"repository":true,"beans":[]}""");

    FakeManagement(Network network, String schema) throws IOException {
        this.schema = schema;
        server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(), this::answer);
    }

    String address() {
        return Address.print(server.address());
    }

    synchronized String told() {
        return JSON.writeValueAsString(Map.of("assaultProperties", assaults, "watcherProperties", watchers,
                "chaosMonkeyProperties", Map.of("enabled", enabled)));
    }

    synchronized JsonNode assault(String field) {
        return assaults.path(field);
    }

    synchronized JsonNode watcher(String field) {
        return watchers.path(field);
    }

    synchronized void goOn() {
        stands = false;
        standing.forEach(Runnable::run);
        standing.clear();
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized void answer(HttpRequest request, Consumer<HttpAnswer> reply) {
        if (!request.method().equals("GET")) {
            changes.add(request.path());
            if (stands) {
                standing.add(() -> act(request, reply));
                return;
            }
            if (failures > 0) {
                failures--;
                reply.accept(HttpAnswer.json(500, "{}"));
                return;
            }
        }
        act(request, reply);
    }

    private void act(HttpRequest request, Consumer<HttpAnswer> reply) {
        switch (request.path()) {
            case "/actuator/chaosmonkey" -> reply.accept(HttpAnswer.json(200, told()));
            case "/actuator/chaosmonkey/assaults" -> change(assaults, request, reply);
            case "/actuator/chaosmonkey/watchers" -> change(watchers, request, reply);
            case "/actuator/chaosmonkey/enable" -> enable(true, reply);
            case "/actuator/chaosmonkey/disable" -> enable(false, reply);
            case "/actuator/chaosmonkey/assaults/runtime/attack" -> {
                // The real one answers when the attack is over.
                if (attackEndsAtOnce) {
                    reply.accept(HttpAnswer.json(200, "Started runtime assaults"));
                }
            }
            case "/actuator/settings" -> {
                String before = schema;
                schema = JSON.readTree(request.text()).path("schema").asString();
                reply.accept(HttpAnswer.json(200, JSON.writeValueAsString(
                        Map.of("before", Map.of("schema", before), "now", Map.of("schema", schema)))));
            }
            default -> reply.accept(HttpAnswer.error(404, request.path()));
        }
    }

    private void change(ObjectNode properties, HttpRequest request, Consumer<HttpAnswer> reply) {
        properties.setAll((ObjectNode) JSON.readTree(request.text()));
        reply.accept(HttpAnswer.json(200, "config has changed"));
    }

    private void enable(boolean on, Consumer<HttpAnswer> reply) {
        enabled = on;
        reply.accept(HttpAnswer.json(200, "{\"enabled\":" + on + "}"));
    }
}

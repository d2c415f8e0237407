package io.gameday.reference.orders;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/// What a training run does: every kind of request through the task's own ports, so that the AOT cache learns the
/// classes they need. With a database the requests succeed; without one each waits for the pool and fails, which
/// still teaches most of the way, so there are few of them.
final class Rehearsal {
    private static final int ROUNDS = 50;
    private static final int ROUNDS_WITHOUT_DATABASE = 2;

    private final URI service;
    private final URI management;
    private final int rounds;

    Rehearsal(TaskSettings settings, String servicePort, String managementPort) {
        this.service = URI.create("http://" + settings.address() + ":" + servicePort);
        this.management = URI.create("http://" + settings.address() + ":" + managementPort);
        this.rounds = settings.database() == null ? ROUNDS_WITHOUT_DATABASE : ROUNDS;
    }

    /// @throws IOException when the task does not answer at all; that an answer is a failure is no problem here
    void run() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int round = 0; round < rounds; round++) {
                String id = "training-" + round;
                String order = """
                        {"id": "%s", "customer": "training", "item": "book", "quantity": 1}""".formatted(id);
                send(client, post(service, "/orders", order));
                send(client, post(service, "/orders", order));
                send(client, get(service, "/orders/" + id));
                send(client, get(service, "/canary"));
            }
            send(client, post(service, "/orders", "{\"id\": \"\"}"));
            send(client, get(management, "/actuator/health"));
            send(client, get(management, "/actuator/chaosmonkey"));
            send(client, post(management, "/actuator/chaosmonkey/assaults", "{\"latencyActive\": false}"));
            send(client, post(management, "/actuator/chaosmonkey/watchers", "{\"service\": true}"));
            send(client, post(management, "/actuator/chaosmonkey/disable", "{}"));
            send(client, post(management, "/actuator/settings", "{}"));
            send(client, get(management, "/actuator/settings"));
            send(client, get(management, "/actuator/prometheus"));
        }
    }

    private static HttpRequest post(URI base, String path, String json) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)).build();
    }

    private static HttpRequest get(URI base, String path) {
        return HttpRequest.newBuilder(base.resolve(path)).build();
    }

    private static void send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        client.send(request, BodyHandlers.discarding());
    }
}

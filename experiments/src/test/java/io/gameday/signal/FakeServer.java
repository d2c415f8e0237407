package io.gameday.signal;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// Answers as recorded, over a real socket, and keeps what it was asked.
public final class FakeServer implements AutoCloseable {

    private static final Duration AMPLE = Duration.ofSeconds(20);

    private final Network network = new Network("fake");
    private final HttpServer server;
    private final Map<String, Function<HttpRequest, HttpAnswer>> answers = new ConcurrentHashMap<>();
    private final List<HttpRequest> asked = new CopyOnWriteArrayList<>();

    public FakeServer() throws IOException {
        server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(),
                (request, reply) -> {
                    asked.add(request);
                    Function<HttpRequest, HttpAnswer> answer = answers.get(request.path());
                    if (answer != null) {
                        reply.accept(answer.apply(request));
                    }
                    // What was not recorded is never answered.
                });
    }

    public FakeServer answering(String path, String json) {
        return answering(path, request -> HttpAnswer.json(200, json));
    }

    public FakeServer answering(String path, Function<HttpRequest, HttpAnswer> answer) {
        answers.put(path, answer);
        return this;
    }

    public List<HttpRequest> asked(String path) {
        return asked.stream().filter(request -> request.path().equals(path)).toList();
    }

    public String address() {
        return "http://127.0.0.1:" + server.address().getPort();
    }

    public HttpSource source(String name) {
        return source(name, Map.of(), AMPLE);
    }

    public HttpSource source(String name, Map<String, String> headers, Duration limit) {
        return new HttpSource(name, address(), headers, limit, InstantSource.system());
    }

    @Override
    public void close() {
        server.close();
        network.close();
    }
}

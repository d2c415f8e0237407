package io.gameday.reference.fake;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.reference.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A task in name only: it listens, and answers as it is told to.
public final class FakeTask implements AutoCloseable {

    private final Network network;
    private HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile int status = 201;
    private volatile int health = 200;
    private volatile boolean silent;
    private volatile boolean overloaded;
    private volatile Duration time = Duration.ZERO;

    public FakeTask(Network network) {
        this.network = network;
        server = listen(new InetSocketAddress("127.0.0.1", 0));
    }

    private HttpServer listen(InetSocketAddress at) {
        try {
            return HttpServer.start(network, at, Admission.open(), (request, reply) -> {
                if (request.path().equals("/actuator/health")) {
                    reply.accept(HttpAnswer.json(health, "{}"));
                    return;
                }
                requests.incrementAndGet();
                if (!silent) {
                    later(() -> reply.accept(answer(request.path())));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return Address.print(server.address());
    }

    /// What it answers requests with from now on.
    public void answers(int newStatus) {
        status = newStatus;
    }

    /// Refuses from now on, as a task with too much to do.
    public void isOverloaded() {
        overloaded = true;
    }

    private HttpAnswer answer(String path) {
        return overloaded
                ? new HttpAnswer(503, Map.of("x-gameday-overloaded", "true"), new byte[0])
                : HttpAnswer.json(status, "{\"path\":\"" + path + "\"}");
    }

    /// How long it takes to answer a request.
    public void takes(Duration newTime) {
        time = newTime;
    }

    private void later(Runnable answer) {
        if (time.isZero()) {
            answer.run();
        } else {
            CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS).execute(answer);
        }
    }

    public void healthAnswers(int newStatus) {
        health = newStatus;
    }

    public void fallsSilent() {
        silent = true;
    }

    /// Requests so far, health checks not among them.
    public int requests() {
        return requests.get();
    }

    /// Another process takes its place, after it died, at the same address, which a connection of somebody else may have
    /// got hold of for a moment.
    public void restarts() {
        InetSocketAddress same = server.address();
        Await.until(() -> {
            try {
                server = listen(same);
                return true;
            } catch (UncheckedIOException taken) {
                return false;
            }
        }, () -> same);
    }

    /// Dies.
    @Override
    public void close() {
        server.close();
    }
}

package io.gameday.traffic;

import io.gameday.http.Admission;
import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import io.gameday.target.Answer;
import io.gameday.target.Reply;
import io.gameday.target.Traffic;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A router and a control plane on a real socket, and everything that traffic needs to reach them.
final class FakeRouter implements AutoCloseable {

    /// For tests in which something is to go unanswered.
    static final Duration SHORT = Duration.ofMillis(300);
    /// For all others: no machine is so slow.
    static final Duration LONG = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long PATIENCE_SECONDS = 60;

    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    final RealClock loop = new RealClock("loop", failures::add);
    final PostedSignals signals = new PostedSignals(loop);
    final HttpCaller caller;
    final HttpTraffic traffic;
    final HttpServer server;
    final List<Measurement> measurements = new CopyOnWriteArrayList<>();
    private final Network ours = new Network("ours");
    private final Network theirs = new Network("theirs");

    /// @param handler of everything but the registration
    FakeRouter(Handler handler) throws IOException {
        server = HttpServer.start(theirs, new InetSocketAddress("127.0.0.1", 0), Admission.open(), (request, reply) -> {
            if (request.path().equals("/customers")) {
                JsonNode names = JSON.readTree(request.text()).get("customers");
                Map<String, String> cells = names.valueStream().map(JsonNode::stringValue)
                        .collect(Collectors.toMap(name -> name, name -> "cell-1"));
                reply.accept(HttpAnswer.json(200, JSON.writeValueAsString(cells)));
            } else {
                handler.handle(request, reply);
            }
        });
        caller = new HttpCaller(ours);
        traffic = new HttpTraffic(
                new HttpTraffic.Settings("r1", server.address(), "token", server.address(), new Random(1)), caller,
                loop, loop, signals);
        onLoop(() -> {
            signals.follow(measurements::add);
            return true;
        });
    }

    Traffic.Started start(int customers, double rate) {
        return start(customers, rate, LONG);
    }

    Traffic.Started start(int customers, double rate, Duration limit) {
        return ask(reply -> traffic.start(new Traffic.Plan(customers, rate, limit, Duration.ZERO), reply));
    }

    Traffic.Stopped stop() {
        Traffic.Stopped stopped = ask(traffic::stop);
        // Measurements are posted before the last request counts as ended; this waits for the loop to hand them over.
        onLoop(() -> true);
        return stopped;
    }

    Traffic.ReadBack readBack() {
        return ask(traffic::readBack);
    }

    Stream<Measurement> seenBy(Observer observer) {
        return measurements.stream().filter(m -> m.observer() == observer);
    }

    static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(latch.getCount() + " still missing after " + PATIENCE_SECONDS + " s");
        }
    }

    private <T> T ask(Consumer<Reply<T>> question) {
        CompletableFuture<T> value = new CompletableFuture<>();
        loop.execute(() -> question.accept(answer -> {
            switch (answer) {
                case Answer.Ok<T>(T ok) -> value.complete(ok);
                case Answer.Failed<T>(String why) -> value.completeExceptionally(new AssertionError(why));
            }
        }));
        return value.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private <T> T onLoop(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, loop).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        caller.close();
        server.close();
        ours.close();
        theirs.close();
        loop.close();
    }
}

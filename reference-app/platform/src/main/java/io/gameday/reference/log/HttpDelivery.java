package io.gameday.reference.log;

import io.gameday.http.CallResult;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// To a [LogSink] by HTTP. A batch that was not acknowledged for ten seconds is given back as such; the sink knows it
/// again when it is posted once more.
public final class HttpDelivery implements Delivery {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpCaller caller;
    private final InetSocketAddress sink;
    private final String token;

    public HttpDelivery(HttpCaller caller, InetSocketAddress sink, String token) {
        this.caller = caller;
        this.sink = sink;
        this.token = token;
    }

    @Override
    public void post(LogBatch batch, Consumer<Optional<String>> then) {
        Map<String, String> headers = Map.of("content-type", "application/jsonl", "authorization", "Bearer " + token,
                LogSink.TASK, batch.from().task(), LogSink.CELL, batch.from().cell(), LogSink.ZONE, batch.from().zone(),
                LogSink.BATCH, Long.toString(batch.number()), LogSink.LINES, Integer.toString(batch.lines()));
        HttpRequest request = new HttpRequest("POST", "/batches", Map.of(), headers,
                batch.text().getBytes(StandardCharsets.UTF_8));
        caller.call(sink, request, LIMIT, result -> then.accept(trouble(result)));
    }

    private static Optional<String> trouble(CallResult result) {
        return switch (result) {
            case CallResult.Answered(var answer) when answer.status() == 200 -> Optional.empty();
            case CallResult.Answered(var answer) -> Optional.of("it answered " + answer.status() + " " + answer.text());
            case CallResult.Unreachable(String why) -> Optional.of("unreachable: " + why);
            case CallResult.Broken(String why) -> Optional.of("broken: " + why);
            case CallResult.TimedOut() -> Optional.of("no answer within " + LIMIT.toSeconds() + " s");
        };
    }
}

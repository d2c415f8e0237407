package io.gameday.reference.local;

import io.gameday.http.CallResult;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.target.Answer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Questions to the app's own endpoints. Answers arrive on the network thread.
final class AppCalls {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final HttpCaller caller;
    private final String token;

    AppCalls(HttpCaller caller, String token) {
        this.caller = caller;
        this.token = token;
    }

    /// @param who the endpoint's name in messages
    void get(String who, InetSocketAddress server, HttpRequest request, Consumer<Answer<JsonNode>> then) {
        caller.call(server, request.with("authorization", "Bearer " + token), LIMIT,
                result -> then.accept(read(who + " at " + server.getHostString() + ":" + server.getPort(), result)));
    }

    private static Answer<JsonNode> read(String who, CallResult result) {
        return switch (result) {
            case CallResult.Answered(var answer) when answer.status() == 200 -> parse(who, answer.text());
            case CallResult.Answered(var answer) ->
                new Answer.Failed<>(who + " answered " + answer.status() + ": " + answer.text());
            case CallResult.Unreachable(String why) -> new Answer.Failed<>(who + " cannot be reached: " + why);
            case CallResult.Broken(String why) -> new Answer.Failed<>(who + " gave no whole answer: " + why);
            case CallResult.TimedOut() ->
                new Answer.Failed<>(who + " did not answer within " + LIMIT.toSeconds() + " s");
        };
    }

    private static Answer<JsonNode> parse(String who, String text) {
        try {
            return new Answer.Ok<>(JSON.readTree(text));
        } catch (JacksonException unreadable) {
            return new Answer.Failed<>(who + " gave an answer that is no JSON: " + unreadable.getOriginalMessage());
        }
    }
}

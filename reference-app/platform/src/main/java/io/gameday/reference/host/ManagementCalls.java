package io.gameday.reference.host;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.reference.Address;
import io.gameday.target.Answer;
import io.gameday.target.Reply;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Requests to the management ports of tasks, past the links: a fault that is being taken away must not wait for another
/// that cuts its zone off. Answers arrive on the loop.
final class ManagementCalls {

    /// The first request of a kind makes a task load the code for it, which takes a busy machine a second or two.
    static final Duration LIMIT = Duration.ofSeconds(5);

    private final HttpCaller caller;
    private final Executor loop;
    private final UnaryOperator<String> behind;

    /// @param behind where the link that listens at an address leads to
    ManagementCalls(HttpCaller caller, Executor loop, UnaryOperator<String> behind) {
        this.caller = caller;
        this.loop = loop;
        this.behind = behind;
    }

    /// @param management `host:port`
    /// @param then       told the text of a 200; what else came is a failure
    void call(String management, HttpRequest request, Reply<String> then) {
        callFor(LIMIT, management, request, result -> then.accept(switch (result) {
            case CallResult.Answered(HttpAnswer answer) when answer.status() == 200 -> new Answer.Ok<>(answer.text());
            case CallResult.Answered(HttpAnswer answer) ->
                failed(management, request, "answered " + answer.status() + ": " + answer.text());
            case CallResult.Unreachable(String why) -> failed(management, request, "cannot be reached: " + why);
            case CallResult.Broken(String why) -> failed(management, request, "broke off: " + why);
            case CallResult.TimedOut() ->
                failed(management, request, "did not answer within " + LIMIT.toMillis() + " ms");
        }));
    }

    /// As [#call], but with a limit of its own, and told how it ended.
    void callFor(Duration limit, String management, HttpRequest request, Consumer<CallResult> then) {
        caller.call(Address.parse(behind.apply(management)), request, limit,
                result -> loop.execute(() -> then.accept(result)));
    }

    private static Answer<String> failed(String management, HttpRequest request, String what) {
        return new Answer.Failed<>(request.method() + " " + request.path() + " of " + management + " " + what);
    }
}

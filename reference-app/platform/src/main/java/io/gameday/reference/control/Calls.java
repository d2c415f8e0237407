package io.gameday.reference.control;

import io.gameday.http.CallResult;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Calls other processes; results arrive on the loop.
final class Calls {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    /// The host starts a process before it answers.
    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(10);

    private final HttpCaller caller;
    private final Executor loop;
    private final String token;

    Calls(HttpCaller caller, Executor loop, String token) {
        this.caller = caller;
        this.loop = loop;
        this.token = token;
    }

    /// Asks a task or a machine, which know no token.
    void check(InetSocketAddress server, String path, Consumer<CallResult> then) {
        caller.call(server, HttpRequest.get(path), LIMIT, onLoop(then));
    }

    /// Asks a process of the platform.
    void ask(InetSocketAddress server, HttpRequest request, Consumer<CallResult> then) {
        caller.call(server, request.with("authorization", "Bearer " + token), LIMIT, onLoop(then));
    }

    /// Has a process of the platform do something.
    void command(InetSocketAddress server, HttpRequest request, Consumer<CallResult> then) {
        caller.call(server, request.with("authorization", "Bearer " + token), COMMAND_LIMIT, onLoop(then));
    }

    private Consumer<CallResult> onLoop(Consumer<CallResult> then) {
        return result -> loop.execute(() -> then.accept(result));
    }
}

package io.gameday.agent.driver;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// A server that is asked and waited for. Every call blocks, for at most `limit`.
///
/// @param name how messages call it
record Endpoint(HttpCaller caller, InetSocketAddress server, String name, Duration limit) {

    private static final int MOST_SHOWN = 300;

    /// @throws IOException when there was no answer, saying why
    HttpAnswer ask(HttpRequest request) throws IOException {
        CompletableFuture<CallResult> told = new CompletableFuture<>();
        caller.call(server, request, limit, told::complete);
        return switch (told.join()) {
            case CallResult.Answered(HttpAnswer answer) -> answer;
            case CallResult.Unreachable(String why) -> throw new IOException(name + " cannot be reached: " + why);
            case CallResult.Broken(String why) -> throw new IOException(name + " broke off: " + why);
            case CallResult.TimedOut() ->
                throw new IOException(name + " did not answer within " + limit.toMillis() + " ms");
        };
    }

    /// @throws IOException when it answered something else, or nothing
    HttpAnswer expect(int status, HttpRequest request) throws IOException {
        HttpAnswer answer = ask(request);
        check(status, answer);
        return answer;
    }

    void check(int status, HttpAnswer answer) throws IOException {
        if (answer.status() != status) {
            String text = answer.text().strip();
            throw new IOException(name + " answered " + answer.status()
                    + (text.isEmpty() ? "" : ": " + text.substring(0, Math.min(MOST_SHOWN, text.length()))));
        }
    }
}

package io.gameday.http;

import java.util.function.Consumer;

/// Answers requests. Called on a network thread: it must not block, and may answer later from any thread, once.
@FunctionalInterface
public interface Handler {

    void handle(HttpRequest request, Consumer<HttpAnswer> reply);
}

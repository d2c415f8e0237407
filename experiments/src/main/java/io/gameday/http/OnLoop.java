package io.gameday.http;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Has a handler answer on a loop. When it fails, the caller is told so and does not wait for ever.
///
/// @param loop    where it answers
/// @param handler told of each request there
public record OnLoop(Executor loop, Handler handler) implements Handler {

    @Override
    public void handle(HttpRequest request, Consumer<HttpAnswer> reply) {
        loop.execute(() -> {
            try {
                handler.handle(request, reply);
            } catch (RuntimeException defect) {
                reply.accept(HttpAnswer.error(500, "unexpected: " + defect));
                // The loop's owner tells it.
                throw defect;
            }
        });
    }
}

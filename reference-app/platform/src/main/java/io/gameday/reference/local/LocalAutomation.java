package io.gameday.reference.local;

import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.observability.Scope;
import io.gameday.target.Answer;
import io.gameday.target.Automation;
import io.gameday.time.Clock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the running app did by itself, asked of its control plane four times a second, and of its host, which restarts
/// tasks without it. While the control plane is away nothing is told of what it did; that follows when it is back.
public final class LocalAutomation implements Automation {

    private static final Duration PERIOD = Duration.ofMillis(250);

    private final LocalApp app;
    private final AppCalls calls;
    private final Executor loop;
    private final Clock clock;
    private final Consumer<String> unreadable;

    /// @param loop       the engine's loop, where actions are handed over
    /// @param clock      of the engine
    /// @param unreadable told of events that cannot be understood, and left out
    public LocalAutomation(LocalApp app, HttpCaller caller, Executor loop, Clock clock, Consumer<String> unreadable) {
        this.app = app;
        this.calls = new AppCalls(caller, app.token());
        this.loop = loop;
        this.clock = clock;
        this.unreadable = unreadable;
    }

    @Override
    public void follow(Consumer<Action> listener) {
        new Follower(listener, "the control plane", app.addresses()::controlPlaneAddress).ask();
        new Follower(listener, "the host", app.addresses()::hostAddress).ask();
    }

    private static @Nullable String role(JsonNode event) {
        String role = event.path("role").asString("");
        return role.isEmpty() ? null : role;
    }

    /// One listener's place in the events. Runs on the engine's loop.
    private final class Follower {
        private final Consumer<Action> listener;
        private final String who;
        private final Supplier<InetSocketAddress> address;
        private boolean first = true;
        private long seen;

        Follower(Consumer<Action> listener, String who, Supplier<InetSocketAddress> address) {
            this.listener = listener;
            this.who = who;
            this.address = address;
        }

        void ask() {
            HttpRequest request = new HttpRequest("GET", "/events", Map.of("after", String.valueOf(seen)), Map.of(),
                    new byte[0]);
            calls.get(who, address.get(), request, answer -> loop.execute(() -> {
                take(answer);
                clock.at(PERIOD, this::ask);
            }));
        }

        private void take(Answer<JsonNode> answer) {
            // A control plane that cannot be asked is seen by whoever watches its health; its events come later.
            if (answer instanceof Answer.Ok<JsonNode>(JsonNode body)) {
                for (JsonNode event : body.path("events")) {
                    seen = Math.max(seen, event.path("seq").asLong());
                    if (!first) {
                        hand(event);
                    }
                }
                // What happened before the first look is not "from now on".
                first = false;
            }
        }

        private void hand(JsonNode event) {
            try {
                listener.accept(new Action(Actor.valueOf(event.path("actor").asString()), role(event),
                        event.path("name").asString(), Scope.parse(event.path("scope").asString()),
                        event.path("text").asString(), Instant.parse(event.path("at").asString())));
            } catch (IllegalArgumentException | DateTimeParseException notUnderstood) {
                unreadable.accept("an event of " + who + " was left out: " + notUnderstood.getMessage() + ": " + event);
            }
        }
    }
}

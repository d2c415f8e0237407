package io.gameday.reference.control;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The host as the control plane speaks to it. Answers arrive on the loop.
final class HostClient {

    private static final JsonMapper JSON = JournalFormat.mapper();

    private final Calls calls;
    private final InetSocketAddress host;
    private final int slotsPerTask;

    HostClient(Calls calls, InetSocketAddress host, int slotsPerTask) {
        this.calls = calls;
        this.host = host;
        this.slotsPerTask = slotsPerTask;
    }

    /// How a start ended.
    sealed interface Started {
        record Taken(String id, int slots) implements Started {
        }

        /// The host's rule, such as `NO_SLOT`, and its words.
        record NotTaken(String reason) implements Started {
        }

        record Unknown(String why) implements Started {
        }
    }

    private record StartAnswer(@Nullable String id, @Nullable String error, @Nullable String reason) {
    }

    /// @param then told empty when the host did not answer, or not in its format
    void state(Consumer<Optional<HostState>> then) {
        calls.ask(host, HttpRequest.get("/state"), result -> then.accept(read(result)));
    }

    private static Optional<HostState> read(CallResult result) {
        if (result instanceof CallResult.Answered(HttpAnswer answer) && answer.status() == 200) {
            try {
                return Optional.of(JSON.readValue(answer.text(), HostState.class));
            } catch (JacksonException notOurs) {
                System.err.println("host's state cannot be read: " + notOurs.getOriginalMessage());
            }
        }
        return Optional.empty();
    }

    void start(Command.Start start, Consumer<Started> then) {
        String body = JSON.writeValueAsString(Map.of("cell", start.cell(), "zone", start.zone(), "slots", slotsPerTask,
                "revision", start.revision()));
        calls.command(host, HttpRequest.post("/tasks", body), result -> then.accept(started(result)));
    }

    private Started started(CallResult result) {
        return switch (result) {
            case CallResult.Answered(HttpAnswer answer) -> started(answer);
            case CallResult.Unreachable(String why) -> new Started.Unknown("the host cannot be reached: " + why);
            case CallResult.Broken(String why) -> new Started.Unknown("the host broke off: " + why);
            case CallResult.TimedOut t -> new Started.Unknown("the host did not answer in time");
        };
    }

    private Started started(HttpAnswer answer) {
        StartAnswer told;
        try {
            told = JSON.readValue(answer.text(), StartAnswer.class);
        } catch (JacksonException notOurs) {
            return new Started.Unknown("the host answered " + answer.status() + " without JSON");
        }
        if (answer.status() == 201 && told.id() != null) {
            return new Started.Taken(told.id(), slotsPerTask);
        }
        String words = told.error() == null ? "status " + answer.status() : told.error();
        return answer.status() == 409
                ? new Started.NotTaken(told.reason() == null ? words : told.reason() + ", " + words)
                : new Started.Unknown("the host answered " + answer.status() + ": " + words);
    }

    /// @param then told whether the host will stop it, or does not know it
    void stop(String task, Consumer<Boolean> then) {
        HttpRequest request = new HttpRequest("DELETE", "/tasks/" + task, Map.of(), Map.of(), new byte[0]);
        calls.command(host, request, result -> then.accept(result instanceof CallResult.Answered(HttpAnswer answer)
                && (answer.status() < 300 || answer.status() == 404)));
    }
}

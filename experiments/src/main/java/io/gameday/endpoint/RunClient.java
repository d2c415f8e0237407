package io.gameday.endpoint;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.journal.Entry;
import io.gameday.journal.Event.PersonAsked.Turn;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.JournalFormat;
import io.gameday.target.Answer;
import io.gameday.target.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the controller of a run from another process, or from this one. Replies come once, on the network thread
/// of the caller, unlike those of a target's ports; a failure is one sentence for a person. Safe for several threads.
public final class RunClient {

    /// A revert takes at most 30 s by the engine's own limit.
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration SLACK = Duration.ofSeconds(10);
    private static final String NEXT_STEP = "; its faults end by themselves within 8 s; check with: gameday recover";
    private static final JsonMapper JSON = JournalFormat.mapper();

    private final String run;
    private final EndpointFile endpoint;
    private final HttpCaller caller;

    private RunClient(String run, EndpointFile endpoint, HttpCaller caller) {
        this.run = run;
        this.endpoint = endpoint;
        this.caller = caller;
    }

    /// How far a run is.
    ///
    /// @param last number of the journal's last entry
    public record RunState(String run, long last, boolean ended) {
    }

    /// A piece of the journal.
    ///
    /// @param more true when there were already entries behind these
    public record Entries(List<Entry> entries, boolean more) {
    }

    /// The run of a folder; empty when nobody can be asked, because the run has ended or its controller was killed.
    ///
    /// @throws JournalFailure when the folder's `endpoint.json` cannot be read
    public static Optional<RunClient> of(Path runFolder, HttpCaller caller) {
        String name = String.valueOf(runFolder.toAbsolutePath().normalize().getFileName());
        return EndpointFile.read(runFolder).filter(EndpointFile::alive)
                .map(endpoint -> new RunClient(name, endpoint, caller));
    }

    /// Whether somebody plays the run of a folder now. An endpoint that cannot be read leads to nobody.
    public static boolean isPlayed(Path runFolder) {
        try {
            return EndpointFile.read(runFolder).filter(EndpointFile::alive).isPresent();
        } catch (JournalFailure unreadable) {
            return false;
        }
    }

    public void state(Reply<RunState> reply) {
        call(HttpRequest.get("/v1/run"), LIMIT, body -> read(body, RunState.class), reply);
    }

    /// The entries after number `after`, at most 1,000.
    ///
    /// @param wait how long to wait for one when there is none; zero to 20 s, in whole seconds
    public void events(long after, Duration wait, Reply<Entries> reply) {
        if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("wait is " + wait + "; allowed: zero to 20 s");
        }
        Map<String, String> query = Map.of("after", Long.toString(after), "wait", Long.toString(wait.toSeconds()));
        call(new HttpRequest("GET", "/v1/events", query, Map.of(), new byte[0]), wait.plus(SLACK),
                body -> read(body, Entries.class), reply);
    }

    /// Says what somebody sees. The reply is the number of the journal's entry, as with all that follow.
    ///
    /// @param role 1 to 60 characters
    /// @param text 1 to 4,000 characters
    /// @throws IllegalArgumentException when a text is not allowed; nothing is sent then. So do the others
    public void note(String role, String text, Reply<Long> reply) {
        post("/v1/notes", Map.of("role", PersonText.role("role", role), "text", PersonText.text("text", text)), reply);
    }

    /// Answers the page.
    public void acknowledge(String role, Reply<Long> reply) {
        post("/v1/acknowledgements", Map.of("role", PersonText.role("role", role)), reply);
    }

    /// Says whether the run may begin, for one who was invited.
    ///
    /// @param of  their role; empty for all who have not answered
    /// @param why up to 4,000 characters
    public void go(String by, String of, boolean go, String why, Reply<Long> reply) {
        post("/v1/go", Map.of("by", PersonText.role("by", by), "for", of, "go", go ? "yes" : "no", "why",
                PersonText.reason("why", why)), reply);
    }

    /// Takes every fault away and ends the run. The reply comes when that has begun.
    ///
    /// @param why up to 4,000 characters
    public void stop(String by, String why, Reply<Long> reply) {
        post("/v1/stop", Map.of("by", PersonText.role("by", by), "why", PersonText.reason("why", why)), reply);
    }

    /// Takes one fault away. The reply comes when it is reverted; the proof follows in the journal.
    public void endFault(String id, String by, Reply<Long> reply) {
        String path = "/v1/faults/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        call(new HttpRequest("DELETE", path, Map.of("by", PersonText.role("by", by)), Map.of(), new byte[0]), LIMIT,
                RunClient::seq, reply);
    }

    /// Says that what somebody was asked to break has begun, or has ended.
    public void answered(String id, Turn turn, String by, Reply<Long> reply) {
        post("/v1/faults/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")
                + (turn == Turn.BEGIN ? "/begun" : "/ended"), Map.of("by", PersonText.role("by", by)), reply);
    }

    private void post(String path, Map<String, String> body, Reply<Long> reply) {
        call(HttpRequest.post(path, JSON.writeValueAsString(body)), LIMIT, RunClient::seq, reply);
    }

    private static long seq(JsonNode body) {
        return read(body, Journalled.class).seq();
    }

    private static <T> T read(JsonNode body, Class<T> type) {
        return JSON.treeToValue(body, type);
    }

    private record Journalled(long seq) {
    }

    private <T> void call(HttpRequest request, Duration limit, Function<JsonNode, T> read, Reply<T> reply) {
        caller.call(endpoint.server(), request.with("authorization", "Bearer " + endpoint.token()), limit,
                result -> reply.accept(answer(result, limit, read)));
    }

    private <T> Answer<T> answer(CallResult result, Duration limit, Function<JsonNode, T> read) {
        String at = " at " + endpoint.address();
        return switch (result) {
            case CallResult.Answered(HttpAnswer answer) -> answered(answer, read);
            case CallResult.Unreachable(String why) -> new Answer.Failed<>(
                    "the controller of run " + run + " does not answer" + at + " (" + why + ")" + NEXT_STEP);
            case CallResult.Broken(String why) -> new Answer.Failed<>("the controller of run " + run + at
                    + " ended before it answered (" + why + "); if it was killed, its faults end by themselves within"
                    + " 8 s; check with: gameday recover");
            case CallResult.TimedOut() -> new Answer.Failed<>("the controller of run " + run + " does not answer" + at
                    + " within " + limit.toSeconds() + " s" + NEXT_STEP);
        };
    }

    private <T> Answer<T> answered(HttpAnswer answer, Function<JsonNode, T> read) {
        try {
            JsonNode body = JSON.readTree(answer.text());
            if (answer.status() == 200) {
                return new Answer.Ok<>(read.apply(body));
            }
            return new Answer.Failed<>("run " + run + " refuses: " + body.path("error").asString(answer.text()));
        } catch (JacksonException unreadable) {
            return new Answer.Failed<>("the controller of run " + run + " at " + endpoint.address()
                    + " answers what this Gameday cannot read (" + unreadable.getOriginalMessage()
                    + "); use the version that plays the run");
        }
    }
}

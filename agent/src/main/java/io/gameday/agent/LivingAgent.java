package io.gameday.agent;

import io.gameday.agent.ledger.Standing;
import io.gameday.agent.prober.Prober;
import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import io.gameday.time.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Has an agent that is alive take a fault away and prove it: it alone may write its ledger. Belongs to the loop.
final class LivingAgent {

    private static final Duration LIMIT = Prober.LONGEST.plusSeconds(7);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final JsonMapper JSON = JournalFormat.mapper();

    private final AgentFile file;
    private final HttpCaller caller;
    private final Clock clock;
    private final Executor loop;

    LivingAgent(AgentFile file, HttpCaller caller, Clock clock, Executor loop) {
        this.file = file;
        this.caller = caller;
        this.clock = clock;
        this.loop = loop;
    }

    void clear(Standing fault, Consumer<Recover.Outcome> then) {
        String token;
        try {
            token = file.token();
        } catch (IOException unreadable) {
            then.accept(left(fault, "its agent's token cannot be read: " + unreadable));
            return;
        }
        revert(fault, token, clock.ticks() + PATIENCE.toNanos(), then);
    }

    private void revert(Standing fault, String token, long deadline, Consumer<Recover.Outcome> then) {
        call(new HttpRequest("DELETE", "/faults/" + fault.id(), Map.of(), Map.of(), new byte[0]), token, reverted -> {
            String trouble = reverted instanceof CallResult.Answered(HttpAnswer answer) && answer.status() == 200
                    ? ""
                    : said(reverted);
            call(HttpRequest.post("/faults/" + fault.id() + "/observe", ""), token,
                    seen -> judge(fault, token, deadline, trouble, seen, then));
        });
    }

    private void judge(Standing fault, String token, long deadline, String trouble, CallResult looked,
            Consumer<Recover.Outcome> then) {
        String why = trouble;
        if (looked instanceof CallResult.Answered(HttpAnswer answer) && answer.status() == 200) {
            try {
                Observation seen = JSON.readValue(answer.text(), Observation.class);
                if (trouble.isEmpty() && seen.presence() == Presence.GONE) {
                    then.accept(new Recover.Outcome.Cleared(fault, seen.measure() + ": " + seen.value()));
                    return;
                }
                why = (trouble.isEmpty() ? "" : trouble + "; ") + seen.measure() + ": " + seen.value() + "; wanted: "
                        + seen.wanted();
            } catch (JacksonException unreadable) {
                why = "its agent answers what this Gameday cannot read: " + unreadable.getOriginalMessage();
            }
        } else if (trouble.isEmpty()) {
            why = said(looked);
        }
        if (clock.ticks() - deadline >= 0 || !file.alive()) {
            then.accept(left(fault, why));
        } else {
            clock.at(PAUSE, () -> revert(fault, token, deadline, then));
        }
    }

    private Recover.Outcome left(Standing fault, String why) {
        return new Recover.Outcome.Left(fault, why, Undo.command(fault, file.agent()));
    }

    private String said(CallResult result) {
        return switch (result) {
            case CallResult.Answered(HttpAnswer answer) ->
                "its agent answered " + answer.status() + " " + answer.text();
            case CallResult.Unreachable(String why) -> "its agent at " + file.address() + " cannot be reached: " + why;
            case CallResult.Broken(String why) -> "its agent at " + file.address() + " broke off: " + why;
            case CallResult.TimedOut() ->
                "its agent at " + file.address() + " did not answer within " + LIMIT.toSeconds() + " s";
        };
    }

    private void call(HttpRequest request, String token, Consumer<CallResult> then) {
        caller.call(file.server(), request.with("authorization", "Bearer " + token), LIMIT,
                result -> loop.execute(() -> then.accept(result)));
    }
}

package io.gameday.agent.driver;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// The faults endpoint of the app's host: `POST /faults`, `POST /faults/{id}/renew`, `DELETE /faults/{id}`. The host
/// enforces lease and duration itself.
public final class HostLink {

    /// The longest that any call here takes: an injection, its taking back, and its second try.
    public static final Duration LONGEST = Duration.ofSeconds(9);

    /// A task that is asked something for the first time may need seconds to load the code for its answer.
    private static final Duration INJECT_LIMIT = Duration.ofMillis(5500);
    private static final Duration LIMIT = Duration.ofMillis(1500);
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final JsonMapper JSON = JournalFormat.mapper();

    private final HttpCaller caller;
    private final InetSocketAddress host;
    private final String token;

    public HostLink(HttpCaller caller, InetSocketAddress host, String token) {
        this.caller = caller;
        this.host = host;
        this.token = token;
    }

    /// Where the host is, as messages name it.
    public String name() {
        return "the host at " + host.getHostString() + ":" + host.getPort();
    }

    /// Asks for the fault. When the answer is lost, it is taken back: see [Driver#inject].
    void inject(Injection injection, Consumer<DriverAnswer> then) {
        String body = JSON.writeValueAsString(injection);
        call(HttpRequest.post("/faults", body), INJECT_LIMIT, result -> {
            switch (result) {
                case CallResult.Answered(HttpAnswer answer) when answer.status() == CREATED ->
                    then.accept(new DriverAnswer.Done("injected by " + name()));
                case CallResult.Answered(HttpAnswer answer) when answer.status() < 500 ->
                    then.accept(new DriverAnswer.NotDone(said(answer)));
                case CallResult.Unreachable(String why) ->
                    then.accept(new DriverAnswer.NotDone(name() + " cannot be reached: " + why));
                case CallResult.Answered(HttpAnswer answer) -> takeBack(injection.id(), said(answer), then);
                case CallResult.Broken(String why) -> takeBack(injection.id(), name() + " broke off: " + why, then);
                case CallResult.TimedOut() -> takeBack(injection.id(),
                        name() + " did not answer within " + INJECT_LIMIT.toMillis() + " ms", then);
            }
        });
    }

    private void takeBack(String id, String why, Consumer<DriverAnswer> then) {
        revert(id, answer -> then.accept(switch (answer) {
            case DriverAnswer.Done done -> new DriverAnswer.NotDone(why + "; taken back");
            case DriverAnswer.NotInForce none -> new DriverAnswer.NotDone(why + "; nothing was in force");
            case DriverAnswer.NotDone refused -> new DriverAnswer.InDoubt(why + "; " + refused.why());
            case DriverAnswer.InDoubt doubt -> new DriverAnswer.InDoubt(why + "; " + doubt.why());
        }));
    }

    void renew(String id, Consumer<DriverAnswer> then) {
        call(HttpRequest.post("/faults/" + id + "/renew", ""), LIMIT, result -> then.accept(switch (result) {
            case CallResult.Answered(HttpAnswer answer) when answer.status() == OK ->
                new DriverAnswer.Done("renewed by " + name());
            case CallResult.Answered(HttpAnswer answer) when answer.status() == NOT_FOUND ->
                new DriverAnswer.NotInForce(said(answer));
            default -> unanswered(result);
        }));
    }

    /// Bounded: two tries, [#LIMIT] each.
    void revert(String id, Consumer<DriverAnswer> then) {
        delete(id, first -> {
            if (first instanceof DriverAnswer.InDoubt) {
                delete(id, then);
            } else {
                then.accept(first);
            }
        });
    }

    private void delete(String id, Consumer<DriverAnswer> then) {
        HttpRequest request = new HttpRequest("DELETE", "/faults/" + id, Map.of(), Map.of(), new byte[0]);
        call(request, LIMIT, result -> then.accept(switch (result) {
            case CallResult.Answered(HttpAnswer answer) when answer.status() == OK ->
                new DriverAnswer.Done("taken away by " + name());
            default -> unanswered(result);
        }));
    }

    private DriverAnswer unanswered(CallResult result) {
        return switch (result) {
            case CallResult.Answered(HttpAnswer answer) -> new DriverAnswer.NotDone(said(answer));
            case CallResult.Unreachable(String why) -> new DriverAnswer.InDoubt(name() + " cannot be reached: " + why);
            case CallResult.Broken(String why) -> new DriverAnswer.InDoubt(name() + " broke off: " + why);
            case CallResult.TimedOut() ->
                new DriverAnswer.InDoubt(name() + " did not answer within " + LIMIT.toMillis() + " ms");
        };
    }

    private String said(HttpAnswer answer) {
        return name() + " answered " + answer.status() + ": " + answer.text();
    }

    private void call(HttpRequest request, Duration limit, Consumer<CallResult> then) {
        caller.call(host, request.with("authorization", "Bearer " + token), limit, then);
    }
}

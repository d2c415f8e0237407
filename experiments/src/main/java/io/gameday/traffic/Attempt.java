package io.gameday.traffic;

import io.gameday.http.HttpAnswer;
import io.gameday.observability.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One attempt of the router, as the answer header `x-gameday-attempts` names it:
/// `az1/orders-1/unreachable,az2/orders-5/201`.
///
/// @param zone     Availability Zone of the instance
/// @param instance the task that was tried
record Attempt(String zone, String instance, Outcome outcome) {

    static final String HEADER = "x-gameday-attempts";
    /// Stands beside 503 where it was a server with too much to do that said so: 503 alone may mean that a database is
    /// away, or that nobody is there to ask.
    static final String OVERLOADED = "x-gameday-overloaded";

    /// More than any router of ours makes; what a broken one sends beyond is left out.
    private static final int MOST = 16;

    /// The attempts in the order they were made. What cannot be read is left out: a router that words its header badly
    /// must not cost the request's own result.
    static List<Attempt> of(HttpAnswer answer) {
        return parse(answer.headers().getOrDefault(HEADER, ""));
    }

    static List<Attempt> parse(String header) {
        List<Attempt> attempts = new ArrayList<>();
        for (String entry : header.split(",", MOST + 1)) {
            String[] parts = entry.strip().split("/", -1);
            if (parts.length == 3 && !parts[0].isEmpty() && !parts[1].isEmpty() && attempts.size() < MOST) {
                Outcome outcome = outcome(parts[2]);
                if (outcome != null) {
                    attempts.add(new Attempt(parts[0], parts[1], outcome));
                }
            }
        }
        return List.copyOf(attempts);
    }

    private static @Nullable Outcome outcome(String word) {
        return switch (word) {
            case "timeout" -> Outcome.UNANSWERED;
            case "unreachable", "broken" -> Outcome.FAILED;
            case "overloaded" -> Outcome.REFUSED;
            default -> word.matches("[1-5]\\d\\d") ? ofStatus(Integer.parseInt(word)) : null;
        };
    }

    /// What an answer is to whoever asked. A redirect leads on, so it is useful.
    static Outcome outcome(HttpAnswer answer) {
        return answer.status() == 503 && "true".equals(answer.headers().get(OVERLOADED))
                ? Outcome.REFUSED
                : ofStatus(answer.status());
    }

    static Outcome ofStatus(int status) {
        if (status >= 200 && status < 400) {
            return Outcome.USEFUL;
        }
        return switch (status) {
            case 429 -> Outcome.REFUSED;
            // A proxy that gave up waiting says so with 504: its customer got nothing within the limit.
            case 504 -> Outcome.UNANSWERED;
            default -> Outcome.FAILED;
        };
    }
}

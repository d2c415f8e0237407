package io.gameday.proxy.api;

import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/// Keeps web pages of a browser on this machine from driving the API, whose clients know no token: a page cannot hide
/// its browser or its origin, and one that has its own name resolve to this machine cannot hide that name.
final class Guard {

    private static final Pattern LOOPBACK = Pattern.compile(AllowedUpstreams.LOOPBACK_HOST + "(:\\d{1,5})?",
            Pattern.CASE_INSENSITIVE);

    private Guard() {
    }

    static Optional<HttpAnswer> refusal(HttpRequest request) {
        if (request.headers().getOrDefault("user-agent", "").startsWith("Mozilla/")) {
            return Optional.of(refused(request, "User agent not allowed"));
        }
        if (request.headers().containsKey("origin")) {
            return Optional.of(refused(request, "requests from web pages are refused: Origin is set"));
        }
        if (!LOOPBACK.matcher(request.headers().getOrDefault("host", "")).matches()) {
            return Optional.of(refused(request,
                    "Host is not a loopback name or address of this machine; allowed: localhost, 127.*.*.* and [::1]"));
        }
        return Optional.empty();
    }

    /// Plain text as Toxiproxy has it, unless the client says that it reads JSON.
    private static HttpAnswer refused(HttpRequest request, String why) {
        return request.headers().getOrDefault("accept", "").contains("application/json")
                ? Replies.error(403, why)
                : Replies.plainError(403, why);
    }
}

package io.gameday.proxy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Something done to single HTTP requests of a proxy with `http: true`, on connections old and new.
///
/// @param name        unique within the proxy
/// @param share       of the requests that match, 0 to 1; rolled for each request
/// @param path        only requests whose path, without the query, begins with this; null for all
/// @param header      only requests that carry this header; null for all
/// @param headerValue only where that header has exactly this value; null for any value
public record RequestFault(String name, double share, Effect effect, @Nullable String path, @Nullable String header,
        @Nullable String headerValue) {

    public RequestFault {
        if (name.isEmpty() || name.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("name is '" + name + "'; allowed: one or more printable ASCII letters");
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share is " + share + "; allowed: 0 to 1");
        }
        if (headerValue != null && header == null) {
            throw new IllegalArgumentException(
                    "headerValue is '" + headerValue + "' without a header; name the header");
        }
    }

    /// For all requests.
    public RequestFault(String name, double share, Effect effect) {
        this(name, share, effect, null, null, null);
    }

    /// What happens to a request.
    public sealed interface Effect {
    }

    /// The request reaches nobody and is answered with this status; the connection stays usable.
    ///
    /// @param code 200 to 599
    public record Status(int code) implements Effect {

        public Status {
            Range.check("status", code, 200, 599, "");
        }
    }

    /// The request, and whatever follows it on its connection, is held back.
    ///
    /// @param time 0 to 30 s
    public record Delay(Duration time) implements Effect {

        public Delay {
            if (time.isNegative() || time.compareTo(Duration.ofMillis(Range.LONGEST_DELAY)) > 0) {
                throw new IllegalArgumentException("delay is " + time + "; allowed: PT0S to PT30S");
            }
        }
    }

    /// The request reaches nobody and the connection is closed without an answer.
    public record Drop() implements Effect {
    }
}

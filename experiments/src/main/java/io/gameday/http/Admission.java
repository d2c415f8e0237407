package io.gameday.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who may speak to an endpoint. What is refused never reaches the handler.
@FunctionalInterface
public interface Admission {

    /// Empty when the request may pass, or the answer that refuses it.
    Optional<HttpAnswer> refusal(HttpRequest request);

    /// For what customers call: everybody.
    static Admission open() {
        return request -> Optional.empty();
    }

    /// For our own endpoints: a loopback `Host`, no `Origin` (so no web page of a browser on this machine), the token
    /// as `Authorization: Bearer …`, and JSON where there is a body.
    static Admission token(String token) {
        return token(token, "it stands in the run's folder");
    }

    /// The same.
    ///
    /// @param where the right token is to be found, for who is refused
    static Admission token(String token, String where) {
        Pattern loopback = Pattern.compile("(127(\\.\\d{1,3}){3}|localhost|\\[::1])(:\\d{1,5})?");
        byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return request -> {
            if (!loopback.matcher(request.headers().getOrDefault("host", "")).matches()) {
                return Optional.of(HttpAnswer.error(403, "Host is not a loopback address of this machine"));
            }
            if (request.headers().containsKey("origin")) {
                return Optional.of(HttpAnswer.error(403, "requests from web pages are refused: Origin is set"));
            }
            byte[] given = request.headers().getOrDefault("authorization", "").getBytes(StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(wanted, given)) {
                return Optional.of(HttpAnswer.error(401, "token is missing or wrong; " + where));
            }
            if (request.body().length > 0
                    && !request.headers().getOrDefault("content-type", "").startsWith("application/json")) {
                return Optional.of(HttpAnswer.error(415, "Content-Type must be application/json"));
            }
            return Optional.empty();
        };
    }
}

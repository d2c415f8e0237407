package io.gameday.people;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who may speak to the endpoint of those who were invited. The page itself holds nothing of a run, so a browser may load
/// it without a token; whatever tells or changes anything needs one.
///
/// @param origin by which the endpoint is reached, such as `http://127.0.0.1:40123`
record PeopleAdmission(String origin, Tokens tokens) implements Admission {

    /// A person's words, several times over.
    private static final int LARGEST_BODY = 64 << 10;
    private static final Pattern JSON = Pattern.compile("application/json(; ?charset=utf-8)?",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<HttpAnswer> refusal(HttpRequest request) {
        String host = request.headers().getOrDefault("host", "");
        if (host.isEmpty() || !origin.endsWith("://" + host)) {
            return refused(403, "Host is not the address of this run's links");
        }
        if (!request.headers().getOrDefault("origin", origin).equals(origin)) {
            return refused(403, "requests of other web pages are refused: Origin is not that of this run's links");
        }
        if (request.method().equals("GET") && request.path().equals(Page.PATH)) {
            return Optional.empty();
        }
        if (tokens.whose(request).isEmpty()) {
            return Optional.of(PeopleApi.refusal(401, Saying.LINK_REFUSED.with()));
        }
        if (request.body().length > LARGEST_BODY) {
            return refused(413, "the body is larger than " + LARGEST_BODY + " bytes");
        }
        if (request.body().length > 0 && !JSON.matcher(request.headers().getOrDefault("content-type", "")).matches()) {
            return refused(415, "Content-Type must be application/json");
        }
        return Optional.empty();
    }

    private static Optional<HttpAnswer> refused(int status, String why) {
        return Optional.of(HttpAnswer.error(status, why));
    }
}

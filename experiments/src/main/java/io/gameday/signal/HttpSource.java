package io.gameday.signal;

import io.gameday.signal.SourceFailure.Cause;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON from a server by GET, over HTTP or HTTPS. Every call is over within the limit, also when the server sends
/// its answer drop by drop or without an end. Redirects are not followed, so that a token goes nowhere else.
public final class HttpSource implements AutoCloseable {

    private static final long LARGEST_BODY = 64L << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> ERROR_FIELDS = List.of("error", "message");

    private final String name;
    private final URI address;
    private final Map<String, String> headers;
    private final Duration limit;
    private final InstantSource clock;
    private final HttpClient client;
    private @Nullable ClockOffset offset;

    /// @param name    as messages call it
    /// @param address without a path of its own or with a prefix, such as `https://metrics.example.com/prometheus`
    /// @param headers sent with every call; they appear in no message
    /// @param limit   of one call
    /// @throws IllegalArgumentException when `address` is no web address, or holds a password
    public HttpSource(String name, String address, Map<String, String> headers, Duration limit, InstantSource clock) {
        this.name = name;
        this.address = checked(name, address);
        this.headers = Map.copyOf(headers);
        this.limit = limit;
        this.clock = clock;
        client = HttpClient.newBuilder().connectTimeout(limit).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    private static URI checked(String name, String address) {
        URI uri;
        try {
            uri = URI.create(address.replaceFirst("/+$", ""));
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "the address of " + name + " is '" + address + "'; allowed: http://… or https://…", unreadable);
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("the address of " + name + " holds a user or password, which would "
                    + "be seen by others; give a token by the environment instead");
        }
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("the address of " + name + " is '" + address
                    + "'; allowed: http://… or https://…, without a query");
        }
        return uri;
    }

    /// The answer's JSON.
    ///
    /// @param query name and value one after the other, since a name may come twice
    /// @throws SourceFailure when there is no such answer within the limit
    public JsonNode get(String path, List<Map.Entry<String, String>> query) throws SourceFailure {
        String asked = query.stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create(address + path + (asked.isEmpty() ? "" : "?" + asked)))
                .header("Accept", "application/json");
        headers.forEach(request::setHeader);
        HttpResponse<String> response = answer(request.build(), path);
        JsonNode body = json(response);
        if (response.statusCode() / 100 != 2) {
            throw refused(response.statusCode(), path, body);
        }
        if (body == null) {
            throw failure(Cause.SOURCE, "answered " + path + " with something other than JSON; is that its address?");
        }
        return body;
    }

    private HttpResponse<String> answer(HttpRequest request, String path) throws SourceFailure {
        Instant before = clock.instant();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request,
                BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_BODY));
        try {
            HttpResponse<String> response = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            notice(response, before);
            return response;
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw failure(Cause.SOURCE, "gave no whole answer to " + path + " within " + limit.toSeconds() + " s");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            String why = cause instanceof IOException && cause.getMessage() != null
                    ? cause.getMessage()
                    : cause.getClass().getSimpleName();
            throw failure(Cause.SOURCE, "did not answer " + path + ": " + why);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failure(Cause.SOURCE, "was not waited for: the command was stopped");
        }
    }

    private static @Nullable JsonNode json(HttpResponse<String> response) {
        try {
            JsonNode body = JSON.readTree(response.body());
            return body == null || body.isMissingNode() ? null : body;
        } catch (JacksonException none) {
            // A page for people, most often of a proxy in between. The caller says so.
            return null;
        }
    }

    private SourceFailure refused(int status, String path, @Nullable JsonNode body) {
        String said = body == null
                ? ""
                : ERROR_FIELDS.stream().map(body::path).filter(node -> !node.isMissingNode())
                        .map(node -> node.isString() ? node.asString() : node.toString()).findFirst().orElse("");
        return switch (status) {
            case 401, 403 -> failure(Cause.QUESTION, "answered " + status + ": the token is missing or wrong, or may "
                    + "not read " + path + (said.isEmpty() ? "" : " (" + said + ")"));
            case 404 -> failure(Cause.QUESTION, "has no " + path + "; is that its address?");
            case 429 -> failure(Cause.SOURCE, "answered 429: too many calls; try again in a minute");
            default -> failure(status / 100 == 4 || status / 100 == 3 ? Cause.QUESTION : Cause.SOURCE,
                    "answered " + status + " to " + path + (said.isEmpty() ? "" : ": " + said));
        };
    }

    /// A failure of this source; `what` goes on after its name and address.
    public SourceFailure failure(Cause whose, String what) {
        return SourceFailure.of(whose, name + " at " + address, what);
    }

    /// The header has whole seconds, cut off.
    private void notice(HttpResponse<String> response, Instant before) {
        Instant after = clock.instant();
        response.headers().firstValue("date").flatMap(HttpSource::date).ifPresent(server -> {
            Duration half = Duration.between(before, after).dividedBy(2);
            offset = new ClockOffset(name, Duration.between(before.plus(half), server.plusMillis(500)),
                    half.plusMillis(500));
        });
    }

    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /// By the newest answer; empty when none had a date.
    public Optional<ClockOffset> offset() {
        return Optional.ofNullable(offset);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Ends the calls under way.
    @Override
    public void close() {
        client.shutdownNow();
    }
}

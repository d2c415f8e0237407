package io.gameday.notification;

import io.gameday.time.Clock;
import io.gameday.yaml.Units;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// Posts JSON to an address that is a secret. It appears in no reason; redirections are not followed.
final class Post implements Attempt {

    static final Duration LIMIT = Duration.ofSeconds(5);

    private static final int TOO_MANY = 429;
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private final String name;
    private final HttpRequest request;
    private final Secrets secrets;
    private final IntPredicate taken;
    private final Clock clock;
    private final Executor loop;
    private final Duration limit;
    private final HttpClient client;

    /// @param name  of who is written to, as reasons say it, such as `Slack`
    /// @param keys  secrets besides the address
    /// @param taken statuses that mean so
    /// @param limit after which an answer counts as missing
    /// @throws IllegalArgumentException when `address` is no web address
    Post(String name, String address, List<String> keys, IntPredicate taken, Clock clock, Executor loop,
            Duration limit) {
        this.name = name;
        this.request = request(name, address);
        this.secrets = Secrets.of(request.uri(), keys);
        this.taken = taken;
        this.clock = clock;
        this.loop = loop;
        this.limit = limit;
        // Small servers stumble over the upgrade that version 2 begins with.
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(limit)
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /// `address`, where it may be posted to.
    ///
    /// @throws IllegalArgumentException as the constructor
    static String checked(String name, String address) {
        return request(name, address).uri().toString();
    }

    private static HttpRequest request(String name, String address) {
        try {
            return HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.noBody()).build();
        } catch (IllegalArgumentException secret) {
            // Without the cause, whose message holds the address.
            throw new IllegalArgumentException(
                    "the address of " + name + " is no web address; allowed: http://… or https://…");
        }
    }

    @Override
    public void send(String body, Consumer<Outcome> then) {
        HttpRequest post = HttpRequest.newBuilder(request, (header, value) -> true)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(post,
                BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
        // Its own limit would end with the headers, and a body can hang too.
        Clock.Cancellable givingUp = clock.at(limit, () -> answer.cancel(true));
        answer.whenComplete((response, failure) -> loop.execute(() -> {
            givingUp.cancel();
            then.accept(failure == null ? outcome(response) : new Outcome.Later(why(failure), Optional.empty()));
        }));
    }

    private Outcome outcome(HttpResponse<String> response) {
        int status = response.statusCode();
        if (taken.test(status)) {
            return new Outcome.Taken();
        }
        String words = secrets.without(response.body());
        String why = name + " answered " + status + (words.isEmpty() ? "" : ": " + words);
        return status == TOO_MANY || status / 100 == 5
                ? new Outcome.Later(why, retryAfter(response.headers()))
                : new Outcome.Refused(why);
    }

    private static Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After").map(String::strip).filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    /// The kind alone: messages of failures may hold the address.
    private String why(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return cause instanceof CancellationException
                ? name + " did not answer within " + Units.words(limit)
                : name + " did not answer: " + cause.getClass().getSimpleName();
    }
}

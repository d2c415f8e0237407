package io.gameday.cli.toolkit;

import io.gameday.chaostoolkit.Json;
import io.gameday.chaostoolkit.Provider;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One call over HTTP, as the `http` provider of Chaos Toolkit makes it: redirects are followed, cookies are not kept, and an
/// answer of 500 is an answer. Blocks; an interrupt ends it.
final class HttpCall {

    /// Where the file sets none: without one a silent server would hold the game day forever.
    static final Duration USUAL = Duration.ofSeconds(60);

    private static final long LARGEST_BODY = 16L << 20;
    private static final int MOST_REDIRECTS = 30;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> KEEPS_METHOD = Set.of(307, 308);
    private static final String JSON = "application/json";

    private final Provider.Http asked;
    private final Allowed allowed;

    HttpCall(Provider.Http asked, Allowed allowed) {
        this.asked = asked;
        this.allowed = allowed;
    }

    /// The limits of one try.
    private record Limits(Duration connect, Duration answer) {
    }

    /// @throws IOException when there is no answer, in words
    Json answer() throws IOException, InterruptedException {
        Limits limits = limits();
        int tries = 1 + number("max_retries", asked.maxRetries(), 0, 100);
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.connect()).followRedirects(HttpClient.Redirect.NEVER);
        if (!asked.verifyTls().truthy()) {
            builder.sslContext(AnyCertificate.context());
        }
        try (HttpClient client = builder.build()) {
            for (int i = 1;; i++) {
                try {
                    return answer(client, limits);
                } catch (IOException failed) {
                    if (i == tries) {
                        throw failed;
                    }
                }
            }
        }
    }

    private Json answer(HttpClient client, Limits limits) throws IOException, InterruptedException {
        boolean get = asked.method().equals("GET");
        URI address = address(get && asked.arguments() instanceof Json.Group query
                ? asked.url() + (asked.url().contains("?") ? "&" : "?") + form(query)
                : asked.url());
        String method = asked.method();
        Optional<String> body = get ? Optional.empty() : body();
        for (int hops = 0;; hops++) {
            Optional<String> refusal = allowed.refusal(address);
            if (refusal.isPresent()) {
                throw new IOException(refusal.get());
            }
            HttpResponse<String> response = send(client, request(address, method, body, limits), address);
            Optional<String> next = response.headers().firstValue("Location")
                    .filter(_ -> REDIRECTS.contains(response.statusCode()));
            if (next.isEmpty()) {
                return output(response);
            }
            if (hops == MOST_REDIRECTS) {
                throw new IOException(asked.url() + " sends on more than " + MOST_REDIRECTS + " times");
            }
            address = address.resolve(address(next.get()));
            if (!KEEPS_METHOD.contains(response.statusCode()) && !method.equals("HEAD")) {
                method = "GET";
                body = Optional.empty();
            }
        }
    }

    private HttpRequest request(URI address, String method, Optional<String> body, Limits limits) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(limits.answer()).method(method,
                body.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
        try {
            asked.headers().forEach((name, value) -> request.setHeader(name, value.inWords()));
        } catch (IllegalArgumentException restricted) {
            throw new IOException("a header cannot be set: " + restricted.getMessage(), restricted);
        }
        if (body.isPresent() && header("Content-Type").isEmpty()) {
            request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        }
        return request.build();
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request, URI address)
            throws IOException, InterruptedException {
        try {
            return client.send(request,
                    BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_BODY));
        } catch (java.net.http.HttpTimeoutException late) {
            throw new IOException(address + " gave no answer within its time limit", late);
        } catch (IOException failed) {
            String why = failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
            throw new IOException(address + " did not answer: " + why, failed);
        }
    }

    private static Json output(HttpResponse<String> response) {
        Map<String, Json> headers = new LinkedHashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, Json.text(String.join(", ", values))));
        boolean json = response.headers().firstValue("Content-Type").filter(JSON::equals).isPresent();
        Json text = Json.text(response.body());
        Map<String, Json> output = new LinkedHashMap<>();
        output.put("status", Json.number(response.statusCode()));
        output.put("headers", new Json.Group(headers));
        output.put("body", json ? Json.parse(response.body()).orElse(text) : text);
        return new Json.Group(output);
    }

    private Optional<String> body() {
        return switch (asked.arguments()) {
            case Json.Null _ -> Optional.empty();
            case Json.Group group when !header("Content-Type").equals(Optional.of(JSON)) -> Optional.of(form(group));
            case Json.Text(String text) -> Optional.of(text);
            case Json other -> Optional.of(other.compact());
        };
    }

    private Optional<String> header(String name) {
        return asked.headers().entrySet().stream().filter(header -> header.getKey().equals(name))
                .map(header -> header.getValue().inWords()).findFirst();
    }

    private static String form(Json.Group fields) {
        return fields.fields().entrySet().stream().flatMap(field -> {
            List<Json> values = field.getValue() instanceof Json.Items(List<Json> items)
                    ? items
                    : List.of(field.getValue());
            return values.stream().map(value -> encoded(field.getKey()) + "=" + encoded(value.inWords()));
        }).collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static URI address(String text) throws IOException {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException unreadable) {
            throw new IOException("'" + text + "' is no web address", unreadable);
        }
    }

    private Limits limits() throws IOException {
        Json timeout = asked.timeout();
        return switch (timeout) {
            case null -> new Limits(USUAL, USUAL);
            case Json.Null _ -> new Limits(USUAL, USUAL);
            case Json.Items(List<Json> both) when both.size() == 2 ->
                new Limits(RealCalls.seconds(both.getFirst()), RealCalls.seconds(both.getLast()));
            case Json one -> new Limits(RealCalls.seconds(one), RealCalls.seconds(one));
        };
    }

    private static int number(String name, Json value, int least, int most) throws IOException {
        int number = value.counted().map(Number::intValue).orElse(-1);
        if (number < least || number > most) {
            throw new IOException(name + " is " + value.inWords() + "; allowed: " + least + " to " + most);
        }
        return number;
    }
}

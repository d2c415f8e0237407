package io.gameday.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// The few calls of Toxiproxy's API that measurements need, the same to ours and to the real one.
final class ToxicApi {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int api;

    ToxicApi(Relay relay) {
        api = relay.port();
    }

    /// @return the port where the proxy listens
    int addProxy(String name, int upstream) throws IOException, InterruptedException {
        int port = Relay.freePort();
        call("POST", "/proxies", "{\"name\":\"%s\",\"listen\":\"127.0.0.1:%d\",\"upstream\":\"127.0.0.1:%d\"}"
                .formatted(name, port, upstream), Duration.ofSeconds(10));
        return port;
    }

    void removeProxy(String name) throws IOException, InterruptedException {
        call("DELETE", "/proxies/" + name, "", Duration.ofSeconds(30));
    }

    /// @param attributes as JSON
    void addToxic(String proxy, String type, String stream, String attributes)
            throws IOException, InterruptedException {
        call("POST", "/proxies/" + proxy + "/toxics",
                "{\"name\":\"t\",\"type\":\"%s\",\"stream\":\"%s\",\"attributes\":%s}".formatted(type, stream,
                        attributes),
                Duration.ofSeconds(30));
    }

    /// @throws java.net.http.HttpTimeoutException when there is no answer within `limit`
    void removeToxic(String proxy, Duration limit) throws IOException, InterruptedException {
        call("DELETE", "/proxies/" + proxy + "/toxics/t", "", limit);
    }

    /// @throws java.net.http.HttpTimeoutException when there is no answer within `limit`
    void list(Duration limit) throws IOException, InterruptedException {
        call("GET", "/proxies", "", limit);
    }

    private void call(String method, String path, String body, Duration limit)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).timeout(limit)
                .build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    method + " " + path + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
    }
}

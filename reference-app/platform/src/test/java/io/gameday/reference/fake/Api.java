package io.gameday.reference.fake;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls an endpoint and waits for the answer.
public record Api(HttpCaller caller, InetSocketAddress server, String token) {

    private static final JsonMapper JSON = JournalFormat.mapper();

    public HttpAnswer call(HttpRequest request) {
        CompletableFuture<CallResult> result = new CompletableFuture<>();
        caller.call(server, request.with("authorization", "Bearer " + token), Duration.ofSeconds(20), result::complete);
        if (result.join() instanceof CallResult.Answered(HttpAnswer answer)) {
            return answer;
        }
        throw new AssertionError(request.method() + " " + request.path() + " ended with " + result.join());
    }

    public JsonNode get(String path) {
        return JSON.readTree(call(HttpRequest.get(path)).text());
    }

    public JsonNode post(String path, String json) {
        return JSON.readTree(call(HttpRequest.post(path, json)).text());
    }

    public HttpAnswer put(String path, String json, String actor) {
        return put(path, json, "x-gameday-actor", actor);
    }

    public HttpAnswer put(String path, String json, String header, String value) {
        HttpRequest post = HttpRequest.post(path, json);
        return call(new HttpRequest("PUT", path, Map.of(), post.headers(), post.body()).with(header, value));
    }
}

package io.gameday.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// @param path    decoded, without the query; begins with `/`
/// @param query   decoded; of a name that is given twice the last value counts
/// @param headers names in lower case
/// @param sent    path and query as a server got them
public record HttpRequest(String method, String path, Map<String, String> query, Map<String, String> headers,
        byte[] body, String sent) {

    /// One that is to be sent.
    public HttpRequest(String method, String path, Map<String, String> query, Map<String, String> headers,
            byte[] body) {
        this(method, path, query, headers, body, path);
    }

    public static HttpRequest get(String path) {
        return new HttpRequest("GET", path, Map.of(), Map.of(), new byte[0]);
    }

    public static HttpRequest post(String path, String json) {
        return new HttpRequest("POST", path, Map.of(), Map.of("content-type", "application/json"),
                json.getBytes(StandardCharsets.UTF_8));
    }

    /// The same request with one header more.
    public HttpRequest with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new HttpRequest(method, path, query, Map.copyOf(more), body, sent);
    }

    /// Every value that a server got of this name in the query, decoded, in order.
    public List<String> all(String name) {
        return new QueryStringDecoder(sent).parameters().getOrDefault(name, List.of());
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

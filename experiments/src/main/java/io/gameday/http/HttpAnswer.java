package io.gameday.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// @param headers names in lower case
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static HttpAnswer json(int status, String json) {
        return new HttpAnswer(status, Map.of("content-type", "application/json"),
                json.getBytes(StandardCharsets.UTF_8));
    }

    /// An error as all our endpoints word it: `{"error":"…"}`.
    public static HttpAnswer error(int status, String message) {
        return json(status, JSON.writeValueAsString(Map.of("error", message)));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

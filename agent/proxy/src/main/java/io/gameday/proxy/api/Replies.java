package io.gameday.proxy.api;

import io.gameday.http.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The forms that answers have.
final class Replies {

    private static final String PLAIN = "text/plain; charset=utf-8";

    private Replies() {
    }

    static HttpAnswer json(int status, @Nullable Object value) {
        return HttpAnswer.json(status, GoJson.write(value));
    }

    /// `{"error":"…","status":…}` and a newline.
    static HttpAnswer error(int status, String message) {
        return HttpAnswer.json(status, GoJson.write(errorFields(status, message)) + "\n");
    }

    static Map<String, @Nullable Object> errorFields(int status, String message) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("error", message);
        fields.put("status", status);
        return fields;
    }

    static HttpAnswer text(int status, String contentType, String text) {
        return new HttpAnswer(status, Map.of("content-type", contentType), text.getBytes(StandardCharsets.UTF_8));
    }

    static HttpAnswer empty(int status) {
        return new HttpAnswer(status, Map.of(), new byte[0]);
    }

    /// One client compares this text.
    static HttpAnswer notFound() {
        return text(404, PLAIN, "404 page not found\n");
    }

    static HttpAnswer plainError(int status, String message) {
        return text(status, PLAIN, message + "\n");
    }
}

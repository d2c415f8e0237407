package io.gameday.endpoint;

import io.gameday.http.HttpRequest;
import java.util.List;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON object of a call, read field by field so that what is wrong with it can be named.
public final class CallBody {

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonNode object;
    private final List<String> fields;

    private CallBody(JsonNode object, List<String> fields) {
        this.object = object;
        this.fields = fields;
    }

    /// @param fields all that may be in it
    /// @throws tools.jackson.core.JacksonException when the body is not JSON
    /// @throws IllegalArgumentException            when it is no object, or has a field that is unknown
    public static CallBody of(HttpRequest request, List<String> fields) {
        String allowed = "; allowed: a JSON object with " + String.join(" and ", fields);
        JsonNode object = JSON.readTree(request.text());
        if (object == null || !object.isObject()) {
            throw new IllegalArgumentException(
                    "the body is " + (request.body().length == 0 ? "empty" : "no object") + allowed);
        }
        for (String name : object.propertyNames()) {
            if (!fields.contains(name)) {
                throw new IllegalArgumentException("field '" + shortened(name) + "' is unknown" + allowed);
            }
        }
        return new CallBody(object, fields);
    }

    /// The field's text; empty when it is not there.
    ///
    /// @throws IllegalArgumentException when it is there and no text
    public String text(String field) {
        assert fields.contains(field);
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw new IllegalArgumentException(field + " is " + shortened(value.toString()) + "; allowed: a text");
        }
        return value.stringValue();
    }

    public static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}

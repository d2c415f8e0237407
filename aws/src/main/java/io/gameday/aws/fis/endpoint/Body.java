package io.gameday.aws.fis.endpoint;

import io.gameday.http.HttpRequest;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads what a request carries.
final class Body {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private Body() {
    }

    static ObjectNode of(HttpRequest request) {
        try {
            if (request.body().length > 0 && JSON.readTree(request.body()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException notJson) {
            throw FisError.validation("the body is no JSON: " + notJson.getOriginalMessage());
        }
        throw FisError.validation("the body is no JSON object");
    }

    static String text(ObjectNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            throw FisError.validation(name + " is missing");
        }
        if (!value.isString()) {
            throw FisError.validation(name + " is " + value + "; it is a string");
        }
        return value.asString();
    }

    static Map<String, String> tags(ObjectNode object) {
        JsonNode given = object.path("tags");
        Map<String, String> tags = new TreeMap<>();
        if (given.isMissingNode() || given.isNull()) {
            return tags;
        }
        if (!given.isObject() || given.size() > MOST_TAGS) {
            throw FisError.validation("tags is an object of at most " + MOST_TAGS);
        }
        given.properties().forEach(tag -> {
            String value = tag.getValue().asString("");
            if (!tag.getValue().isString() || tag.getKey().isEmpty() || tag.getKey().length() > LONGEST_KEY
                    || value.length() > LONGEST_VALUE) {
                throw FisError.validation("tags: " + tag.getKey() + " is " + tag.getValue() + "; a key has 1 to "
                        + LONGEST_KEY + " characters, its value is a string of at most " + LONGEST_VALUE);
            }
            tags.put(tag.getKey(), value);
        });
        return tags;
    }
}

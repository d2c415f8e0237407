package io.gameday.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes bodies that must be refused out of one that is not.
final class HostileBodies {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// Each is refused whatever it is sent to.
    private static final List<String> NEVER = List.of("{", "[", "\"", "5", "\"x\"", "true", "null", "[]", "[[[]]]",
            "nul", "NaN", "{'a':1}", "{\"a\":}", "{\"a\":1,}", "//", "/* */", "\ufeff", "\u0000", "[".repeat(5000),
            "{\"a\":".repeat(2000), "9".repeat(5000), "\"" + "\\ud800".repeat(50), "{\"\\u0000\":1}", "<xml/>", "a=b");
    private static final List<String> NOT_TEXT = List.of("7", "-1", "1e999", "true", "[]", "{}", "[\"x\"]",
            "{\"x\":1}");
    private static final List<String> BAD_TEXT = List.of("null", "\"\"", "\" \"", "\"../../etc/passwd\"", "\"\\u0000\"",
            "\"\\ud800\"", "\"\u202e\u0645\"", "\"\ud83d\ude48\"", "\"%2e%2e\"", "\"a\\nb\"", "\"'; drop table\"",
            "\"" + "x".repeat(5000) + "\"", "\"-PT1S\"");
    /// Where a duration belongs; elsewhere each is a name like any other.
    private static final List<String> BAD_DURATION = List.of("\"PT9999999999999H\"", "\"P99999999999999999999D\"",
            "\"PT\"", "\"8\"", "\"8s\"", "\"P1Y\"");
    private static final List<String> NOT_NUMBER = List.of("\"3\"", "true", "[]", "{}", "\"NaN\"", "\"x\"");
    private static final List<String> BAD_NUMBER = List.of("null", "-1", "1e999", "-1e999", "3.5", "2147483648",
            "9".repeat(40), "9".repeat(1200), "1e-400");
    private static final List<String> NOT_LIST = List.of("7", "\"x\"", "{}", "[[]]", "[7]", "[null]", "[{}]", "true");
    private static final List<String> NOT_OBJECT = List.of("7", "\"x\"", "[]", "[{}]", "true", "{}", "null",
            "{\"kind\":7}", "{\"kind\":\"meteor\"}", "{\"kind\":null}", "{\"@class\":\"java.lang.Runtime\"}");

    private HostileBodies() {
    }

    static byte[] of(GoodCall call, RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> bytes(one(NEVER, random));
            case 1 -> bytes(call.body().substring(0, random.nextInt(1, call.body().length())));
            case 2 -> bytes(call.body() + one(List.of("}", "]", "x", ",", "{}", "\u0000", "\"\""), random));
            case 3 -> bytes("[" + call.body() + "]");
            case 4 -> bytes(call.body().replaceFirst("\\{",
                    "{\"" + one(List.of("x", "__proto__", "", "\ud83d\ude48", "y".repeat(3000)), random) + "\":1,"));
            case 5 -> notUtf8(call.body(), random);
            default -> bytes(changed(call, random));
        };
    }

    private static byte[] notUtf8(String body, RandomGenerator random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(body.substring(0, 1)));
        out.write(0x80 + random.nextInt(0x40));
        out.write(0xff);
        out.writeBytes(bytes(body.substring(1)));
        return out.toByteArray();
    }

    private record Place(JsonNode parent, String field, int index, JsonNode value) {
    }

    private static String changed(GoodCall call, RandomGenerator random) {
        JsonNode body = JSON.readTree(call.body());
        List<Place> places = new ArrayList<>();
        collect(body, "", places);
        Place place = places.get(random.nextInt(places.size()));
        String bad = one(bad(place, call.free()), random);
        // Placed by its name, since a tree does not hold what is no JSON number.
        String mark = "mark-" + random.nextLong();
        if (place.parent instanceof ObjectNode object) {
            object.put(place.field, mark);
        } else {
            ((ArrayNode) place.parent).set(place.index, JSON.getNodeFactory().stringNode(mark));
        }
        return JSON.writeValueAsString(body).replace("\"" + mark + "\"", bad);
    }

    private static List<String> bad(Place place, Set<String> free) {
        List<String> bad = new ArrayList<>();
        boolean anything = free.contains(place.field);
        if (place.value.isObject()) {
            bad.addAll(NOT_OBJECT);
        } else if (place.value.isArray()) {
            bad.addAll(NOT_LIST);
        } else if (place.value.isNumber()) {
            bad.addAll(NOT_NUMBER);
            bad.addAll(anything ? List.of() : BAD_NUMBER);
        } else {
            bad.addAll(NOT_TEXT);
            bad.addAll(anything ? List.of() : BAD_TEXT);
            bad.addAll(place.value.asString("").startsWith("PT") ? BAD_DURATION : List.of());
        }
        return bad;
    }

    private static void collect(JsonNode node, String name, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                places.add(new Place(object, field.getKey(), -1, field.getValue()));
                collect(field.getValue(), field.getKey(), places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places.add(new Place(array, name, i, array.get(i)));
                collect(array.get(i), name, places);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T one(List<T> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }
}

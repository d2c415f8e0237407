package io.gameday.proxy.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Reads the first JSON value of a body. What follows it is not looked at, and bytes that are no UTF-8 become
/// replacement characters: both as Toxiproxy does.
final class JsonReader {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonReader() {
    }

    static JsonValue read(byte[] body) throws BadBody {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(),
                new String(body, StandardCharsets.UTF_8))) {
            if (parser.nextToken() == null) {
                throw new BadBody(1, 1, "EOF");
            }
            return value(parser);
        } catch (UnexpectedEndOfInputException cutShort) {
            throw at(cutShort, "unexpected EOF");
        } catch (JacksonException malformed) {
            throw at(malformed, String.valueOf(malformed.getOriginalMessage()).lines().findFirst().orElse("not JSON"));
        }
    }

    private static BadBody at(JacksonException malformed, String message) {
        TokenStreamLocation location = malformed.getLocation();
        return location == null
                ? new BadBody(1, 1, message)
                : new BadBody(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), message);
    }

    private static JsonValue value(JsonParser parser) {
        TokenStreamLocation location = parser.currentTokenLocation();
        int line = location.getLineNr();
        int column = location.getColumnNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser, line, column);
            case START_ARRAY -> items(parser, line, column);
            case VALUE_STRING -> new JsonValue.Text(parser.getString(), line, column);
            case VALUE_NUMBER_INT -> whole(parser, line, column);
            case VALUE_NUMBER_FLOAT -> new JsonValue.Fraction(parser.getString(), line, column);
            case VALUE_TRUE -> new JsonValue.Truth(true, line, column);
            case VALUE_FALSE -> new JsonValue.Truth(false, line, column);
            case VALUE_NULL -> new JsonValue.Nothing(line, column);
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("the parser began a value with " + parser.currentToken());
        };
    }

    private static JsonValue whole(JsonParser parser, int line, int column) {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? new JsonValue.Fraction(parser.getString(), line, column)
                : new JsonValue.Whole(parser.getLongValue(), line, column);
    }

    private static JsonValue fields(JsonParser parser, int line, int column) {
        Map<String, JsonValue> byName = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName().toLowerCase(Locale.ROOT);
            parser.nextToken();
            JsonValue value = value(parser);
            if (!(value instanceof JsonValue.Nothing)) {
                byName.put(name, value);
            }
        }
        return new JsonValue.Fields(byName, line, column);
    }

    private static JsonValue items(JsonParser parser, int line, int column) {
        List<JsonValue> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return new JsonValue.Items(values, line, column);
    }

    /// The object of a body; a null counts as one without fields.
    static JsonValue.Fields object(JsonValue value) throws BadBody {
        return switch (value) {
            case JsonValue.Fields fields -> fields;
            case JsonValue.Nothing _ -> JsonValue.Fields.none();
            default -> throw new BadBody(value, "the body is " + value.shown() + "; allowed: an object");
        };
    }

    /// The objects of an array; a null instead of the array counts as an empty one.
    static List<JsonValue.Fields> objects(JsonValue value) throws BadBody {
        List<JsonValue> values = switch (value) {
            case JsonValue.Items items -> items.values();
            case JsonValue.Nothing _ -> List.of();
            default -> throw new BadBody(value, "the body is " + value.shown() + "; allowed: an array of objects");
        };
        List<JsonValue.Fields> objects = new ArrayList<>();
        for (JsonValue each : values) {
            objects.add(switch (each) {
                case JsonValue.Fields fields -> fields;
                case JsonValue.Nothing nothing -> new JsonValue.Fields(Map.of(), nothing.line(), nothing.column());
                default -> throw new BadBody(each, "an item is " + each.shown() + "; allowed: an object");
            });
        }
        return objects;
    }
}

package io.gameday.yaml;

import io.gameday.yaml.Node.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads YAML, of which JSON is a part, into nodes that keep their line and column.
final class NodeReader {

    private static final Map<String, String> MENDS = Map.of("mapping values are not allowed here",
            "put a text that holds a colon and a space in quotes, and begin the keys of one block in one column",
            "that cannot start any token", "indent with spaces, and put a text that begins with a sign in quotes");

    private final JsonParser parser;
    private final Problems problems;

    private NodeReader(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /// Empty, with a problem told, when the text is no YAML.
    static Optional<Node> read(String text, Problems problems) {
        try (JsonParser parser = YAMLMapper.builder().build().createParser(text)) {
            NodeReader reader = new NodeReader(parser, problems);
            JsonToken first = parser.nextToken();
            return Optional.of(first == null ? new Node.Nothing(new Place(1, 1)) : reader.node(first));
        } catch (JacksonException e) {
            problems.add(place(e), unreadable(e));
            return Optional.empty();
        }
    }

    /// Empty, with a problem told, when the text is no JSON.
    static Optional<Node> json(String text, Problems problems) {
        try (JsonParser parser = JsonMapper.builder().build().createParser(text)) {
            NodeReader reader = new NodeReader(parser, problems);
            JsonToken first = parser.nextToken();
            Node node = first == null ? new Node.Nothing(new Place(1, 1)) : reader.node(first);
            if (first == null || parser.nextToken() != null) {
                problems.add(reader.place(),
                        "not readable as JSON: " + (first == null ? "empty" : "more than one value"));
                return Optional.empty();
            }
            return Optional.of(node);
        } catch (JacksonException e) {
            problems.add(place(e), "not readable as JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
            return Optional.empty();
        }
    }

    /// Where the scanner stood: the parser itself only knows the last token that it could read.
    private static Place place(JacksonException e) {
        if (e.getCause() instanceof MarkedYamlEngineException scanner && scanner.getProblemMark().isPresent()) {
            var mark = scanner.getProblemMark().get();
            return new Place(mark.getLine() + 1, mark.getColumn() + 1);
        }
        var at = e.getLocation();
        return at == null ? new Place(1, 1) : new Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    /// What was being read, what was found there, and how it is mended where the scanner's words leave that open. The
    /// lines that are set in repeat the place and the text.
    private static String unreadable(JacksonException e) {
        String found = e.getOriginalMessage().lines().filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(": "));
        return "not readable as YAML: " + found
                + MENDS.entrySet().stream().filter(mend -> found.contains(mend.getKey()))
                        .map(mend -> "; " + mend.getValue()).findFirst().orElse("");
    }

    private Node node(JsonToken token) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            problems.add(place(),
                    "'*" + parser.getString() + "' stands for what is written elsewhere; write it out here");
            return new Node.Nothing(place());
        }
        return switch (token) {
            case START_OBJECT -> mapping();
            case START_ARRAY -> sequence();
            case VALUE_NULL -> new Node.Nothing(place());
            default -> new Node.Scalar(parser.getString(), form(token), place());
        };
    }

    private static Node.Form form(JsonToken token) {
        return switch (token) {
            case VALUE_NUMBER_INT -> Node.Form.WHOLE;
            case VALUE_NUMBER_FLOAT -> Node.Form.DECIMAL;
            case VALUE_TRUE, VALUE_FALSE -> Node.Form.TRUTH;
            default -> Node.Form.TEXT;
        };
    }

    private Node mapping() {
        Place at = place();
        List<Node.Field> fields = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            Place keyAt = place();
            fields.add(new Node.Field(key, keyAt, node(parser.nextToken())));
        }
        return new Node.Mapping(fields, at);
    }

    private Node sequence() {
        Place at = place();
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        return new Node.Sequence(items, at);
    }

    private Place place() {
        TokenStreamLocation location = parser.currentTokenLocation();
        return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}

package io.gameday.experiment;

import io.gameday.experiment.Node.Place;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads YAML, of which JSON is a part, into nodes that keep their line and column.
final class NodeReader {

    private final JsonParser parser;

    private NodeReader(JsonParser parser) {
        this.parser = parser;
    }

    /// @throws tools.jackson.core.JacksonException where the text is no YAML; it knows the place
    static Node read(String text) {
        try (JsonParser parser = YAMLMapper.builder().build().createParser(text)) {
            NodeReader reader = new NodeReader(parser);
            JsonToken first = parser.nextToken();
            return first == null ? new Node.Nothing(new Place(1, 1)) : reader.node(first);
        }
    }

    private Node node(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> mapping();
            case START_ARRAY -> sequence();
            case VALUE_NULL -> new Node.Nothing(place());
            default -> new Node.Scalar(parser.getString(), place());
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

package io.gameday.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Where each piece of a YAML text stands, by the path that the checker's messages use, such as `steps[1].zone`.
/// Offsets count Java characters.
public final class TextMap {

    private final Map<String, Piece> pieces = new LinkedHashMap<>();
    private final String text;
    private final JsonParser parser;

    private TextMap(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    public enum Kind {
        SCALAR, GROUP, LIST, NOTHING
    }

    /// @param start    of the value
    /// @param end      after the value
    /// @param value    what a scalar means, without its quotes; empty for the rest
    /// @param keyStart of its key; -1 for an item of a list
    public record Piece(String path, Kind kind, int start, int end, String value, int keyStart, int keyEnd) {
    }

    /// Empty when the text is no YAML.
    public static Optional<TextMap> of(String text) {
        try (JsonParser parser = YAMLMapper.builder().build().createParser(text)) {
            TextMap map = new TextMap(text, parser);
            JsonToken first = parser.nextToken();
            if (first != null) {
                map.read("", first, -1, -1);
            }
            return Optional.of(map);
        } catch (JacksonException notYaml) {
            return Optional.empty();
        }
    }

    public Optional<Piece> at(String path) {
        return Optional.ofNullable(pieces.get(path));
    }

    /// What a scalar says; empty text where there is none.
    public String value(String path) {
        return at(path).map(Piece::value).orElse("");
    }

    /// The items of a list, in order; none when there is no list.
    public List<Piece> items(String path) {
        return pieces.values().stream().filter(piece -> piece.path().startsWith(path + "[")
                && piece.path().indexOf(']', path.length()) == piece.path().length() - 1).toList();
    }

    /// The fields of a group, in order.
    public List<Piece> fields(String path) {
        String prefix = path.isEmpty() ? "" : path + ".";
        return pieces.values().stream()
                .filter(piece -> piece.keyStart() >= 0 && piece.path().startsWith(prefix)
                        && piece.path().indexOf('.', prefix.length()) < 0
                        && piece.path().indexOf('[', prefix.length()) < 0)
                .toList();
    }

    /// The piece whose value begins at `offset`, else the one whose key does. The smallest wins: a group begins where
    /// its first key does.
    public Optional<Piece> beginningAt(int offset) {
        return pieces.values().stream().filter(p -> p.kind() == Kind.SCALAR && p.start() == offset).findFirst()
                .or(() -> pieces.values().stream().filter(p -> p.keyStart() == offset).findFirst())
                .or(() -> pieces.values().stream().filter(p -> p.start() == offset).findFirst());
    }

    public Set<String> paths() {
        return pieces.keySet();
    }

    private int read(String path, JsonToken token, int keyStart, int keyEnd) {
        int start = offset(parser.currentTokenLocation());
        // Kept in the order of the text: a group before its fields.
        pieces.put(path, new Piece(path, Kind.NOTHING, start, start, "", keyStart, keyEnd));
        Piece piece = switch (token) {
            case START_OBJECT -> new Piece(path, Kind.GROUP, start, group(path, start), "", keyStart, keyEnd);
            case START_ARRAY -> new Piece(path, Kind.LIST, start, list(path, start), "", keyStart, keyEnd);
            case VALUE_NULL -> new Piece(path, Kind.NOTHING, start, end(start), "", keyStart, keyEnd);
            default -> new Piece(path, Kind.SCALAR, start, end(start), parser.getString(), keyStart, keyEnd);
        };
        pieces.put(path, piece);
        return piece.end();
    }

    private int group(String path, int start) {
        int last = start;
        boolean flow = start < text.length() && text.charAt(start) == '{';
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            int keyStart = offset(parser.currentTokenLocation());
            int keyEnd = offset(parser.currentLocation());
            String field = path.isEmpty() ? key : path + "." + key;
            // A key given twice is told by the checker; it must not hide the first one here.
            String name = pieces.containsKey(field) ? field + "#" + keyStart : field;
            last = read(name, parser.nextToken(), keyStart, keyEnd);
        }
        return flow ? end(start) : last;
    }

    private int list(String path, int start) {
        int last = start;
        boolean flow = start < text.length() && text.charAt(start) == '[';
        int number = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            number++;
            last = read(path + "[" + number + "]", token, -1, -1);
        }
        return flow ? end(start) : last;
    }

    /// After the token just read, without the line breaks that a block of text ends with.
    private int end(int start) {
        int end = offset(parser.currentLocation());
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private int offset(TokenStreamLocation location) {
        long codePoints = Math.clamp(location.getCharOffset(), 0, text.codePointCount(0, text.length()));
        return text.offsetByCodePoints(0, (int) codePoints);
    }
}

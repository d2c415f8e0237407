package io.gameday.aws.fis.template;

import io.gameday.yaml.Node.Place;
import io.gameday.yaml.Problem;
import io.gameday.yaml.TextMap;
import io.gameday.yaml.TextMap.Piece;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where everything in a template stands, for who finds a problem after it was read. A path is that of the messages,
/// such as `actions.stop.startAfter[2]`.
public final class Places {

    private final String file;
    private final Map<String, Place> places = new HashMap<>();

    Places(String file, String text) {
        this.file = file;
        TextMap.of(text).ifPresent(map -> map.paths().forEach(path -> {
            Piece piece = map.at(path).orElseThrow();
            places.put(path, place(text, piece.start()));
        }));
    }

    /// A problem with what stands at `path`; where nothing stands there, with what would hold it.
    public Problem problem(String path, String message) {
        Place at = at(path);
        return new Problem(file, at.line(), at.column(), message);
    }

    Place at(String path) {
        String rest = path;
        while (!rest.isEmpty()) {
            Optional<Place> found = Optional.ofNullable(places.get(rest));
            if (found.isPresent()) {
                return found.get();
            }
            rest = rest.substring(0, Math.max(0, Math.max(rest.lastIndexOf('.'), rest.lastIndexOf('['))));
        }
        return new Place(1, 1);
    }

    private static Place place(String text, int offset) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
        return new Place(line, 1 + text.codePointCount(lineStart, offset));
    }
}

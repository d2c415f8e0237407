package io.gameday.report.words;

import io.gameday.yaml.Fields;
import java.util.Map;

/// On which line each part of a file begins.
///
/// @param byPath by names as messages give them, such as `actions[2].due`; lists count from 1
public record Lines(Map<String, Integer> byPath) {

    /// Of words that stand in no file.
    public static final Lines NONE = new Lines(Map.of());

    static Lines of(Fields file) {
        return new Lines(file.lines());
    }

    /// The line of `path`, or of the nearest thing around it that stands in the file; 1 when nothing does.
    public int of(String path) {
        String around = path;
        while (!around.isEmpty()) {
            Integer line = byPath.get(around);
            if (line != null) {
                return line;
            }
            int cut = Math.max(around.lastIndexOf('.'), around.lastIndexOf('['));
            around = cut < 0 ? "" : around.substring(0, cut);
        }
        return 1;
    }
}

package io.gameday.console.prepare;

import io.gameday.yaml.TextMap;
import io.gameday.yaml.TextMap.Piece;
import java.util.List;
import java.util.Optional;

/// One line of a list, such as a prediction or a stop condition: words, and one value that may be changed here.
///
/// @param path  such as `detect.expect[2]`
/// @param what  which kind, such as `alarm`
/// @param words the rest that it says
/// @param label of the value, such as `≤`; empty without one
/// @param value where the value that may be changed stands; empty when there is none
/// @param now   that value
/// @param line  of the text, from 1
/// @param wrong what is wrong with it; empty when nothing is
record FormLine(String path, String what, String words, String label, Optional<String> value, String now, int line,
        String wrong) {

    private static final List<String> KINDS = List.of("alarm", "silent", "automation", "page", "acknowledged", "metric",
            "unaffected", "dependency", "incidents", "interventions");

    static FormLine of(Checked checked, TextMap map, Piece item) {
        String path = item.path();
        String what = KINDS.stream().filter(kind -> map.at(path + "." + kind).isPresent()).findFirst().orElse("");
        boolean count = count(what);
        boolean within = map.at(path + ".within").isPresent();
        boolean lasts = map.at(path + ".for").isPresent();
        String field = count ? "." + what : within ? ".within" : lasts ? ".for" : "";
        String label = count ? "" : within ? "≤" : lasts ? "for" : "";
        return new FormLine(path, what, words(map, path, what), label,
                field.isEmpty() ? Optional.empty() : Optional.of(path + field),
                field.isEmpty() ? "" : map.value(path + field), line(checked.text(), item.start()),
                checked.flawWithin(path).map(Flaw::says).orElse(""));
    }

    private static boolean count(String what) {
        return what.equals("incidents") || what.equals("interventions");
    }

    private static String words(TextMap map, String path, String what) {
        StringBuilder words = new StringBuilder();
        append(words, count(what) || what.equals("metric") ? "" : map.value(path + "." + what));
        if (what.equals("metric")) {
            append(words, map.value(path + ".metric"));
        }
        append(words, map.value(path + ".by"));
        append(words, map.value(path + ".zone"));
        append(words, map.value(path + ".cell"));
        bound(words, "≥", map.value(path + ".atLeast"));
        bound(words, "≤", map.value(path + ".atMost"));
        bound(words, "<", map.value(path + ".below"));
        bound(words, ">", map.value(path + ".above"));
        return words.toString();
    }

    private static void bound(StringBuilder words, String sign, String value) {
        append(words, value.isEmpty() ? "" : sign + " " + value);
    }

    private static void append(StringBuilder words, String word) {
        if (!word.isEmpty()) {
            words.append(words.isEmpty() ? "" : " ").append(word);
        }
    }

    private static int line(String text, int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }
}

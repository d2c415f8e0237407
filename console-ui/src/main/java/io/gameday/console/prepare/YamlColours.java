package io.gameday.console.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of YAML in pieces of one colour each.
final class YamlColours {

    private static final Pattern COLOURED = Pattern
            .compile("(?<comment>(?:^|(?<=\\s))#.*$)|(?<quoted>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*')"
                    + "|(?:^\\s*(?:-\\s+)?(?:\\{\\s*)?|[{,]\\s*)(?<key>[\\w.-]+)(?=:(?:\\s|$))");

    private YamlColours() {
    }

    /// @param style class of the style sheet; empty for plain text
    record Piece(String text, String style) {
    }

    static List<Piece> of(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher m = COLOURED.matcher(line);
        int done = 0;
        while (m.find()) {
            if (m.group("comment") != null) {
                done = add(pieces, line, done, m.start("comment"), m.end("comment"), "yaml-comment");
            } else if (m.group("key") != null) {
                done = add(pieces, line, done, m.start("key"), m.end("key"), "yaml-key");
            }
        }
        add(pieces, line, done, line.length(), line.length(), "");
        return pieces;
    }

    private static int add(List<Piece> pieces, String line, int from, int start, int end, String style) {
        if (start > from) {
            pieces.add(new Piece(line.substring(from, start), ""));
        }
        if (end > start) {
            pieces.add(new Piece(line.substring(start, end), style));
        }
        return end;
    }
}

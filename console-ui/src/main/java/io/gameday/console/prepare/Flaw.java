package io.gameday.console.prepare;

import io.gameday.yaml.Problem;
import io.gameday.yaml.TextEdit;
import io.gameday.yaml.TextMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something wrong with the text, and which characters of it.
///
/// @param line  from 1
/// @param start of the wrong characters
/// @param end   after them; more than `start` unless the line is empty
/// @param says  what is wrong
/// @param hint  what is allowed; empty where the checker does not say
/// @param fix   the word that is most likely meant
/// @param path  of the field, such as `steps[1].zone`; empty where it is about no field
record Flaw(int line, int column, int start, int end, String says, String hint, Optional<String> fix, String path) {

    private static final Pattern MEANT = Pattern.compile("; did you mean '([^']+)'\\?");
    private static final Pattern MISSING = Pattern.compile("^'([^']+)' is missing");
    private static final String ALLOWED = "; allowed: ";

    static Flaw of(Problem problem, String text, Optional<TextMap> map) {
        int offset = offset(text, problem.line(), problem.column());
        Optional<TextMap.Piece> piece = map.flatMap(found -> found.beginningAt(offset));
        int end = piece.filter(p -> p.kind() == TextMap.Kind.SCALAR || p.keyStart() == offset)
                .map(p -> p.keyStart() == offset ? p.keyEnd() : p.end()).filter(e -> e > offset)
                .orElseGet(() -> wordEnd(text, offset));
        String message = problem.message();
        Matcher meant = MEANT.matcher(message);
        Optional<String> fix = meant.find() ? Optional.of(meant.group(1)) : Optional.empty();
        Matcher missing = MISSING.matcher(message);
        String path = missing.find() ? missing.group(1) : piece.map(TextMap.Piece::path).orElse("");
        int allowed = message.indexOf(ALLOWED);
        String hint = allowed < 0 ? "" : message.substring(allowed + 2);
        return new Flaw(problem.line(), problem.column(), offset, end,
                allowed < 0 ? message : message.substring(0, allowed), hint, fix, path);
    }

    /// Puts the word that is meant in the place of the wrong one.
    Optional<TextEdit> repair() {
        return fix.map(word -> new TextEdit(start, end, word));
    }

    /// The offset of a line and column, each from 1 and the column in code points, as the checker counts.
    private static int offset(String text, int line, int column) {
        int start = 0;
        for (int n = 1; n < line; n++) {
            int next = text.indexOf('\n', start);
            if (next < 0) {
                return text.length();
            }
            start = next + 1;
        }
        int newline = text.indexOf('\n', start);
        int end = newline < 0 ? text.length() : newline;
        int most = text.codePointCount(start, end);
        return text.offsetByCodePoints(start, Math.min(most, column - 1));
    }

    private static int wordEnd(String text, int offset) {
        int end = offset;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))
                && ",]}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}

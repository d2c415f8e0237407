package io.gameday.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where lines begin and end in a text, and what its people left there.
///
/// @param text of a file, with either kind of line ends
record Lay(String text) {

    String newline() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /// Each on a line of its own, below the one before.
    String lines(List<String> lines) {
        return newline() + String.join(newline(), lines);
    }

    int lineStart(int from) {
        return text.lastIndexOf('\n', from - 1) + 1;
    }

    int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        if (end < 0) {
            return text.length();
        }
        return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    int nextLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    int column(int offset) {
        return offset - lineStart(offset);
    }

    /// The dash of the item that begins at `start`.
    int dash(int start) {
        int at = start - 1;
        while (at > 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        if (at >= 0 && text.charAt(at) == '-') {
            return at;
        }
        // A comment stands between the two.
        int line = lineStart(Math.max(0, start));
        while (line > 0) {
            line = lineStart(line - 1);
            String first = text.substring(line, lineEnd(line));
            if (first.stripLeading().startsWith("-")) {
                return line + first.indexOf('-');
            }
        }
        return Math.max(0, start);
    }

    /// After the comma that follows `end`, else `end`.
    int afterComma(int end) {
        int at = end;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at < text.length() && text.charAt(at) == ',' ? at + 1 : end;
    }

    /// Where something may be added below what ends at `end`, nicest first. A comment that is set in more than `column`
    /// belongs to what stands above it; the empty lines at the end of a block of text may be part of that text.
    List<Integer> after(int end, int column) {
        Set<Integer> places = new LinkedHashSet<>();
        int own = lineEnd(end);
        int empty = own;
        boolean comments = false;
        for (int line = nextLine(own); line < text.length(); line = nextLine(line)) {
            String words = text.substring(line, lineEnd(line));
            if (words.isBlank()) {
                empty = comments ? empty : lineEnd(line);
            } else if (words.stripLeading().startsWith("#") && words.indexOf('#') > column) {
                own = lineEnd(line);
                comments = true;
            } else {
                break;
            }
        }
        places.add(own);
        places.add(lineEnd(end));
        places.add(empty);
        return List.copyOf(places);
    }
}

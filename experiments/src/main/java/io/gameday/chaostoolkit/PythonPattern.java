package io.gameday.chaostoolkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression of Python as one of Java. What means something else here, or nothing there, is refused.
final class PythonPattern {

    /// Escapes that only one of the two knows, or both in another sense.
    private static final String DIFFERENT = "CEGHNQRVXehkpPz";

    private final String text;
    private final StringBuilder java = new StringBuilder();
    private final List<String> groups = new ArrayList<>();
    private int at;

    private PythonPattern(String text) {
        this.text = text;
    }

    /// @throws IllegalArgumentException that says what is wrong, without the pattern
    static Pattern compile(String text) {
        try {
            // Classes such as \d go by Unicode in Python.
            return Pattern.compile(new PythonPattern(text).translated(), Pattern.UNICODE_CHARACTER_CLASS);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getDescription(), e);
        }
    }

    private String translated() {
        boolean inClass = false;
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (letter == '\\') {
                escape(inClass);
            } else if (inClass) {
                inClass = letter != ']';
                // Java joins and nests classes by these; Python takes them as they are.
                java.append(letter == '[' || letter == '&' ? "\\" : "").append(letter);
                at++;
            } else if (letter == '[') {
                inClass = true;
                openClass();
            } else if (text.startsWith("(?P", at)) {
                group();
            } else if (text.startsWith("(?(", at)) {
                throw new IllegalArgumentException("a group that depends on another, (?(…), is not supported");
            } else {
                java.append(letter);
                at++;
            }
        }
        return java.toString();
    }

    /// A bracket that closes the class at once is a member of it in Python.
    private void openClass() {
        java.append('[');
        at++;
        if (text.startsWith("^", at)) {
            java.append('^');
            at++;
        }
        if (text.startsWith("]", at)) {
            java.append("\\]");
            at++;
        }
    }

    private void escape(boolean inClass) {
        if (at + 1 == text.length()) {
            throw new IllegalArgumentException("it ends in the middle of an escape");
        }
        char letter = text.charAt(at + 1);
        if (DIFFERENT.indexOf(letter) >= 0) {
            throw new IllegalArgumentException("\\" + letter + " is not supported");
        }
        if (letter == 'v') {
            java.append("\\x0B");
        } else if (letter == 'b' && inClass) {
            java.append("\\x08");
        } else {
            java.append(letter == 'Z' ? "\\z" : "\\" + letter);
        }
        at += 2;
    }

    /// `(?P<name>…)` or `(?P=name)`. Names in Java have no underscores, so groups get names of ours.
    private void group() {
        boolean opens = text.startsWith("(?P<", at);
        int end = text.indexOf(opens ? '>' : ')', at);
        if (!opens && !text.startsWith("(?P=", at) || end < 0) {
            throw new IllegalArgumentException("(?P needs <name> or =name)");
        }
        String name = text.substring(at + 4, end);
        if (opens) {
            groups.add(name);
        } else if (!groups.contains(name)) {
            throw new IllegalArgumentException("(?P=" + name + ") names no group before it");
        }
        java.append(opens ? "(?<g" + groups.size() + ">" : "\\k<g" + (groups.indexOf(name) + 1) + ">");
        at = end + 1;
    }
}

package io.gameday.chaostoolkit;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words and signs of a JSON path, taken from left to right.
final class PathTokens {

    private static final Pattern NAME = Pattern.compile("[_A-Za-z][_A-Za-z0-9]*");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\\x00-\\x1F]|\\\\.)*\"");
    private static final Pattern INDEX = Pattern.compile("-?(?:0|[1-9][0-9]{0,8})(?![0-9.eE])");
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[Ee][+-]?[0-9]+)?");
    private static final Set<String> WORDS = Set.of("and", "or", "not", "true", "false", "null");

    private final String path;
    private int at;

    PathTokens(String path) {
        this.path = path;
    }

    boolean next(String... signs) {
        blanks();
        return Arrays.stream(signs).anyMatch(sign -> path.startsWith(sign, at));
    }

    boolean take(String sign) {
        if (!next(sign)) {
            return false;
        }
        // A word has to end where it ends: 'order' does not begin with 'or'.
        if (WORDS.contains(sign) && !sign.equals(word(NAME))) {
            return false;
        }
        at += sign.length();
        return true;
    }

    void expect(String sign) {
        if (!take(sign)) {
            throw wrong("'" + sign + "'");
        }
    }

    String name() {
        String name = word(NAME);
        if (name == null || WORDS.contains(name)) {
            throw wrong("a name of letters, digits and _, or *");
        }
        at += name.length();
        if (next("(")) {
            throw wrong("no function; those of jsonpath2 are not supported");
        }
        return name;
    }

    /// What stands in double quotes.
    Optional<String> text() {
        if (next("'")) {
            throw wrong("a name in double quotes");
        }
        String text = word(TEXT);
        if (text == null) {
            return Optional.empty();
        }
        Json value = Json.parse(text).orElseThrow(() -> wrong("a text as in JSON"));
        at += text.length();
        return Optional.of(value.inWords());
    }

    @Nullable
    Integer index() {
        String digits = word(INDEX);
        if (digits == null) {
            return null;
        }
        at += digits.length();
        return Integer.valueOf(digits);
    }

    /// A text, a number, true, false or null.
    Json literal() {
        Optional<String> text = text();
        if (text.isPresent()) {
            return Json.text(text.get());
        }
        String number = word(NUMBER);
        if (number != null) {
            at += number.length();
            return Json.parse(number).orElseThrow(() -> wrong("a number"));
        }
        for (String word : new String[]{"true", "false", "null"}) {
            if (take(word)) {
                return Json.parse(word).orElseThrow();
            }
        }
        throw wrong("a path that begins with @ or $, a number, a text in double quotes, true, false or null");
    }

    void end() {
        blanks();
        if (at < path.length()) {
            throw wrong("'.', '..', '[' or the end");
        }
    }

    IllegalArgumentException wrong(String allowed) {
        blanks();
        String there = at < path.length() ? "'" + path.substring(at) + "'" : "the end";
        return new IllegalArgumentException("at " + there + " it needs " + allowed);
    }

    @Nullable
    private String word(Pattern pattern) {
        blanks();
        Matcher matcher = pattern.matcher(path).region(at, path.length());
        return matcher.lookingAt() ? matcher.group() : null;
    }

    private void blanks() {
        while (at < path.length() && " \t\n\r".indexOf(path.charAt(at)) >= 0) {
            at++;
        }
    }
}

package io.gameday.aws.fis.template;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What published templates hold where everybody has a value of their own: `<YOUR REGION>`, `{{ aws:region }}` or
/// `${Region}`. It is no part of the format, and nothing about such a value can be checked.
public final class Placeholder {

    private static final Pattern SHAPES = Pattern.compile("<[A-Za-z][^<>]*>|\\{\\{[^{}]*}}|\\$\\{[^{}]+}");

    private Placeholder() {
    }

    /// All of them in `text`, each once.
    static List<String> all(String text) {
        return SHAPES.matcher(text).results().map(MatchResult::group).distinct().toList();
    }

    /// The first one in `text`.
    public static Optional<String> in(String text) {
        Matcher found = SHAPES.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}

package io.gameday.signal.prometheus;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The metrics that a PromQL query looks at, by their names alone: series with certain labels, such as errors, need not
/// be there while all is well.
///
/// @param anyWillDo true where the query may rest on some of them only, as with `or`, `unless` and `absent`
record MetricNames(Set<String> names, boolean anyWillDo) {

    /// What holds no names of metrics: texts, labels and their lists, ranges and offsets.
    private static final Pattern ASIDE = Pattern
            .compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`|#[^\\n]*");
    private static final Pattern GROUPS = Pattern
            .compile("\\{[^}]*}|\\[[^\\]]*]|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)|"
                    + "\\b(?:offset|@)\\s*-?[\\w.]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("(?<![\\w:.])([a-zA-Z_:][\\w:]*)(\\s*\\()?");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "by", "without", "on", "ignoring",
            "group_left", "group_right", "bool", "offset", "inf", "nan", "atan2", "start", "end");

    static MetricNames in(String query) {
        String bare = GROUPS.matcher(ASIDE.matcher(query).replaceAll(" ")).replaceAll(" ");
        Set<String> names = new LinkedHashSet<>();
        boolean some = false;
        Matcher word = WORD.matcher(bare);
        while (word.find()) {
            String text = word.group(1);
            String lower = text.toLowerCase(Locale.ROOT);
            some |= lower.equals("or") || lower.equals("unless") || lower.startsWith("absent");
            if (word.group(2) == null && !WORDS.contains(lower)) {
                names.add(text);
            }
        }
        return new MetricNames(Set.copyOf(names), some);
    }
}

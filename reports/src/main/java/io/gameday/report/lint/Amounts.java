package io.gameday.report.lint;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Numbers in running text: how many of how many, shares, moments, lengths of time.
final class Amounts {

    private static final String N = "(\\d+(?:[,   ]\\d{3})*(?:\\.\\d+)?)";
    private static final Pattern PART_OF_WHOLE = Pattern.compile(N + "\\s*(?:of|out of)\\s+(?:the\\s+|all\\s+)?" + N);
    private static final Pattern WHOLE_THEN_PART = Pattern.compile(N + "\\s*\\p{L}{0,4}?(?:中|のうち)(?:、)?\\s*" + N);
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*[%％]");
    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";
    private static final Pattern WHEN = Pattern.compile("\\b\\d{1,2}:\\d{2}|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2} "
            + MONTH + "\\b|\\b" + MONTH + " \\d{1,2}\\b|\\d{1,2}月\\d{1,2}日|\\d{1,2}時");
    private static final String CLOCK = "\\d{1,2}:\\d{2}(?::\\d{2})?";
    private static final Pattern SPAN = Pattern.compile(CLOCK + "\\s*(?:–|-|to|until|から|〜|～)\\s*" + CLOCK);
    private static final Pattern LENGTH = Pattern.compile(
            "\\d+(?:\\.\\d+)?\\s*(?:(?:ms|s|sec|seconds?|min|mins|minutes?|h|hrs?|hours?|days?)\\b|ミリ秒|秒|分|時間|日間)");

    private Amounts() {
    }

    record Ratio(double part, double whole) {
    }

    /// A share, with as many decimals as it was written with.
    record Share(String text, double percent, int decimals) {

        /// Whether it is `ratio`, rounded or cut to its decimals.
        boolean is(Ratio ratio) {
            double exact = 100 * ratio.part() / ratio.whole();
            return Math.abs(exact - percent) <= Math.pow(10, -decimals);
        }
    }

    static List<Ratio> ratios(String text) {
        return Stream.concat(
                PART_OF_WHOLE.matcher(text).results().map(m -> new Ratio(number(m.group(1)), number(m.group(2)))),
                WHOLE_THEN_PART.matcher(text).results().map(m -> new Ratio(number(m.group(2)), number(m.group(1)))))
                .toList();
    }

    static List<Share> shares(String text) {
        return PERCENT.matcher(text).results().map(Amounts::share).toList();
    }

    private static Share share(MatchResult found) {
        String digits = found.group(1);
        int point = digits.indexOf('.');
        return new Share(found.group(), Double.parseDouble(digits), point < 0 ? 0 : digits.length() - point - 1);
    }

    static boolean when(String text) {
        return WHEN.matcher(text).find();
    }

    static boolean length(String text) {
        return LENGTH.matcher(text).find();
    }

    /// From one time of day to another.
    static boolean span(String text) {
        return SPAN.matcher(text).find();
    }

    private static double number(String digits) {
        return Double.parseDouble(digits.replaceAll("[^\\d.]", ""));
    }
}

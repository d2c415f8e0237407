package io.gameday.prometheus;

import java.util.Locale;
import java.util.regex.Pattern;

/// Numbers as servers write them: decimal, perhaps with an exponent, or `NaN`, `+Inf`, `-Inf`. Go, whose rules the text
/// format takes over, knows hexadecimal ones too; nobody writes those.
final class Numeral {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?");
    private static final String ALLOWED = "a decimal number, NaN, +Inf or -Inf";
    /// The longest that prints a double exactly is below; more digits tell nothing.
    private static final int LONGEST = 1100;

    private Numeral() {
    }

    /// @param what in words, for the message
    static double read(String what, String word) throws Malformed {
        double special = switch (word.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> 0;
        };
        if (special != 0) {
            return special;
        }
        if (word.length() > LONGEST || !DECIMAL.matcher(word).matches()) {
            throw new Malformed(what, word, ALLOWED);
        }
        return Double.parseDouble(word);
    }
}

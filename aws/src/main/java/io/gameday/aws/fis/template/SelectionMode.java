package io.gameday.aws.fis.template;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many of the resources that a target describes are hit. Its text form is the one of the template.
public sealed interface SelectionMode {

    String WORDS = "ALL, COUNT(n) with n from 1, PERCENT(n) with n from 1 to 100";

    Pattern SOME = Pattern.compile("(COUNT|PERCENT)\\((\\d{1,9})\\)");

    record All() implements SelectionMode {
        @Override
        public String toString() {
            return "ALL";
        }
    }

    /// @param number from 1
    record Count(int number) implements SelectionMode {
        public Count {
            if (number < 1) {
                throw new IllegalArgumentException("selectionMode is COUNT(" + number + "); allowed: " + WORDS);
            }
        }

        @Override
        public String toString() {
            return "COUNT(" + number + ")";
        }
    }

    /// @param percent 1 to 100
    record Percent(int percent) implements SelectionMode {
        public Percent {
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException("selectionMode is PERCENT(" + percent + "); allowed: " + WORDS);
            }
        }

        @Override
        public String toString() {
            return "PERCENT(" + percent + ")";
        }
    }

    /// Empty when `text` is none.
    static Optional<SelectionMode> parse(String text) {
        if (text.equals("ALL")) {
            return Optional.of(new All());
        }
        Matcher some = SOME.matcher(text);
        if (!some.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(some.group(2));
        boolean count = some.group(1).equals("COUNT");
        if (number < 1 || !count && number > 100) {
            return Optional.empty();
        }
        return Optional.of(count ? new Count(number) : new Percent(number));
    }
}

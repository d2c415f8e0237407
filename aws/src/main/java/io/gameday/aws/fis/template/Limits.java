package io.gameday.aws.fis.template;

import java.util.Optional;

/// How much fits into a template, by the service model of FIS (2020-12-01).
final class Limits {

    static final Text DESCRIPTION = new Text(1, 512, Blanks.ALLOWED);
    static final Text ROLE = new Text(20, 2048, Blanks.REFUSED);
    static final Text ARN = new Text(20, 2048, Blanks.REFUSED);
    static final Text ID = new Text(1, 128, Blanks.REFUSED);
    /// Of an action, a target or a slot.
    static final Text NAME = new Text(1, 64, Blanks.REFUSED);
    static final Text PARAMETER = new Text(1, 1024, Blanks.ALLOWED);
    static final Text TAG_KEY = new Text(1, 128, Blanks.ALLOWED);
    static final Text TAG_VALUE = new Text(0, 256, Blanks.ALLOWED);
    static final Text FILTER_PATH = new Text(1, 256, Blanks.REFUSED);
    static final Text FILTER_VALUE = new Text(1, 128, Blanks.ALLOWED);
    static final Text BUCKET = new Text(3, 63, Blanks.REFUSED);
    static final Text DURATION = new Text(3, 32, Blanks.REFUSED);
    static final Text PREFIX = new Text(1, 256, Blanks.REFUSED);

    static final Entries ACTIONS = new Entries(1, 20);
    static final Entries STOP_CONDITIONS = new Entries(1, 5);
    static final Entries ARNS = new Entries(0, 5);
    static final Entries TAGS = new Entries(0, 50);
    static final Entries FILTER_VALUES = new Entries(1, Integer.MAX_VALUE);

    private Limits() {
    }

    enum Blanks {
        ALLOWED, REFUSED
    }

    /// @param least characters
    /// @param most  characters
    record Text(int least, int most, Blanks blanks) {

        /// What is wrong with `value`; of one with a placeholder in it, nothing can be said.
        Optional<String> breach(String name, String value) {
            if (Placeholder.in(value).isPresent()) {
                return Optional.empty();
            }
            if (least > 0 && value.isBlank()) {
                return Optional.of("'" + name + "' is empty; allowed: " + words());
            }
            if (value.length() < least || value.length() > most) {
                return Optional.of(name + " has " + value.length() + " characters; allowed: " + words());
            }
            return blanks == Blanks.REFUSED && value.chars().anyMatch(Character::isWhitespace)
                    ? Optional.of(name + " is '" + value + "'; allowed: " + words())
                    : Optional.empty();
        }

        void check(String name, String value) {
            refuse(breach(name, value));
        }

        String words() {
            return least + " to " + most + " characters" + (blanks == Blanks.REFUSED ? " without blanks" : "");
        }
    }

    record Entries(int least, int most) {

        Optional<String> breach(String name, int entries) {
            return entries >= least && entries <= most
                    ? Optional.empty()
                    : Optional.of(name + " has " + (entries == 0 ? "no" : String.valueOf(entries))
                            + " entries; allowed: " + words());
        }

        void check(String name, int entries) {
            refuse(breach(name, entries));
        }

        String words() {
            return most == Integer.MAX_VALUE ? "at least " + least : least + " to " + most;
        }
    }

    static void refuse(Optional<String> breach) {
        breach.ifPresent(message -> {
            throw new IllegalArgumentException(message);
        });
    }
}

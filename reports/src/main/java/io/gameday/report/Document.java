package io.gameday.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What can be written of a run.
public enum Document {
    /// The correction-of-errors document, with everything that programs read beside it.
    COE,
    /// One page: what happened, how we responded, why, how to fix.
    COE_SHORT,
    /// One page for those who decide and do not know the system.
    EXECUTIVE_SUMMARY,
    /// One page: each value beside what was predicted of it.
    SCORECARD;

    /// As commands call it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Of every document, in order.
    public static List<String> words() {
        return Arrays.stream(values()).map(Document::word).toList();
    }

    /// Empty where there is none of that name.
    public static Optional<Document> named(String word) {
        return Arrays.stream(values()).filter(document -> document.word().equals(word)).findFirst();
    }
}

package io.gameday.console.home;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What somebody looks for: every word must stand somewhere.
final class Search {

    private final List<String> words;

    Search(String text) {
        words = Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty())
                .toList();
    }

    boolean finds(String... texts) {
        String all = String.join("\n", texts).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }
}

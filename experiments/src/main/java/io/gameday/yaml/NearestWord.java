package io.gameday.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known word that a misspelt one most likely means.
public final class NearestWord {

    private static final int FARTHEST = 3;

    private NearestWord() {
    }

    /// The nearest of `known`, when it is near enough to be worth suggesting: at most 3 letters away and fewer than
    /// half of the word; else one that the word begins with, and is at least half of it.
    public static Optional<String> to(String word, Collection<String> known) {
        int farthest = Math.min(FARTHEST, Math.max(1, word.length() / 2));
        return known.stream().min(Comparator.comparingInt((String k) -> distance(word, k)).thenComparing(k -> k))
                .filter(k -> distance(word, k) <= farthest)
                .or(() -> known.stream().filter(k -> word.startsWith(k) && 2 * k.length() >= word.length())
                        .max(Comparator.comparingInt(String::length)));
    }

    /// Letters to insert, delete or replace (Levenshtein).
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}

package io.gameday.report.phrase;

import io.gameday.yaml.Fields;
import io.gameday.yaml.Problem;
import io.gameday.yaml.Problems;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// English patterns beside what they are in another language. The pattern that says most is asked first, so the order in
/// the file does not matter. Immutable.
public final class PhraseBook {

    /// Of English, in which everything is written already.
    public static final PhraseBook ENGLISH = new PhraseBook(List.of());

    private static final BitSet NONE = new BitSet();

    private final List<Phrase> phrases;
    /// By the rarest of its words, where each stands in `phrases`; a text without that word is none of it.
    private final Map<String, BitSet> byWord = new HashMap<>();
    /// Those without a whole word of their own.
    private final BitSet wordless = new BitSet();

    private PhraseBook(List<Phrase> phrases) {
        this.phrases = phrases;
        Map<String, Long> often = phrases.stream().flatMap(phrase -> phrase.words().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        for (int i = 0; i < phrases.size(); i++) {
            phrases.get(i).words().stream().min(Comparator.comparing(word -> often.getOrDefault(word, 0L)))
                    .map(word -> byWord.computeIfAbsent(word, w -> new BitSet())).orElse(wordless).set(i);
        }
    }

    /// What reading gave: the book, or at least one problem.
    public record Reading(Optional<PhraseBook> book, List<Problem> problems) {
    }

    /// @param name how messages name the file
    /// @param text YAML: one field for each phrase, the pattern its name, the translation its value
    public static Reading read(String name, String text) {
        Problems problems = new Problems(name);
        List<Phrase> phrases = new ArrayList<>();
        Fields.read(text, problems).ifPresent(fields -> fields.keys().forEach(english -> {
            String other = fields.text(english);
            if (other.isEmpty()) {
                return;
            }
            try {
                phrases.add(new Phrase(english, other));
            } catch (Phrase.Unusable unusable) {
                fields.problem(english, "'" + english + "' " + unusable.getMessage());
            }
        }));
        phrases.sort(Comparator.comparingInt(Phrase::weight).reversed());
        List<Problem> found = problems.inOrder();
        return new Reading(found.isEmpty() ? Optional.of(new PhraseBook(List.copyOf(phrases))) : Optional.empty(),
                found);
    }

    public boolean isEmpty() {
        return phrases.isEmpty();
    }

    /// The phrases that a text may be one of, the one that says most first.
    ///
    /// @param small the text with its first letter small
    List<Phrase> candidates(String small) {
        BitSet candidates = (BitSet) wordless.clone();
        Phrase.words(small).forEach(word -> candidates.or(byWord.getOrDefault(word, NONE)));
        return candidates.stream().mapToObj(phrases::get).toList();
    }
}

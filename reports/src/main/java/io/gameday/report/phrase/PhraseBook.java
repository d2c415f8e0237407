package io.gameday.report.phrase;

import io.gameday.yaml.Fields;
import io.gameday.yaml.Problem;
import io.gameday.yaml.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// English patterns beside what they are in another language. The pattern that says most is asked first, so the order in
/// the file does not matter. Immutable.
public final class PhraseBook {

    /// Of English, in which everything is written already.
    public static final PhraseBook ENGLISH = new PhraseBook(List.of());

    private final List<Phrase> phrases;

    private PhraseBook(List<Phrase> phrases) {
        this.phrases = phrases;
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

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    List<Phrase> phrases() {
        return phrases;
    }
}

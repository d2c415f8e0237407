package io.gameday.console.text;

import io.gameday.report.export.Wording;
import io.gameday.report.phrase.PhraseBook;
import io.gameday.report.phrase.Translation;
import java.util.List;

/// The machine's sentences in one language. For several threads.
final class Sentences {

    /// A translation remembers every text that it was given; one of a long game day starts anew now and then.
    private static final int REMEMBERED = 20_000;

    private final Language language;
    private PhraseBook book = PhraseBook.ENGLISH;
    private Translation translation = new Translation(PhraseBook.ENGLISH, List.of());
    private int left;

    Sentences(Language language) {
        this.language = language;
    }

    synchronized String of(String english) {
        if (language == Language.ENGLISH || english.isEmpty()) {
            return english;
        }
        if (left == 0) {
            if (book.isEmpty()) {
                book = book();
            }
            translation = new Translation(book, List.of());
            left = REMEMBERED;
        }
        left--;
        return translation.of(english);
    }

    private PhraseBook book() {
        Wording.Reading reading = Wording.read(null, language.code());
        return reading.wording()
                .orElseThrow(() -> new IllegalStateException("phrases of this build: " + reading.problems())).phrases();
    }
}

package io.gameday.report.export;

import io.gameday.report.phrase.PhraseBook;
import io.gameday.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// In which language documents are written, and by whose templates and phrases.
public final class Wording {

    /// Which needs no phrases.
    public static final String ENGLISH = "en";
    /// What a language is called by: a code of two or three letters, such as `ja`.
    public static final String CODE = "[a-z]{2,3}";

    private final TemplateFiles files;
    private final PhraseBook phrases;

    private Wording(TemplateFiles files, PhraseBook phrases) {
        this.files = files;
        this.phrases = phrases;
    }

    /// What reading gave: the wording, or at least one problem.
    public record Reading(Optional<Wording> wording, List<Problem> problems) {
    }

    /// @param own a team's folder whose files stand in for ours, one by one; null for ours alone
    public static Wording english(@Nullable Path own) {
        return new Wording(new TemplateFiles(own), PhraseBook.ENGLISH);
    }

    /// Whether there are phrases of this language, or none are needed.
    public static boolean knows(@Nullable Path own, String language) {
        return language.equals(ENGLISH)
                || language.matches(CODE) && new TemplateFiles(own).resourceExists(phrases(language));
    }

    /// What a language may be, for messages.
    public static String allowed() {
        return "en, ja, or another for which a folder given with --templates has phrases, such as phrases-fr.yaml";
    }

    /// @param language one that is known
    /// @throws TemplateFailure when the file of its phrases cannot be read
    public static Reading read(@Nullable Path own, String language) {
        if (language.equals(ENGLISH)) {
            return new Reading(Optional.of(english(own)), List.of());
        }
        TemplateFiles files = new TemplateFiles(own, language);
        String file = phrases(language);
        PhraseBook.Reading reading = PhraseBook.read(files.place(file), files.text(file));
        return new Reading(reading.book().map(book -> new Wording(files, book)), reading.problems());
    }

    private static String phrases(String language) {
        return "phrases-" + language + ".yaml";
    }

    TemplateFiles files() {
        return files;
    }

    /// What the machine says in English, beside what it is in this language.
    public PhraseBook phrases() {
        return phrases;
    }
}

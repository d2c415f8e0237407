package io.gameday.report.lint;

import io.gameday.report.export.TemplateFiles;
import io.gameday.report.lint.Sentence.Token;
import io.gameday.yaml.Fields;
import io.gameday.yaml.Problem;
import io.gameday.yaml.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Words by list and language, and how they are found in a sentence: English as whole words, in the forms that the list
/// gives; Japanese, which writes no spaces, as parts of the text.
public final class Lexicon {

    /// How far before a word a negation may stand.
    private static final int TOKENS = 4;
    /// How far behind a Japanese word its negation may begin.
    private static final int LETTERS = 3;

    private final Map<Language, Map<Vocabulary, Words>> words;

    private Lexicon(Map<Language, Map<Vocabulary, Words>> words) {
        this.words = words;
    }

    /// One list.
    ///
    /// @param byFirst the same, by the first word of each
    private record Words(List<Phrase> phrases, Map<String, List<Phrase>> byFirst) {

        static final Words NONE = new Words(List.of(), Map.of());

        static Words of(List<String> texts) {
            List<Phrase> phrases = texts.stream().map(Phrase::of).toList();
            return new Words(phrases, phrases.stream().filter(phrase -> !phrase.words().isEmpty())
                    .collect(Collectors.groupingBy(phrase -> phrase.words().getFirst())));
        }

        boolean holds(String text) {
            return phrases.stream().anyMatch(phrase -> phrase.text().equals(text));
        }
    }

    /// @param text  in small letters
    /// @param words of it
    private record Phrase(String text, List<String> words) {

        static Phrase of(String text) {
            String small = text.strip().toLowerCase(Locale.ROOT).replace('’', '\'');
            return new Phrase(small, Sentence.tokens(small).stream().map(Token::word).toList());
        }
    }

    /// Where a word of a list stands.
    ///
    /// @param first token, from 0; `behind` is the one after the last. Of Japanese they are letters
    record Hit(String text, int first, int behind) {
    }

    /// What reading gave: the words, or at least one problem.
    public record Reading(Optional<Lexicon> lexicon, List<Problem> problems) {
    }

    /// @param own a team's folder whose files stand in for ours, one by one; null for ours alone
    /// @throws io.gameday.report.export.TemplateFailure when a file cannot be read
    public static Reading read(@Nullable Path own) {
        TemplateFiles files = new TemplateFiles(own);
        Map<Language, Map<Vocabulary, Words>> all = new EnumMap<>(Language.class);
        List<Problem> problems = new ArrayList<>();
        for (Language language : Language.values()) {
            Problems found = new Problems(files.place(language.file()));
            Fields.read(files.text(language.file()), found).ifPresent(fields -> all.put(language, lists(fields)));
            problems.addAll(found.inOrder());
        }
        return new Reading(problems.isEmpty() ? Optional.of(new Lexicon(all)) : Optional.empty(),
                List.copyOf(problems));
    }

    /// Whether a text names what somebody does, and not who.
    public boolean role(String text) {
        return has(Vocabulary.ROLES, text);
    }

    /// A list that is left out would quietly switch its rules off, so each must be there.
    private static Map<Vocabulary, Words> lists(Fields fields) {
        Map<Vocabulary, Words> lists = new EnumMap<>(Vocabulary.class);
        for (Vocabulary list : Vocabulary.values()) {
            lists.put(list, Words.of(fields.texts(list.key())));
            fields.require(list.key());
        }
        fields.noOthers();
        return lists;
    }

    private Words list(Language language, Vocabulary which) {
        return words.getOrDefault(language, Map.of()).getOrDefault(which, Words.NONE);
    }

    /// All of them, negated or not.
    List<Hit> hits(Vocabulary which, Sentence sentence) {
        Words list = list(sentence.language(), which);
        return switch (sentence.language()) {
            case ENGLISH -> english(list, sentence.tokens());
            case JAPANESE -> japanese(list, sentence.own());
        };
    }

    /// Those that are not negated.
    List<Hit> claims(Vocabulary which, Sentence sentence) {
        return hits(which, sentence).stream().filter(hit -> !negated(hit, sentence)).toList();
    }

    boolean has(Vocabulary which, String text) {
        return Sentence.of(text).stream().anyMatch(sentence -> !hits(which, sentence).isEmpty());
    }

    boolean claimed(Vocabulary which, String text) {
        return Sentence.of(text).stream().anyMatch(sentence -> !claims(which, sentence).isEmpty());
    }

    /// Whether the text is one of the list's and nothing else.
    boolean whole(Vocabulary which, String text) {
        String small = text.strip().toLowerCase(Locale.ROOT).replaceFirst("[.。!?]+$", "");
        return list(Language.of(text), which).holds(small);
    }

    /// Whether it begins with a word of the list; of Japanese, whose verbs come last, whether it ends with one.
    boolean led(Vocabulary which, String text) {
        Words list = list(Language.of(text), which);
        return switch (Language.of(text)) {
            case ENGLISH -> english(list, Sentence.tokens(text)).stream().anyMatch(hit -> hit.first() == 0);
            case JAPANESE -> {
                String end = text.strip().replaceFirst("[。.]+$", "");
                yield list.phrases().stream().anyMatch(phrase -> end.endsWith(phrase.text()));
            }
        };
    }

    private static List<Hit> english(Words list, List<Token> tokens) {
        List<Hit> hits = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            for (Phrase phrase : list.byFirst().getOrDefault(tokens.get(at).word(), List.of())) {
                if (begins(phrase.words(), tokens, at)) {
                    hits.add(new Hit(phrase.text(), at, at + phrase.words().size()));
                    break;
                }
            }
        }
        return hits;
    }

    private static boolean begins(List<String> words, List<Token> tokens, int at) {
        if (words.isEmpty() || at + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!tokens.get(at + i).word().equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Hit> japanese(Words list, String own) {
        String text = own.toLowerCase(Locale.ROOT);
        List<Hit> hits = new ArrayList<>();
        for (Phrase phrase : list.phrases()) {
            for (int at = text.indexOf(phrase.text()); at >= 0; at = text.indexOf(phrase.text(), at + 1)) {
                hits.add(new Hit(phrase.text(), at, at + phrase.text().length()));
            }
        }
        return hits;
    }

    private boolean negated(Hit hit, Sentence sentence) {
        return switch (sentence.language()) {
            case ENGLISH -> {
                List<Token> before = sentence.tokens().subList(Math.max(0, hit.first() - TOKENS), hit.first());
                boolean denied = list(Language.ENGLISH, Vocabulary.DENIAL).phrases().stream()
                        .anyMatch(denial -> begins(denial.words(), sentence.tokens(), hit.behind()));
                yield denied || before.stream().anyMatch(this::negates);
            }
            case JAPANESE -> list(Language.JAPANESE, Vocabulary.DENIAL).phrases().stream().anyMatch(denial -> {
                int at = sentence.own().indexOf(denial.text(), hit.behind());
                return at >= 0 && at <= hit.behind() + LETTERS;
            });
        };
    }

    private boolean negates(Token token) {
        return token.word().endsWith("n't") || list(Language.ENGLISH, Vocabulary.NEGATION).holds(token.word());
    }

    /// Every word of a list, in either language; for those that both write alike.
    List<String> all(Vocabulary which) {
        return Stream.of(Language.values()).flatMap(language -> list(language, which).phrases().stream())
                .map(Phrase::text).toList();
    }
}

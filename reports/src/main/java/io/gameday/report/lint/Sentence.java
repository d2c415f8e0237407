package io.gameday.report.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A sentence, ready to be looked through for words.
///
/// @param text   as it was written
/// @param own    the same, with spaces for what is quoted: that is somebody else's
/// @param tokens of `own`, words in small letters
record Sentence(Language language, String text, String own, List<Token> tokens) {

    /// @param start in the sentence's text, from 0; `end` is behind its last letter
    record Token(String word, int start, int end) {
    }

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’.-][\\p{L}\\p{N}]+)*");
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+|(?<=[。！？])\\s*|\\n\\s*\\n");
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』");

    static List<Sentence> of(String text) {
        Language language = Language.of(text);
        return Stream.of(END.split(text)).filter(part -> !part.isBlank()).map(part -> of(language, part.strip()))
                .toList();
    }

    private static Sentence of(Language language, String text) {
        String own = QUOTED.matcher(text).replaceAll((MatchResult quoted) -> " ".repeat(quoted.group().length()));
        return new Sentence(language, text, own, tokens(own));
    }

    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            tokens.add(
                    new Token(words.group().toLowerCase(Locale.ROOT).replace('’', '\''), words.start(), words.end()));
        }
        return tokens;
    }
}

package io.gameday.report.phrase;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Translates the texts of one document and remembers for which of them there was no phrase. Not for two threads.
public final class Translation {

    /// Two letters or more that are not part of a name such as `cell-1`, `az1`, `J-24` or `tM`.
    private static final Pattern WORD = Pattern
            .compile("(?<![\\w./:=-])(?!\\p{Ll}\\p{Lu})\\p{L}{2,}(?![\\w/=-]|:\\w|\\.\\w)");
    /// Units that every language writes alike, and what computers are called by.
    private static final Set<String> NO_WORDS = Set.of("ms", "UTC", "GAMEDAY", "Gameday");
    /// A small word that stands alone is a name, such as a role.
    private static final Pattern NAME = Pattern.compile("\\p{Ll}+");
    /// In place of words that are not ours; no text has letters from here of its own.
    private static final int PRIVATE_USE = 0xE000;
    private static final Pattern KEPT = Pattern.compile("[\\uE000-\\uF8FF]");

    private final PhraseBook book;
    private final Set<String> all;
    private final List<String> own;
    private final Map<String, Told> told = new HashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();

    /// @param missing what in it has no translation
    private record Told(String text, Set<String> missing) {
    }

    /// @param own texts that stay as they are wherever they stand, also within others: words of people
    public Translation(PhraseBook book, Collection<String> own) {
        this.book = book;
        all = Set.copyOf(own);
        this.own = own.stream().filter(text -> words(text) > 1 || text.chars().anyMatch(c -> c > 0x2FFF)).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(text -> text))
                .limit(0xF8FF - PRIVATE_USE).toList();
    }

    /// The text in the other language; what no phrase tells stays as it is.
    public String of(String text) {
        if (book.isEmpty() || text.isEmpty()) {
            return text;
        }
        Told result = translated(hidden(text));
        if (!NAME.matcher(text).matches() || !result.missing().contains(text)) {
            result.missing().stream().map(this::shown).filter(each -> !all.contains(each)).forEach(missing::add);
        }
        return shown(result.text());
    }

    /// What had no translation so far, in order.
    public List<String> missing() {
        return List.copyOf(missing);
    }

    private String hidden(String text) {
        String hidden = text;
        for (int i = 0; i < own.size(); i++) {
            hidden = hidden.replace(own.get(i), Character.toString(PRIVATE_USE + i));
        }
        return hidden;
    }

    private String shown(String text) {
        return KEPT.matcher(text).replaceAll(kept -> {
            int which = kept.group().charAt(0) - PRIVATE_USE;
            return Matcher.quoteReplacement(which < own.size() ? own.get(which) : kept.group());
        });
    }

    private Told translated(String text) {
        Told known = told.get(text);
        if (known == null) {
            known = search(text);
            told.put(text, known);
        }
        return known;
    }

    /// The first pattern that leaves no word without translation; where there is none, the first, unless it merely joins:
    /// half a list in one language and half in another helps nobody.
    private Told search(String text) {
        if (text.codePoints().noneMatch(c -> c < 0x80 && Character.isLetter(c))) {
            return new Told(text, Set.of());
        }
        String small = Phrase.small(text);
        Told first = null;
        for (Phrase phrase : book.candidates(small)) {
            Set<String> left = new LinkedHashSet<>();
            Optional<String> other = phrase.match(text, small, part -> {
                Told inner = translated(part);
                left.addAll(inner.missing());
                return inner.text();
            });
            if (other.isPresent() && left.isEmpty()) {
                return new Told(other.get(), Set.of());
            }
            if (other.isPresent() && first == null) {
                first = new Told(phrase.joins() ? text : other.get(), left);
            }
        }
        return first != null ? first : new Told(text, words(text) == 0 ? Set.of() : Set.of(text));
    }

    private static long words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).filter(word -> !NO_WORDS.contains(word))
                .count();
    }
}

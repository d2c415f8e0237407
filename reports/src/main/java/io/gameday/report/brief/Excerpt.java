package io.gameday.report.brief;

import io.gameday.report.phrase.OwnWords;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Set;

/// A text as far as there is room for it. Only people's words are ever cut: a sentence of ours is told whole or left out,
/// since half of one could not be translated.
///
/// @param cut whether the text goes on elsewhere
public record Excerpt(String text, boolean cut, boolean byPeople) implements OwnWords {

    static final Excerpt NONE = new Excerpt("", false, true);

    /// From here on letters are as wide as they are high.
    private static final int FIRST_WIDE = 0x2E80;

    @Override
    public Set<String> ownWords() {
        return byPeople ? Set.of("text") : Set.of();
    }

    static Excerpt ours(String text) {
        return new Excerpt(text, false, false);
    }

    /// @param most width in letters of ordinary width; a wide one counts as two
    static Excerpt of(String words, int most) {
        String text = words.strip();
        if (width(text) <= most) {
            return new Excerpt(text, false, true);
        }
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int end = 0;
        for (int at = breaks.next(); at != BreakIterator.DONE
                && width(text.substring(0, at).stripTrailing()) <= most; at = breaks.next()) {
            end = at;
        }
        return new Excerpt(text.substring(0, end == 0 ? within(text, most) : end).stripTrailing(), true, true);
    }

    /// Where a single word is too long: after the last whole letter.
    private static int within(String text, int most) {
        int end = 0;
        for (int width = 0; end < text.length(); end += Character.charCount(text.codePointAt(end))) {
            width += text.codePointAt(end) < FIRST_WIDE ? 1 : 2;
            if (width > most) {
                break;
            }
        }
        return end;
    }

    private static int width(String text) {
        return text.codePoints().map(letter -> letter < FIRST_WIDE ? 1 : 2).sum();
    }
}

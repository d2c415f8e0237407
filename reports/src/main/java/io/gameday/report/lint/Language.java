package io.gameday.report.lint;

import java.util.regex.Pattern;

/// In what a text is written. Any kana or kanji makes it Japanese.
enum Language {
    ENGLISH("words-en.yaml"), JAPANESE("words-ja.yaml");

    private static final Pattern LETTERS = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    private final String file;

    Language(String file) {
        this.file = file;
    }

    static Language of(String text) {
        return LETTERS.matcher(text).find() ? JAPANESE : ENGLISH;
    }

    /// Where its words are.
    String file() {
        return file;
    }
}

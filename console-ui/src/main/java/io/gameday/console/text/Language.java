package io.gameday.console.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the console can speak.
public enum Language {
    ENGLISH("en", "English", Locale.ROOT), JAPANESE("ja", "日本語", Locale.JAPANESE);

    private final String code;
    private final String called;
    private final Locale locale;

    Language(String code, String called, Locale locale) {
        this.code = code;
        this.called = called;
        this.locale = locale;
    }

    /// As in `--language=ja`.
    public String code() {
        return code;
    }

    /// As those who speak it call it.
    public String called() {
        return called;
    }

    /// Of its bundle; English is in the one that all others fall back to.
    Locale locale() {
        return locale;
    }

    /// @return empty when the console does not speak it
    public static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(language -> language.code.equals(code)).findFirst();
    }

    /// The desktop's, or English where the console does not speak that.
    public static Language of(Locale desktop) {
        return of(desktop.getLanguage()).orElse(ENGLISH);
    }

    /// Its codes, for messages.
    public static String allowed() {
        return Arrays.stream(values()).map(Language::code).collect(Collectors.joining(" or "));
    }
}

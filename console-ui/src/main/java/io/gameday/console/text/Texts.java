package io.gameday.console.text;

import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the interface by key: `console.properties`, one section per screen, and `console_ja.properties`.
///
/// One process speaks one language, from before its first screen on: [#speak] is called once, where the console starts.
public final class Texts {

    private static volatile Spoken spoken = Spoken.in(Language.ENGLISH);

    private Texts() {
    }

    private record Spoken(Language language, ResourceBundle bundle, Sentences sentences) {
        static Spoken in(Language language) {
            return new Spoken(language, ResourceBundle.getBundle("io.gameday.console.console", language.locale()),
                    new Sentences(language));
        }
    }

    /// To be called before the first screen is made; what was made before stays as it is.
    public static void speak(Language language) {
        spoken = Spoken.in(language);
    }

    public static Language language() {
        return spoken.language();
    }

    /// @param values fill `{0}`, `{1}`, …: figures come as text, formatted where they belong, and are [said][#said] in the
    ///     language; what people wrote comes as [#own]
    /// @throws java.util.MissingResourceException when there is no such key
    public static String of(String key, Object... values) {
        String text = spoken.bundle().getString(key);
        if (values.length == 0) {
            return text;
        }
        Object[] said = Arrays.stream(values).map(value -> value instanceof String english ? said(english) : value)
                .toArray();
        return new MessageFormat(text, Locale.ROOT).format(said);
    }

    /// Words of people, which stay as they are in every language.
    public static Object own(String words) {
        return new Own(words);
    }

    private record Own(String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    /// What the machine said in English, such as a line of the journal, in the language of the interface: by the phrases
    /// that COEs are translated with. Without a phrase it stays English. Never for words of people.
    public static String said(String english) {
        return spoken.sentences().of(english);
    }

    /// @param key of a pattern of [DateTimeFormatter]
    public static DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(of(key),
                spoken.language() == Language.ENGLISH ? Locale.ENGLISH : spoken.language().locale());
    }
}

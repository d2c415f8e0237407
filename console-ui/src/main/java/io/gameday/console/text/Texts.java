package io.gameday.console.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the interface by key: `console.properties`, one section per screen.
public final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.gameday.console.console", Locale.ROOT);

    private Texts() {
    }

    /// @param values fill `{0}`, `{1}`, … as they are: figures come as text, formatted where they belong
    /// @throws java.util.MissingResourceException when there is no such key
    public static String of(String key, Object... values) {
        String text = BUNDLE.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(values);
    }
}

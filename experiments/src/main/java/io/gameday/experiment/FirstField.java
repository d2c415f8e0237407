package io.gameday.experiment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts a field in front of all others of a file, which is otherwise left as it is.
public final class FirstField {

    /// What may stand in front of the first line of YAML.
    private static final Pattern DOCUMENT = Pattern.compile("\\A(?:[ \\t]*(?:[#%].*)?\\R)*---[ \\t]*\\R");

    private FirstField() {
    }

    /// @param value a word that needs no quotes
    public static String of(String name, String value, String text) {
        if (text.stripLeading().startsWith("{")) {
            return text.replaceFirst("\\{",
                    "{ \"" + name + "\": " + (value.equals("true") ? value : "\"" + value + "\"") + ",");
        }
        String line = name + ": " + value + "\n";
        Matcher begin = DOCUMENT.matcher(text);
        return begin.find() ? text.substring(0, begin.end()) + line + text.substring(begin.end()) : line + text;
    }
}

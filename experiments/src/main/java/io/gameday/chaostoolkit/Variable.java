package io.gameday.chaostoolkit;

import io.gameday.yaml.NearestWord;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A value that the operator gives in place of what a file says of its configuration and secrets.
public record Variable(String name, Json value) {

    private static final Pattern WRITTEN = Pattern.compile("([^:=]+)(?::([^=]*))?=(.*)", Pattern.DOTALL);

    /// Reads `KEY=VALUE` or `KEY:TYPE=VALUE`.
    ///
    /// @throws IllegalArgumentException that says what is allowed
    public static Variable of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "variable '" + written + "' has no name and value; allowed: KEY=VALUE or KEY:TYPE=VALUE");
        }
        String name = matcher.group(1);
        String word = Optional.ofNullable(matcher.group(2)).orElse("str");
        ValueType type = ValueType.WORDS.get(word);
        if (type == null) {
            throw new IllegalArgumentException("variable '" + name + "' has the type '" + word + "'"
                    + NearestWord.to(word, ValueType.WORDS.keySet()).map(near -> "; did you mean '" + near + "'?")
                            .orElse("")
                    + "; allowed: " + String.join(", ", ValueType.WORDS.keySet().stream().sorted().toList()));
        }
        // What stands behind the sign may be a secret, so the message does not repeat it.
        Json value = type.of(Json.text(matcher.group(3))).orElseThrow(() -> new IllegalArgumentException(
                "variable '" + name + "' has no value of type '" + word + "'; allowed: " + type.allowed()));
        return new Variable(name, value);
    }
}

package io.gameday.chaostoolkit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a text from outside is taken for.
public enum ValueType {
    AS_IT_IS("a text"), TEXT("a text"), WHOLE("a whole number"), DECIMAL("a number"), TRUTH(
            "a truth, where false, 0 and no are false"), JSON("JSON");

    /// The words of Chaos Toolkit.
    static final Map<String, ValueType> WORDS = Map.ofEntries(Map.entry("str", TEXT), Map.entry("string", TEXT),
            Map.entry("bytes", TEXT), Map.entry("int", WHOLE), Map.entry("integer", WHOLE), Map.entry("float", DECIMAL),
            Map.entry("number", DECIMAL), Map.entry("bool", TRUTH), Map.entry("boolean", TRUTH),
            Map.entry("json", JSON));

    private static final Set<String> FALSE = Set.of("false", "0", "no");

    private final String allowed;

    ValueType(String allowed) {
        this.allowed = allowed;
    }

    /// How a message says what is allowed.
    String allowed() {
        return allowed;
    }

    /// Empty when `given` cannot be that. A default may have a type of its own already.
    Optional<Json> of(Json given) {
        String text = given.inWords().strip();
        return switch (this) {
            case AS_IT_IS -> Optional.of(given);
            case TEXT -> Optional.of(Json.text(given.inWords()));
            case WHOLE -> text.matches("[+-]?[0-9]{1,40}")
                    ? Json.decimal(text).map(value -> new Json.Number(value, true))
                    : Optional.empty();
            case DECIMAL -> Json.decimal(text).map(value -> new Json.Number(value, false));
            case TRUTH -> Optional.of(Json.truth(!FALSE.contains(text.toLowerCase(Locale.ROOT))));
            case JSON -> given instanceof Json.Text ? Json.parse(text) : Optional.of(given);
        };
    }
}

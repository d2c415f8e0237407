package io.gameday.chaostoolkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts values for `${name}`, by the rules of Chaos Toolkit, which are those of Python's `string.Template`: `$name` counts
/// too, `$$` is a dollar, and a name without a value stays as it is. A text that is exactly one `${name}` takes the value
/// with its type.
public final class Substitution {

    private static final String NAME = "[_a-zA-Z][_a-zA-Z0-9]*";
    private static final Pattern ALONE = Pattern.compile("\\$\\{(" + NAME + ")}");
    private static final Pattern WITHIN = Pattern.compile("\\$(?:(\\$)|(" + NAME + ")|\\{(" + NAME + ")})");

    private final Map<String, Json> values = new LinkedHashMap<>();

    /// @param configuration what counts where both have a name
    /// @param secrets       by name, of all scopes
    public Substitution(Map<String, Json> configuration, Map<String, Json> secrets) {
        values.putAll(secrets);
        values.putAll(configuration);
    }

    /// `value` with every text in it substituted, at any depth. The keys of groups stay.
    public Json in(Json value) {
        return switch (value) {
            case Json.Text(String text) -> in(text);
            case Json.Items(List<Json> items) -> new Json.Items(items.stream().map(this::in).toList());
            case Json.Group(Map<String, Json> fields) -> {
                Map<String, Json> all = new LinkedHashMap<>();
                fields.forEach((key, field) -> all.put(key, in(field)));
                yield new Json.Group(all);
            }
            case Json.Null _,Json.Truth _,Json.Number _ -> value;
        };
    }

    public Json in(String text) {
        Matcher alone = ALONE.matcher(text);
        if (alone.matches()) {
            Json value = values.get(alone.group(1));
            return value == null ? Json.text(text) : value;
        }
        return Json.text(WITHIN.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) != null
                        ? "$"
                        : put(found.group(2) != null ? found.group(2) : found.group(3), found.group()))));
    }

    private String put(String name, String asWritten) {
        @Nullable
        Json value = values.get(name);
        return value == null ? asWritten : value.inWords();
    }

    /// Whether `text` holds a `${name}`, so that what it says is known only with the values.
    static boolean open(String text) {
        return !names(text).isEmpty();
    }

    /// Whether `text` is exactly one `${name}`.
    static boolean alone(String text) {
        return ALONE.matcher(text).matches();
    }

    /// The names in braces; one without them is more often meant as it stands, as in a price or a pattern.
    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = WITHIN.matcher(text);
        while (matcher.find()) {
            if (matcher.group(3) != null) {
                names.add(matcher.group(3));
            }
        }
        return names;
    }
}

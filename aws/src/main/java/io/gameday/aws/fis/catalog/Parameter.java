package io.gameday.aws.fis.catalog;

import io.gameday.aws.fis.template.IsoDuration;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a parameter of an action may be. All values are texts in a template.
///
/// @param least  of a number or duration, as a template writes it; null when nothing is said
/// @param most   of a number or duration, or entries of a list; null when nothing is said
/// @param oneOf  the words allowed, of a list for each entry; empty when all are
/// @param preset what AWS takes when it is left out; null when nothing is said
public record Parameter(Kind kind, boolean required, @Nullable String least, @Nullable String most, List<String> oneOf,
        @Nullable String preset) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What a value is, by its name in the data.
    public enum Kind {
        TEXT, NUMBER, DECIMAL, DURATION, LIST, SWITCH, JSON
    }

    public Parameter {
        oneOf = List.copyOf(oneOf);
    }

    /// What is allowed instead of `value`; empty when it is.
    Optional<String> refusal(String value) {
        boolean fits = switch (kind) {
            case TEXT -> oneOf.isEmpty() || oneOf.contains(value);
            case NUMBER -> value.matches("\\d{1,9}") && within(new BigDecimal(value));
            case DECIMAL -> value.matches("\\d{1,9}(\\.\\d{1,9})?") && within(new BigDecimal(value));
            case DURATION -> IsoDuration.parse(value).filter(this::within).isPresent();
            case LIST -> fits(entries(value));
            case SWITCH -> value.equals("true") || value.equals("false");
            case JSON -> isGroup(value);
        };
        return fits ? Optional.empty() : Optional.of(words());
    }

    /// The entries of a list, which stand in one text with commas between them.
    public static List<String> entries(String value) {
        return List.of(value.split(",", -1)).stream().map(String::strip).toList();
    }

    private boolean fits(List<String> entries) {
        return entries.stream().noneMatch(String::isEmpty) && (oneOf.isEmpty() || oneOf.containsAll(entries))
                && (most == null || entries.size() <= Integer.parseInt(most));
    }

    private boolean within(BigDecimal number) {
        return (least == null || number.compareTo(new BigDecimal(least)) >= 0)
                && (most == null || number.compareTo(new BigDecimal(most)) <= 0);
    }

    private boolean within(Duration duration) {
        return (least == null || duration.compareTo(Duration.parse(least)) >= 0)
                && (most == null || duration.compareTo(Duration.parse(most)) <= 0);
    }

    private static boolean isGroup(String value) {
        try {
            return JSON.readTree(value).isObject();
        } catch (JacksonException notJson) {
            return false;
        }
    }

    private String words() {
        return switch (kind) {
            case TEXT -> String.join(", ", oneOf);
            case NUMBER -> "a whole number" + range();
            case DECIMAL -> "a number" + range();
            case DURATION -> least + " to " + most;
            case LIST -> (oneOf.isEmpty() ? "words" : String.join(", ", oneOf)) + ", with commas between them"
                    + (most == null ? "" : ", at most " + most);
            case SWITCH -> "true, false";
            case JSON -> "a group of fields in JSON, such as {\"name\": [\"value\"]}";
        };
    }

    private String range() {
        return (least == null ? "" : " from " + least) + (most == null ? "" : " to " + most);
    }
}

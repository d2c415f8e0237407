package io.gameday.chaostoolkit;

import io.gameday.yaml.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A value with its type, as an experiment of Chaos Toolkit holds it and a probe gives it.
public sealed interface Json {

    Json NULL = new Null();

    record Null() implements Json {
    }

    record Truth(boolean value) implements Json {
    }

    /// @param whole whether it is written without a point and an exponent: only such a one is a tolerance
    record Number(BigDecimal value, boolean whole) implements Json {
    }

    record Text(String text) implements Json {
    }

    record Items(List<Json> items) implements Json {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// @param fields in the order in which they are written
    record Group(Map<String, Json> fields) implements Json {
        public Group {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    static Json text(String text) {
        return new Text(text);
    }

    static Json truth(boolean value) {
        return new Truth(value);
    }

    static Json number(long value) {
        return new Number(BigDecimal.valueOf(value), true);
    }

    static Json items(Json... items) {
        return new Items(List.of(items));
    }

    static Json of(Node node) {
        return switch (node) {
            case Node.Nothing _ -> NULL;
            case Node.Scalar scalar -> of(scalar);
            case Node.Sequence sequence -> new Items(sequence.items().stream().map(Json::of).toList());
            case Node.Mapping mapping -> {
                Map<String, Json> fields = new LinkedHashMap<>();
                // Of a key that is given twice the last counts, as in Python.
                mapping.fields().forEach(field -> fields.put(field.key(), of(field.value())));
                yield new Group(fields);
            }
        };
    }

    private static Json of(Node.Scalar scalar) {
        return switch (scalar.form()) {
            case TEXT -> new Text(scalar.text());
            case TRUTH -> new Truth(scalar.text().equalsIgnoreCase("true"));
            case WHOLE,
                    DECIMAL ->
                decimal(scalar.text().replace("_", ""))
                        .<Json>map(value -> new Number(value, scalar.form() == Node.Form.WHOLE))
                        // Such as 0x1f, which YAML counts as a number.
                        .orElseGet(() -> new Text(scalar.text()));
        };
    }

    /// What the JSON in `text` says; empty when it is no JSON.
    static Optional<Json> parse(String text) {
        return Node.json(text).map(Json::of);
    }

    static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /// As JSON, with a line for each field and item.
    default String written() {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(plain());
    }

    /// As JSON, to be sent.
    default String compact() {
        return JsonMapper.builder().build().writeValueAsString(plain());
    }

    private @Nullable Object plain() {
        return switch (this) {
            case Null _ -> null;
            case Truth(boolean value) -> value;
            case Number(BigDecimal value, boolean whole) -> whole ? value.toBigInteger() : value;
            case Text(String text) -> text;
            case Items(List<Json> items) ->
                items.stream().map(Json::plain).collect(Collectors.toCollection(ArrayList::new));
            case Group(Map<String, Json> fields) -> {
                Map<String, @Nullable Object> all = new LinkedHashMap<>();
                fields.forEach((key, value) -> all.put(key, value.plain()));
                yield all;
            }
        };
    }

    /// The number that it counts as: true is 1, as in Python. Empty when it is none.
    default Optional<BigDecimal> counted() {
        return switch (this) {
            case Truth(boolean value) -> Optional.of(value ? BigDecimal.ONE : BigDecimal.ZERO);
            case Number(BigDecimal value, var _) -> Optional.of(value);
            case Null _,Text _,Items _,Group _ -> Optional.empty();
        };
    }

    /// Whether both are equal as in Python: by value and not by how it is written, and 1 is true.
    default boolean same(Json other) {
        Optional<BigDecimal> number = counted();
        if (number.isPresent()) {
            return other.counted().filter(value -> value.compareTo(number.get()) == 0).isPresent();
        }
        if (this instanceof Items(List<Json> mine) && other instanceof Items(List<Json> theirs)) {
            boolean all = mine.size() == theirs.size();
            for (int i = 0; all && i < mine.size(); i++) {
                all = mine.get(i).same(theirs.get(i));
            }
            return all;
        }
        if (this instanceof Group(Map<String, Json> mine) && other instanceof Group(Map<String, Json> theirs)) {
            return mine.keySet().equals(theirs.keySet())
                    && mine.entrySet().stream().allMatch(field -> field.getValue().same(theirs.get(field.getKey())));
        }
        return equals(other);
    }

    /// Whether Python takes it for true.
    default boolean truthy() {
        return switch (this) {
            case Null _ -> false;
            case Truth(boolean value) -> value;
            case Number(BigDecimal value, var _) -> value.signum() != 0;
            case Text(String text) -> !text.isEmpty();
            case Items(List<Json> items) -> !items.isEmpty();
            case Group(Map<String, Json> fields) -> !fields.isEmpty();
        };
    }

    /// How Python puts it into the middle of a text.
    default String inWords() {
        return this instanceof Text(String text) ? text : quoted();
    }

    private String quoted() {
        return switch (this) {
            case Null _ -> "None";
            case Truth(boolean value) -> value ? "True" : "False";
            case Number(BigDecimal value, boolean whole) -> whole ? value.toString() : decimal(value.doubleValue());
            case Text(String text) -> quoted(text);
            case Items(List<Json> items) ->
                items.stream().map(Json::quoted).collect(Collectors.joining(", ", "[", "]"));
            case Group(Map<String, Json> fields) -> {
                List<String> parts = new ArrayList<>();
                fields.forEach((key, value) -> parts.add(quoted(key) + ": " + value.quoted()));
                yield "{" + String.join(", ", parts) + "}";
            }
        };
    }

    private static String quoted(String text) {
        String mark = text.contains("'") && !text.contains("\"") ? "\"" : "'";
        return mark + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
                .replace("'", mark.equals("'") ? "\\'" : "'") + mark;
    }

    /// Python writes an exponent only from 1e16 and below 1e-4.
    private static String decimal(double value) {
        double size = Math.abs(value);
        return size == 0 || size >= 1e-4 && size < 1e16
                ? BigDecimal.valueOf(value).toPlainString()
                : Double.toString(value);
    }
}

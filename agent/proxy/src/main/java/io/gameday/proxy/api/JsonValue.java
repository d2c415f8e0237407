package io.gameday.proxy.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value as it was read, with the place where it begins (both from 1), so that a message can name line and column.
sealed interface JsonValue {

    int line();

    int column();

    /// How a message shows it: short, on one line.
    default String shown() {
        return switch (this) {
            case Text(String text, int _, int _) ->
                GoJson.text(text.length() > 60 ? text.substring(0, 60) + "…" : text);
            case Whole(long value, int _, int _) -> Long.toString(value);
            case Fraction(String written, int _, int _) -> written.length() > 60 ? "a long number" : written;
            case Truth(boolean value, int _, int _) -> Boolean.toString(value);
            case Items(List<JsonValue> _, int _, int _) -> "an array";
            case Fields(Map<String, JsonValue> _, int _, int _) -> "an object";
            case Nothing(int _, int _) -> "null";
        };
    }

    record Text(String text, int line, int column) implements JsonValue {
    }

    /// Written without fraction and exponent, and within 64 bits.
    record Whole(long value, int line, int column) implements JsonValue {
    }

    /// Any other number, as written.
    record Fraction(String written, int line, int column) implements JsonValue {
    }

    record Truth(boolean value, int line, int column) implements JsonValue {
    }

    record Items(List<JsonValue> values, int line, int column) implements JsonValue {
    }

    record Nothing(int line, int column) implements JsonValue {
    }

    /// An object. Toxiproxy's clients rely on three rules: names match without regard to case, a null says the same as
    /// no field at all, and fields that nobody knows are passed over.
    ///
    /// @param byName names in lower case, nulls left out
    record Fields(Map<String, JsonValue> byName, int line, int column) implements JsonValue {

        private static final Fields NONE = new Fields(Map.of(), 1, 1);

        /// What a null stands for where an object is wanted.
        static Fields none() {
            return NONE;
        }

        @Nullable
        String text(String name) throws BadBody {
            return switch (byName.get(name)) {
                case null -> null;
                case Text(String text, int _, int _) -> text;
                case JsonValue other -> throw wrong(name, other, "a string");
            };
        }

        @Nullable
        Long whole(String name) throws BadBody {
            return switch (byName.get(name)) {
                case null -> null;
                case Whole(long value, int _, int _) -> value;
                case JsonValue other -> throw wrong(name, other, "an integer");
            };
        }

        @Nullable
        Double number(String name) throws BadBody {
            return switch (byName.get(name)) {
                case null -> null;
                case Whole(long value, int _, int _) -> (double) value;
                case Fraction(String written, int _, int _) -> Double.valueOf(written);
                case JsonValue other -> throw wrong(name, other, "a number");
            };
        }

        @Nullable
        Boolean truth(String name) throws BadBody {
            return switch (byName.get(name)) {
                case null -> null;
                case Truth(boolean value, int _, int _) -> value;
                case JsonValue other -> throw wrong(name, other, "true or false");
            };
        }

        /// Without fields when there is no such field.
        Fields fields(String name) throws BadBody {
            return switch (byName.get(name)) {
                case null -> NONE;
                case Fields fields -> fields;
                case JsonValue other -> throw wrong(name, other, "an object");
            };
        }

        @Nullable
        Items items(String name) throws BadBody {
            return switch (byName.get(name)) {
                case null -> null;
                case Items items -> items;
                case JsonValue other -> throw wrong(name, other, "an array");
            };
        }

        /// The field to point at in a message, or the object where there is no such field.
        JsonValue at(String name) {
            JsonValue field = byName.get(name);
            return field == null ? this : field;
        }

        private static BadBody wrong(String name, JsonValue value, String allowed) {
            return new BadBody(value, name + " is " + value.shown() + "; allowed: " + allowed);
        }
    }
}

package io.gameday.proxy.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes JSON as Go's library does, byte for byte: clients compare bodies as text. No blanks; `<`, `>` and `&` are
/// escaped; a 32-bit float has its shortest form, and `1` has no point.
final class GoJson {

    private GoJson() {
    }

    /// @param value of maps (in their own order), lists, strings, numbers, booleans and nulls
    static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    static String text(String text) {
        StringBuilder out = new StringBuilder();
        text(out, text);
        return out.toString();
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> text(out, text);
            case Boolean truth -> out.append(truth);
            case Integer whole -> out.append(whole);
            case Long whole -> out.append(whole);
            case Float number -> out.append(number(new BigDecimal(Float.toString(number))));
            case Double number -> out.append(number(new BigDecimal(Double.toString(number))));
            case Map<?, ?> fields -> fields(out, fields);
            case List<?> items -> items(out, items);
            default -> throw new IllegalArgumentException("no JSON form for " + value.getClass());
        }
    }

    private static void fields(StringBuilder out, Map<?, ?> fields) {
        out.append('{');
        String comma = "";
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            out.append(comma);
            text(out, String.valueOf(field.getKey()));
            out.append(':');
            write(out, field.getValue());
            comma = ",";
        }
        out.append('}');
    }

    private static void items(StringBuilder out, List<?> items) {
        out.append('[');
        String comma = "";
        for (Object item : items) {
            out.append(comma);
            write(out, item);
            comma = ",";
        }
        out.append(']');
    }

    /// Below 0.000001 with an exponent, without leading zeros in it, else without.
    private static String number(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.signum() == 0 || shortest.abs().compareTo(new BigDecimal("0.000001")) >= 0) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        return digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e" + exponent;
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else if (alone(text, i)) {
                        out.append('\ufffd');
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /// Half of a surrogate pair without the other half, which has no form in UTF-8.
    private static boolean alone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}

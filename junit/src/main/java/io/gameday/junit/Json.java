package io.gameday.junit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads what Gameday writes. A library would come onto the class path of the tests of whoever uses this.
final class Json {

    private final Map<String, Object> object;

    private Json(Map<String, Object> object) {
        this.object = object;
    }

    /// @throws IllegalArgumentException when it is no JSON object
    static Json read(String text) {
        Reader reader = new Reader(text);
        Object value = reader.whole();
        if (value instanceof Map<?, ?>) {
            return of(value);
        }
        throw reader.wrong("an object");
    }

    @SuppressWarnings("unchecked") // Our reader makes maps of strings alone.
    private static Json of(Object value) {
        return new Json((Map<String, Object>) value);
    }

    Map<String, Object> map() {
        return object;
    }

    boolean has(String name) {
        return object.get(name) != null;
    }

    Json at(String name) {
        return object.get(name) instanceof Map<?, ?> map ? of(map) : of(Map.of());
    }

    List<Json> list(String name) {
        return object.get(name) instanceof List<?> list
                ? list.stream().filter(Map.class::isInstance).map(Json::of).toList()
                : List.of();
    }

    /// Empty where there is none.
    String text(String name) {
        Object value = object.get(name);
        return value == null ? "" : value.toString();
    }

    /// Zero where there is none.
    int integer(String name) {
        return object.get(name) instanceof Number number ? number.intValue() : 0;
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Object whole() {
            Object value = value();
            skip();
            if (at < text.length()) {
                throw wrong("the end");
            }
            return value;
        }

        private Object value() {
            skip();
            char c = at < text.length() ? text.charAt(at) : '\0';
            return switch (c) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> string();
                case 't' -> word("true", Boolean.TRUE);
                case 'f' -> word("false", Boolean.FALSE);
                case 'n' -> word("null", null);
                default -> number();
            };
        }

        private Map<String, Object> object() {
            Map<String, Object> fields = new LinkedHashMap<>();
            at++;
            skip();
            while (!taken('}')) {
                skip();
                String name = string();
                skip();
                take(':');
                fields.put(name, value());
                skip();
                if (!taken(',')) {
                    take('}');
                    break;
                }
            }
            return Collections.unmodifiableMap(fields);
        }

        private List<Object> array() {
            List<Object> items = new ArrayList<>();
            at++;
            skip();
            while (!taken(']')) {
                items.add(value());
                skip();
                if (!taken(',')) {
                    take(']');
                    break;
                }
            }
            return Collections.unmodifiableList(items);
        }

        private String string() {
            take('"');
            StringBuilder out = new StringBuilder();
            while (!taken('"')) {
                if (at >= text.length()) {
                    throw wrong("a quote");
                }
                char c = text.charAt(at++);
                out.append(c == '\\' ? escaped() : c);
            }
            return out.toString();
        }

        private char escaped() {
            if (at >= text.length()) {
                throw wrong("an escaped character");
            }
            char c = text.charAt(at++);
            return switch (c) {
                case '"', '\\', '/' -> c;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> {
                    String digits = text.substring(at, Math.min(at + 4, text.length()));
                    if (!digits.matches("[0-9a-fA-F]{4}")) {
                        throw wrong("four hexadecimal digits");
                    }
                    at += 4;
                    yield (char) Integer.parseInt(digits, 16);
                }
                default -> throw wrong("an escaped character");
            };
        }

        private Object number() {
            int from = at;
            while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            String number = text.substring(from, at);
            if (!number.matches("-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?")) {
                at = from;
                throw wrong("a value");
            }
            if (number.matches("-?[0-9]{1,18}")) {
                return Long.valueOf(number);
            }
            return Double.valueOf(number);
        }

        private Object word(String word, Object value) {
            if (!text.startsWith(word, at)) {
                throw wrong("a value");
            }
            at += word.length();
            return value;
        }

        private void skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private boolean taken(char c) {
            if (at < text.length() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        private void take(char c) {
            if (!taken(c)) {
                throw wrong("'" + c + "'");
            }
        }

        IllegalArgumentException wrong(String wanted) {
            return new IllegalArgumentException("no JSON: wanted " + wanted + " at character " + (at + 1) + " of "
                    + text.substring(0, Math.min(60, text.length())));
        }
    }
}

package io.gameday.yaml;

import io.gameday.yaml.Value.Group;
import io.gameday.yaml.Value.Items;
import io.gameday.yaml.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Values as people would write them: in one line while that is short, texts of several lines as blocks, quotes only
/// where a text would mean something else without.
final class Writing {

    /// Of columns.
    private static final int SHORT = 80;
    private static final int INDENT = 2;

    private Writing() {
    }

    /// In one line, with brackets around lists and groups.
    static String flow(Value value) {
        return switch (value) {
            case Text(String text) -> scalar(text);
            case Items(List<Value> items) ->
                "[" + items.stream().map(Writing::flow).collect(Collectors.joining(", ")) + "]";
            case Group(Map<String, Value> fields) -> fields.isEmpty()
                    ? "{}"
                    : fields.entrySet().stream().map(field -> field.getKey() + gap(flow(field.getValue())))
                            .collect(Collectors.joining(", ", "{ ", " }"));
        };
    }

    private static String gap(String value) {
        return value.isEmpty() ? ":" : ": " + value;
    }

    /// A field of a group that stands in lines.
    static List<String> field(String key, Value value, int indent) {
        String start = " ".repeat(indent) + key + ":";
        List<String> lines = new ArrayList<>();
        if (block(value, start.length() + 1)) {
            lines.add(value instanceof Text(String text) ? start + " " + header(text) : start);
            lines.addAll(inside(value, indent + INDENT));
        } else {
            String flow = flow(value);
            lines.add(flow.isEmpty() ? start : start + " " + flow);
        }
        return lines;
    }

    /// What stands below a key.
    static List<String> inside(Value value, int indent) {
        List<String> lines = new ArrayList<>();
        switch (value) {
            case Text(String text) -> lines.addAll(text(text, indent));
            case Items(List<Value> items) ->
                items.forEach(item -> lines.addAll(item(item, indent, block(item, indent + INDENT))));
            case Group(Map<String, Value> fields) ->
                fields.forEach((key, each) -> lines.addAll(field(key, each, indent)));
        }
        return lines;
    }

    /// An item of a list that stands in lines.
    ///
    /// @param block a group's fields get a line each
    static List<String> item(Value item, int indent, boolean block) {
        String dash = " ".repeat(indent) + "- ";
        if (!block || item instanceof Items) {
            return List.of((dash + flow(item)).stripTrailing());
        }
        List<String> lines = new ArrayList<>();
        if (item instanceof Text(String text)) {
            lines.add(dash + header(text));
            lines.addAll(text(text, indent + INDENT));
        } else {
            lines.addAll(inside(item, indent + INDENT));
            lines.set(0, dash + lines.getFirst().substring(indent + INDENT));
        }
        return lines;
    }

    /// Whether it is better read in lines than in one.
    static boolean block(Value value, int column) {
        return switch (value) {
            case Text(String text) -> text.contains("\n") && blockable(text);
            case Items(List<Value> items) -> !items.isEmpty() && (several(value)
                    || column + flow(value).length() > SHORT || items.stream().anyMatch(item -> item instanceof Group));
            case Group(Map<String, Value> fields) -> !fields.isEmpty() && (several(value)
                    || column + flow(value).length() > SHORT || fields.values().stream().anyMatch(Writing::nested));
        };
    }

    private static boolean nested(Value value) {
        return value instanceof Group
                || value instanceof Items(List<Value> items) && items.stream().anyMatch(Group.class::isInstance);
    }

    /// Whether a text of several lines is in it.
    static boolean several(Value value) {
        return switch (value) {
            case Text(String text) -> text.contains("\n");
            case Items(List<Value> items) -> items.stream().anyMatch(Writing::several);
            case Group(Map<String, Value> fields) -> fields.values().stream().anyMatch(Writing::several);
        };
    }

    /// Whether a block keeps every character of it.
    static boolean blockable(String text) {
        return !text.isBlank() && text.codePoints().noneMatch(
                c -> c != '\n' && c != '\t' && Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xfeff);
    }

    /// `|-`: as it stands, and how it ends. A text that begins with a space says by how much it is set in.
    static String header(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        String set = text.startsWith("\n") || text.startsWith(" ") || first.startsWith(" ")
                ? String.valueOf(INDENT)
                : "";
        String end = text.endsWith("\n\n") ? "+" : text.endsWith("\n") ? "" : "-";
        return "|" + set + end;
    }

    /// The lines of a block.
    static List<String> text(String text, int indent) {
        String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return List.of(whole.split("\n", -1)).stream().map(line -> line.isEmpty() ? line : " ".repeat(indent) + line)
                .toList();
    }

    /// In one line, without quotes where it means the same.
    static String scalar(String text) {
        if (text.isEmpty()) {
            return "";
        }
        boolean plain = !text.contains("\n")
                && Value.read("{ k: " + text + " }").equals(Optional.of(Value.group("k", text)))
                && Value.read("k: " + text).equals(Optional.of(Value.group("k", text)));
        return plain ? text : quoted(text);
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> quoted.append("\\\\");
                case '"' -> quoted.append("\\\"");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                        quoted.append("\\u%04x".formatted(c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}

package io.gameday.console.prepare;

import io.gameday.console.prepare.TextMap.Kind;
import io.gameday.console.prepare.TextMap.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Changes to a YAML text that touch no character but those they are about: comments, order and layout stay. Empty
/// where the text cannot be read, or has no place for the change.
final class TextEdits {

    private TextEdits() {
    }

    /// Gives the field at `path` another value; adds the field when its group has none.
    static Optional<TextEdit> set(String text, String path, String value) {
        return TextMap.of(text).flatMap(map -> {
            Optional<Piece> piece = map.at(path);
            if (piece.isEmpty()) {
                return addField(text, map, path, value);
            }
            return switch (piece.get().kind()) {
                case SCALAR, NOTHING -> scalar(text, map, piece.get(), value);
                case GROUP, LIST -> Optional.empty();
            };
        });
    }

    /// Gives a list of words other items. Items that stay keep their characters when the number does not change.
    static Optional<TextEdit> setWords(String text, String path, List<String> words) {
        Optional<TextMap> read = TextMap.of(text);
        Optional<Piece> list = read.flatMap(map -> map.at(path));
        String flow = "[" + String.join(", ", words) + "]";
        if (list.isEmpty()) {
            return read.flatMap(map -> addField(text, map, path, flow));
        }
        List<Piece> items = read.get().items(path);
        if (list.get().kind() != Kind.LIST || items.size() != words.size()) {
            String gap = list.get().start() > 0 && text.charAt(list.get().start() - 1) == ':' ? " " : "";
            return Optional.of(new TextEdit(list.get().start(), list.get().end(), gap + flow));
        }
        String changed = text;
        for (int i = words.size() - 1; i >= 0; i--) {
            if (!items.get(i).value().equals(words.get(i))) {
                changed = new TextEdit(items.get(i).start(), items.get(i).end(), words.get(i)).in(changed);
            }
        }
        return Optional.of(TextEdit.between(text, changed));
    }

    /// Adds an item, written as YAML, at the end of the list at `path`.
    static Optional<TextEdit> add(String text, String path, String item) {
        return TextMap.of(text).flatMap(map -> {
            List<Piece> items = map.items(path);
            if (items.isEmpty()) {
                return addFirst(text, map, path, item);
            }
            Piece last = items.getLast();
            int dash = text.lastIndexOf('-', items.getFirst().start());
            boolean flow = map.at(path).map(list -> text.charAt(list.start()) == '[').orElse(false);
            if (flow || dash < 0) {
                return Optional.of(new TextEdit(last.end(), last.end(), ", " + item));
            }
            int end = lineEnd(text, last.end());
            return Optional.of(new TextEdit(end, end, "\n" + " ".repeat(column(text, dash)) + "- " + item));
        });
    }

    private static Optional<TextEdit> addFirst(String text, TextMap map, String path, String item) {
        int dot = path.lastIndexOf('.');
        String key = path.substring(dot + 1);
        Optional<Piece> list = map.at(path);
        if (list.isPresent()) {
            Piece at = list.get();
            if (at.end() > at.start()) {
                return Optional.of(new TextEdit(at.start(), at.end(), "[" + item + "]"));
            }
            int end = lineEnd(text, at.keyEnd());
            return Optional
                    .of(new TextEdit(end, end, "\n" + " ".repeat(column(text, at.keyStart()) + 2) + "- " + item));
        }
        if (dot < 0 || map.at(path.substring(0, dot)).filter(group -> group.kind() == Kind.GROUP).isPresent()) {
            return addField(text, map, path, "[" + item + "]");
        }
        String section = path.substring(0, dot);
        if (section.contains(".") || map.at(section).isPresent()) {
            return Optional.empty();
        }
        String gap = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        return Optional.of(new TextEdit(text.length(), text.length(),
                gap + "\n" + section + ":\n  " + key + ":\n    - " + item + "\n"));
    }

    /// Takes the item at `path`, such as `detect.expect[2]`, out of its list.
    static Optional<TextEdit> remove(String text, String path) {
        return TextMap.of(text).flatMap(map -> map.at(path).map(item -> {
            String list = path.substring(0, path.lastIndexOf('['));
            List<Piece> items = map.items(list);
            if (map.at(list).map(piece -> text.charAt(piece.start()) == '[').orElse(false)) {
                int index = items.indexOf(item);
                if (index > 0) {
                    return new TextEdit(items.get(index - 1).end(), item.end(), "");
                }
                return new TextEdit(item.start(), items.size() > 1 ? items.get(1).start() : item.end(), "");
            }
            int start = text.lastIndexOf('\n', item.start() - 1) + 1;
            return new TextEdit(start, Math.min(text.length(), lineEnd(text, item.end()) + 1), "");
        }));
    }

    /// Takes the field at `path` out of its group.
    static Optional<TextEdit> removeField(String text, String path) {
        return TextMap.of(text).flatMap(map -> map.at(path).flatMap(field -> map.at(parent(path)).map(group -> {
            if (text.charAt(group.start()) != '{') {
                int start = text.lastIndexOf('\n', field.keyStart() - 1) + 1;
                return new TextEdit(start, Math.min(text.length(), lineEnd(text, field.end()) + 1), "");
            }
            List<Piece> fields = map.fields(group.path());
            int index = fields.indexOf(field);
            if (index > 0) {
                return new TextEdit(fields.get(index - 1).end(), field.end(), "");
            }
            return new TextEdit(field.keyStart(), fields.size() > 1 ? fields.get(1).keyStart() : field.end(), "");
        })));
    }

    private static String parent(String path) {
        return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
    }

    /// Keeps the kind of quotes that is there; plain text gets quotes where it would mean something else without.
    private static Optional<TextEdit> scalar(String text, TextMap map, Piece piece, String value) {
        String gap = piece.start() > 0 && text.charAt(piece.start() - 1) == ':' ? " " : "";
        char first = piece.end() > piece.start() ? text.charAt(piece.start()) : ' ';
        List<String> ways = new ArrayList<>();
        if (first == '\'') {
            ways.add("'" + value.replace("'", "''") + "'");
        } else if (first != '"') {
            ways.add(value);
        }
        ways.add('"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
                + '"');
        return ways.stream().map(way -> new TextEdit(piece.start(), piece.end(), gap + way))
                .filter(edit -> TextMap.of(edit.in(text))
                        .filter(after -> after.value(piece.path()).equals(value) && after.paths().equals(map.paths()))
                        .isPresent())
                .findFirst();
    }

    private static Optional<TextEdit> addField(String text, TextMap map, String path, String value) {
        int dot = path.lastIndexOf('.');
        String line = path.substring(dot + 1) + ": " + value;
        Optional<Piece> parent = map.at(parent(path));
        if (parent.isEmpty() || parent.get().kind() != Kind.GROUP) {
            return Optional.empty();
        }
        List<Piece> fields = map.fields(parent.get().path());
        if (text.charAt(parent.get().start()) == '{') {
            int after = fields.isEmpty() ? parent.get().start() + 1 : fields.getLast().end();
            return Optional.of(new TextEdit(after, after, fields.isEmpty() ? line : ", " + line));
        }
        int end = lineEnd(text, fields.getLast().end());
        return Optional
                .of(new TextEdit(end, end, "\n" + " ".repeat(column(text, fields.getFirst().keyStart())) + line));
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static int column(String text, int offset) {
        return offset - text.lastIndexOf('\n', offset - 1) - 1;
    }
}

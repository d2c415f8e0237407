package io.gameday.yaml;

import io.gameday.yaml.TextMap.Kind;
import io.gameday.yaml.TextMap.Piece;
import io.gameday.yaml.Value.Group;
import io.gameday.yaml.Value.Items;
import io.gameday.yaml.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Changes to a YAML text that touch no character but those they are about: comments, order and layout stay. Paths are
/// those of messages, such as `steps[1].zone`.
///
/// Several ways to write a change are tried, nicest first; the first that reads back as the old content with just that
/// change is taken. Empty where the text cannot be read, has no place for the change, or none of the ways is right.
public final class TextEdits {

    private static final Pattern HEADER = Pattern.compile("^[|>][0-9+-]*([ \\t]+#[^\\r\\n]*)?");

    private final String text;
    private final TextMap map;
    private final Lay lay;

    private TextEdits(String text, TextMap map) {
        this.text = text;
        this.map = map;
        this.lay = new Lay(text);
    }

    /// Gives what is at `path` another value; adds it, with the groups around it, where there is none. Of a group only
    /// the given fields change.
    public static Optional<TextEdit> set(String text, String path, Value value) {
        return edit(text, before -> before.with(path, value), edits -> edits.set(path, value));
    }

    /// Adds an item at the end of the list at `path`, in the way its neighbours are written.
    public static Optional<TextEdit> append(String text, String path, Value item) {
        return edit(text, before -> before.withItem(path, item), edits -> edits.append(path, item));
    }

    /// Takes the item or field at `path` out.
    public static Optional<TextEdit> remove(String text, String path) {
        return edit(text, before -> before.without(path), edits -> edits.remove(path));
    }

    private interface Change {
        Optional<Value> of(Value before);
    }

    private interface Ways {
        List<TextEdit> of(TextEdits edits);
    }

    private static Optional<TextEdit> edit(String text, Change change, Ways ways) {
        Optional<Value> wanted = Value.read(text).flatMap(change::of);
        return wanted.flatMap(after -> TextMap.of(text).flatMap(map -> ways.of(new TextEdits(text, map)).stream()
                .filter(way -> Value.read(way.in(text)).equals(Optional.of(after))).findFirst()));
    }

    private List<TextEdit> set(String path, Value value) {
        return map.at(path).map(piece -> switch (piece.kind()) {
            case GROUP ->
                value instanceof Group(Map<String, Value> fields) ? fields(piece, fields) : List.<TextEdit>of();
            case LIST -> value instanceof Items(List<Value> items) ? items(piece, items) : List.<TextEdit>of();
            case SCALAR -> value instanceof Text(String words) ? scalar(piece, words) : fill(piece, value);
            case NOTHING -> value instanceof Text(String words) ? scalar(piece, words) : fill(piece, value);
        }).orElseGet(() -> missing(path, value));
    }

    private List<TextEdit> fields(Piece group, Map<String, Value> fields) {
        if (map.fields(group.path()).isEmpty()) {
            return fill(group, new Group(fields));
        }
        String changed = text;
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            String path = group.path().isEmpty() ? field.getKey() : group.path() + "." + field.getKey();
            Optional<TextEdit> edit = set(changed, path, field.getValue());
            if (edit.isEmpty()) {
                return List.of();
            }
            changed = edit.get().in(changed);
        }
        return List.of(TextEdit.between(text, changed));
    }

    /// Items that stay keep their characters: what is only shortened loses items, else they change one by one.
    private List<TextEdit> items(Piece list, List<Value> items) {
        List<Value> old = Value.read(text).flatMap(all -> all.at(list.path())).filter(Items.class::isInstance)
                .map(Items.class::cast).map(Items::items).orElse(List.of());
        List<Integer> gone = new ArrayList<>();
        int kept = 0;
        for (int i = 0; i < old.size(); i++) {
            if (kept < items.size() && old.get(i).equals(items.get(kept).plain())) {
                kept++;
            } else {
                gone.addFirst(i + 1);
            }
        }
        String changed = text;
        if (kept < items.size()) {
            gone.clear();
            for (int i = 0; i < Math.max(old.size(), items.size()); i++) {
                if (i >= items.size()) {
                    gone.addFirst(i + 1);
                } else if (i >= old.size() || !old.get(i).equals(items.get(i).plain())) {
                    Optional<TextEdit> edit = i < old.size()
                            ? set(changed, item(list, i + 1), items.get(i))
                            : append(changed, list.path(), items.get(i));
                    if (edit.isEmpty()) {
                        return List.of();
                    }
                    changed = edit.get().in(changed);
                }
            }
        }
        for (int number : gone) {
            Optional<TextEdit> edit = remove(changed, item(list, number));
            if (edit.isEmpty()) {
                return List.of();
            }
            changed = edit.get().in(changed);
        }
        return List.of(TextEdit.between(text, changed));
    }

    private static String item(Piece list, int number) {
        return list.path() + "[" + number + "]";
    }

    /// Keeps the kind of quotes that is there, and the comment behind it.
    private List<TextEdit> scalar(Piece piece, String words) {
        String old = text.substring(piece.start(), piece.end());
        Matcher header = HEADER.matcher(old);
        String comment = header.find() && header.group(1) != null ? header.group(1) : "";
        String gap = gap(piece);
        List<String> ways = new ArrayList<>();
        if (old.startsWith("'") && !words.contains("\n")) {
            ways.add("'" + words.replace("'", "''") + "'");
        } else if (!old.startsWith("\"") && !words.contains("\n")) {
            ways.add(words);
        }
        ways.add(Writing.quoted(words));
        List<TextEdit> edits = new ArrayList<>();
        if (words.contains("\n") && Writing.blockable(words) && !inFlow(piece)) {
            int end = lay.lineEnd(piece.end());
            String rest = comment.isEmpty() ? text.substring(piece.end(), end) : comment;
            edits.add(new TextEdit(piece.start(), end,
                    gap + Writing.header(words) + rest + lay.lines(Writing.text(words, below(piece)))));
        }
        ways.forEach(way -> edits.add(new TextEdit(piece.start(), piece.end(), gap + way + comment)));
        return edits;
    }

    /// Between a colon or a dash and what comes to stand behind it.
    private String gap(Piece piece) {
        return piece.start() > 0 && (text.charAt(piece.start() - 1) == ':' || text.charAt(piece.start() - 1) == '-')
                ? " "
                : "";
    }

    /// Column of what stands below a key, or below a dash.
    private int below(Piece piece) {
        return piece.keyStart() >= 0 ? lay.column(piece.keyStart()) + 2 : lay.column(lay.dash(piece.start())) + 2;
    }

    /// Puts a group or a list where nothing is.
    private List<TextEdit> fill(Piece piece, Value value) {
        List<TextEdit> ways = new ArrayList<>();
        boolean lines = piece.keyStart() >= 0 && !inFlow(piece) && (value instanceof Group
                || Writing.block(value, lay.column(piece.start()) + 1)
                || value instanceof Items(List<Value> items) && items.stream().anyMatch(Group.class::isInstance));
        boolean brackets = piece.end() > piece.start();
        if (lines && !(brackets && value instanceof Group)) {
            int end = lay.lineEnd(piece.end());
            int start = brackets ? piece.start() - 1 : piece.start();
            ways.add(new TextEdit(start, end,
                    text.substring(piece.end(), end) + lay.lines(Writing.inside(value, below(piece)))));
        }
        ways.add(new TextEdit(piece.start(), piece.end(), gap(piece) + Writing.flow(value)));
        return ways;
    }

    private List<TextEdit> missing(String path, Value value) {
        if (path.isEmpty() || path.endsWith("]")) {
            return List.of();
        }
        int dot = path.lastIndexOf('.');
        String around = dot < 0 ? "" : path.substring(0, dot);
        String key = path.substring(dot + 1);
        Optional<Piece> group = map.at(around);
        if (group.isEmpty()) {
            Value inside = new Group(Map.of(key, value));
            return around.isEmpty()
                    ? List.of(new TextEdit(text.length(), text.length(),
                            (text.isEmpty() || text.endsWith("\n") ? "" : lay.newline())
                                    + String.join(lay.newline(), Writing.field(key, value, 0)) + lay.newline()))
                    : missing(around, inside);
        }
        if (group.get().kind() != Kind.GROUP || map.fields(around).isEmpty()) {
            return group.get().kind() == Kind.LIST ? List.of() : fill(group.get(), new Group(Map.of(key, value)));
        }
        return field(map.fields(around), group.get(), key, value);
    }

    private List<TextEdit> field(List<Piece> fields, Piece group, String key, Value value) {
        Piece last = fields.getLast();
        if (inFlow(last)) {
            return List.of(new TextEdit(last.end(), last.end(), ", " + key + ": " + Writing.flow(value)));
        }
        int column = lay.column(fields.getFirst().keyStart());
        String lines = lay.lines(Writing.field(key, value, column));
        // A section of a file stands apart from the others, where these do.
        boolean apart = group.path().isEmpty() && !(value instanceof Text) && fields.size() > 1 && text
                .substring(fields.get(fields.size() - 2).end(), last.keyStart()).matches("(?s).*\\R[ \\t]*\\R.*");
        // What is set in as far as the fields of an inner group belongs to that group.
        return lay.after(last.end(), Math.max(0, column - 1)).stream()
                .map(at -> new TextEdit(at, at, (apart ? lay.newline() : "") + lines)).toList();
    }

    private List<TextEdit> append(String path, Value item) {
        Optional<Piece> list = map.at(path);
        List<Piece> items = map.items(path);
        if (list.isEmpty()) {
            return missing(path, new Items(List.of(item)));
        }
        if (items.isEmpty()) {
            return list.get().kind() == Kind.GROUP ? List.of() : fill(list.get(), new Items(List.of(item)));
        }
        Piece last = items.getLast();
        if (inFlow(last)) {
            return List.of(new TextEdit(last.end(), last.end(), ", " + Writing.flow(item)));
        }
        int column = lay.column(lay.dash(items.getFirst().start()));
        // Beside items in braces stands one more, unless it has a text of several lines, which would have to be quoted.
        boolean block = last.kind() == Kind.GROUP
                ? text.charAt(last.start()) != '{' || Writing.several(item)
                : Writing.block(item, column + 2);
        String lines = lay.lines(Writing.item(item, column, block));
        return lay.after(last.end(), column).stream().map(at -> new TextEdit(at, at, lines)).toList();
    }

    private List<TextEdit> remove(String path) {
        return map.at(path).map(piece -> {
            String around = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('['), path.lastIndexOf('.'))));
            boolean item = path.endsWith("]");
            List<Piece> all = item ? map.items(around) : map.fields(around);
            int index = all.indexOf(piece);
            int from = item ? piece.start() : piece.keyStart();
            Optional<Piece> next = index + 1 < all.size() ? Optional.of(all.get(index + 1)) : Optional.empty();
            int following = next.map(n -> item ? n.start() : n.keyStart()).orElse(piece.end());
            List<TextEdit> ways = new ArrayList<>();
            if (inFlow(piece)) {
                if (index > 0) {
                    ways.add(new TextEdit(all.get(index - 1).end(), piece.end(), ""));
                }
                ways.add(new TextEdit(from, following, ""));
                ways.add(new TextEdit(from, lay.afterComma(piece.end()), ""));
                ways.add(new TextEdit(from, piece.end(), ""));
                // What stands between two items may be somebody's comment.
                return ways.stream().filter(way -> commentless(way, from, piece.end())).toList();
            }
            int first = item ? lay.dash(from) : from;
            if (text.substring(lay.lineStart(first), first).isBlank()) {
                ways.add(new TextEdit(lay.lineStart(first), lay.nextLine(piece.end()), ""));
            } else if (next.isPresent()) {
                ways.add(new TextEdit(from, following, ""));
            }
            return ways;
        }).orElse(List.of());
    }

    private boolean commentless(TextEdit way, int from, int end) {
        return !text.substring(way.start(), Math.max(way.start(), from)).contains("#")
                && !text.substring(Math.min(end, way.end()), way.end()).contains("#");
    }

    /// Whether it stands between brackets or braces, those of its own not counted.
    private boolean inFlow(Piece piece) {
        Set<String> around = new LinkedHashSet<>();
        for (int i = 0; i < piece.path().length(); i++) {
            if (piece.path().charAt(i) == '.' || piece.path().charAt(i) == '[') {
                around.add(piece.path().substring(0, i));
            }
        }
        around.add("");
        around.remove(piece.path());
        return around.stream().flatMap(path -> map.at(path).stream())
                .filter(outer -> outer.kind() == Kind.GROUP || outer.kind() == Kind.LIST)
                .anyMatch(outer -> outer.start() < text.length() && "{[".indexOf(text.charAt(outer.start())) >= 0);
    }
}

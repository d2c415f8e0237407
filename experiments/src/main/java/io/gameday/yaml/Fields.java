package io.gameday.yaml;

import io.gameday.yaml.Node.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields of one group, read one by one. What is wrong goes into the list of problems and the reader goes on, so
/// that one pass tells everything. A field with nothing behind it is wrong whatever it is: taken as left out, it would
/// quietly get a default that nobody meant.
public final class Fields {

    private final String path;
    private final Place place;
    private final Map<String, Node.Field> fields = new LinkedHashMap<>();
    /// What is allowed in each field that was asked for.
    private final Map<String, String> asked = new HashMap<>();
    private final Problems problems;
    private final boolean form;

    private Fields(String path, Place place, Problems problems, boolean form) {
        this.path = path;
        this.place = place;
        this.problems = problems;
        this.form = form;
    }

    /// The fields of a whole file; empty, with a problem told, when it is no YAML.
    public static Optional<Fields> read(String text, Problems problems) {
        return NodeReader.read(text, problems).map(node -> of("", node, problems, false));
    }

    /// The fields of a whole file as it is on `target`.
    public static Optional<Fields> read(String text, Overlay overlay, String target, Problems problems) {
        return NodeReader.read(text, problems)
                .map(node -> of("", overlay.over(node, target, problems), problems, false));
    }

    /// The fields of a file in which an empty field is one that nobody has filled in yet, and as good as left out.
    public static Optional<Fields> form(String text, Problems problems) {
        return NodeReader.read(text, problems).map(node -> of("", node, problems, true));
    }

    /// The fields of a file of others, in which an empty field is as good as left out.
    public static Fields foreign(Node file, Problems problems) {
        return of("", file, problems, true);
    }

    /// The group at `node`; an empty one, with a problem told, when it is something else.
    private static Fields of(String path, Node node, Problems problems, boolean form) {
        Fields result = new Fields(path, node.place(), problems, form);
        if (node instanceof Node.Mapping(List<Node.Field> all, Place at)) {
            for (Node.Field field : all) {
                if (result.fields.putIfAbsent(field.key(), field) != null) {
                    problems.add(field.place(), result.name(field.key()) + " is given twice; keep one");
                }
            }
        } else {
            problems.add(node.place(),
                    (path.isEmpty() ? "the file" : path) + " is " + node.kind() + "; allowed: a group of fields");
        }
        return result;
    }

    public Place place() {
        return place;
    }

    public Place place(String key) {
        Node.Field field = fields.get(key);
        return field == null ? place : field.value().place();
    }

    public String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    public boolean has(String key) {
        return fields.containsKey(key);
    }

    /// Names of the fields in the file's order, for a group whose names the file is free to choose.
    public List<String> keys() {
        return List.copyOf(fields.keySet());
    }

    /// Line of every field and item, by its name in messages, such as `actions[2].due`.
    public Map<String, Integer> lines() {
        Map<String, Integer> lines = new LinkedHashMap<>();
        fields.values().forEach(field -> {
            lines.put(name(field.key()), field.place().line());
            lines(name(field.key()), field.value(), lines);
        });
        return lines;
    }

    private static void lines(String path, Node node, Map<String, Integer> lines) {
        switch (node) {
            case Node.Mapping(List<Node.Field> all, Place at) -> all.forEach(field -> {
                lines.put(path + "." + field.key(), field.place().line());
                lines(path + "." + field.key(), field.value(), lines);
            });
            case Node.Sequence(List<Node> items, Place at) -> {
                for (int i = 0; i < items.size(); i++) {
                    String item = path + "[" + (i + 1) + "]";
                    lines.put(item, items.get(i).place().line());
                    lines(item, items.get(i), lines);
                }
            }
            case Node.Scalar scalar -> {
                // It has no parts.
            }
            case Node.Nothing nothing -> {
                // It has no parts.
            }
        }
    }

    /// Tells of every field that nobody has asked for.
    public void noOthers() {
        others(problems);
    }

    /// Tells `notes` of every field that nobody has asked for: in a format of others, one more is no reason to refuse.
    public void others(Problems notes) {
        fields.values().stream().filter(field -> !asked.containsKey(field.key())).forEach(field -> {
            String hint = cutAtComma(field)
                    ? "; a text with a comma in it needs quotes between { and }"
                    : NearestWord.to(field.key(), asked.keySet()).map(word -> "; did you mean '" + word + "'?")
                            .orElse("");
            notes.add(field.place(),
                    "unknown field '" + name(field.key()) + "'" + hint + "; allowed: " + sorted(asked.keySet()));
        });
    }

    /// Whether it looks like the rest of a text, as in `{ text: one, two }`: alone, behind another field of its line.
    private boolean cutAtComma(Node.Field field) {
        return field.value() instanceof Node.Nothing && fields.values().stream().map(Node.Field::place)
                .anyMatch(at -> at.line() == field.place().line() && at.column() < field.place().column());
    }

    /// Whatever stands in the field, also nothing; empty when there is no such field.
    public Optional<Node> given(String key, String allowed) {
        asked.putIfAbsent(key, allowed);
        return Optional.ofNullable(fields.get(key)).map(Node.Field::value);
    }

    public Optional<Fields> group(String key) {
        return group(key, "a group of fields");
    }

    public Optional<Fields> group(String key, String allowed) {
        return node(key, allowed).map(node -> of(name(key), node, problems, form));
    }

    public List<Fields> groups(String key) {
        return groups(key, items(key, "a list"));
    }

    /// At least one group.
    ///
    /// @param example of one, for who has given none
    public List<Fields> someGroups(String key, String example) {
        List<Node> items = someItems(key, "a list of at least one, such as " + example);
        require(key);
        return groups(key, items);
    }

    private List<Fields> groups(String key, List<Node> items) {
        List<Fields> groups = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            groups.add(of(name(key) + "[" + (i + 1) + "]", items.get(i), problems, form));
        }
        return groups;
    }

    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : someItems(key, "a list of words")) {
            if (item instanceof Node.Scalar(String text, var _, Place at) && !text.isBlank()) {
                texts.add(text);
            } else {
                problems.add(item.place(), name(key) + " holds " + item.kind() + "; allowed: words");
            }
        }
        return texts;
    }

    private List<Node> someItems(String key, String allowed) {
        List<Node> items = items(key, allowed);
        if (items.isEmpty() && has(key) && fields.get(key).value() instanceof Node.Sequence) {
            empty(key);
        }
        return items;
    }

    private List<Node> items(String key, String allowed) {
        return switch (node(key, allowed).orElse(null)) {
            case null -> List.of();
            case Node.Sequence(List<Node> items, Place at) -> items;
            case Node other -> {
                problems.add(other.place(), name(key) + " is " + other.kind() + "; allowed: a list");
                yield List.of();
            }
        };
    }

    public String text(String key) {
        return optionalText(key).orElseGet(() -> {
            require(key);
            return "";
        });
    }

    public Optional<String> optionalText(String key) {
        return scalar(key, "words").map(Node.Scalar::text);
    }

    /// One of a closed list of words.
    public <T> T choice(String key, Map<String, T> choices, T otherwise) {
        Optional<Node.Scalar> scalar = scalar(key, sorted(choices.keySet()));
        if (scalar.isEmpty()) {
            return otherwise;
        }
        return Optional.ofNullable(choices.get(scalar.get().text())).orElseGet(() -> {
            unknownWord(key, scalar.get(), choices.keySet());
            return otherwise;
        });
    }

    /// A word that must be one of `known`.
    public String oneOf(String key, Collection<String> known) {
        return optionalOneOf(key, known).orElseGet(() -> {
            require(key);
            return "";
        });
    }

    /// Empty when the field is left out; an empty word when it is there and cannot be read.
    public Optional<String> optionalOneOf(String key, Collection<String> known) {
        Optional<Node.Scalar> scalar = scalar(key, sorted(known));
        scalar.filter(given -> !known.contains(given.text())).ifPresent(given -> unknownWord(key, given, known));
        return scalar.map(Node.Scalar::text).or(() -> has(key) ? Optional.of("") : Optional.empty());
    }

    private void unknownWord(String key, Node.Scalar scalar, Collection<String> known) {
        String hint = NearestWord.to(scalar.text(), known).map(word -> "; did you mean '" + word + "'?").orElse("");
        problems.add(scalar.place(), name(key) + " is '" + scalar.text() + "'" + hint + "; allowed: " + sorted(known));
    }

    private static String sorted(Collection<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }

    @Nullable
    public Integer integer(String key, int least, int most) {
        return number(key, "a whole number", "", least, most,
                text -> Optional.of(Double.valueOf(Integer.parseInt(text)))).map(Double::intValue).orElse(null);
    }

    @Nullable
    public Double decimal(String key, double least, double most) {
        return number(key, "a number without a unit", "", least, most,
                text -> Optional.of(text).filter(t -> t.matches("\\d{1,12}(\\.\\d{1,9})?")).map(Double::valueOf))
                .orElse(null);
    }

    @Nullable
    public Double percent(String key, double least, double most) {
        return number(key, Units.PERCENT, " %", least, most, text -> boxed(Units.percent(text))).orElse(null);
    }

    @Nullable
    public Double rate(String key, double least, double most) {
        return number(key, Units.RATE, "/s", least, most, text -> boxed(Units.rate(text))).orElse(null);
    }

    @Nullable
    public Duration duration(String key, Duration least, Duration most) {
        String range = Units.words(least) + " to " + Units.words(most);
        Optional<Node.Scalar> scalar = scalar(key, range);
        if (scalar.isEmpty()) {
            return null;
        }
        Optional<Duration> value = Units.duration(scalar.get().text());
        if (value.isEmpty()) {
            problems.add(scalar.get().place(),
                    name(key) + " is '" + scalar.get().text() + "'; allowed: " + Units.DURATION);
            return null;
        }
        if (value.get().compareTo(least) < 0 || value.get().compareTo(most) > 0) {
            problems.add(scalar.get().place(), name(key) + " is " + scalar.get().text() + "; allowed: " + range);
            return null;
        }
        return value.get();
    }

    private Optional<Double> number(String key, String shape, String unit, double least, double most,
            Function<String, Optional<Double>> parse) {
        String range = shown(least) + unit + " to " + shown(most) + unit;
        Optional<Node.Scalar> scalar = scalar(key, range);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> value;
        try {
            value = parse.apply(scalar.get().text().strip());
        } catch (NumberFormatException notANumber) {
            value = Optional.empty();
        }
        if (value.isEmpty()) {
            problems.add(scalar.get().place(), name(key) + " is '" + scalar.get().text() + "'; allowed: " + shape);
        } else if (value.get() < least || value.get() > most) {
            problems.add(scalar.get().place(), name(key) + " is " + scalar.get().text() + "; allowed: " + range);
            return Optional.empty();
        }
        return value;
    }

    private static String shown(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value.getAsDouble());
    }

    /// Tells that a field which was asked for is not there. Of one that is, whatever is wrong was told already.
    public void require(String key) {
        if (!has(key)) {
            problems.add(place, "'" + name(key) + "' is missing; allowed: " + asked.get(key));
        }
    }

    private void empty(String key) {
        if (form) {
            return;
        }
        problems.add(fields.get(key).place(), "'" + name(key) + "' is empty; allowed: " + asked.get(key));
    }

    public void problem(String key, String message) {
        problems.add(place(key), message);
    }

    /// Refuses a field whatever stands in it.
    public void refuse(String key, String message) {
        if (has(key)) {
            asked.put(key, "");
            problem(key, message);
        }
    }

    private Optional<Node> node(String key, String allowed) {
        asked.putIfAbsent(key, allowed);
        Node.Field field = fields.get(key);
        if (field == null) {
            return Optional.empty();
        }
        if (field.value() instanceof Node.Nothing
                || field.value() instanceof Node.Scalar(String text, var _, Place at) && text.isBlank()) {
            empty(key);
            return Optional.empty();
        }
        return Optional.of(field.value());
    }

    private Optional<Node.Scalar> scalar(String key, String allowed) {
        return switch (node(key, allowed).orElse(null)) {
            case null -> Optional.empty();
            case Node.Scalar scalar -> Optional.of(scalar);
            case Node other -> {
                problems.add(other.place(), name(key) + " is " + other.kind() + "; allowed: a single value");
                yield Optional.empty();
            }
        };
    }
}

package io.gameday.experiment;

import io.gameday.experiment.Node.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields of one group, read one by one. What is wrong goes into the list of problems and the reader goes on, so
/// that one pass tells everything.
final class Fields {

    private final String path;
    private final Place place;
    private final Map<String, Node.Field> fields = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Problems problems;

    private Fields(String path, Place place, Problems problems) {
        this.path = path;
        this.place = place;
        this.problems = problems;
    }

    /// The group at `node`; an empty one, with a problem told, when it is something else.
    static Fields of(String path, Node node, Problems problems) {
        Fields result = new Fields(path, node.place(), problems);
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

    Place place() {
        return place;
    }

    Place place(String key) {
        Node.Field field = fields.get(key);
        return field == null ? place : field.value().place();
    }

    String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    /// Tells of every field that nobody has asked for.
    void noOthers() {
        fields.values().stream().filter(field -> !asked.contains(field.key())).forEach(field -> {
            String hint = NearestWord.to(field.key(), asked).map(word -> "; did you mean '" + word + "'?").orElse("");
            problems.add(field.place(), "unknown field '" + name(field.key()) + "'" + hint + "; allowed: "
                    + String.join(", ", asked.stream().sorted().toList()));
        });
    }

    Optional<Fields> group(String key) {
        return node(key).map(node -> of(name(key), node, problems));
    }

    List<Fields> groups(String key) {
        List<Fields> groups = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            groups.add(of(name(key) + "[" + (i + 1) + "]", items.get(i), problems));
        }
        return groups;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof Node.Scalar(String text, Place at) && !text.isBlank()) {
                texts.add(text);
            } else {
                problems.add(item.place(), name(key) + " holds " + item.kind() + "; allowed: words");
            }
        }
        return texts;
    }

    private List<Node> items(String key) {
        return switch (node(key).orElse(null)) {
            case null -> List.of();
            case Node.Sequence(List<Node> items, Place at) -> items;
            case Node other -> {
                problems.add(other.place(), name(key) + " is " + other.kind() + "; allowed: a list");
                yield List.of();
            }
        };
    }

    String text(String key) {
        return optionalText(key).orElseGet(() -> {
            missing(key);
            return "";
        });
    }

    Optional<String> optionalText(String key) {
        return scalar(key).map(Node.Scalar::text);
    }

    /// One of a closed list of words.
    <T> T choice(String key, Map<String, T> choices, T otherwise) {
        Optional<Node.Scalar> scalar = scalar(key);
        if (scalar.isEmpty()) {
            return otherwise;
        }
        return Optional.ofNullable(choices.get(scalar.get().text())).orElseGet(() -> {
            unknownWord(key, scalar.get(), choices.keySet());
            return otherwise;
        });
    }

    /// A word that must be one of `known`.
    String oneOf(String key, Collection<String> known) {
        Optional<Node.Scalar> scalar = scalar(key);
        if (scalar.isEmpty()) {
            missing(key);
            return "";
        }
        if (!known.contains(scalar.get().text())) {
            unknownWord(key, scalar.get(), known);
        }
        return scalar.get().text();
    }

    private void unknownWord(String key, Node.Scalar scalar, Collection<String> known) {
        String hint = NearestWord.to(scalar.text(), known).map(word -> "; did you mean '" + word + "'?").orElse("");
        problems.add(scalar.place(), name(key) + " is '" + scalar.text() + "'" + hint + "; allowed: "
                + String.join(", ", known.stream().sorted().toList()));
    }

    @Nullable
    Integer integer(String key, int least, int most) {
        return number(key, "a whole number", "", least, most,
                text -> Optional.of(Double.valueOf(Integer.parseInt(text)))).map(Double::intValue).orElse(null);
    }

    @Nullable
    Double percent(String key, double least, double most) {
        return number(key, Units.PERCENT, " %", least, most, text -> boxed(Units.percent(text))).orElse(null);
    }

    @Nullable
    Double rate(String key, double least, double most) {
        return number(key, Units.RATE, "/s", least, most, text -> boxed(Units.rate(text))).orElse(null);
    }

    @Nullable
    Duration duration(String key, Duration least, Duration most) {
        Optional<Node.Scalar> scalar = scalar(key);
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
            problems.add(scalar.get().place(), name(key) + " is " + scalar.get().text() + "; allowed: "
                    + Units.words(least) + " to " + Units.words(most));
            return null;
        }
        return value.get();
    }

    private Optional<Double> number(String key, String shape, String unit, double least, double most,
            Function<String, Optional<Double>> parse) {
        Optional<Node.Scalar> scalar = scalar(key);
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
            problems.add(scalar.get().place(), name(key) + " is " + scalar.get().text() + "; allowed: " + shown(least)
                    + unit + " to " + shown(most) + unit);
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

    void missing(String key) {
        problems.add(place, "'" + name(key) + "' is missing");
    }

    void problem(String key, String message) {
        problems.add(place(key), message);
    }

    Optional<Node> node(String key) {
        asked.add(key);
        Node.Field field = fields.get(key);
        return field == null || field.value() instanceof Node.Nothing ? Optional.empty() : Optional.of(field.value());
    }

    private Optional<Node.Scalar> scalar(String key) {
        return switch (node(key).orElse(null)) {
            case null -> Optional.empty();
            case Node.Scalar scalar -> Optional.of(scalar);
            case Node other -> {
                problems.add(other.place(), name(key) + " is " + other.kind() + "; allowed: a single value");
                yield Optional.empty();
            }
        };
    }
}

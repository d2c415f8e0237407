package io.gameday.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a piece of YAML says, without how it is written.
public sealed interface Value {

    /// What is empty: a key with nothing behind it, an empty list, group or text.
    Value NOTHING = new Text("");

    /// @param text of one line or of several; empty for an empty field
    record Text(String text) implements Value {
    }

    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// @param fields in the order in which they are written
    record Group(Map<String, Value> fields) implements Value {
        public Group {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    static Value text(String text) {
        return new Text(text);
    }

    static Value words(List<String> words) {
        return new Items(words.stream().map(Value::text).toList());
    }

    /// A group of texts: key, text, key, text, …
    static Value group(String... keysAndTexts) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int i = 0; i + 1 < keysAndTexts.length; i += 2) {
            fields.put(keysAndTexts[i], text(keysAndTexts[i + 1]));
        }
        return new Group(fields);
    }

    /// What `yaml` says; empty when it is no YAML. Everything empty is [#NOTHING].
    static Optional<Value> read(String yaml) {
        return NodeReader.read(yaml, new Problems("")).map(Value::of);
    }

    private static Value of(Node node) {
        return switch (node) {
            case Node.Nothing nothing -> NOTHING;
            case Node.Scalar scalar -> new Text(scalar.text());
            case Node.Sequence sequence ->
                sequence.items().isEmpty() ? NOTHING : new Items(sequence.items().stream().map(Value::of).toList());
            case Node.Mapping mapping -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                // Of a key that is given twice the first counts, as for who reads the fields.
                mapping.fields().forEach(field -> fields.putIfAbsent(field.key(), of(field.value())));
                yield fields.isEmpty() ? NOTHING : new Group(fields);
            }
        };
    }

    /// The same with everything empty as [#NOTHING].
    default Value plain() {
        return switch (this) {
            case Text text -> text;
            case Items(List<Value> items) ->
                items.isEmpty() ? NOTHING : new Items(items.stream().map(Value::plain).toList());
            case Group(Map<String, Value> fields) -> {
                Map<String, Value> all = new LinkedHashMap<>();
                fields.forEach((key, value) -> all.put(key, value.plain()));
                yield all.isEmpty() ? NOTHING : new Group(all);
            }
        };
    }

    /// This with `value` at `path`, such as `actions[2].status`: a group gets its fields beside those that are there,
    /// everything else takes the place of what was there. Empty when there is no such place.
    default Optional<Value> with(String path, Value value) {
        return Step.of(path).flatMap(steps -> put(this, steps, value)).map(Value::plain);
    }

    /// This with `item` at the end of the list at `path`; empty when something other than a list is there.
    default Optional<Value> withItem(String path, Value item) {
        return at(path).or(() -> Optional.of(NOTHING)).flatMap(list -> switch (list) {
            case Items(List<Value> items) -> {
                List<Value> all = new ArrayList<>(items);
                all.add(item);
                yield with(path, new Items(all));
            }
            case Text(String text) when text.isEmpty() -> with(path, new Items(List.of(item)));
            case Text text -> Optional.empty();
            case Group group -> Optional.empty();
        });
    }

    /// This without the item or field at `path`; empty when there is none.
    default Optional<Value> without(String path) {
        return Step.of(path).filter(steps -> !steps.isEmpty()).flatMap(steps -> cut(this, steps)).map(Value::plain);
    }

    default Optional<Value> at(String path) {
        Optional<List<Step>> steps = Step.of(path);
        Optional<Value> here = steps.map(all -> this);
        for (Step step : steps.orElse(List.of())) {
            here = here.flatMap(value -> child(value, step));
        }
        return here;
    }

    private static Optional<Value> child(Value value, Step step) {
        if (value instanceof Group(Map<String, Value> fields) && step instanceof Step.Key(String key)) {
            return Optional.ofNullable(fields.get(key));
        }
        if (value instanceof Items(List<Value> items) && step instanceof Step.Number(int number)) {
            return number > items.size() ? Optional.empty() : Optional.of(items.get(number - 1));
        }
        return Optional.empty();
    }

    private static Optional<Value> put(Value old, List<Step> steps, Value value) {
        if (steps.isEmpty()) {
            return merged(old, value);
        }
        List<Step> rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case Step.Key(String key) when old instanceof Group || old.equals(NOTHING) ->
                put(child(old, steps.getFirst()).orElse(NOTHING), rest, value).map(put -> {
                    Map<String, Value> fields = new LinkedHashMap<>(
                            old instanceof Group(Map<String, Value> all) ? all : Map.of());
                    fields.put(key, put);
                    return new Group(fields);
                });
            case Step.Key key -> Optional.empty();
            case Step.Number(int number) ->
                child(old, steps.getFirst()).flatMap(item -> put(item, rest, value)).map(put -> {
                    List<Value> items = new ArrayList<>(old instanceof Items(List<Value> all) ? all : List.of());
                    items.set(number - 1, put);
                    return new Items(items);
                });
        };
    }

    private static Optional<Value> merged(Value old, Value value) {
        if (old instanceof Group) {
            if (!(value instanceof Group(Map<String, Value> fields))) {
                return Optional.empty();
            }
            Optional<Value> merged = Optional.of(old);
            for (Map.Entry<String, Value> field : fields.entrySet()) {
                merged = merged.flatMap(all -> put(all, List.of(new Step.Key(field.getKey())), field.getValue()));
            }
            return merged;
        }
        boolean list = old instanceof Items;
        return list && !(value instanceof Items) ? Optional.empty() : Optional.of(value);
    }

    private static Optional<Value> cut(Value old, List<Step> steps) {
        return child(old, steps.getFirst()).flatMap(child -> {
            Optional<Value> left = steps.size() == 1 ? Optional.empty() : cut(child, steps.subList(1, steps.size()));
            if (steps.size() > 1 && left.isEmpty()) {
                return Optional.empty();
            }
            return switch (steps.getFirst()) {
                case Step.Key(String key) -> {
                    Map<String, Value> fields = new LinkedHashMap<>(
                            old instanceof Group(Map<String, Value> all) ? all : Map.of());
                    left.ifPresentOrElse(value -> fields.put(key, value), () -> fields.remove(key));
                    yield Optional.of(new Group(fields));
                }
                case Step.Number(int number) -> {
                    List<Value> items = new ArrayList<>(old instanceof Items(List<Value> all) ? all : List.of());
                    left.ifPresentOrElse(value -> items.set(number - 1, value), () -> items.remove(number - 1));
                    yield Optional.of(new Items(items));
                }
            };
        });
    }
}

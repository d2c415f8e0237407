package io.gameday.chaostoolkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A JSON path in the dialect of the library jsonpath2, by its grammar: names in brackets have double quotes, a filter
/// compares with `=`, and `or` binds closer than `and`. Its functions and paths within brackets are refused.
final class PathQuery {

    /// What one step of a path finds in a value.
    private sealed interface Step {
        record Name(String name) implements Step {
        }

        record Index(int index) implements Step {
        }

        record Slice(@Nullable Integer from, @Nullable Integer to, @Nullable Integer by) implements Step {
        }

        record Every() implements Step {
        }

        record Filter(Predicate<Values> holds) implements Step {
        }

        record Union(List<Step> steps) implements Step {
        }

        record Anywhere(Step step) implements Step {
        }
    }

    /// @param root where `$` begins
    /// @param here where `@` begins
    record Values(Json root, Json here) {
    }

    private final boolean root;
    private final List<Step> steps;

    private PathQuery(boolean root, List<Step> steps) {
        this.root = root;
        this.steps = List.copyOf(steps);
    }

    /// @throws IllegalArgumentException that says what is wrong and where, without the path
    static PathQuery of(String path) {
        PathTokens tokens = new PathTokens(path);
        tokens.expect("$");
        PathQuery query = rest(true, tokens);
        tokens.end();
        return query;
    }

    /// What it finds, in its order: depth first, a value before what it holds.
    List<Json> in(Json value) {
        return in(new Values(value, value));
    }

    private List<Json> in(Values values) {
        List<Json> found = List.of(root ? values.root() : values.here());
        for (Step step : steps) {
            found = found.stream().flatMap(value -> found(step, values.root(), value).stream()).toList();
        }
        return found;
    }

    private static List<Json> found(Step step, Json root, Json value) {
        return switch (step) {
            case Step.Name(String name) ->
                value instanceof Json.Group(Map<String, Json> fields) && fields.get(name) instanceof Json field
                        ? List.of(field)
                        : List.of();
            case Step.Index(int index) -> at(value, index);
            case Step.Slice slice -> sliced(slice, value);
            case Step.Every _ -> children(value);
            // It asks the value itself; other dialects ask what is in it, for which here [*] stands before the filter.
            case Step.Filter(Predicate<Values> holds) ->
                holds.test(new Values(root, value)) ? List.of(value) : List.of();
            case Step.Union(List<Step> steps) ->
                steps.stream().flatMap(one -> found(one, root, value).stream()).toList();
            case Step.Anywhere(Step one) -> {
                List<Json> all = new ArrayList<>(found(one, root, value));
                children(value).forEach(child -> all.addAll(found(step, root, child)));
                yield all;
            }
        };
    }

    private static List<Json> children(Json value) {
        return switch (value) {
            case Json.Group(Map<String, Json> fields) -> List.copyOf(fields.values());
            case Json.Items(List<Json> items) -> items;
            case Json.Null _,Json.Truth _,Json.Number _,Json.Text _ -> List.of();
        };
    }

    private static List<Json> at(Json value, int index) {
        if (!(value instanceof Json.Items(List<Json> items))) {
            return List.of();
        }
        int place = index < 0 ? index + items.size() : index;
        return place >= 0 && place < items.size() ? List.of(items.get(place)) : List.of();
    }

    private static List<Json> sliced(Step.Slice slice, Json value) {
        if (!(value instanceof Json.Items(List<Json> items))) {
            return List.of();
        }
        int size = items.size();
        int by = slice.by() == null ? 1 : slice.by();
        // A start before the list counts from its end once more, as in the library: all are looked up one by one.
        long from = place(slice.from(), size, 0);
        from = from >= -size ? from : from + (-size - from + by - 1) / by * by;
        int to = Math.min(size, place(slice.to(), size, size));
        List<Json> all = new ArrayList<>();
        for (long i = from; i < to; i += by) {
            all.addAll(at(value, (int) i));
        }
        return all;
    }

    private static int place(@Nullable Integer index, int size, int otherwise) {
        if (index == null) {
            return otherwise;
        }
        return index < 0 ? index + size : index;
    }

    private static PathQuery rest(boolean root, PathTokens tokens) {
        List<Step> steps = new ArrayList<>();
        while (tokens.next("..", ".", "[")) {
            if (tokens.take("..")) {
                steps.add(new Step.Anywhere(tokens.next("[") ? brackets(tokens) : bare(tokens)));
            } else {
                steps.add(tokens.take(".") ? bare(tokens) : brackets(tokens));
            }
        }
        return new PathQuery(root, steps);
    }

    private static Step bare(PathTokens tokens) {
        return tokens.take("*") ? new Step.Every() : new Step.Name(tokens.name());
    }

    private static Step brackets(PathTokens tokens) {
        List<Step> steps = new ArrayList<>();
        tokens.expect("[");
        do {
            steps.add(bracket(tokens));
        } while (tokens.take(","));
        tokens.expect("]");
        return steps.size() == 1 ? steps.getFirst() : new Step.Union(steps);
    }

    private static Step bracket(PathTokens tokens) {
        if (tokens.take("*")) {
            return new Step.Every();
        }
        if (tokens.take("?")) {
            tokens.expect("(");
            Predicate<Values> filter = all(tokens);
            tokens.expect(")");
            return new Step.Filter(filter);
        }
        Optional<String> text = tokens.text();
        if (text.isPresent()) {
            return new Step.Name(text.get());
        }
        Integer from = tokens.index();
        if (!tokens.take(":")) {
            if (from == null) {
                throw tokens.wrong("a number, a name in double quotes, *, a slice or ?(filter)");
            }
            return new Step.Index(from);
        }
        Integer to = tokens.index();
        Integer by = tokens.take(":") ? tokens.index() : null;
        if (by != null && by < 1) {
            throw tokens.wrong("a slice with a step of at least 1");
        }
        return new Step.Slice(from, to, by);
    }

    private static Predicate<Values> all(PathTokens tokens) {
        Predicate<Values> first = any(tokens);
        return tokens.take("and") ? first.and(all(tokens)) : first;
    }

    private static Predicate<Values> any(PathTokens tokens) {
        Predicate<Values> first = one(tokens);
        return tokens.take("or") ? first.or(any(tokens)) : first;
    }

    private static Predicate<Values> one(PathTokens tokens) {
        if (tokens.take("not")) {
            return one(tokens).negate();
        }
        if (tokens.take("(")) {
            Predicate<Values> inner = all(tokens);
            tokens.expect(")");
            return inner;
        }
        Operand left = operand(tokens);
        for (Comparison comparison : Comparison.values()) {
            if (tokens.take(comparison.sign)) {
                Operand right = operand(tokens);
                return values -> left.in(values).stream()
                        .anyMatch(a -> right.in(values).stream().anyMatch(b -> comparison.holds(a, b)));
            }
        }
        if (left.literal()) {
            throw tokens.wrong("a comparison: one of = != < <= > >=");
        }
        return values -> !left.in(values).isEmpty();
    }

    private static Operand operand(PathTokens tokens) {
        if (tokens.take("@")) {
            return new Operand(rest(false, tokens), Json.NULL);
        }
        return tokens.take("$") ? new Operand(rest(true, tokens), Json.NULL) : new Operand(null, tokens.literal());
    }

    /// @param value what counts without a path
    private record Operand(@Nullable PathQuery path, Json value) {

        private boolean literal() {
            return path == null;
        }

        private List<Json> in(Values values) {
            return path == null ? List.of(value) : path.in(values);
        }
    }

    /// Longer signs first: `<=` begins with `<`.
    private enum Comparison {
        UNEQUAL("!="), AT_MOST("<="), AT_LEAST(">="), EQUAL("="), LESS("<"), MORE(">");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        private boolean holds(Json a, Json b) {
            return switch (this) {
                case EQUAL -> a.same(b);
                case UNEQUAL -> !a.same(b);
                case LESS -> order(a, b) < 0;
                case AT_MOST -> order(a, b) <= 0;
                case MORE -> order(b, a) < 0;
                case AT_LEAST -> order(b, a) <= 0;
            };
        }

        /// Below zero when `a` is less; above zero also when the two have no order, as only numbers have one.
        private static int order(Json a, Json b) {
            return a.counted().flatMap(left -> b.counted().map(left::compareTo)).orElse(1);
        }
    }
}

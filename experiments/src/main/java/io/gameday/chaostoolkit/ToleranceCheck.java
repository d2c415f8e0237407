package io.gameday.chaostoolkit;

import io.gameday.chaostoolkit.Tolerance.Judgement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Says whether outputs are within their tolerances, as Chaos Toolkit does. Where it would break off with an error of
/// Python, the judgement is unknown.
public final class ToleranceCheck {

    private static final int SHOWN = 200;

    private final Substitution substitution;

    public ToleranceCheck(Substitution substitution) {
        this.substitution = substitution;
    }

    public Judgement judge(Tolerance.OfOutput tolerance, Json output) {
        return switch (tolerance) {
            case Tolerance.Equal(Json expected) -> equal(expected, output);
            case Tolerance.In(List<Json> allowed) -> in(allowed, output);
            case Tolerance.Range(BigDecimal lower, BigDecimal upper, @Nullable String target) ->
                part(output, target, value -> within(lower, upper, value));
            case Tolerance.Regex(String pattern, @Nullable String target) ->
                part(output, target, value -> found(substituted(pattern), value));
            case Tolerance.JsonPath path -> part(output, path.target(), value -> matches(path, value));
        };
    }

    /// A text may become another kind of tolerance by what is put in for its name.
    private Judgement equal(Json expected, Json output) {
        Json wanted = expected instanceof Json.Text(String text) ? substitution.in(text) : expected;
        if (wanted.equals(expected) || wanted instanceof Json.Text) {
            boolean number = wanted instanceof Json.Number;
            Json value = number ? status(output).orElse(output) : output;
            return Judgement.of(value.same(wanted), "it is " + shown(value) + " and not " + shown(wanted));
        }
        return Tolerance.of(wanted).map(tolerance -> judge(tolerance, output))
                .orElseGet(() -> new Judgement.Unknown("the tolerance is " + shown(expected) + ", which is "
                        + shown(wanted) + ": allowed are a truth, a whole number, a text and a list"));
    }

    private Judgement in(List<Json> allowed, Json output) {
        Optional<Json> status = status(output);
        Json value = status.orElse(output);
        String words = shown(new Json.Items(allowed));
        if (status.isPresent() || allowed.size() != 2) {
            return Judgement.of(allowed.stream().anyMatch(value::same),
                    "it is " + shown(value) + " and not in " + words);
        }
        Optional<Integer> fromLower = order(allowed.getFirst(), value);
        if (fromLower.isPresent() && fromLower.get() > 0) {
            return new Judgement.NotHeld("it is " + shown(value) + " and not within " + words);
        }
        Optional<Integer> toUpper = order(value, allowed.getLast());
        if (fromLower.isEmpty() || toUpper.isEmpty()) {
            return new Judgement.Unknown("it is " + shown(value) + ", which has no order with " + words);
        }
        return Judgement.of(toUpper.get() <= 0, "it is " + shown(value) + " and not within " + words);
    }

    /// Numbers have an order, and texts; nothing else is compared here.
    private static Optional<Integer> order(Json a, Json b) {
        if (a instanceof Json.Text(String left) && b instanceof Json.Text(String right)) {
            return Optional.of(left.compareTo(right));
        }
        return a.counted().flatMap(left -> b.counted().map(left::compareTo));
    }

    private static Judgement within(BigDecimal lower, BigDecimal upper, Json value) {
        Optional<BigDecimal> number = value instanceof Json.Text(String text) ? Json.decimal(text) : value.counted();
        return number
                .map(it -> Judgement.of(lower.compareTo(it) <= 0 && it.compareTo(upper) <= 0,
                        "it is " + shown(value) + " and not within " + lower + " to " + upper))
                .orElseGet(() -> new Judgement.NotHeld("it is " + shown(value) + " and no number"));
    }

    private static Judgement found(String pattern, Json value) {
        if (!(value instanceof Json.Text(String text))) {
            return new Judgement.Unknown("a pattern needs a text, and it is " + shown(value));
        }
        Pattern compiled;
        try {
            compiled = PythonPattern.compile(pattern);
        } catch (IllegalArgumentException e) {
            return new Judgement.Unknown("the pattern '" + pattern + "' cannot be used: " + e.getMessage());
        }
        return Judgement.of(compiled.matcher(text).find(), "'" + pattern + "' is not found in " + shown(value));
    }

    private Judgement matches(Tolerance.JsonPath path, Json value) {
        String words = substituted(path.path());
        List<Json> found;
        try {
            found = PathQuery.of(words)
                    .in(value instanceof Json.Text(String text) ? Json.parse(text).orElse(value) : value);
        } catch (IllegalArgumentException e) {
            return new Judgement.Unknown("the path '" + words + "' cannot be used: " + e.getMessage());
        }
        String observation = "'" + words + "' finds " + shown(new Json.Items(found));
        if (path.expect() != null) {
            Json expect = substitution.in(path.expect());
            Json wanted = expect instanceof Json.Items ? expect : Json.items(expect);
            return Judgement.of(new Json.Items(found).same(wanted), observation + " and not " + shown(wanted));
        }
        Integer count = path.count();
        return count == null
                ? Judgement.of(!found.isEmpty(), "'" + words + "' finds nothing")
                : Judgement.of(found.size() == count,
                        observation + ", which are " + found.size() + " and not " + count);
    }

    private String substituted(String text) {
        return substitution.in(text).inWords();
    }

    private static Judgement part(Json output, @Nullable String target, Function<Json, Judgement> judge) {
        return Tolerance.part(output, target).map(judge).orElseGet(() -> new Judgement.Unknown(
                "it is " + shown(output) + ", which has no '" + target + "', nor any other key"));
    }

    private static Optional<Json> status(Json output) {
        return output instanceof Json.Group(Map<String, Json> fields)
                ? Optional.ofNullable(fields.get("status"))
                : Optional.empty();
    }

    /// A body may be long: its beginning tells enough.
    static String shown(Json value) {
        String words = value instanceof Json.Text(String text) ? "'" + text + "'" : value.inWords();
        return words.length() <= SHOWN ? words : words.substring(0, SHOWN) + "…";
    }
}

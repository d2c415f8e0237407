package io.gameday.chaostoolkit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the tolerance of a probe.
final class ToleranceReader {

    private static final String KEY = "tolerance";
    private static final String ALLOWED = "true, false, a whole number, a text, a list, or a group with a type of "
            + "jsonpath, probe, range or regex";
    private static final Set<String> TYPES = new TreeSet<>(Set.of("jsonpath", "probe", "range", "regex"));

    private ToleranceReader() {
    }

    /// @param probe reads a probe that decides
    static Optional<Tolerance> read(Part activity, Function<Part, Optional<Activity>> probe) {
        Json written = activity.json(KEY, ALLOWED).orElse(Json.NULL);
        if (written instanceof Json.Group) {
            return activity.group(KEY).flatMap(group -> group(group, probe));
        }
        Optional<Tolerance> tolerance = Tolerance.of(written).map(plain -> plain);
        if (written instanceof Json.Null) {
            activity.missing(KEY, ALLOWED);
        } else if (tolerance.isEmpty()) {
            activity.wrong(KEY, written, ALLOWED + "; a decimal goes into {type: range, range: [lowest, highest]}");
        }
        return tolerance;
    }

    private static Optional<Tolerance> group(Part group, Function<Part, Optional<Activity>> probe) {
        int before = group.told();
        String type = group.text("type", String.join(", ", TYPES));
        Optional<Tolerance> tolerance = switch (type) {
            case "" -> Optional.empty();
            case "probe" -> probe.apply(group).map(Tolerance.ProbeCall::new);
            case "regex" -> regex(group);
            case "jsonpath" -> path(group);
            case "range" -> range(group);
            default -> {
                group.choice("type", TYPES.stream().collect(Collectors.toMap(t -> t, t -> t)), "");
                yield Optional.empty();
            }
        };
        if (tolerance.isPresent()) {
            group.others();
        }
        return tolerance.filter(_ -> group.told() == before);
    }

    private static Optional<Tolerance> regex(Part group) {
        String pattern = group.text("pattern", "a regular expression");
        if (!Substitution.open(pattern)) {
            checked(group, "pattern", pattern, PythonPattern::compile,
                    "a regular expression of Python that Java knows too");
        }
        return Optional.of(new Tolerance.Regex(pattern, target(group)));
    }

    private static Optional<Tolerance> path(Part group) {
        String path = group.text("path", "a JSON path");
        if (!path.isEmpty() && !Substitution.open(path)) {
            checked(group, "path", path, PathQuery::of, "a JSON path of jsonpath2, such as $.items[*].name");
        }
        Json expect = group.json("expect", "any value").orElse(null);
        Integer count = null;
        Json counted = group.json("count", "a whole number").orElse(Json.NULL);
        if (counted instanceof Json.Number(BigDecimal value, boolean whole) && whole && value.signum() >= 0
                && value.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
            count = value.intValue();
        } else if (!counted.equals(Json.NULL)) {
            group.wrong("count", counted, "a whole number from 0");
        }
        return Optional.of(new Tolerance.JsonPath(path, expect, count, target(group)));
    }

    private static Optional<Tolerance> range(Part group) {
        String allowed = "a list of two numbers, the lowest and the highest";
        Json range = group.json("range", allowed).orElse(Json.NULL);
        String target = target(group);
        if (range instanceof Json.Items(List<Json> ends) && ends.size() == 2
                && ends.stream().allMatch(end -> end.counted().isPresent())) {
            return Optional.of(new Tolerance.Range(ends.getFirst().counted().orElseThrow(),
                    ends.getLast().counted().orElseThrow(), target));
        }
        if (range.equals(Json.NULL)) {
            group.missing("range", allowed);
        } else {
            group.wrong("range", range, allowed);
        }
        return Optional.empty();
    }

    @Nullable
    private static String target(Part group) {
        return group.optional("target", "a key of the output, such as status, body or stdout").orElse(null);
    }

    private static void checked(Part group, String key, String value, Function<String, ?> read, String allowed) {
        try {
            read.apply(value);
        } catch (IllegalArgumentException e) {
            group.problem(key, group.name(key) + " is '" + value + "': " + e.getMessage() + "; allowed: " + allowed);
        }
    }
}

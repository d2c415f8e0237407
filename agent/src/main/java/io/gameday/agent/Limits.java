package io.gameday.agent;

import io.gameday.target.FaultPlan;
import io.gameday.target.Task;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// How much may be hit at once, by the experiment's blast radius. The controller checks it too; the agent believes
/// nobody.
///
/// @param zones at most so many; 1 or more
/// @param cells at most so many; 1 or more
/// @param tasks at most so many; 1 or more
public record Limits(int zones, int cells, int tasks) {

    /// Nothing is refused for its size.
    public static final Limits NONE = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /// @throws IllegalArgumentException naming what is less than 1
    public Limits {
        atLeastOne("max-zones", zones);
        atLeastOne("max-cells", cells);
        atLeastOne("max-tasks", tasks);
    }

    private static void atLeastOne(String field, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(field + " is " + value + "; allowed: 1 or more");
        }
    }

    /// @param inForce the plans of what may be in force already
    /// @return why not, or nothing
    Optional<String> refusal(FaultPlan plan, Collection<FaultPlan> inForce) {
        return tooMany("zones", zones, plan, inForce, FaultPlan::zones)
                .or(() -> tooMany("cells", cells, plan, inForce, FaultPlan::cells))
                .or(() -> tooMany("tasks", tasks, plan, inForce, p -> p.tasks().stream().map(Task::id).toList()));
    }

    private static Optional<String> tooMany(String what, int limit, FaultPlan plan, Collection<FaultPlan> inForce,
            Function<FaultPlan, Collection<String>> names) {
        Set<String> hit = new TreeSet<>();
        Stream.concat(inForce.stream(), Stream.of(plan)).map(names).forEach(hit::addAll);
        if (hit.size() <= limit) {
            return Optional.empty();
        }
        boolean alone = names.apply(plan).size() == hit.size();
        return Optional.of((alone ? "the plan reaches " : "with what is in force already, the plan reaches ")
                + hit.size() + " " + what + " (" + String.join(", ", hit) + "); allowed by blastRadius: " + limit);
    }
}

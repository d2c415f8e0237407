package io.gameday.experiment;

import io.gameday.experiment.Experiment.Doing;
import io.gameday.target.Operation;
import io.gameday.yaml.Fields;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a step that does something to the system by its operators' means: `{ do: shift, zone: az1, at: 5s, for: 60s }`.
final class OperationReader {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    private final ExpectationReader.Names names;
    private final boolean ours;
    private final boolean twoStacks;

    /// @param ours      whether the system is one that Gameday operates
    /// @param twoStacks whether there is a new stack beside the old one
    OperationReader(ExpectationReader.Names names, boolean ours, boolean twoStacks) {
        this.names = names;
        this.ours = ours;
        this.twoStacks = twoStacks;
    }

    /// Empty when it could not be read; the problem has been told.
    ///
    /// @param name of the step
    Optional<Doing> read(Fields step, String name) {
        Optional<Operation> operation = operation(step);
        if (!ours) {
            step.problem("do",
                    step.name("do") + " is for the reference app, which Gameday operates; on a system of your "
                            + "own do it by its own means, and take the step out");
        }
        if (step.has("inject")) {
            step.problem("inject", "a step has both 'do' and 'inject'; allowed: exactly one of them");
            step.optionalText("inject");
        }
        Duration at = step.duration("at", Duration.ZERO, LONGEST);
        @Nullable
        Duration lasts = step.duration("for", SHORTEST, LONGEST);
        operation.ifPresent(found -> {
            if (found.lasting()) {
                step.require("for");
            } else if (lasts != null) {
                step.problem("for", found.kind() + " does not stay in force; take 'for' out");
            }
        });
        return operation
                .map(found -> new Doing(name, found, at == null ? Duration.ZERO : at, found.lasting() ? lasts : null));
    }

    private Optional<Operation> operation(Fields step) {
        return switch (step.oneOf("do", Operation.KINDS)) {
            case Operation.SHIFT -> {
                String zone = step.oneOf("zone", names.zones());
                yield Optional.of(new Operation.Shift(zone));
            }
            case Operation.LEAVE -> {
                String zone = step.oneOf("zone", names.zones());
                if (names.zones().size() < 2) {
                    step.problem("zone", step.name("zone") + " is " + zone + ", the only one; a zone can be left where "
                            + "system.zones has two or more");
                }
                yield Optional.of(new Operation.Leave(zone));
            }
            case Operation.SCALE -> {
                String cell = step.oneOf("cell", names.cells());
                Integer tasks = step.integer("tasks", 1, Operation.MOST_TASKS);
                step.require("tasks");
                yield Optional.ofNullable(tasks).map(count -> new Operation.Scale(cell, count));
            }
            case Operation.WEIGHTS -> {
                Double share = step.percent("new", 0, 100);
                step.require("new");
                if (ours && !twoStacks) {
                    step.problem("do", step.name("do") + " is weights, and there is one stack only; name the cells of "
                            + "the new one, such as system.newStack: [cell-2], or take the step out");
                }
                if (share != null && share != Math.rint(share)) {
                    step.problem("new",
                            step.name("new") + " is " + share + " %; allowed: whole percents, 0 % to 100 %");
                    yield Optional.empty();
                }
                yield Optional.ofNullable(share).map(percent -> new Operation.Weights(percent.intValue()));
            }
            case Operation.BACKUP -> Optional.of(new Operation.Backup(step.oneOf("cell", names.cells())));
            case Operation.RESTORE -> Optional.of(new Operation.Restore(step.oneOf("cell", names.cells())));
            default -> {
                // The place is checked all the same, so that one pass tells everything.
                names.scope(step);
                yield Optional.empty();
            }
        };
    }
}

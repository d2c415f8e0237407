package io.gameday.reference.simulated.seeded;

import io.gameday.observability.Scope;
import io.gameday.target.Automation.Action;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A deployment replaces tasks of one unit first, then of one cell, and only then of others; unless it goes everywhere at
/// once. Read from what automation tells, in order.
final class OneUnitAtATime implements Invariant {

    private static final Pattern BEGINS = Pattern
            .compile("\\(deployment [^ ]+\\) in progress: \\d+ units in (\\d+) waves.*");
    private static final Pattern NEXT = Pattern.compile("\\(deployment [^ ]+\\) wave (\\d+) of \\d+ is well.*");

    private Reach reach = Reach.EVERYTHING;
    private Scope.@Nullable CellZone first;

    /// Where tasks may be replaced now.
    private enum Reach {
        UNIT, CELL, EVERYTHING
    }

    @Override
    public String name() {
        return "never two units deploying unless the wave says so";
    }

    @Override
    public Optional<String> broken(Look look) {
        for (Action action : look.actions()) {
            if (!action.name().equals("deployment")) {
                continue;
            }
            Matcher begins = BEGINS.matcher(action.text());
            Matcher next = NEXT.matcher(action.text());
            if (begins.matches()) {
                reach = begins.group(1).equals("1") ? Reach.EVERYTHING : Reach.UNIT;
                first = null;
            } else if (next.matches()) {
                reach = next.group(1).equals("1") && reach == Reach.UNIT ? Reach.CELL : Reach.EVERYTHING;
            } else if (action.scope() instanceof Scope.CellZone unit && action.text().contains("has stopped")) {
                first = first == null ? unit : first;
                if (reach == Reach.UNIT && !unit.equals(first)
                        || reach == Reach.CELL && !unit.cell().equals(first.cell())) {
                    return Optional.of(action.text() + " in " + unit + " while only the "
                            + (reach == Reach.UNIT ? "unit " : "cell of ") + first + " is deployed to");
                }
            }
        }
        return Optional.empty();
    }
}

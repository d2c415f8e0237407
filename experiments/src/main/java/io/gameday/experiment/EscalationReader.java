package io.gameday.experiment;

import io.gameday.experiment.Experiment.Escalation;
import io.gameday.yaml.Fields;
import io.gameday.yaml.Quantity;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads who is paged, and when.
final class EscalationReader {

    private static final String KEY = "escalation";
    private static final String EXAMPLE = "{ page: on-call, after: 0s }";
    private static final Duration LONGEST = Duration.ofHours(24);

    private EscalationReader() {
    }

    /// On-call at once where nothing is said.
    static List<Escalation> read(Fields respond) {
        if (!respond.has(KEY)) {
            // Asked for all the same, so that a misspelt one is led here.
            respond.groups(KEY);
            return Escalation.DEFAULT;
        }
        List<Escalation> steps = new ArrayList<>();
        Duration before = Duration.ZERO;
        for (Fields line : respond.someGroups(KEY, EXAMPLE)) {
            String role = role(line);
            Duration after = line.duration("after", Duration.ZERO, LONGEST);
            if (!steps.isEmpty()) {
                line.require("after");
            }
            if (after != null && after.compareTo(before) < 0) {
                line.problem("after", line.name("after") + " is " + Units.words(after) + "; allowed: "
                        + Units.words(before) + " or more, as the one before it");
            } else if (after != null) {
                before = after;
            }
            steps.add(new Escalation(role, before));
            line.noOthers();
        }
        return steps.isEmpty() ? Escalation.DEFAULT : List.copyOf(steps);
    }

    private static String role(Fields line) {
        String role = line.text("page");
        if (!role.isEmpty() && !role.matches(Quantity.ROLE)) {
            line.problem("page", line.name("page") + " is '" + role + "'; allowed: " + Quantity.ROLE_ALLOWED);
        }
        return role;
    }
}

package io.gameday.experiment;

import io.gameday.experiment.Experiment.Restart;
import io.gameday.yaml.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the restart policy among the mechanisms, by the names that it has in ECS.
final class RestartReader {

    private static final String PERIOD = "restartAttemptPeriod";
    private static final String IGNORED = "ignoredExitCodes";

    private RestartReader() {
    }

    static @Nullable Restart read(Fields fields) {
        boolean on = fields.choice("restartPolicy", Map.of("on", true, "true", true, "off", false, "false", false),
                false);
        Duration period = fields.duration(PERIOD, Restart.LEAST_PERIOD, Restart.MOST_PERIOD);
        Set<Integer> ignored = ignored(fields);
        if (!on) {
            List.of(PERIOD, IGNORED).stream().filter(fields::has)
                    .forEach(field -> fields.problem(field,
                            fields.name(field)
                                    + " says when a task is restarted in place, and with restartPolicy off none is; "
                                    + "write restartPolicy: on, or take it out"));
            return null;
        }
        return new Restart(period == null ? Restart.USUAL_PERIOD : period, ignored);
    }

    private static Set<Integer> ignored(Fields fields) {
        Set<Integer> codes = new TreeSet<>();
        for (String text : fields.texts(IGNORED)) {
            if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= 255) {
                codes.add(Integer.valueOf(text));
            } else {
                fields.problem(IGNORED, fields.name(IGNORED) + " holds '" + text + "'; allowed: exit codes, 0 to 255");
            }
        }
        if (codes.size() > Restart.MOST_CODES) {
            fields.problem(IGNORED, fields.name(IGNORED) + " holds " + codes.size() + " exit codes; allowed: "
                    + Restart.MOST_CODES + " at most");
        }
        return codes;
    }
}

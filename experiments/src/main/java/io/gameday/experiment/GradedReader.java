package io.gameday.experiment;

import io.gameday.experiment.Experiment.AlarmsFrom;
import io.gameday.experiment.Experiment.PagesFrom;
import io.gameday.yaml.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads whose alarms and pages are graded, and the names that these have at their own place.
final class GradedReader {

    private static final int LONGEST = 200;

    private GradedReader() {
    }

    static AlarmsFrom alarms(Fields detect) {
        return detect.choice("from",
                Arrays.stream(AlarmsFrom.values()).collect(Collectors.toMap(AlarmsFrom::word, Function.identity())),
                AlarmsFrom.GAMEDAY);
    }

    static PagesFrom pages(Fields respond) {
        PagesFrom from = respond.choice("from",
                Arrays.stream(PagesFrom.values()).collect(Collectors.toMap(PagesFrom::word, Function.identity())),
                PagesFrom.GAMEDAY);
        if (from != PagesFrom.GAMEDAY) {
            for (String own : List.of("pageOn", "escalation")) {
                if (respond.has(own)) {
                    respond.problem(own, respond.name(own) + " is how Gameday pages, and with respond.from: "
                            + from.word() + " it pages nobody; take one of the two out");
                }
            }
        }
        return from;
    }

    static String alarmName(Fields line, String key) {
        return foreign(line, key, "the name of an alarm of yours");
    }

    static String receiver(Fields line, String key) {
        return foreign(line, key, "a receiver of Alertmanager, or a team or service of PagerDuty");
    }

    /// A name that somebody else gave: any words.
    private static String foreign(Fields line, String key, String what) {
        String name = line.text(key);
        if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            line.problem(key, line.name(key) + " has " + name.length() + " characters; allowed: " + what + ", up to "
                    + LONGEST + " characters in one line");
        }
        return name;
    }
}

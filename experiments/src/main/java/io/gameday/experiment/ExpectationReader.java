package io.gameday.experiment;

import io.gameday.observability.Scope;
import io.gameday.observability.alarm.StandardAlarms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the predictions under `detect` and `respond`.
final class ExpectationReader {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final List<String> AUTOMATION = List.of("weigh-away", "weigh-away-ended", "eviction",
            "eviction-ended", "replacement", "placement-failure", "rebalancing", "unhealthy-task", "steady-state",
            "deployment");
    private static final List<String> KINDS = List.of("alarm", "silent", "automation", "page", "metric",
            "interventions");

    private final Names names;
    private final Set<String> steps;
    private final Problems problems;

    ExpectationReader(Names names, Set<String> steps, Problems problems) {
        this.names = names;
        this.steps = steps;
        this.problems = problems;
    }

    /// The cells and zones that a file may name.
    record Names(List<String> cells, List<String> zones) {

        /// The scope that `zone` and `cell` give; the site without them.
        Scope scope(Fields fields) {
            String zone = fields.optionalOneOf("zone", zones).orElse(null);
            String cell = fields.optionalOneOf("cell", cells).orElse(null);
            if (zone != null && cell != null) {
                return new Scope.CellZone(cell, zone);
            }
            return zone != null ? new Scope.Zone(zone) : cell != null ? new Scope.Cell(cell) : Scope.SITE;
        }
    }

    List<Expectation> read(Fields file, String section) {
        List<Expectation> expectations = new ArrayList<>();
        file.group(section).ifPresent(group -> {
            for (Fields line : group.groups("expect")) {
                expectation(line).ifPresent(expectations::add);
                line.noOthers();
            }
            group.noOthers();
        });
        return List.copyOf(expectations);
    }

    private Optional<Expectation> expectation(Fields line) {
        List<String> kinds = KINDS.stream().filter(line::has).toList();
        if (kinds.size() != 1) {
            KINDS.forEach(line::optionalText);
            problems.add(line.place(), "a prediction names " + (kinds.isEmpty() ? "none" : String.join(" and ", kinds))
                    + "; allowed: exactly one of " + String.join(", ", KINDS));
            return Optional.empty();
        }
        return Optional.of(switch (kinds.getFirst()) {
            case "alarm" -> {
                String alarm = line.oneOf("alarm", StandardAlarms.NAMES);
                yield new Expectation.AlarmFires(alarm, alarmScope(line, "alarm", alarm), within(line), of(line));
            }
            case "silent" -> {
                String alarm = line.oneOf("silent", StandardAlarms.NAMES);
                yield new Expectation.AlarmSilent(alarm, alarmScope(line, "silent", alarm));
            }
            case "automation" -> new Expectation.AutomationActs(line.oneOf("automation", AUTOMATION), anyScope(line),
                    within(line), of(line));
            case "page" -> new Expectation.PersonPaged(line.oneOf("page", List.of("on-call")), within(line), of(line));
            case "metric" -> new Expectation.MetricHolds(new ConditionReader(names).read(line, SHORTEST, LONGEST, null),
                    within(line), of(line));
            default -> {
                Integer count = line.integer("interventions", 0, 1000);
                yield new Expectation.Interventions(count == null ? 0 : count);
            }
        });
    }

    private Scope alarmScope(Fields line, String key, String alarm) {
        Scope scope = names.scope(line);
        boolean fits = switch (alarm) {
            case StandardAlarms.ZONE_IMPACT, StandardAlarms.ZONE_LATENCY_IMPACT -> scope instanceof Scope.Zone;
            case StandardAlarms.CELL_IMPACT -> scope instanceof Scope.Cell;
            default -> scope instanceof Scope.Site;
        };
        if (!fits && StandardAlarms.NAMES.contains(alarm)) {
            line.problem(key, alarm + " is about " + switch (alarm) {
                case StandardAlarms.ZONE_IMPACT, StandardAlarms.ZONE_LATENCY_IMPACT ->
                    "one zone: give 'zone' and no 'cell'";
                case StandardAlarms.CELL_IMPACT -> "one cell: give 'cell' and no 'zone'";
                default -> "the whole site: give neither 'zone' nor 'cell'";
            });
        }
        return scope;
    }

    private @Nullable Scope anyScope(Fields line) {
        Scope scope = names.scope(line);
        return scope.equals(Scope.SITE) ? null : scope;
    }

    private Duration within(Fields line) {
        Duration within = line.duration("within", SHORTEST, LONGEST);
        line.require("within");
        return within == null ? LONGEST : within;
    }

    private @Nullable String of(Fields line) {
        String of = line.optionalOneOf("of", steps).orElse(null);
        if (of == null && steps.size() > 1) {
            line.problem("within", "'" + line.name("of") + "' is missing: with several steps it names the one that "
                    + "'within' counts from; allowed: " + String.join(", ", steps.stream().sorted().toList()));
        }
        return of;
    }
}

package io.gameday.experiment;

import io.gameday.experiment.Experiment.AlarmsFrom;
import io.gameday.experiment.Experiment.Graded;
import io.gameday.experiment.Experiment.Need;
import io.gameday.experiment.Experiment.PagesFrom;
import io.gameday.observability.Layout;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.MetricAlarm.Each;
import io.gameday.observability.alarm.StandardAlarms;
import io.gameday.yaml.Fields;
import io.gameday.yaml.NearestWord;
import io.gameday.yaml.Problems;
import io.gameday.yaml.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the predictions under `detect` and `respond`.
final class ExpectationReader {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    static final List<String> AUTOMATION = List.of("weigh-away", "weigh-away-ended", "eviction", "eviction-ended",
            "replacement", "placement-failure", "rebalancing", "unhealthy-task", "start-impaired", "log-loss",
            "steady-state", "deployment", "deployment-rollback", "evacuation", "evacuation-ended", "scaling",
            "zonal-shift-ended", "zonal-shift-fails-open", "restart", "weights-taken-back", "new-stack-left");
    private static final List<String> KINDS = List.of("alarm", "silent", "automation", "page", "acknowledged", "metric",
            "unaffected", "dependency", "incidents", "interventions");

    private final Names names;
    private final Set<String> steps;
    private final Set<String> paged;
    private final Map<String, Optional<Each>> alarms;
    private final Problems problems;
    private final Graded graded;

    /// @param steps      names of the steps
    /// @param alarms     that may be expected, and what each is about
    /// @param paged      roles that the escalation pages
    /// @param graded     whose alarms and pages the file grades
    ExpectationReader(Names names, Set<String> steps, Map<String, Optional<Each>> alarms, Set<String> paged,
            Problems problems, Graded graded) {
        this.names = names;
        this.steps = steps;
        this.paged = paged;
        this.alarms = alarms;
        this.problems = problems;
        this.graded = graded;
    }

    /// The cells and zones that a file may name.
    ///
    /// @param entry whether customers come in at `system.entry`, where nothing but an answer tells its cell and zone
    /// @param needs what the system depends on, by name, and how; empty where that is not ours to know
    record Names(Layout layout, boolean entry, Map<String, Need> needs) {

        List<String> cells() {
            return layout.cells();
        }

        List<String> zones() {
            return layout.zones();
        }

        /// The scope that `zone` and `cell` give; the site without them.
        Scope scope(Fields fields) {
            String zone = fields.optionalOneOf("zone", zones()).orElse(null);
            String cell = fields.optionalOneOf("cell", cells()).orElse(null);
            if (zone != null && cell != null) {
                if (cells().contains(cell) && zones().contains(zone) && !layout.zonesOf(cell).contains(zone)) {
                    fields.problem("zone", fields.name("zone") + " is '" + zone + "', and " + cell
                            + " has nothing there; " + "allowed: " + String.join(", ", layout.zonesOf(cell)));
                }
                return new Scope.CellZone(cell, zone);
            }
            return zone != null ? new Scope.Zone(zone) : cell != null ? new Scope.Cell(cell) : Scope.SITE;
        }

        /// The same of what customers see.
        Scope customersScope(Fields fields) {
            for (String key : List.of("zone", "cell")) {
                if (fields.has(key)) {
                    customersUnseen(fields, key, key.equals("zone") ? Each.ZONE : Each.CELL);
                }
            }
            return scope(fields);
        }

        /// A request without an answer counts for no zone: those that have one would look well whatever happens.
        void customersUnseen(Fields fields, String key, Each each) {
            boolean seen = switch (each) {
                case SITE -> true;
                case CELL -> !entry || cells().size() == 1;
                case ZONE -> !entry;
            };
            if (!seen) {
                String what = each == Each.ZONE ? "zone" : "cell";
                fields.problem(key, fields.name(key) + " asks what customers see of one " + what
                        + ", and with system.entry a request that gets no answer tells none, so a " + what
                        + " that is gone would look well; ask it of the whole site, or have an alarm under "
                        + "detect.alarms with observer: canaries and each: " + what + ", or take system.entry out");
            }
        }
    }

    /// @param section `detect` or `respond`
    List<Expectation> read(Fields section) {
        List<Expectation> expectations = new ArrayList<>();
        for (Fields line : section.groups("expect")) {
            expectation(line).ifPresent(expectations::add);
            teamToldOf(line).ifPresent(expectations::add);
            line.noOthers();
        }
        section.noOthers();
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
            case String kind when teamAlarms() && kind.equals("alarm") ->
                new Expectation.AlarmFires(GradedReader.alarmName(line, "alarm"), Scope.SITE, within(line), of(line));
            case String kind when teamAlarms() && kind.equals("silent") ->
                new Expectation.AlarmSilent(GradedReader.alarmName(line, "silent"), Scope.SITE);
            case "alarm" -> {
                String alarm = line.oneOf("alarm", alarms.keySet());
                yield new Expectation.AlarmFires(alarm, alarmScope(line, "alarm", alarm), within(line), of(line));
            }
            case "silent" -> {
                String alarm = line.oneOf("silent", alarms.keySet());
                yield new Expectation.AlarmSilent(alarm, alarmScope(line, "silent", alarm));
            }
            case "automation" -> new Expectation.AutomationActs(line.oneOf("automation", AUTOMATION), anyScope(line),
                    within(line), of(line));
            case "page" -> new Expectation.PersonPaged(role(line, "page"), within(line), of(line));
            case "acknowledged" -> new Expectation.PageAcknowledged(acknowledging(line), within(line), of(line));
            case "metric" -> new Expectation.MetricHolds(new ConditionReader(names).read(line, SHORTEST, LONGEST, null),
                    within(line), of(line));
            case "unaffected" -> {
                line.oneOf("unaffected", List.of("customers"));
                if (line.has("cell")) {
                    names.customersUnseen(line, "cell", Each.CELL);
                }
                Scope scope = line.optionalOneOf("cell", names.cells()).<Scope>map(Scope.Cell::new).orElse(Scope.SITE);
                yield new Expectation.CustomersUnaffected(scope, within(line), of(line));
            }
            case "dependency" -> {
                if (names.needs().isEmpty()) {
                    line.problem("dependency", line.name("dependency") + " checks what system.dependencies of the "
                            + "reference app declares; of a system of your own say what customers notice: unaffected");
                }
                String dependency = line.oneOf("dependency", names.needs().keySet());
                yield new Expectation.DependencyIs(dependency, names.needs().getOrDefault(dependency, Need.SOFT),
                        within(line), of(line));
            }
            case "incidents" -> new Expectation.Incidents(incidents(line));
            default -> new Expectation.Interventions(count(line, "interventions"), by(line));
        });
    }

    private boolean teamAlarms() {
        return graded.alarms() != AlarmsFrom.GAMEDAY;
    }

    private boolean teamPages() {
        return graded.pages() != PagesFrom.GAMEDAY;
    }

    /// The second prediction in a line such as `{ alarm: CheckoutErrors, within: 2m, team: payments }`.
    private Optional<Expectation> teamToldOf(Fields line) {
        if (!line.has("team") || !line.has("alarm") || !teamAlarms()) {
            return Optional.empty();
        }
        String team = GradedReader.receiver(line, "team");
        if (!teamPages()) {
            line.problem("team", line.name("team") + " is whom your own pager tells, and nothing says which one it is; "
                    + "give respond.from alertmanager or pagerduty");
        }
        return Optional.of(new Expectation.TeamTold(line.text("alarm"), team, line.optionalText("of").orElse(null)));
    }

    private int incidents(Fields line) {
        if (teamPages()) {
            line.problem("incidents", line.name("incidents") + " counts incidents that Gameday opens, and with "
                    + "respond.from: " + graded.pages().word() + " it opens none; take it out");
        }
        return count(line, "incidents");
    }

    private static int count(Fields line, String key) {
        Integer count = line.integer(key, 0, 1000);
        return count == null ? 0 : count;
    }

    private String acknowledging(Fields line) {
        if (graded.pages() == PagesFrom.ALERTMANAGER) {
            line.problem("acknowledged", line.name("acknowledged") + " is given, and Alertmanager does not know who "
                    + "answered; allowed with respond.from gameday or pagerduty");
        }
        return role(line, "acknowledged");
    }

    /// Of somebody whom nothing pages, a page could never come, nor an acknowledgement.
    private String role(Fields line, String key) {
        if (teamPages()) {
            return GradedReader.receiver(line, key);
        }
        String role = line.text(key);
        if (!role.isEmpty() && !paged.contains(role)) {
            String hint = NearestWord.to(role, paged).map(word -> "; did you mean '" + word + "'?").orElse("");
            line.problem(key, line.name(key) + " is '" + role + "'" + hint + "; allowed: whom respond.escalation "
                    + "pages, " + String.join(", ", paged.stream().sorted().toList()));
        }
        return role;
    }

    /// Anybody may intervene, also who is never paged.
    private static @Nullable String by(Fields line) {
        String by = line.optionalText("by").orElse(null);
        if (by != null && !by.matches(Quantity.ROLE)) {
            line.problem("by", line.name("by") + " is '" + by + "'; allowed: " + Quantity.ROLE_ALLOWED);
        }
        return by;
    }

    private Scope alarmScope(Fields line, String key, String alarm) {
        Scope scope = names.scope(line);
        if (alarm.equals(StandardAlarms.CELL_IMPACT)) {
            names.customersUnseen(line, key, Each.CELL);
        }
        alarms.getOrDefault(alarm, Optional.empty()).filter(about -> !about.fits(scope))
                .ifPresent(about -> line.problem(key, alarm + " is about " + switch (about) {
                    case ZONE -> "one zone: give 'zone' and no 'cell'";
                    case CELL -> "one cell: give 'cell' and no 'zone'";
                    case SITE -> "the whole site: give neither 'zone' nor 'cell'";
                }));
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

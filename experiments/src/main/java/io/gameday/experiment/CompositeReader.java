package io.gameday.experiment;

import io.gameday.experiment.Experiment.Composite;
import io.gameday.experiment.Experiment.Suppressor;
import io.gameday.observability.alarm.Alarm;
import io.gameday.observability.alarm.MetricAlarm;
import io.gameday.observability.alarm.MetricAlarm.Each;
import io.gameday.observability.alarm.StandardAlarms;
import io.gameday.observability.alarm.composite.CompositeRule;
import io.gameday.observability.alarm.composite.RuleProblem;
import io.gameday.yaml.Fields;
import io.gameday.yaml.NearestWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the alarms under `detect.alarms`: those over a metric, and composites, each of which it puts after those that it
/// names.
final class CompositeReader {

    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String NAME = "[a-z][a-z0-9-]{0,59}";

    private final ExpectationReader.Names names;
    private final Map<String, Optional<Each>> alarms = new LinkedHashMap<>();
    private final List<MetricAlarm> ofMetrics = new ArrayList<>();

    CompositeReader(ExpectationReader.Names names) {
        this.names = names;
        StandardAlarms.places(names.layout()).forEach((name, each) -> alarms.put(name, Optional.of(each)));
    }

    /// How rules name all of them; every way where nobody knows what one is about.
    private Set<String> references() {
        Set<String> references = new LinkedHashSet<>();
        alarms.forEach((name, known) -> known.map(List::of).orElse(List.of(Each.values())).forEach(each -> each
                .places(names.cells(), names.zones()).forEach(place -> references.add(Alarm.reference(name, place)))));
        return references;
    }

    private record Line(Fields fields, Composite composite) {
    }

    /// @param detect the section; lines that cannot be read are left out, with a problem told
    List<Composite> read(Fields detect) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Fields fields : detect.groups("alarms")) {
            Optional<Each> each = MetricAlarmReader.each(fields);
            String name = name(fields, each);
            if (MetricAlarmReader.reads(fields)) {
                ofMetric(name, each, fields);
                continue;
            }
            Optional<CompositeRule> rule = rule(fields);
            Suppressor suppressor = suppressor(fields).orElse(null);
            fields.noOthers();
            rule.map(found -> new Line(fields, new Composite(name, found, suppressor))).filter(line -> !name.isEmpty())
                    .ifPresent(line -> lines.putIfAbsent(name, line));
        }
        Set<String> all = references();
        lines.values().forEach(line -> known(line, all));
        return ordered(lines);
    }

    /// Those over a metric, in the order of the file.
    List<MetricAlarm> ofMetrics() {
        return List.copyOf(ofMetrics);
    }

    private void ofMetric(String name, Optional<Each> each, Fields fields) {
        fields.refuse("rule",
                fields.name("rule") + " is given beside 'metric'; an alarm is over a metric or over other "
                        + "alarms: take one of them out");
        MetricAlarmReader.read(name, each, fields, names).ifPresent(ofMetrics::add);
        fields.noOthers();
    }

    /// The names that predictions and pages may give: the standard ones and every one that was read, also where its rule
    /// could not be; with what each is about, where that could be read.
    Map<String, Optional<Each>> alarms() {
        return alarms;
    }

    /// Those of [#alarms] of which it is known what they are about.
    Map<String, Each> offered() {
        Map<String, Each> offered = new LinkedHashMap<>();
        alarms.forEach((name, each) -> each.ifPresent(about -> offered.put(name, about)));
        return Collections.unmodifiableMap(offered);
    }

    private String name(Fields fields, Optional<Each> each) {
        String name = fields.text("alarm");
        if (!name.isEmpty() && !StandardAlarms.NAMES.contains(name) && alarms.putIfAbsent(name, each) != null) {
            fields.problem("alarm", fields.name("alarm") + " is '" + name
                    + "', which is the name of another one too; give each a name of its own");
        }
        if (!name.isEmpty() && !name.matches(NAME)) {
            fields.problem("alarm", fields.name("alarm") + " is '" + name
                    + "'; allowed: up to 60 lower-case letters, digits and hyphens, a letter first");
        }
        if (StandardAlarms.NAMES.contains(name)) {
            fields.problem("alarm", fields.name("alarm") + " is '" + name
                    + "', which is there already; allowed: any name but " + String.join(", ", StandardAlarms.NAMES));
        }
        return name;
    }

    private static Optional<CompositeRule> rule(Fields fields) {
        String text = fields.text("rule");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(CompositeRule.parse(text));
        } catch (RuleProblem problem) {
            fields.problem("rule", fields.name("rule") + " is no rule: " + problem.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Suppressor> suppressor(Fields fields) {
        Optional<String> alarm = fields.optionalText("suppressor");
        Duration wait = fields.duration("waitPeriod", Duration.ZERO, LONGEST);
        Duration extension = fields.duration("extensionPeriod", Duration.ZERO, LONGEST);
        for (String key : List.of("waitPeriod", "extensionPeriod")) {
            if (fields.has(key) && !fields.has("suppressor")) {
                fields.problem(key, fields.name(key) + " is about a suppressor, and none is named; give 'suppressor' "
                        + "an alarm or take '" + key + "' out");
            }
        }
        return alarm
                .map(name -> new Suppressor(name, wait == null ? USUAL : wait, extension == null ? USUAL : extension));
    }

    private void known(Line line, Set<String> all) {
        line.composite().rule().named().forEach(name -> known(line.fields(), "rule", name, all));
        Suppressor suppressor = line.composite().suppressor();
        if (suppressor != null) {
            known(line.fields(), "suppressor", suppressor.alarm(), all);
        }
    }

    private void known(Fields fields, String key, String alarm, Set<String> all) {
        if (alarm.startsWith(StandardAlarms.CELL_IMPACT)) {
            names.customersUnseen(fields, key, Each.CELL);
        }
        if (!all.contains(alarm)) {
            String hint = NearestWord.to(alarm, all).map(word -> "; did you mean '" + word + "'?").orElse("");
            fields.problem(key, fields.name(key) + " names the alarm '" + alarm + "', which is not there" + hint
                    + "; allowed: " + String.join(", ", all));
        }
    }

    /// Those that name no other first. A circle has no order: CloudWatch stops evaluating it, here it is refused.
    private static List<Composite> ordered(Map<String, Line> lines) {
        Map<String, Line> left = new LinkedHashMap<>(lines);
        List<Composite> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Composite> ready = left.values().stream().map(Line::composite)
                    .filter(composite -> composite.named().stream().noneMatch(left::containsKey)).toList();
            if (ready.isEmpty()) {
                Line first = left.values().iterator().next();
                first.fields().problem("rule", first.fields().name("rule") + " leads back to itself: "
                        + String.join(" names ", circle(first, left)) + "; one of them must name none of the others");
                return List.of();
            }
            ordered.addAll(ready);
            ready.forEach(composite -> left.remove(composite.name()));
        }
        return List.copyOf(ordered);
    }

    /// From one of `left`, each of which names another of them, until one comes again.
    private static List<String> circle(Line first, Map<String, Line> left) {
        List<String> path = new ArrayList<>();
        Composite at = first.composite();
        while (!path.contains(at.name())) {
            path.add(at.name());
            at = at.named().stream().flatMap(name -> Optional.ofNullable(left.get(name)).stream()).findFirst()
                    .map(Line::composite).orElse(at);
        }
        path.add(at.name());
        return path.subList(path.indexOf(at.name()), path.size());
    }
}

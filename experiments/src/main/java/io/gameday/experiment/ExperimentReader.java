package io.gameday.experiment;

import io.gameday.experiment.Experiment.App;
import io.gameday.experiment.Experiment.BlastRadius;
import io.gameday.experiment.Experiment.Calls;
import io.gameday.experiment.Experiment.Customers;
import io.gameday.experiment.Experiment.Doing;
import io.gameday.experiment.Experiment.Escalation;
import io.gameday.experiment.Experiment.Evacuation;
import io.gameday.experiment.Experiment.Inventory;
import io.gameday.experiment.Experiment.Learn;
import io.gameday.experiment.Experiment.Logging;
import io.gameday.experiment.Experiment.Mechanisms;
import io.gameday.experiment.Experiment.Need;
import io.gameday.experiment.Experiment.Overload;
import io.gameday.experiment.Experiment.Prepare;
import io.gameday.experiment.Experiment.Restart;
import io.gameday.experiment.Experiment.Rollout;
import io.gameday.experiment.Experiment.Routing;
import io.gameday.experiment.Experiment.Scaling;
import io.gameday.experiment.Experiment.Shape;
import io.gameday.experiment.Experiment.Spread;
import io.gameday.experiment.Experiment.Step;
import io.gameday.experiment.Experiment.SystemUnderTest;
import io.gameday.observability.alarm.MetricAlarm.Each;
import io.gameday.observability.alarm.StandardAlarms;
import io.gameday.target.Fault;
import io.gameday.target.OwnSystem;
import io.gameday.yaml.Fields;
import io.gameday.yaml.NearestWord;
import io.gameday.yaml.Problem;
import io.gameday.yaml.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads an experiment file and tells everything that is wrong with it in one pass.
public final class ExperimentReader {

    private static final String INVENTORY = "inventory";
    private static final Duration MOMENT = Duration.ZERO;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    /// An order's own writing and reading takes some of it, and customers wait a second.
    private static final Duration LEAST_WORK = Duration.ofMillis(10);
    private static final Duration MOST_WORK = Duration.ofMillis(800);
    private static final String STEADY = "{ metric: availability, atLeast: 99.9 %, for: 10s }";
    private static final String STEP = "{ inject: zone-power-loss, zone: az1, at: 5s, for: 40s }";
    private static final Map<String, Boolean> SWITCH = Map.of("on", true, "off", false, "true", true, "false", false);

    private final Problems problems;
    private Map<String, Each> alarms = StandardAlarms.places();
    /// What customers ask of a system of their own.
    private Map<String, Need> needs = Map.of();
    private OwnSystem.Request asked = OwnSystemReader.NOTHING_ASKED;
    private final List<Doing> operations = new ArrayList<>();

    private ExperimentReader(Problems problems) {
        this.problems = problems;
    }

    /// What reading gave: the experiment, or at least one problem.
    ///
    /// @param experiment empty when there are problems
    /// @param alarms     that predictions and pages may name, with what each is about: the standard ones, and those of the
    ///                   file as far as it was read
    public record Reading(Optional<Experiment> experiment, List<Problem> problems, Map<String, Each> alarms) {
    }

    /// @param name the experiment's name
    /// @param file how messages name the file
    /// @param text what stands in it
    public static Reading read(String name, String file, String text) {
        Problems problems = new Problems(file);
        Map<String, ExperimentReader> readers = new LinkedHashMap<>();
        Map<String, Experiment> experiments = new LinkedHashMap<>();
        String as = OnTarget.USUAL;
        for (String target : OnTarget.WORDS) {
            Optional<Fields> fields = Fields.read(text, OnTarget.OVERLAY, target, problems);
            ExperimentReader reader = new ExperimentReader(problems);
            readers.put(target, reader);
            fields.ifPresent(all -> experiments.put(target, reader.experiment(name, all)));
            as = fields.map(OnTarget::as).orElse(as);
            if (!OnTarget.differs(text)) {
                // The same on every target, and read once.
                as = target;
                break;
            }
        }
        List<Problem> found = problems.inOrder();
        return new Reading(found.isEmpty() ? Optional.ofNullable(experiments.get(as)) : Optional.empty(), found,
                Objects.requireNonNull(readers.get(as)).alarms);
    }

    private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,39}");

    private Experiment experiment(String name, Fields file) {
        boolean control = file.choice("control", Map.of("true", true, "false", false), false);
        Experiment experiment = played(name, file);
        return control ? Control.of(experiment) : experiment;
    }

    private Experiment played(String name, Fields file) {
        String title = file.text("title");
        String hypothesis = file.text("hypothesis");
        List<String> tags = file.texts("tags");
        tags.stream().filter(tag -> !TAG.matcher(tag).matches()).forEach(tag -> file.problem("tags",
                "tags holds '" + tag + "'; allowed: up to 40 letters, digits and hyphens, a letter first"));
        SystemUnderTest system = required(file, "system", this::system, new SystemUnderTest(1, List.of("az1", "az2"),
                100, Shape.MULTI_ZONE, Routing.STICKY, Mechanisms.DEFAULT, Map.of(), Map.of()));
        @Nullable
        OwnSystem own = system.own();
        Customers traffic = required(file, "traffic", group -> traffic(group, own), new Customers(1, 1));
        var names = new ExpectationReader.Names(system.layout(), own != null && own.entry() != null, needs);
        Prepare prepare = required(file, "prepare", group -> prepare(group, names, own),
                new Prepare(List.of(), new BlastRadius(null, null, null, null, null), List.of(), null));
        List<Step> steps = steps(file, names, system);
        Set<String> stepNames = new HashSet<>();
        steps.forEach(step -> stepNames.add(step.name()));
        operations.forEach(doing -> stepNames.add(doing.name()));
        Optional<Fields> detection = file.group("detect");
        Optional<Fields> response = file.group("respond");
        Experiment.Graded graded = new Experiment.Graded(
                detection.map(section -> GradedReader.alarms(section)).orElse(Experiment.AlarmsFrom.GAMEDAY),
                response.map(section -> GradedReader.pages(section)).orElse(Experiment.PagesFrom.GAMEDAY));
        CompositeReader reader = new CompositeReader(names);
        List<Experiment.Composite> composites = detection.map(reader::read).orElse(List.of());
        alarms = reader.offered();
        List<String> pageOn = response.map(section -> pageOn(section, List.copyOf(reader.alarms().keySet())))
                .orElse(List.of());
        List<Escalation> escalation = response.map(EscalationReader::read).orElse(Escalation.DEFAULT);
        Set<String> paged = escalation.stream().map(Escalation::role).collect(Collectors.toSet());
        var expectations = new ExpectationReader(names, stepNames, reader.alarms(), paged, problems, graded);
        List<Expectation> detect = detection.map(expectations::read).orElse(List.of());
        List<Expectation> respond = response.map(expectations::read).orElse(List.of());
        Learn learn = file.group("learn").flatMap(group -> group.group("coe").map(this::learn).or(() -> {
            group.noOthers();
            return Optional.empty();
        })).orElse(new Learn(Learn.When.CUSTOMERS_AFFECTED, "game day owner"));
        OnTarget.as(file);
        file.noOthers();
        SystemUnderTest asking = own == null ? system : new SystemUnderTest(own.asking(asked));
        return new Experiment(name, title, hypothesis, asking, traffic, prepare, steps, reader.ofMetrics(), composites,
                detect, pageOn, escalation, respond, learn, graded, List.copyOf(operations), tags);
    }

    private SystemUnderTest system(Fields fields) {
        App app = fields.choice("app", Map.of("reference", App.REFERENCE, "http", App.HTTP), App.REFERENCE);
        if (app == App.HTTP) {
            return new SystemUnderTest(OwnSystemReader.read(fields));
        }
        OwnSystemReader.REFERENCE_HAS_NONE.forEach(fields::refuse);
        Integer cells = fields.integer("cells", 1, 1_000);
        List<String> zones = fields.texts("zones");
        if (zones.isEmpty()) {
            zones = List.of("az1", "az2", "az3");
        }
        if (zones.size() < 2 || zones.size() > 6 || new HashSet<>(zones).size() < zones.size()) {
            fields.problem("zones", "system.zones is " + zones + "; allowed: 2 to 6 different names");
        }
        zones.stream().filter(zone -> !zone.matches("[a-z][a-z0-9-]{0,19}")).forEach(zone -> fields.problem("zones",
                "system.zones holds '" + zone + "'; allowed: up to 20 lower-case letters, digits and hyphens"));
        Double headroom = fields.percent("headroom", 100, 300);
        Shape shape = fields.choice("shape", Map.of("multi-zone", Shape.MULTI_ZONE, "one-zone", Shape.ONE_ZONE),
                Shape.MULTI_ZONE);
        Routing routing = fields.choice("routing", Map.of("sticky", Routing.STICKY, "cluster", Routing.CLUSTER),
                Routing.STICKY);
        Mechanisms mechanisms = fields.group("mechanisms").map(group -> mechanisms(group, routing))
                .orElse(Mechanisms.DEFAULT);
        needs = needs(fields.group("dependencies"));
        int count = cells == null ? 2 : cells;
        Map<String, Duration> work = fields.group("work").map(group -> work(group, count)).orElse(Map.of());
        Map<String, String> overrides = fields.group("overrides").map(group -> OverridesReader.read(group, count))
                .orElse(Map.of());
        if (!overrides.isEmpty() && routing == Routing.CLUSTER) {
            fields.problem("overrides", "system.overrides gives customers a cell for life, and with system.routing "
                    + "cluster they have none; write system.routing: sticky, or take it out");
        }
        List<String> newStack = StacksReader.read(fields, count, routing);
        fields.noOthers();
        return new SystemUnderTest(count, List.copyOf(zones), headroom == null ? 150 : (int) Math.round(headroom),
                shape, routing, mechanisms.needing(needs.get(INVENTORY)).withNewStack(newStack), work, overrides);
    }

    /// As the reference app is built, unless said otherwise.
    private static Map<String, Need> needs(Optional<Fields> declared) {
        Map<String, Need> needs = new LinkedHashMap<>();
        needs.put(INVENTORY, Need.SOFT);
        needs.put("database", Need.HARD);
        needs.put("logs", Need.SOFT);
        declared.ifPresent(fields -> {
            needs.replaceAll((name, usual) -> fields.choice(name, Map.of("hard", Need.HARD, "soft", Need.SOFT), usual));
            fields.noOthers();
        });
        return Collections.unmodifiableMap(needs);
    }

    private static Map<String, Duration> work(Fields fields, int cells) {
        Map<String, Duration> work = new LinkedHashMap<>();
        for (int n = 1; n <= cells; n++) {
            String cell = "cell-" + n;
            Duration duration = fields.duration(cell, LEAST_WORK, MOST_WORK);
            if (duration != null) {
                work.put(cell, duration);
            }
        }
        fields.noOthers();
        return Collections.unmodifiableMap(work);
    }

    private Mechanisms mechanisms(Fields fields, Routing routing) {
        boolean weighAway = fields.choice("weighAway", SWITCH, true);
        boolean retry = fields.choice("routerRetry", Map.of("once", true, "off", false, "false", false), true);
        boolean rebalancing = fields.choice("rebalancing", SWITCH, true);
        Logging logging = fields.choice("logging",
                Map.of("blocking", Logging.BLOCKING, "non-blocking", Logging.NON_BLOCKING), Logging.NON_BLOCKING);
        boolean failOpen = fields.choice("failOpen", SWITCH, true);
        Evacuation evacuation = fields.choice("evacuation", Map.of("on", Evacuation.ON, "true", Evacuation.ON, "off",
                Evacuation.OFF, "false", Evacuation.OFF, "limited", Evacuation.LIMITED), Evacuation.OFF);
        if (evacuation != Evacuation.OFF && routing == Routing.STICKY) {
            fields.problem("evacuation", "system.mechanisms.evacuation takes cells out of the cluster's name, and with "
                    + "system.routing sticky nobody uses that; write system.routing: cluster, or take it out");
        }
        Scaling scaling = fields.group("scaling").map(ExperimentReader::scaling).orElse(null);
        Restart restart = RestartReader.read(fields);
        Experiment.Deployment deployment = deployment(fields);
        Inventory inventory = fields.group("inventory").map(ExperimentReader::inventory).orElse(Inventory.DEFAULT);
        Overload overload = fields.choice("overload", Map.of("shed", Overload.SHED, "queue", Overload.QUEUE),
                Overload.SHED);
        boolean zoneAffinity = fields.choice("zoneAffinity", SWITCH, false);
        Stacks stacks = new Stacks(List.of(), fields.choice("suspicion", SWITCH, true));
        fields.noOthers();
        return new Mechanisms(weighAway, retry, rebalancing, logging, failOpen, evacuation, scaling, restart,
                deployment, inventory, overload, zoneAffinity, stacks);
    }

    private static Experiment.Deployment deployment(Fields fields) {
        return new Experiment.Deployment(fields.choice("versionConsistency", SWITCH, true),
                fields.choice("circuitBreaker", SWITCH, true), fields.choice("deploymentAlarms", SWITCH, true),
                fields.choice("bake", SWITCH, true), fields.choice("rollout",
                        Map.of("unit", Rollout.UNIT, "all-at-once", Rollout.ALL_AT_ONCE), Rollout.UNIT));
    }

    private static Inventory inventory(Fields fields) {
        Spread spread = fields.choice("spread", Map.of("regional", Spread.REGIONAL, "zonal", Spread.ZONAL),
                Spread.REGIONAL);
        Calls calls = fields.choice("calls", Map.of("once", Calls.ONCE, "naive", Calls.NAIVE, "guarded", Calls.GUARDED),
                Calls.ONCE);
        Double capacity = fields.rate("capacity", 1, 10_000);
        fields.noOthers();
        return new Inventory(spread, calls, capacity, false);
    }

    private static Scaling scaling(Fields fields) {
        Double target = fields.percent("target", 10, 95);
        Duration warmUp = fields.duration("warmUp", MOMENT, Duration.ofMinutes(10));
        Duration coolDown = fields.duration("coolDown", MOMENT, Duration.ofHours(1));
        Integer most = fields.integer("most", 1, 10);
        List.of("target", "most").forEach(fields::require);
        fields.noOthers();
        return new Scaling(target == null ? 50 : (int) Math.round(target),
                warmUp == null ? Duration.ofSeconds(10) : warmUp, coolDown == null ? Duration.ofSeconds(60) : coolDown,
                most == null ? 1 : most);
    }

    private Customers traffic(Fields fields, @Nullable OwnSystem own) {
        Integer customers = fields.integer("customers", 1, 10_000);
        Double rate = fields.rate("rate", 1, 10_000);
        fields.require("customers");
        fields.require("rate");
        if (own != null) {
            asked = OwnSystemReader.request(fields);
        } else {
            OwnSystemReader.TRAFFIC.forEach(key -> fields.refuse(key,
                    fields.name(key) + " is for app: http; the customers of the reference app place orders"));
        }
        fields.noOthers();
        return new Customers(customers == null ? 1 : customers, rate == null ? 1 : rate);
    }

    private Prepare prepare(Fields fields, ExpectationReader.Names names, @Nullable OwnSystem own) {
        List<MetricCondition> steady = new ArrayList<>();
        for (Fields line : fields.someGroups("steadyState", STEADY)) {
            steady.add(new ConditionReader(names).read(line, SHORTEST, LONGEST, Duration.ofSeconds(10)));
            line.noOthers();
        }
        BlastRadius radius = required(fields, "blastRadius", this::blastRadius,
                new BlastRadius(null, null, null, null, null));
        List<MetricCondition> stops = new ArrayList<>();
        for (Fields line : fields.groups("stopWhen")) {
            stops.add(new ConditionReader(names).read(line, SHORTEST, LONGEST, Duration.ofSeconds(10)));
            line.noOthers();
        }
        String evacuate = fields.optionalOneOf("evacuate", names.zones()).orElse(null);
        if (evacuate != null && own != null) {
            fields.problem("evacuate",
                    fields.name("evacuate") + " is for the reference app, whose router Gameday can ask; "
                            + "have customers leave a system of your own by its own means, and take it out");
        }
        fields.noOthers();
        return new Prepare(List.copyOf(steady), radius, List.copyOf(stops), evacuate);
    }

    private BlastRadius blastRadius(Fields fields) {
        Integer zones = fields.integer("zones", 0, 6);
        Integer cells = fields.integer("cells", 0, 1000);
        Integer tasks = fields.integer("tasks", 0, 100_000);
        Double customers = fields.percent("customers", 0, 100);
        Double failed = fields.percent("failedOrders", 0, 100);
        fields.noOthers();
        return new BlastRadius(zones, cells, tasks, customers, failed);
    }

    private List<Step> steps(Fields file, ExpectationReader.Names names, SystemUnderTest system) {
        @Nullable
        OwnSystem own = system.own();
        List<Step> steps = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Fields fields : file.someGroups("steps", STEP)) {
            String kind = fields.has("do") ? "do" : "inject";
            String name = fields.optionalText("name").orElse(fields.optionalText(kind).orElse(""));
            if (!taken.add(name)) {
                fields.problem("name", "two steps are called '" + name + "'; give each a 'name' of its own");
            }
            if (kind.equals("do")) {
                new OperationReader(names, own == null, !system.mechanisms().stacks().newStack().isEmpty())
                        .read(fields, name).ifPresent(operations::add);
                fields.noOthers();
                continue;
            }
            var fault = new FaultReader(names).read(fields);
            Duration at = fields.duration("at", MOMENT, LONGEST);
            Duration lasts = fields.duration("for", SHORTEST, LONGEST);
            fault.ifPresent(found -> {
                if (found instanceof Fault.PoisonPill && system.routing() == Routing.CLUSTER) {
                    fields.problem("inject",
                            "poison-pill hits the cell of its customer, and with system.routing cluster "
                                    + "a customer has none; write system.routing: sticky, or inject something else");
                }
                if (own != null) {
                    own.lacks(found).ifPresent(why -> fields.problem("inject",
                            found.kind() + " on " + found.scope() + " cannot be injected: " + why));
                }
                boolean endsItself = !found.lasting();
                if (!endsItself) {
                    fields.require("for");
                }
                if (lasts != null && endsItself) {
                    fields.problem("for", found.kind() + " leaves nothing in force; take 'for' out");
                }
                steps.add(new Step(name, found, at == null ? Duration.ZERO : at, endsItself ? null : lasts));
            });
            fields.noOthers();
        }
        return List.copyOf(steps);
    }

    private static List<String> pageOn(Fields respond, List<String> known) {
        List<String> names = respond.texts("pageOn");
        names.stream().filter(name -> !known.contains(name))
                .forEach(name -> respond.problem("pageOn",
                        respond.name("pageOn") + " holds '" + name + "'"
                                + NearestWord.to(name, known).map(word -> "; did you mean '" + word + "'?").orElse("")
                                + "; allowed: " + String.join(", ", known)));
        return names;
    }

    private Learn learn(Fields fields) {
        Learn.When when = fields.choice("when",
                Map.of("customers-affected", Learn.When.CUSTOMERS_AFFECTED, "always", Learn.When.ALWAYS),
                Learn.When.CUSTOMERS_AFFECTED);
        String owner = fields.optionalText("owner").orElse("game day owner");
        fields.noOthers();
        return new Learn(when, owner);
    }

    private static <T> T required(Fields fields, String key, Function<Fields, T> read, T otherwise) {
        return fields.group(key).map(read).orElseGet(() -> {
            fields.require(key);
            return otherwise;
        });
    }
}

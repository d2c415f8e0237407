package io.gameday.aws.fis.local;

import io.gameday.aws.fis.catalog.ActionCatalog;
import io.gameday.aws.fis.catalog.ActionKind;
import io.gameday.aws.fis.endpoint.FisError;
import io.gameday.aws.fis.endpoint.StagePlan;
import io.gameday.aws.fis.plan.Resource;
import io.gameday.aws.fis.plan.Schedule;
import io.gameday.aws.fis.plan.Selection;
import io.gameday.aws.fis.template.FisAction;
import io.gameday.aws.fis.template.FisTemplate;
import io.gameday.aws.fis.template.FisTemplate.EmptyTargets;
import io.gameday.aws.fis.template.FisTemplate.StopCondition;
import io.gameday.experiment.ExperimentReader;
import io.gameday.observability.alarm.StandardAlarms;
import io.gameday.target.Fidelity;
import io.gameday.yaml.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes an experiment of ours of a template: the same actions at the same times, on the system and with the customers of
/// another experiment.
public final class FisCompiler {

    private final LocalResources resources;
    private final ObjectNode base;
    private final long seed;
    private final boolean skipUnsupported;
    private final ActionCatalog catalog = ActionCatalog.standard();

    /// @param base what the system and its customers are taken from, as an experiment file of ours
    /// @param seed decides with the experiment's id which resources are chosen
    public FisCompiler(LocalResources resources, ObjectNode base, long seed, boolean skipUnsupported) {
        this.resources = resources;
        this.base = base;
        this.seed = seed;
        this.skipUnsupported = skipUnsupported;
    }

    /// @param id of the experiment
    /// @throws FisError naming everything that cannot be played here
    public StagePlan plan(String id, ObjectNode template) {
        CheckedTemplate checked = CheckedTemplate.read("template", template.toString());
        if (!checked.problems().isEmpty()) {
            throw FisError
                    .validation(checked.problems().stream().map(Problem::message).collect(Collectors.joining("; ")));
        }
        return new Compiling(id, checked.template().orElseThrow(), checked.schedule().orElseThrow()).plan();
    }

    /// All that there is of a type here.
    public List<Resource> resources(String type) {
        return resources.all().stream().filter(resource -> catalog.sameType(resource.type(), type)).toList();
    }

    /// What each action would be here, in the template's order; nothing is chosen by chance where all are taken.
    ///
    /// @param checked without problems
    public Map<String, Mapped> mapping(CheckedTemplate checked) {
        return new Compiling("check", checked.template().orElseThrow(), checked.schedule().orElseThrow()).mapping();
    }

    /// One template, once.
    private final class Compiling {

        private final String id;
        private final FisTemplate template;
        private final Schedule schedule;
        private final FisMapping mapping = new FisMapping(resources.tasksPlaces(), resources::zone);
        private final Map<String, Selection> selections = new LinkedHashMap<>();

        private Compiling(String id, FisTemplate template, Schedule schedule) {
            this.id = id;
            this.template = template;
            this.schedule = schedule;
            Random chance = new Random(seed ^ id.hashCode());
            template.targets().forEach(
                    (name, target) -> selections.put(name, Selection.of(target, resources.all(), catalog, chance)));
        }

        private Map<String, Mapped> mapping() {
            Map<String, Mapped> mapped = new LinkedHashMap<>();
            template.actions().forEach((name, action) -> mapped.put(name, mapped(name, action)));
            return mapped;
        }

        private Mapped mapped(String name, FisAction action) {
            Duration lasts = schedule.action(name).orElseThrow().length();
            Optional<ActionKind> kind = catalog.find(action.actionId());
            if (kind.isEmpty()) {
                return Mapped.unsupported(action.actionId() + " is not known here");
            }
            List<Place> places = resources.places(chosen(action));
            boolean nobody = places.isEmpty() && !action.targets().isEmpty();
            // What it would be, for whoever asks, where it is aimed at nothing.
            Mapped mapped = mapping.of(kind.get().id(),
                    parameter -> kind.get().value(parameter, action.parameters()).orElse(""), lasts,
                    nobody ? resources.tasksPlaces() : places);
            return nobody ? new Mapped(List.of(), mapped.fidelity()) : mapped;
        }

        private List<Resource> chosen(FisAction action) {
            return action.targets().values().stream().map(selections::get)
                    .map(selection -> selection instanceof Selection.Chosen chosen
                            ? chosen.resources()
                            : List.<Resource>of())
                    .flatMap(List::stream).toList();
        }

        private StagePlan plan() {
            Set<String> stopAlarms = stopAlarms();
            List<String> unresolved = unresolved();
            Map<String, Mapped> mapped = mapping();
            refuse(mapped);
            List<ObjectNode> steps = new ArrayList<>();
            List<StagePlan.Action> actions = new ArrayList<>();
            mapped.forEach((name, each) -> actions.add(action(name, each, steps)));
            Map<String, List<StagePlan.Resource>> resolved = new LinkedHashMap<>();
            selections.forEach((name, selection) -> {
                if (selection instanceof Selection.Chosen chosen) {
                    resolved.put(name, chosen.resources().stream()
                            .map(resource -> new StagePlan.Resource(resource.type(), resource.arn())).toList());
                }
            });
            String text = steps.isEmpty() || !unresolved.isEmpty() ? "" : experiment(steps);
            return new StagePlan(id, text, actions, resolved, stopAlarms, String.join("; ", unresolved));
        }

        /// What stops the experiment before it begins, as in FIS: targets that find nothing, or too little.
        private List<String> unresolved() {
            List<String> told = new ArrayList<>();
            selections.forEach((name, selection) -> {
                String said = selection.said().isEmpty() ? "" : " (" + String.join("; ", selection.said()) + ")";
                switch (selection) {
                    case Selection.Chosen _ -> {
                        // There is something to do it to.
                    }
                    case Selection.Nothing nothing when nothing.skippable()
                            && template.options().emptyTargets() == EmptyTargets.SKIP -> {
                        // Its actions are skipped.
                    }
                    case Selection.Nothing _ ->
                        told.add("target " + name + " has no resources here" + said + "; there are " + offered(name));
                    case Selection.Impossible(String why, List<String> _) ->
                        told.add("target " + name + ": " + why + said);
                }
            });
            return told;
        }

        private String offered(String target) {
            String type = template.targets().get(target).resourceType();
            List<String> arns = resources(type).stream().map(Resource::arn).toList();
            return arns.isEmpty() ? "none of type " + type : String.join(", ", arns);
        }

        private void refuse(Map<String, Mapped> mapped) {
            List<String> unsupported = new ArrayList<>();
            mapped.forEach((name, each) -> {
                if (each.fidelity() instanceof Fidelity.Unsupported(String why) && skipped(name).isEmpty()) {
                    unsupported.add(name + " (" + template.actions().get(name).actionId() + "): " + why);
                }
            });
            if (!unsupported.isEmpty() && !skipUnsupported) {
                throw FisError.validation("cannot be played here: " + String.join("; ", unsupported)
                        + ". Start gameday fis with --skip-unsupported to play the rest");
            }
        }

        /// Why an action is skipped for want of resources; empty where it is not.
        private String skipped(String action) {
            return template.actions().get(action).targets().values().stream()
                    .filter(target -> !(selections.get(target) instanceof Selection.Chosen))
                    .map(target -> "target " + target + " has no resources here").collect(Collectors.joining("; "));
        }

        private StagePlan.Action action(String name, Mapped mapped, List<ObjectNode> steps) {
            Schedule.Timed timed = schedule.action(name).orElseThrow();
            String skipped = mapped.fidelity() instanceof Fidelity.Unsupported(String why) ? why : skipped(name);
            Set<String> faults = new LinkedHashSet<>();
            Set<String> operations = new LinkedHashSet<>();
            if (skipped.isEmpty()) {
                for (Map<String, String> fields : mapped.steps()) {
                    ObjectNode step = JsonNodeFactory.instance.objectNode();
                    String called = "s" + (steps.size() + 1);
                    step.put("name", called);
                    fields.forEach(step::put);
                    step.put("at", timed.offset().toSeconds() + "s");
                    steps.add(step);
                    if (fields.containsKey("inject")) {
                        // As the run will call it: faults are numbered in the order of the file.
                        faults.add("f" + steps.stream().filter(each -> each.has("inject")).count());
                    } else {
                        operations.add(called);
                    }
                }
            }
            return new StagePlan.Action(name, timed.offset(), timed.length(), faults, operations, skipped);
        }

        private Set<String> stopAlarms() {
            Set<String> known = new LinkedHashSet<>(List.of(StandardAlarms.SITE_AVAILABILITY,
                    StandardAlarms.TRAFFIC_DROP, StandardAlarms.CELL_IMPACT, StandardAlarms.ZONE_IMPACT,
                    StandardAlarms.ZONE_LATENCY_IMPACT, StandardAlarms.HEALTHY_HOSTS));
            Set<String> names = new LinkedHashSet<>();
            for (StopCondition condition : template.stopConditions()) {
                if (condition instanceof StopCondition.Alarm alarm) {
                    if (!known.contains(alarm.name())) {
                        throw FisError.validation("stop condition: there is no alarm '" + alarm.name()
                                + "' here; there are " + String.join(", ", known));
                    }
                    names.add(alarm.name());
                }
            }
            return names;
        }

        private String experiment(List<ObjectNode> steps) {
            ObjectNode file = JsonNodeFactory.instance.objectNode();
            file.put("title", "FIS: " + template.description().strip().replaceAll("\\s+", " "));
            file.put("hypothesis", "A template of FIS, which predicts nothing.");
            file.set("system", base.get("system"));
            file.set("traffic", base.get("traffic"));
            ObjectNode prepare = file.putObject("prepare");
            prepare.set("steadyState", base.path("prepare").get("steadyState"));
            prepare.putObject("blastRadius").put("zones", resources.zoneNames().size());
            if (base.path("prepare").has("stopWhen")) {
                prepare.set("stopWhen", base.path("prepare").get("stopWhen"));
            }
            file.putArray("steps").addAll(steps);
            file.putArray("tags").add("fis");
            List<String> problems = ExperimentReader.read("fis", "template", file.toString()).problems().stream()
                    .map(Problem::message).toList();
            if (!problems.isEmpty()) {
                throw FisError.validation("cannot be played here: " + String.join("; ", problems));
            }
            return file.toString();
        }
    }
}

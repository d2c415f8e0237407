package io.gameday.aws.fis.endpoint;

import io.gameday.http.HttpRequest;
import io.gameday.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Experiments, each of a template as it was when it started.
final class Experiments {

    private static final String EXPERIMENT = "Experiment";

    private final Names names;
    private final Clock clock;
    private final Templates templates;
    private final Stage stage;
    private final Tokens tokens = new Tokens();
    private final Map<String, Running> all = new LinkedHashMap<>();
    private BooleanSupplier leverEngaged = () -> false;

    /// @param template as it was, without tags
    private record Running(String id, String templateId, ObjectNode template, Map<String, String> tags, String mode,
            int accounts, Instant created, StagePlan plan, Progress progress) {
    }

    Experiments(Names names, Clock clock, Templates templates, Stage stage) {
        this.names = names;
        this.clock = clock;
        this.templates = templates;
        this.stage = stage;
    }

    void guardedBy(BooleanSupplier engaged) {
        leverEngaged = engaged;
    }

    ObjectNode start(ObjectNode body) {
        return get(tokens.once(body, () -> started(body)));
    }

    private String started(ObjectNode body) {
        String templateId = Body.text(body, "experimentTemplateId");
        ObjectNode template = templates.body(templateId);
        String mode = body.path("experimentOptions").path("actionsMode").asString("run-all");
        if (!mode.equals("run-all") && !mode.equals("skip-all")) {
            throw FisError.validation("experimentOptions.actionsMode is " + mode + "; it is run-all or skip-all");
        }
        if (leverEngaged.getAsBoolean()) {
            throw new FisError(FisError.Kind.CONFLICT,
                    "the safety lever is engaged; disengage it with update-safety-lever-state");
        }
        Running playing = playing();
        boolean preview = mode.equals("skip-all");
        if (playing != null && !preview) {
            throw new FisError(FisError.Kind.QUOTA, "experiment " + playing.id() + " is "
                    + word(playing.progress().whole()) + "; one is played at a time here");
        }
        String id = names.experiment();
        StagePlan plan = stage.plan(id, template);
        Progress progress = new Progress(preview ? skipped(plan) : plan);
        Map<String, String> tags = Body.tags(body);
        all.put(id, new Running(id, templateId, template, tags, mode, templates.accounts(templateId), clock.now(), plan,
                progress));
        if (!plan.failed().isEmpty()) {
            progress.failed(plan.failed(), clock.now());
        } else if (preview) {
            progress.nothingToDo("Targets were resolved; actionsMode is skip-all.", clock.now());
        } else if (plan.experiment().isEmpty()) {
            progress.nothingToDo("Every action was skipped.", clock.now());
        } else {
            stage.play(plan, progress::accept, failure -> {
                if (!failure.isEmpty()) {
                    progress.failed(failure, clock.now());
                }
            });
        }
        return id;
    }

    private static StagePlan skipped(StagePlan plan) {
        return new StagePlan(plan.id(), "",
                plan.actions().stream()
                        .map(a -> new StagePlan.Action(a.name(), a.at(), a.lasts(), a.faults(), a.steps(),
                                "actionsMode is skip-all"))
                        .toList(),
                plan.resolved(), plan.stopAlarms(), plan.failed());
    }

    private @Nullable Running playing() {
        return all.values().stream().filter(running -> !running.progress().whole().status().over()).findFirst()
                .orElse(null);
    }

    boolean active() {
        return playing() != null;
    }

    void stopAll(String why) {
        Running running = playing();
        if (running != null) {
            running.progress().stopping(why, clock.now());
            stage.stop(why);
        }
    }

    ObjectNode get(String id) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("experiment", shown(known(id)));
        return answer;
    }

    ObjectNode stop(String id) {
        Running running = known(id);
        Progress.State state = running.progress().whole();
        if (state.status().over()) {
            throw FisError.validation("experiment " + id + " is " + word(state) + "; only what runs can be stopped");
        }
        running.progress().stopping("Experiment was stopped by a user.", clock.now());
        stage.stop("Experiment was stopped by a user.");
        return get(id);
    }

    ObjectNode list(HttpRequest request) {
        String of = request.query().get("experimentTemplateId");
        List<String> ids = all.values().stream().filter(running -> of == null || running.templateId().equals(of))
                .map(Running::id).toList();
        return Page.of(request).json("experiments", ids, id -> id, id -> shown(known(id)).retain("id", "arn",
                "experimentTemplateId", "state", "creationTime", "tags", "experimentOptions"));
    }

    ObjectNode resolved(String id, HttpRequest request) {
        String of = request.query().get("targetName");
        List<ObjectNode> targets = new ArrayList<>();
        known(id).plan().resolved().forEach((target, resources) -> {
            if (of == null || of.equals(target)) {
                resources.forEach(resource -> targets.add(resolved(target, resource)));
            }
        });
        return Page.of(request).json("resolvedTargets", targets,
                t -> t.path("targetName").asString() + " " + t.path("targetInformation").path("arn").asString(),
                t -> t);
    }

    private static ObjectNode resolved(String target, StagePlan.Resource resource) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("resourceType", resource.type()).put("targetName",
                target);
        json.putObject("targetInformation").put("arn", resource.arn());
        return json;
    }

    String template(String id) {
        return known(id).templateId();
    }

    Map<String, String> tags(String id) {
        return known(id).tags();
    }

    private Running known(String id) {
        Running running = all.get(id);
        if (running == null) {
            throw FisError.notFound(EXPERIMENT, id);
        }
        return running;
    }

    private ObjectNode shown(Running running) {
        Progress.State state = running.progress().whole();
        ObjectNode json = running.template().deepCopy();
        json.remove("description");
        json.put("id", running.id()).put("arn", names.arn("experiment", running.id()))
                .put("experimentTemplateId", running.templateId()).put("creationTime", Wire.seconds(running.created()))
                .put("targetAccountConfigurationsCount", running.accounts());
        state(json, state);
        json.set("tags", Wire.texts(running.tags()));
        ObjectNode options = json.path("experimentOptions") instanceof ObjectNode given
                ? given
                : json.putObject("experimentOptions");
        Wire.unless(options, "accountTargeting", "single-account");
        Wire.unless(options, "emptyTargetResolutionMode", "fail");
        options.put("actionsMode", running.mode());
        json.path("actions").properties().forEach(action -> {
            if (action.getValue() instanceof ObjectNode shown) {
                state(shown, running.progress().of(action.getKey()));
            }
        });
        return json;
    }

    private static void state(ObjectNode json, Progress.State state) {
        ObjectNode told = json.putObject("state").put("status", word(state));
        if (!state.reason().isEmpty()) {
            told.put("reason", state.reason());
        }
        if (state.started() != null) {
            json.put("startTime", Wire.seconds(state.started()));
        }
        if (state.ended() != null) {
            json.put("endTime", Wire.seconds(state.ended()));
        }
    }

    private static String word(Progress.State state) {
        return state.status().name().toLowerCase(Locale.ROOT);
    }

    /// No experiment of ours has target accounts beside its own; those of its template are told.
    ObjectNode accounts(String id, HttpRequest request) {
        return templates.listAccounts(known(id).templateId(), Page.of(request));
    }

    ObjectNode account(String id, String account) {
        return templates.account(known(id).templateId(), account);
    }
}

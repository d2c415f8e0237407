package io.gameday.chaostoolkit.play;

import io.gameday.chaostoolkit.Activity;
import io.gameday.chaostoolkit.Activity.Kind;
import io.gameday.chaostoolkit.Configuration;
import io.gameday.chaostoolkit.Json;
import io.gameday.chaostoolkit.PlannedActivity.Section;
import io.gameday.chaostoolkit.Provider;
import io.gameday.chaostoolkit.Safeguard;
import io.gameday.chaostoolkit.Secrets;
import io.gameday.chaostoolkit.Substitution;
import io.gameday.chaostoolkit.ToolkitFile;
import io.gameday.chaostoolkit.ToolkitFile.HypothesisStrategy;
import io.gameday.chaostoolkit.play.Looked.When;
import io.gameday.chaostoolkit.play.Outcome.Status;
import io.gameday.chaostoolkit.play.Performed.Result;
import io.gameday.engine.ExitCode;
import io.gameday.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One run of an experiment of Chaos Toolkit, on the loop of its clock.
///
/// ```
/// configuration ──► safeguards ──► gate ──► method ──► steady state ──► rollbacks ──► proof
///                        ┆         │         ┆ beside it: steady state       ▲
///                        ┆         └─ not met: method left out ──────────────┘
///                        └ go on beside everything, and stop it
/// ```
///
/// The order, the status and what is left out are those of Chaos Toolkit. Three of its results are told otherwise: a gate that is
/// not met is not started, a steady state that was lost in between is broken, and a fault is gone only when it was looked at.
public final class ToolkitRun {

    private final Clock clock;
    private final ToolkitFile file;
    private final Configuration configuration;
    private final Secrets secrets;
    private final Strategy strategy;
    private final Calls calls;
    private final boolean leashed;
    private final Follower follower;
    private final Consumer<Outcome> done;

    private final Findings findings = new Findings();
    private final Map<Integer, Begun> underWay = new TreeMap<>();
    private Performing performing;
    private Status status = Status.COMPLETED;
    private boolean deviated;
    private boolean broke;
    private int withheld;
    private boolean methodRuns;
    private boolean methodEnds;
    private boolean looking;
    private int inBackground;
    private int looksBeside;
    private final List<String> missedBeside = new ArrayList<>();
    private final List<String> unreadBeside = new ArrayList<>();
    private @Nullable Runnable whenQuiet;
    private boolean undoing;
    private boolean stopped;

    /// An activity of the method that is not over.
    private record Begun(Activity activity, Instant at) {
    }

    /// @param leashed whether actions are left out, as nobody has approved what they break
    /// @param done    told once, at the very end
    public ToolkitRun(Clock clock, ToolkitFile file, Configuration configuration, Secrets secrets, Strategy strategy,
            Calls calls, boolean leashed, Follower follower, Consumer<Outcome> done) {
        this.clock = clock;
        this.file = file;
        this.configuration = configuration;
        this.secrets = secrets;
        this.strategy = strategy;
        this.calls = calls;
        this.leashed = leashed;
        this.follower = follower;
        this.done = done;
        performing = new Performing(clock, calls, new Substitution(configuration.values(), secrets.byName()));
    }

    public void start() {
        Map<String, Json> values = new LinkedHashMap<>(configuration.values());
        Iterator<Map.Entry<String, Activity>> probes = configuration.probes().entrySet().iterator();
        configured(probes, 0, values);
    }

    /// Breaks off what is under way. Rollbacks that have begun are carried to their end, as they mend.
    public void stop(String why) {
        stop(ExitCode.STOPPED, why);
    }

    private void stop(ExitCode code, String why) {
        if (stopped || undoing) {
            return;
        }
        stopped = true;
        performing.breakOff();
        underWay.forEach((index, begun) -> follower.performed(Section.METHOD, index, new Performed(begun.activity(),
                begun.at(), clock.now(), new Result.Failed("it was stopped before it ended"), null)));
        underWay.clear();
        methodRuns = false;
        status = Status.INTERRUPTED;
        findings.add(code, why);
        rollbacks();
    }

    /// A probe that fails drops its key, as in Chaos Toolkit; what needed it then says so by its own failure.
    private void configured(Iterator<Map.Entry<String, Activity>> probes, int index, Map<String, Json> values) {
        if (!probes.hasNext()) {
            performing = new Performing(clock, calls, new Substitution(values, secrets.byName()));
            safeguards(file.safeguards().stream().filter(Safeguard::first).iterator());
            return;
        }
        Map.Entry<String, Activity> next = probes.next();
        performing.perform(next.getValue(), performed -> {
            follower.performed(Section.CONFIGURATION, index, performed);
            switch (performed.result()) {
                case Result.Done(Json output) -> values.put(next.getKey(), value(next.getValue(), output));
                case Result.Failed(String why) -> findings.add(ExitCode.UNKNOWN,
                        "the configuration's '" + next.getKey() + "' could not be asked for: " + why);
                case Result.Withheld _ -> throw new IllegalStateException("a probe was withheld");
            }
            configured(probes, index + 1, values);
        });
    }

    private static Json value(Activity probe, Json output) {
        return switch (probe.provider()) {
            case Provider.Http _ -> part(output, "body");
            case Provider.Process _ -> Json.text(part(output, "stdout").inWords().strip());
            case Provider.Python _ -> output;
        };
    }

    private static Json part(Json output, String key) {
        return output instanceof Json.Group(Map<String, Json> fields) ? fields.getOrDefault(key, Json.NULL) : output;
    }

    /// Those that are looked at first, one after the other; then the others go on beside everything.
    private void safeguards(Iterator<Safeguard> first) {
        if (!first.hasNext()) {
            file.safeguards().stream().filter(safeguard -> !safeguard.first()).forEach(this::watch);
            gate();
            return;
        }
        Safeguard next = first.next();
        performing.probe(next.probe(), performed -> {
            if (performed.held()) {
                safeguards(first);
            } else {
                guarded(next, performed, ExitCode.NOT_STARTED);
            }
        });
    }

    private void watch(Safeguard safeguard) {
        performing.probe(safeguard.probe(), performed -> {
            if (!performed.held()) {
                guarded(safeguard, performed, ExitCode.STOPPED);
            } else if (safeguard.every() != null) {
                performing.after(safeguard.every(), () -> watch(safeguard));
            }
        });
    }

    /// One that cannot be read guards nothing, so it stops as well.
    private void guarded(Safeguard safeguard, Performed performed, ExitCode code) {
        follower.performed(Section.SAFEGUARDS, 0, performed);
        stop(code, "the safeguard '" + safeguard.probe().name() + "' is not met: " + performed.why());
    }

    private void gate() {
        if (!strategy.before() || file.hypothesis() == null) {
            method();
            return;
        }
        look(When.BEFORE, state -> {
            if (state.met()) {
                method();
                return;
            }
            findings.add(ExitCode.NOT_STARTED,
                    "the steady state was not there before the method, which was left out: " + state.why());
            if (state.unreadable()) {
                status = Status.FAILED;
            }
            rollbacks();
        });
    }

    private void method() {
        methodRuns = true;
        if (strategy.during() && file.hypothesis() != null) {
            beside();
        }
        next(0);
    }

    private void next(int index) {
        if (index == file.method().size() || methodEnds) {
            methodRuns = false;
            whenQuiet(this::afterwards);
            return;
        }
        Activity activity = file.method().get(index);
        if (activity.background()) {
            inBackground++;
            perform(Section.METHOD, index, activity, () -> {
                inBackground--;
                quiet();
            });
            next(index + 1);
        } else {
            perform(Section.METHOD, index, activity, () -> next(index + 1));
        }
    }

    private void perform(Section section, int index, Activity activity, Runnable next) {
        boolean breaks = activity.mayBreak();
        if (section == Section.METHOD) {
            underWay.put(index, new Begun(activity, clock.now()));
        }
        Consumer<Performed> then = performed -> {
            if (section == Section.METHOD) {
                underWay.remove(index);
            }
            follower.performed(section, index, performed);
            if (performed.result() instanceof Result.Failed(String why)) {
                failed(section, activity, why);
            }
            next.run();
        };
        if (breaks && leashed) {
            withheld++;
            performing.withhold(activity, then);
            return;
        }
        // Before the call: one that is broken off may have broken something.
        broke |= breaks && section == Section.METHOD;
        performing.perform(activity, then);
    }

    private void failed(Section section, Activity activity, String why) {
        boolean action = activity.kind() == Kind.ACTION;
        if (section == Section.ROLLBACKS && action) {
            findings.add(broke ? ExitCode.FAULT_NOT_GONE : ExitCode.UNKNOWN,
                    "the rollback '" + activity.name() + "' failed: " + why);
        } else {
            findings.add(ExitCode.UNKNOWN,
                    (action
                            ? "the action '" + activity.name() + "' failed, so what it should have broken was not: "
                            : "the probe '" + activity.name() + "' failed: ") + why);
        }
    }

    private void beside() {
        looking = true;
        looksBeside++;
        look(When.DURING, state -> {
            looking = false;
            if (!state.met()) {
                (state.unreadable() ? unreadBeside : missedBeside).add(state.why());
                if (strategy.failFast()) {
                    status = Status.FAILED;
                    methodEnds = true;
                }
            }
            if (methodRuns && !methodEnds) {
                performing.after(strategy.every(), () -> {
                    if (methodRuns) {
                        beside();
                    }
                });
            }
            quiet();
        });
    }

    /// What runs in the background, and a look that has begun, are waited for.
    private void whenQuiet(Runnable next) {
        whenQuiet = next;
        quiet();
    }

    private void quiet() {
        Runnable next = whenQuiet;
        if (next != null && inBackground == 0 && !looking) {
            whenQuiet = null;
            next.run();
        }
    }

    private void afterwards() {
        if (!strategy.after() || file.hypothesis() == null) {
            rollbacks();
            return;
        }
        look(When.AFTER, state -> {
            deviated = !state.met();
            if (!state.met()) {
                findings.add(state.unreadable() ? ExitCode.UNKNOWN : ExitCode.BROKEN,
                        (state.unreadable()
                                ? "the steady state could not be read after the method: "
                                : "the steady state was lost after the method: ") + state.why());
            }
            if (state.unreadable()) {
                status = Status.FAILED;
            }
            rollbacks();
        });
    }

    private void rollbacks() {
        undoing = true;
        if (runRollbacks()) {
            rollback(0);
            return;
        }
        if (broke && !file.rollbacks().isEmpty()) {
            findings.add(ExitCode.FAULT_NOT_GONE,
                    "the rollbacks were not run, by their strategy "
                            + strategy.rollbacks().name().toLowerCase(Locale.ROOT) + "; undo by hand what these do: "
                            + names(file.rollbacks()) + ". To have them run in any case: --rollback-strategy always");
        }
        ended();
    }

    private boolean runRollbacks() {
        return switch (strategy.rollbacks()) {
            case DEFAULT -> status != Status.FAILED && status != Status.INTERRUPTED;
            case ALWAYS -> true;
            case NEVER -> false;
            case DEVIATED -> deviated;
        };
    }

    private void rollback(int index) {
        if (index == file.rollbacks().size()) {
            proof();
            return;
        }
        perform(Section.ROLLBACKS, index, file.rollbacks().get(index), () -> rollback(index + 1));
    }

    /// That a rollback did something is not proof that things are well: the customers' view of it is.
    private void proof() {
        if (!broke || file.rollbacks().isEmpty() || file.hypothesis() == null
                || strategy.hypothesis() == HypothesisStrategy.SKIP) {
            ended();
            return;
        }
        look(When.PROOF, state -> {
            if (!state.met()) {
                findings.add(ExitCode.FAULT_NOT_GONE,
                        "the steady state is not back after the rollbacks: " + state.why());
            }
            ended();
        });
    }

    private void ended() {
        performing.breakOff();
        if (withheld > 0) {
            findings.add(ExitCode.UNKNOWN,
                    withheld + (withheld == 1 ? " action was" : " actions were") + " withheld, so nothing was broken");
        }
        beside(missedBeside, ExitCode.BROKEN, "the steady state was lost");
        beside(unreadBeside, ExitCode.UNKNOWN, "the steady state could not be read");
        done.accept(new Outcome(status, deviated, findings.code(), findings.reasons()));
    }

    private void beside(List<String> misses, ExitCode code, String what) {
        if (!misses.isEmpty()) {
            findings.add(code, what + " during the method, at " + misses.size() + " of " + looksBeside
                    + " looks; first: " + misses.getFirst());
        }
    }

    /// Asks the probes in their order, up to the first that is not met.
    private void look(When when, Consumer<Looked> then) {
        ToolkitFile.Hypothesis hypothesis = file.hypothesis();
        look(when, hypothesis == null ? List.of() : hypothesis.probes(), new ArrayList<>(), then);
    }

    private void look(When when, List<Activity> probes, List<Performed> asked, Consumer<Looked> then) {
        if (asked.size() == probes.size() || !asked.isEmpty() && !asked.getLast().held()) {
            Looked looked = new Looked(when, asked);
            follower.looked(looked);
            then.accept(looked);
            return;
        }
        performing.probe(probes.get(asked.size()), performed -> {
            asked.add(performed);
            look(when, probes, asked, then);
        });
    }

    private static String names(List<Activity> activities) {
        return activities.stream().map(activity -> "'" + activity.name() + "'").collect(Collectors.joining(", "));
    }
}

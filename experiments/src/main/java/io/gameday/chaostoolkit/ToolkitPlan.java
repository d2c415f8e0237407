package io.gameday.chaostoolkit;

import io.gameday.chaostoolkit.Activity.Kind;
import io.gameday.chaostoolkit.PlannedActivity.Section;
import io.gameday.chaostoolkit.PythonFunction.Effect;
import io.gameday.target.Fidelity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an experiment of Chaos Toolkit would come to, activity by activity. Making it calls nothing.
///
/// @param activities in the order in which they are first reached
/// @param controls   of the whole experiment and of its parts; but for safeguards, none of them can be run
public record ToolkitPlan(List<PlannedActivity> activities, List<PlannedControl> controls) {

    private static final List<String> PROTECTING = List.of("guard", "safety", "approval");
    private static final String LEASE = "its lease, by whoever keeps it";
    private static final String NOBODY = "nobody but the rollbacks of the file";

    public ToolkitPlan {
        activities = List.copyOf(activities);
        controls = List.copyOf(controls);
    }

    /// A control that would be left out.
    ///
    /// @param refused whether the experiment must not run without it: by its name it protects somebody
    public record PlannedControl(Control control, boolean refused) {
    }

    /// @param values what is put in for the names of the file; of the configuration only, as a plan is shown
    public static ToolkitPlan of(ToolkitFile file, Substitution values) {
        List<PlannedActivity> planned = new ArrayList<>();
        file.configuration().values().forEach(setting -> {
            if (setting instanceof Setting.Probe probe) {
                add(planned, Section.CONFIGURATION, probe.probe(), values);
            }
        });
        file.safeguards().forEach(safeguard -> add(planned, Section.SAFEGUARDS, safeguard.probe(), values));
        ToolkitFile.Hypothesis hypothesis = file.hypothesis();
        List<Activity> probes = hypothesis == null ? List.of() : hypothesis.probes();
        probes.forEach(probe -> add(planned, Section.STEADY_STATE, probe, values));
        file.method().forEach(activity -> add(planned, Section.METHOD, activity, values));
        file.rollbacks().forEach(activity -> add(planned, Section.ROLLBACKS, activity, values));
        Stream<Control> ofActivities = planned.stream().flatMap(one -> one.activity().controls().stream());
        Stream<Control> ofHypothesis = hypothesis == null ? Stream.of() : hypothesis.controls().stream();
        return new ToolkitPlan(planned,
                Stream.of(file.controls().stream(), ofHypothesis, ofActivities).flatMap(part -> part).distinct()
                        .filter(control -> control.safeguards().isEmpty())
                        .map(control -> new PlannedControl(control, protects(control))).toList());
    }

    /// What stands in the way of running it at all.
    public List<String> refusals() {
        Stream<String> unsupported = activities.stream().filter(one -> one.essential() && !one.supported())
                .map(one -> "'" + one.activity().name() + "' cannot be done: " + why(one.fidelity()));
        Stream<String> unprotected = controls.stream().filter(PlannedControl::refused)
                .map(one -> "control '" + one.control().name() + "' (" + one.control().module()
                        + ") cannot be run, and by its name it protects");
        return Stream.concat(unsupported, unprotected).toList();
    }

    private static void add(List<PlannedActivity> planned, Section section, Activity activity, Substitution values) {
        planned.add(planned(section, activity, values));
        // The probe that decides in place of a tolerance is called right behind.
        if (activity.tolerance() instanceof Tolerance.ProbeCall deciding) {
            planned.add(planned(section, deciding.with(Json.NULL), values));
        }
    }

    private static PlannedActivity planned(Section section, Activity activity, Substitution values) {
        boolean action = activity.kind() == Kind.ACTION;
        return switch (activity.provider()) {
            case Provider.Http http -> {
                String url = values.in(http.url()).inWords();
                boolean fault = activity.mayBreak();
                yield new PlannedActivity(section, activity, http.method() + " " + url, new Fidelity.Equal(), fault,
                        fault ? NOBODY : "", List.of("calls of " + url));
            }
            case Provider.Process process -> {
                String command = command(process, values);
                yield new PlannedActivity(section, activity, command, new Fidelity.Equal(), action,
                        action ? NOBODY : "", List.of("commands"));
            }
            case Provider.Python python -> python(section, activity, python, values);
        };
    }

    private static PlannedActivity python(Section section, Activity activity, Provider.Python python,
            Substitution values) {
        Optional<PythonFunction> known = PythonFunctions.of(python);
        if (known.isEmpty()) {
            boolean action = activity.kind() == Kind.ACTION;
            return new PlannedActivity(section, activity, python.name(),
                    new Fidelity.Unsupported("python " + python.name()), action, action ? NOBODY : "", List.of());
        }
        PythonFunction function = known.get();
        Json.Group arguments = values.in(python.arguments()) instanceof Json.Group group ? group : python.arguments();
        Effect effect = function.effect();
        return new PlannedActivity(section, activity, python.name(), function.fidelity(arguments),
                effect == Effect.BREAKS || effect == Effect.BREAKS_FOR_GOOD, switch (effect) {
                    case BREAKS -> LEASE;
                    case BREAKS_FOR_GOOD -> NOBODY;
                    case READS, PREPARES, MENDS -> "";
                }, List.of());
    }

    /// A shell's line in full, as it is what the operator has to read before allowing it.
    private static String command(Provider.Process process, Substitution values) {
        String path = values.in(process.path()).inWords();
        return switch (values.in(process.arguments())) {
            case Json.Null _ -> path;
            case Json.Text(String line) -> "through a shell: " + path + " " + line;
            case Json.Items(List<Json> items) ->
                path + items.stream().map(item -> " " + argument(item.inWords())).collect(Collectors.joining());
            case Json arguments -> path + " " + arguments.inWords();
        };
    }

    /// As a shell would want it, so that nobody takes two for one.
    private static String argument(String text) {
        return text.matches("[\\w./:=@%+,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static boolean protects(Control control) {
        String words = (control.name() + " " + control.module()).toLowerCase(Locale.ROOT);
        return PROTECTING.stream().anyMatch(words::contains);
    }

    private static String why(Fidelity fidelity) {
        return switch (fidelity) {
            case Fidelity.Equal _ -> "";
            case Fidelity.Approximated(String how) -> how;
            case Fidelity.Unsupported(String why) -> why;
        };
    }
}

package io.gameday.cli;

import io.gameday.chaostoolkit.Configuration;
import io.gameday.chaostoolkit.Given;
import io.gameday.chaostoolkit.Json;
import io.gameday.chaostoolkit.PlannedActivity;
import io.gameday.chaostoolkit.Provider;
import io.gameday.chaostoolkit.Setting;
import io.gameday.chaostoolkit.Substitution;
import io.gameday.chaostoolkit.ToolkitFile;
import io.gameday.chaostoolkit.ToolkitPlan;
import io.gameday.chaostoolkit.ToolkitReader;
import io.gameday.cli.toolkit.RealCalls;
import io.gameday.experiment.ExperimentReader.Reading;
import io.gameday.target.Fidelity;
import io.gameday.yaml.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An experiment of Chaos Toolkit as a file: what each of its activities would come to.
final class ToolkitHere {

    static final String APART = "is an experiment of Chaos Toolkit, which is played apart from others: gameday run ";

    private ToolkitHere() {
    }

    /// @param shown how messages name the file
    static Catalog.Found found(Path file, String shown, String text) {
        ToolkitReader.Reading reading = ToolkitReader.read(shown, text);
        List<String> told = new ArrayList<>();
        told.add("experiment of Chaos Toolkit");
        reading.notes().forEach(note -> told.add("· " + note));
        List<Problem> problems = new ArrayList<>(reading.problems());
        reading.file().ifPresent(toolkit -> {
            // Nothing is read from the environment: of a key only its name is told.
            ToolkitPlan plan = ToolkitPlan.of(toolkit, new Substitution(values(shown, toolkit), Map.of()));
            told.addAll(lines(plan, true));
            notYet(plan).forEach(why -> told.add("· " + why));
            plan.activities().stream().filter(each -> each.essential() && !each.supported())
                    .forEach(each -> problems.add(problem(shown, each)));
            plan.controls().stream().filter(ToolkitPlan.PlannedControl::refused)
                    .forEach(each -> problems.add(new Problem(shown, 1, 1, "control '" + each.control().name()
                            + "' cannot be run, and by its name it protects somebody; take it out to do without")));
        });
        return new Catalog.Found(file, text, new Reading(Optional.empty(), problems, Map.of()), told);
    }

    /// What stands in the file itself.
    private static Map<String, Json> values(String shown, ToolkitFile toolkit) {
        Map<String, Setting> inline = new LinkedHashMap<>();
        toolkit.configuration().forEach((name, setting) -> {
            if (setting instanceof Setting.Inline) {
                inline.put(name, setting);
            }
        });
        return Configuration.of(shown, inline, Given.NOTHING).configuration().map(Configuration::values)
                .orElse(Map.of());
    }

    private static Problem problem(String shown, PlannedActivity each) {
        String why = each.fidelity() instanceof Fidelity.Unsupported(String reason) ? reason : "";
        return new Problem(shown, each.activity().place().line(), each.activity().place().column(),
                "'" + each.activity().name() + "' cannot be done here: " + why);
    }

    /// What is mapped and not built: faults on the proxies of Toxiproxy and in Chaos Monkey.
    static List<String> notYet(ToolkitPlan plan) {
        return plan.activities().stream().filter(PlannedActivity::supported)
                .filter(each -> each.activity().provider() instanceof Provider.Python python
                        && !RealCalls.FUNCTIONS.contains(python.name()))
                .map(each -> "'" + each.activity().name() + "' (" + each.calls() + ") cannot be played yet").distinct()
                .toList();
    }

    /// @param asking whether to say what an operator has to allow
    static List<String> lines(ToolkitPlan plan, boolean asking) {
        List<String> lines = new ArrayList<>();
        plan.activities().forEach(each -> {
            String what = each.section().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                    + each.activity().name() + "  " + each.calls();
            String by = each.endsBy().isEmpty() ? "" : "; ended by: " + each.endsBy();
            String needs = !asking || each.needs().isEmpty()
                    ? ""
                    : "; has to be allowed: " + String.join(", ", each.needs());
            lines.add(switch (each.fidelity()) {
                case Fidelity.Equal() -> "✓ " + what + by + needs;
                case Fidelity.Approximated(String how) -> "≈ " + what + ": " + how + by + needs;
                case Fidelity.Unsupported(String why) -> "× " + what + ": " + why;
            });
        });
        plan.controls().forEach(each -> lines.add("× control: " + each.control().name() + ": controls are not run"));
        lines.add(count(plan, Fidelity.Equal.class) + " mapped, " + count(plan, Fidelity.Approximated.class)
                + " approximated, " + count(plan, Fidelity.Unsupported.class) + " unsupported");
        return lines;
    }

    private static long count(ToolkitPlan plan, Class<? extends Fidelity> kind) {
        return plan.activities().stream().filter(each -> kind.isInstance(each.fidelity())).count();
    }
}

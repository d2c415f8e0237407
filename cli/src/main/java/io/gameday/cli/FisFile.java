package io.gameday.cli;

import io.gameday.aws.fis.endpoint.FisError;
import io.gameday.aws.fis.endpoint.StagePlan;
import io.gameday.aws.fis.local.CheckedTemplate;
import io.gameday.aws.fis.local.FisCompiler;
import io.gameday.aws.fis.local.Mapped;
import io.gameday.aws.fis.template.FisTemplate;
import io.gameday.aws.fis.template.FisTemplateReader;
import io.gameday.experiment.ExperimentReader;
import io.gameday.experiment.ExperimentReader.Reading;
import io.gameday.target.Fidelity;
import io.gameday.yaml.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// An FIS template as a file: it is played on the system of the standard experiment, whose parts stand for whatever the
/// targets describe of somebody's account.
final class FisFile {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    /// A file is the same run each time; chance is for the endpoint.
    private static final long SEED = 1;

    private FisFile() {
    }

    /// @param name  of the experiment
    /// @param shown how messages name the file
    /// @param base  whose system it is played on
    static Catalog.Found found(Path file, String name, String shown, String text, Catalog.Found base) {
        CheckedTemplate checked = CheckedTemplate.read(shown, text);
        List<String> told = new ArrayList<>();
        told.add("FIS template, played on the system of " + FisSystem.USUAL);
        checked.notes().forEach(note -> told.add("· " + note));
        if (checked.template().isEmpty()) {
            return new Catalog.Found(file, text, invalid(checked.problems()), told);
        }
        FisTemplate template = checked.template().get();
        Map<String, String> tags = new LinkedHashMap<>();
        template.targets().values().forEach(target -> target.resourceTags().forEach(tags::putIfAbsent));
        FisCompiler compiler = FisSystem.compiler(base, FisSystem.REGION, tags, SEED, false);
        FisStandIns standIns = new FisStandIns(compiler, base.experiment().system().zones());
        ObjectNode standing = standIns.of((ObjectNode) YAML.readTree(text));
        standIns.told().forEach(each -> told.add("· " + each));
        CheckedTemplate here = CheckedTemplate.read(shown, standing.toString());
        if (here.template().isEmpty()) {
            return new Catalog.Found(file, text, invalid(here.problems()), told);
        }
        Map<String, Mapped> mapped = compiler.mapping(here);
        told.addAll(lines(template, mapped));
        FisTemplateReader.Reading places = FisTemplateReader.read(shown, text);
        List<Problem> problems = new ArrayList<>();
        mapped.forEach((action, each) -> {
            if (each.fidelity() instanceof Fidelity.Unsupported(String why)) {
                problems.add(places.places().problem("actions." + action + ".actionId",
                        "actions." + action + " is " + template.actions().get(action).actionId()
                                + ", which cannot be played here: " + why + "; take it out, or play the rest with: "
                                + "gameday fis --skip-unsupported"));
            }
        });
        if (!problems.isEmpty()) {
            return new Catalog.Found(file, text, invalid(problems), told);
        }
        try {
            StagePlan plan = compiler.plan(name, standing);
            if (plan.experiment().isEmpty()) {
                problems.add(places.places().problem("targets",
                        plan.failed().isEmpty() ? "no action does anything here" : plan.failed()));
                return new Catalog.Found(file, text, invalid(problems), told);
            }
            return new Catalog.Found(file, plan.experiment(), ExperimentReader.read(name, shown, plan.experiment()),
                    told);
        } catch (FisError notPlayed) {
            problems.add(places.places().problem("actions", String.valueOf(notPlayed.getMessage())));
            return new Catalog.Found(file, text, invalid(problems), told);
        }
    }

    private static Reading invalid(List<Problem> problems) {
        return new Reading(Optional.empty(), problems, Map.of());
    }

    private static List<String> lines(FisTemplate template, Map<String, Mapped> mapped) {
        List<String> lines = new ArrayList<>();
        int width = mapped.keySet().stream().mapToInt(String::length).max().orElse(0);
        mapped.forEach((name, each) -> {
            String action = template.actions().get(name).actionId();
            lines.add(switch (each.fidelity()) {
                case Fidelity.Equal() -> "✓ " + padded(name, width) + "  " + action;
                case Fidelity.Approximated(String how) ->
                    "≈ " + padded(name, width) + "  " + action + " → " + steps(each) + ": " + how;
                case Fidelity.Unsupported(String why) -> "× " + padded(name, width) + "  " + action + ": " + why;
            });
        });
        lines.add(count(mapped, Fidelity.Equal.class) + " mapped, " + count(mapped, Fidelity.Approximated.class)
                + " approximated, " + count(mapped, Fidelity.Unsupported.class) + " unsupported");
        return lines;
    }

    private static long count(Map<String, Mapped> mapped, Class<? extends Fidelity> kind) {
        return mapped.values().stream().filter(each -> kind.isInstance(each.fidelity())).count();
    }

    private static String steps(Mapped mapped) {
        if (mapped.steps().isEmpty()) {
            return "nothing, for its target has no resources here";
        }
        Map<String, String> first = mapped.steps().getFirst();
        return first.getOrDefault("inject", first.getOrDefault("do", ""))
                + (mapped.steps().size() == 1 ? "" : " × " + mapped.steps().size());
    }

    private static String padded(String name, int width) {
        return name + " ".repeat(width - name.length());
    }
}

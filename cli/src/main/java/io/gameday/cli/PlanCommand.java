package io.gameday.cli;

import io.gameday.engine.Settings;
import io.gameday.experiment.Experiment;
import io.gameday.reference.simulated.StepPlans;
import io.gameday.report.Formats;
import io.gameday.report.Papers;
import io.gameday.report.export.Wording;
import io.gameday.report.paper.AudiencePlan;
import io.gameday.report.paper.GameDayPlan;
import io.gameday.report.paper.Limits;
import io.gameday.report.paper.Occasion;
import io.gameday.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "plan", description = "Write the papers of a game day before it: plan, run sheet, role cards and the "
        + "agenda of the debrief, as PDF, HTML and Markdown. Touches nothing else.", footer = {"", "Examples:",
                "  gameday plan az-power-loss",
                "  gameday plan mine.yaml --when \"2026-12-03 14:00 Europe/Berlin\" --facilitator \"platform lead\"",
                "  gameday plan mine.yaml --audience   for those who are to find out what is broken", "",
                "Exit codes: 0 written · 1 a paper could not be made, the others were · 2 usage or invalid file"}, mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "EXPERIMENT", description = "A name from `gameday list`, or a file.")
    private String experiment = "";

    @Option(names = "--out", paramLabel = "FOLDER", defaultValue = "plans", description = "Where a folder named after "
            + "the experiment is made for them; ${DEFAULT-VALUE} unless given.")
    private Path out = Path.of("plans");

    @Option(names = "--templates", paramLabel = "FOLDER", description = "A folder of your own whose templates stand in "
            + "for ours, file by file.")
    private @Nullable Path templates;

    @Option(names = "--language", paramLabel = "CODE", defaultValue = Wording.ENGLISH, description = "Of the papers: "
            + "en, ja, or another for which --templates has phrases, such as phrases-fr.yaml; ${DEFAULT-VALUE} unless "
            + "given.")
    private String language = Wording.ENGLISH;

    @Option(names = "--when", paramLabel = "TIME", description = "When people meet, such as \"2026-12-03 14:00 "
            + "Europe/Berlin\"; left open unless given.")
    private @Nullable String when;

    @Option(names = "--facilitator", paramLabel = "ROLE", description = "Who facilitates, by role and not by name; "
            + "given again, the deputy. Left open unless given.")
    private List<String> facilitators = List.of();

    @Option(names = "--audience", description = "Only what those may read who are to find out: no fault, no aim, no "
            + "hypothesis, no prediction, and not the experiment's name.")
    private boolean audience;

    @Override
    public Integer call() {
        Written.check(templates);
        if (facilitators.size() > 2) {
            throw new Refused(ExitCodes.USAGE, "--facilitator is given " + facilitators.size()
                    + " times; allowed: 2, whoever facilitates and the deputy");
        }
        Wording wording = wording();
        Occasion occasion = new Occasion(when == null ? null : When.parse(when), facilitators);
        Experiment planned = new Catalog(Home.folder()).valid(List.of(experiment)).getFirst().experiment();
        Formats formats = new Formats(folder(planned));
        if (audience) {
            Papers.write(AudiencePlan.of(planned, limits(), occasion), formats, wording);
        } else {
            StepPlans reached = Reached.of(planned);
            Papers.write(GameDayPlan.of(planned, reached.plans(), reached.doubt(), limits(), occasion), formats,
                    wording);
        }
        return Written.tell(formats.files(), formats.problems(), formats.notes(), spec.commandLine());
    }

    private Wording wording() {
        if (!Wording.knows(templates, language)) {
            throw new Refused(ExitCodes.USAGE, "--language is '" + language + "'; allowed: " + Wording.allowed());
        }
        Wording.Reading reading = Wording.read(templates, language);
        return reading.wording().orElseThrow(() -> new Refused(ExitCodes.USAGE,
                reading.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"))));
    }

    private Path folder(Experiment planned) {
        try {
            return Files.createDirectories(out.resolve(planned.name()));
        } catch (IOException e) {
            throw new Refused(ExitCodes.FAILED, "The folder " + out.resolve(planned.name()) + " cannot be made: " + e
                    + ". Give another place with --out FOLDER");
        }
    }

    private static Limits limits() {
        Settings usual = Settings.of("", "", 0, "");
        return new Limits(usual.ramp(), usual.gateLimit(), usual.lease(), usual.proofLimit(), usual.settleLimit());
    }
}

package io.gameday.cli;

import io.gameday.engine.ExitCode;
import io.gameday.experiment.Story;
import io.gameday.journal.RunFolder;
import io.gameday.journal.Verdict;
import io.gameday.report.Formats;
import io.gameday.report.Papers;
import io.gameday.report.RunReport;
import io.gameday.report.export.Wording;
import io.gameday.report.story.SideBySide;
import io.gameday.report.story.SideBySide.Played;
import io.gameday.target.TargetKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "play", description = "Play what a talk tells of: first as it was, then with the fix, and both results "
        + "side by side on one page. Each figure says whether it is from the talk, modelled or measured.", footer = {"",
                "Examples:", "  gameday play slack-five-alarms              simulated, a few seconds",
                "  gameday play slack-five-alarms --on local   on real processes of this machine, several minutes", "",
                "Exit codes: 0 both sides came out as the story says · 3 one did not · others as of gameday run"}, mixinStandardHelpOptions = true)
final class PlayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "STORY", description = "One of those that are shipped, in experiments/stories, or a file.")
    private String story = "";

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "plays", description = "Where a folder is made for both "
            + "runs and the page; ${DEFAULT-VALUE} unless given.")
    private Path out = Path.of("plays");

    @Option(names = "--on", defaultValue = "simulated", description = "simulated: modelled, in virtual time. local: real "
            + "processes on this machine. ${DEFAULT-VALUE} unless given.")
    private RunCommand.On on = RunCommand.On.simulated;

    @Option(names = "--seed", paramLabel = "N", description = "Of everything random; the story's own unless given in a "
            + "simulation, and another one each time on real processes.")
    private @Nullable Long seed;

    @Override
    public Integer call() throws Exception {
        Catalog catalog = new Catalog(Home.folder());
        Story told = new Stories(Home.folder(), catalog).valid(story);
        var asItWas = catalog.valid(List.of(told.asItWas().experiment())).getFirst();
        var withTheFix = catalog.valid(List.of(told.withTheFix().experiment())).getFirst();
        Path folder = RunFolder.create(out, Instant.now(), told.name()).path();
        TargetKind target = on == RunCommand.On.simulated ? TargetKind.SIMULATED : TargetKind.LOCAL;
        try (Interrupt interrupt = new Interrupt(); Screens screens = Screens.of(false, target)) {
            screens.progress("as it was: " + told.asItWas().words());
            Side first = play(asItWas, folder.resolve("as-it-was"), screens, interrupt, told.seed());
            if (interrupt.requested()) {
                return left(first, interrupt, screens);
            }
            screens.progress("with the fix: " + told.withTheFix().words());
            Side second = play(withTheFix, folder.resolve("with-the-fix"), screens, interrupt, told.seed());
            if (interrupt.requested()) {
                return left(second, interrupt, screens);
            }
            return written(SideBySide.of(told, first.played(), second.played()), folder,
                    ExitCodes.worse(asTold(first, told.asItWas()), asTold(second, told.withTheFix())), screens);
        }
    }

    private static int left(Side side, Interrupt interrupt, Screens screens) {
        screens.notice("stopped; there is no page, since both sides were not played");
        int code = ExitCodes.worse(side.code(), ExitCode.STOPPED).code();
        interrupt.finished(code);
        return code;
    }

    private record Side(ExitCode code, Played played) {
    }

    private Side play(Catalog.Found experiment, Path runs, Screens screens, Interrupt interrupt, long usual)
            throws Exception {
        try (Session session = session(runs, screens, interrupt, usual)) {
            ExitCode code = session.play(experiment);
            Path folder = screens.takeFinished().map(Screens.Finished::folder).orElseThrow(
                    () -> new Refused(ExitCodes.FAILED, experiment.experiment().name() + " left no run folder"));
            return new Side(code, RunReport.played(folder));
        }
    }

    private Session session(Path runs, Screens screens, Interrupt interrupt, long usual) throws Exception {
        if (on == RunCommand.On.simulated) {
            return new SimulatedSession(runs, screens, seed == null ? usual : seed, null, null, interrupt);
        }
        return new LocalSession(runs, screens, seed, null,
                new ReferenceGround(null, seed == null ? usual : seed, screens::progress), new TeamOptions(), null,
                interrupt);
    }

    private static ExitCode asTold(Side side, Story.Side told) {
        return switch (side.code()) {
            case HELD -> told.verdict() == Verdict.HELD ? ExitCode.HELD : ExitCode.BROKEN;
            case BROKEN -> told.verdict() == Verdict.BROKEN ? ExitCode.HELD : ExitCode.BROKEN;
            default -> side.code();
        };
    }

    private int written(SideBySide sides, Path folder, ExitCode code, Screens screens) {
        Formats formats = new Formats(folder);
        Papers.write(sides, formats, Wording.english(null));
        screens.said("");
        SideBySideTable.of(sides).forEach(screens::said);
        screens.said("");
        formats.files().forEach(file -> screens.said(file.toString()));
        formats.problems()
                .forEach(problem -> screens.notice(problem.file() + " could not be made: " + problem.reason()));
        formats.notes().forEach(note -> screens.notice(note.file() + ": " + note.text()));
        return formats.problems().isEmpty() ? code.code() : ExitCodes.worse(code, ExitCode.FAILED).code();
    }
}

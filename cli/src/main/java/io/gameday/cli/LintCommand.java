package io.gameday.cli;

import io.gameday.cli.view.LintScreen;
import io.gameday.cli.view.Terminal;
import io.gameday.report.export.TemplateFailure;
import io.gameday.report.lint.Lexicon;
import io.gameday.report.lint.Linter;
import io.gameday.report.lint.Linting;
import io.gameday.report.lint.LintingJson;
import io.gameday.report.lint.Subject;
import io.gameday.report.lint.SubjectReader;
import io.gameday.report.lint.SubjectReader.Read.NoFacts;
import io.gameday.report.lint.SubjectReader.Read.NoWords;
import io.gameday.report.lint.SubjectReader.Read.Whole;
import io.gameday.report.lint.SubjectReader.Read.Wrong;
import io.gameday.report.words.CoeFileReader;
import io.gameday.yaml.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "lint", description = "Read what people wrote of a COE against the journal beside it: blame, vague "
        + "amounts, whys that end in a person, actions without owner, date or mechanism. Says what to write instead, "
        + "and gives no grade. Writes nothing.", footer = {"", "Examples:",
                "  gameday lint runs/2026-11-21T14-01-32Z-az-power-loss",
                "  gameday lint runs/2026-11-21T14-01-32Z-az-power-loss/coe.yaml --sarif", "",
                "Every rule is in docs/lint.md. Exit codes: 0 clean · 1 Gameday failed ·",
                "  2 wrong usage, or a file that cannot be read · 3 errors · 4 warnings only"}, mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN", description = "The run's folder, or the coe.yaml in it.")
    private Path run = Path.of(".");

    @Option(names = "--json", description = "The findings as JSON on stdout.")
    private boolean json;

    @Option(names = "--sarif", description = "The findings as SARIF 2.1.0 on stdout, for code hosts.")
    private boolean sarif;

    @Option(names = "--templates", paramLabel = "DIR", description = "A folder of your own whose words-en.yaml and "
            + "words-ja.yaml stand in for ours, file by file.")
    private @Nullable Path templates;

    @Override
    public Integer call() {
        if (json && sarif) {
            throw new Refused(ExitCodes.USAGE, "--json and --sarif are both given; allowed: one of them");
        }
        if (templates != null && !Files.isDirectory(templates)) {
            throw new Refused(ExitCodes.USAGE, "--templates is " + templates + ", and there is no such folder");
        }
        Path file = Files.isDirectory(run) ? run.resolve(CoeFileReader.FILE) : run;
        Subject subject = subject(file);
        Linting linting = new Linter(lexicon()).lint(subject);
        var out = spec.commandLine().getOut();
        if (json) {
            out.print(LintingJson.json(linting));
        } else if (sarif) {
            out.print(LintingJson.sarif(linting, uri(file), new Gameday.Version().getVersion()[0]));
        } else {
            new LintScreen(linting, file.toString()).render(terminal()).forEach(out::println);
        }
        out.flush();
        return LintScreen.exitCode(linting).code();
    }

    /// Relative as long as the user named it so: a code host looks from the root of the repository.
    private static String uri(Path file) {
        return file.isAbsolute()
                ? file.toUri().toString()
                : Path.of("/").resolve(file).toUri().getRawPath().substring(1);
    }

    private Subject subject(Path file) {
        return switch (new SubjectReader().read(file.toString(), file, LocalDate.now(ZoneOffset.UTC))) {
            case Whole(Subject subject, List<String> notes) -> {
                notes.forEach(spec.commandLine().getErr()::println);
                yield subject;
            }
            case Wrong(List<Problem> problems) -> throw refused(problems);
            case NoWords _ -> throw new Refused(ExitCodes.USAGE, "there is no file " + file
                    + ". It lies beside the journal of a run; make a blank one with: gameday report FOLDER");
            case NoFacts(String why) -> throw new Refused(ExitCodes.USAGE,
                    why + " The words of a COE are linted beside the journal of their run");
        };
    }

    private Lexicon lexicon() {
        try {
            Lexicon.Reading reading = Lexicon.read(templates);
            return reading.lexicon().orElseThrow(() -> refused(reading.problems()));
        } catch (TemplateFailure unreadable) {
            throw new Refused(ExitCodes.USAGE, String.valueOf(unreadable.getMessage()));
        }
    }

    private static Refused refused(List<Problem> problems) {
        return new Refused(ExitCodes.USAGE,
                problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
    }

    private static Terminal terminal() {
        return Terminal.is("out", System.getProperties())
                ? Terminal.of(System.getProperties(), System.getenv())
                : new Terminal(80, 24, false);
    }
}

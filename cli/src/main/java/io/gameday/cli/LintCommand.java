package io.gameday.cli;

import io.gameday.cli.view.LintScreen;
import io.gameday.cli.view.Terminal;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.RunFolder;
import io.gameday.report.RunReport;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.export.SupportingPages;
import io.gameday.report.export.TemplateFailure;
import io.gameday.report.lint.Lexicon;
import io.gameday.report.lint.Linter;
import io.gameday.report.lint.Linting;
import io.gameday.report.lint.LintingJson;
import io.gameday.report.lint.Subject;
import io.gameday.report.lint.Subject.Other;
import io.gameday.report.text.Figures;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFileReader;
import io.gameday.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    public Integer call() throws IOException {
        if (json && sarif) {
            throw new Refused(ExitCodes.USAGE, "--json and --sarif are both given; allowed: one of them");
        }
        if (templates != null && !Files.isDirectory(templates)) {
            throw new Refused(ExitCodes.USAGE, "--templates is " + templates + ", and there is no such folder");
        }
        Path file = Files.isDirectory(run) ? run.resolve(CoeFileReader.FILE) : run;
        Path folder = file.toAbsolutePath().normalize().getParent();
        CoeFileReader.Reading words = read(file);
        Lexicon lexicon = lexicon();
        Linting linting = new Linter(lexicon).lint(new Subject(words.file().orElseThrow(), words.lines(), facts(folder),
                pages(folder.resolve("coe.pdf")), LocalDate.now(ZoneOffset.UTC), others(folder)));
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

    private @Nullable Integer pages(Path pdf) {
        try {
            return SupportingPages.of(pdf);
        } catch (IOException damaged) {
            spec.commandLine().getErr().println("pages are not counted: " + pdf + " cannot be read: " + damaged);
            return null;
        }
    }

    /// Relative as long as the user named it so: a code host looks from the root of the repository.
    private static String uri(Path file) {
        return file.isAbsolute()
                ? file.toUri().toString()
                : Path.of("/").resolve(file).toUri().getRawPath().substring(1);
    }

    private static CoeFileReader.Reading read(Path file) {
        CoeFileReader.Reading reading = CoeFileReader.read(file.toString(), text(file));
        refuse(reading.problems());
        return reading;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException none) {
            throw new Refused(ExitCodes.USAGE, "there is no file " + file
                    + ". It lies beside the journal of a run; make " + "a blank one with: gameday report FOLDER");
        } catch (IOException unreadable) {
            throw new Refused(ExitCodes.USAGE, file + " cannot be read: " + unreadable + "; allowed: a text in UTF-8");
        }
    }

    private Lexicon lexicon() {
        try {
            Lexicon.Reading reading = Lexicon.read(templates);
            refuse(reading.problems());
            return reading.lexicon().orElseThrow();
        } catch (TemplateFailure unreadable) {
            throw new Refused(ExitCodes.USAGE, String.valueOf(unreadable.getMessage()));
        }
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Refused(ExitCodes.USAGE,
                    problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private static CoeDocument facts(Path folder) {
        try {
            return RunReport.document(folder);
        } catch (JournalFailure unreadable) {
            throw new Refused(ExitCodes.USAGE,
                    unreadable.getMessage() + " The words of a COE are linted beside the " + "journal of their run");
        }
    }

    /// Of the folders beside this one. One that cannot be read is no reason to say nothing of this one.
    private List<Other> others(Path folder) throws IOException {
        Path all = folder.getParent();
        List<Other> others = new ArrayList<>();
        if (all == null) {
            return others;
        }
        try (Stream<Path> folders = Files.list(all)) {
            for (Path other : folders.filter(path -> !path.equals(folder)).sorted().toList()) {
                Path file = other.resolve(CoeFileReader.FILE);
                if (Files.isRegularFile(file)) {
                    CoeFileReader.read(file.toString(), text(file)).file()
                            .ifPresentOrElse(read -> others.add(other(other, read)), () -> spec.commandLine().getErr()
                                    .println("not compared with " + file + ", which has problems of its own"));
                }
            }
        }
        return others;
    }

    private static Other other(Path folder, CoeFile words) {
        String name = folder.getFileName().toString();
        return new Other(new RunFolder(folder).made().map(at -> "COE-" + Figures.stamp(at)).orElse(name), name,
                words.actions());
    }

    private static Terminal terminal() {
        return Terminal.is("out", System.getProperties())
                ? Terminal.of(System.getProperties(), System.getenv())
                : new Terminal(80, 24, false);
    }
}

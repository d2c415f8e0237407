package io.gameday.cli;

import io.gameday.cli.view.ActionsScreen;
import io.gameday.cli.view.Terminal;
import io.gameday.journal.JournalFormat;
import io.gameday.report.AtomicFile;
import io.gameday.report.actions.Register;
import io.gameday.report.actions.RegisterReader;
import io.gameday.report.actions.Registered;
import io.gameday.report.export.RegisterCsv;
import io.gameday.report.export.RegisterHtml;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(name = "actions", description = "List what is to be done by the COEs of all runs: whose, since when, due when, "
        + "proved by what. A COE without a run is a folder with a coe.yaml in it.", footer = {"", "Examples:",
                "  gameday actions                       open ones, overdue first, by owner",
                "  gameday actions --all --out actions.html",
                "  gameday actions verify A1             play the experiment that proves A1", "",
                "Exit codes: 0 listed · 1 Gameday failed · 2 usage, or a coe.yaml that cannot be read; the others are",
                "  listed all the same"}, mixinStandardHelpOptions = true, subcommands = ActionsVerifyCommand.class)
final class ActionsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--runs", paramLabel = "FOLDER", defaultValue = "runs", scope = ScopeType.INHERIT, description = "Where "
            + "run folders are; ${DEFAULT-VALUE} unless given.")
    private Path runs = Path.of("runs");

    @Option(names = "--owner", paramLabel = "X", description = "Only those whose owner's name has X in it.")
    private @Nullable String owner;

    @ArgGroup
    private Which which = new Which();

    @ArgGroup
    private Shape shape = new Shape();

    @Option(names = "--out", paramLabel = "FILE.html", description = "Write them into one file that loads nothing and "
            + "prints well.")
    private @Nullable Path out;

    @Option(names = "--templates", paramLabel = "DIR", description = "For --out: a folder of your own whose templates "
            + "stand in for ours, file by file.")
    private @Nullable Path templates;

    @Option(names = "--today", paramLabel = "DAY", description = "The day that ages count to; today in UTC unless given.")
    private @Nullable LocalDate today;

    private static final class Which {
        @Option(names = "--open", description = "Only open ones, which is how it is anyway.")
        private boolean open;

        @Option(names = "--all", description = "Those that are done or dropped, too.")
        private boolean all;
    }

    private static final class Shape {
        @Option(names = "--json", description = "As JSON, for programs.")
        private boolean json;

        @Option(names = "--csv", description = "As CSV, for spreadsheets.")
        private boolean csv;
    }

    @Override
    public Integer call() throws IOException {
        Register every = register();
        Register shown = every.only(action -> (which.all || action.open()) && owned(action));
        PrintWriter lines = spec.commandLine().getOut();
        if (shape.json) {
            lines.println(JournalFormat.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(shown));
        } else if (shape.csv) {
            lines.print(RegisterCsv.write(shown));
            lines.flush();
        } else if (out == null) {
            boolean terminal = Terminal.is("out", System.getProperties());
            new ActionsScreen(shown).render(
                    terminal ? Terminal.of(System.getProperties(), System.getenv()) : new Terminal(80, 24, false))
                    .forEach(lines::println);
        }
        if (out != null) {
            html(out, shown);
        }
        tell(every, spec.commandLine().getErr());
        return every.unreadable().isEmpty() ? ExitCodes.HELD : ExitCodes.USAGE;
    }

    private void html(Path file, Register shown) throws IOException {
        try {
            AtomicFile.write(file, RegisterHtml.write(shown, templates).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IOException(file + " cannot be written: " + e + ". Is the disk full, or the folder read-only?",
                    e);
        }
        spec.commandLine().getErr().println("· written: " + file);
    }

    private boolean owned(Registered action) {
        return owner == null || action.owner().toLowerCase(Locale.ROOT).contains(owner.toLowerCase(Locale.ROOT));
    }

    Path runs() {
        return runs;
    }

    Register register() throws IOException {
        if (!Files.isDirectory(runs)) {
            throw new Refused(ExitCodes.USAGE, "--runs is " + runs + ", and there is no such folder. Run folders are "
                    + "made by `gameday run`, in runs/ unless --out was given");
        }
        return RegisterReader.read(runs, today == null ? LocalDate.now(ZoneOffset.UTC) : today);
    }

    static void tell(Register register, PrintWriter err) {
        register.unreadable().forEach(file -> {
            err.println("gameday: " + file.file() + " could not be read, so its actions are not among these:");
            file.problems().forEach(problem -> err.println("  " + problem));
        });
    }
}

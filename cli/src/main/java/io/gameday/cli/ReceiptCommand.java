package io.gameday.cli;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.engine.ExitCode;
import io.gameday.journal.JournalFailure;
import io.gameday.report.export.ReceiptJson;
import io.gameday.report.receipt.Comparison;
import io.gameday.report.receipt.Evidence;
import io.gameday.report.receipt.HashedFile;
import io.gameday.report.receipt.Issued;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

@Command(name = "receipt", description = "Compute a run's receipt again from its journal and ledger, and compare: is "
        + "every file as it was when the receipt was made?", footer = {"", "Examples:",
                "  gameday receipt runs/2026-11-21T14-01-32Z-az-power-loss",
                "  gameday receipt 2026-11-21T14-01-32Z-az-power-loss", "",
                "Exit codes: 0 the same · 1 a file cannot be read · 2 no such run, or it has no receipt ·",
                "  3 a file differs · 4 its ledger is not on this machine; the others are the same"}, mixinStandardHelpOptions = true)
final class ReceiptCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN", description = "The run's folder, or its id.")
    private Path run = Path.of(".");

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "runs", description = "Where the folders of runs are, "
            + "for an id; ${DEFAULT-VALUE} unless given.")
    private Path out = Path.of("runs");

    @Override
    public Integer call() throws IOException {
        Path folder = Files.isDirectory(run) ? run : out.resolve(run);
        if (!Files.isDirectory(folder)) {
            throw new Refused(ExitCodes.USAGE, "there is no run folder " + run + ", nor " + folder
                    + ". Run folders are made by `gameday run`, in runs/ unless --out was given");
        }
        Issued issued = read(folder);
        try {
            return tell(issued, Comparison.of(issued, new Evidence(folder, StateFolder.current()::ledger)));
        } catch (JournalFailure unreadable) {
            throw new Refused(ExitCodes.FAILED, String.valueOf(unreadable.getMessage()));
        }
    }

    private static Issued read(Path folder) throws IOException {
        Path file = folder.resolve(Issued.FILE);
        try {
            return ReceiptJson.read(Files.readString(file));
        } catch (NoSuchFileException none) {
            throw new Refused(ExitCodes.USAGE,
                    "run " + folder + " has no " + Issued.FILE + ". Make it with: gameday report " + folder);
        } catch (JacksonException damaged) {
            throw new Refused(ExitCode.BROKEN.code(), Issued.FILE + ": is no receipt: " + damaged.getOriginalMessage()
                    + ". Make it again with: gameday report " + folder);
        }
    }

    private int tell(Issued issued, Comparison comparison) {
        var lines = spec.commandLine().getOut();
        lines.println((issued.receipt().clear() ? "✓ " : "× ") + issued.receipt().words() + ", computed "
                + issued.computed());
        comparison.different().forEach(different -> lines.println("× " + different));
        comparison.notHere().forEach(absent -> lines.println("○ " + absent));
        if (!comparison.different().isEmpty()) {
            return ExitCode.BROKEN.code();
        }
        if (!comparison.notHere().isEmpty()) {
            return ExitCode.UNKNOWN.code();
        }
        issued.receipt().files().forEach(file -> lines.println("✓ " + said(file)));
        return ExitCodes.HELD;
    }

    private static String said(HashedFile file) {
        return file.sha256() == null
                ? file.file() + ": none, as then"
                : file.file() + ": the same, sha256 " + file.sha256();
    }
}

package io.gameday.cli;

import io.gameday.agent.RunLock;
import io.gameday.agent.driver.LinkKeeper;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.cli.prove.ProveReceipt;
import io.gameday.cli.prove.ProveSession;
import io.gameday.cli.view.Output;
import io.gameday.cli.view.ProveScreen;
import io.gameday.cli.view.Terminal;
import io.gameday.engine.ExitCode;
import io.gameday.journal.JournalFormat;
import io.gameday.journal.RunFolder;
import io.gameday.reference.AppConfig;
import io.gameday.reference.local.AppState;
import io.gameday.reference.local.AppUp;
import io.gameday.reference.local.LocalApp;
import io.gameday.report.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "prove", description = "See for yourself that no fault outlives its controller: faults are injected into "
        + "the reference app on this machine, those who injected them are killed, and an independent prober watches "
        + "each fault go. About two minutes.", footer = {"", "Examples:", "  gameday prove",
                "  gameday prove --faults 200 --seconds 3600 --seed 7", "",
                "Exit codes: 0 every fault seen gone, nothing left, customers well · 1 not so, or Gameday failed ·",
                "  2 usage · 5 another run is under way · 6 stopped, and all seen gone · 7 a fault was not seen gone"}, mixinStandardHelpOptions = true)
final class ProveCommand implements Callable<Integer> {

    private static final int CELLS = 2;
    private static final int ZONES = 4;
    private static final int HEADROOM_PERCENT = 250;
    /// Far more than customers ask for: every prober's orders need slots too, and a queue would look like a fault.
    private static final double RATE = 120;
    private static final Duration HEALTHY_LIMIT = Duration.ofSeconds(180);
    private static final JsonMapper JSON = JournalFormat.mapper().rebuild().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    @Option(names = "--faults", paramLabel = "N", defaultValue = "20", description = "At most so many; ${DEFAULT-VALUE} "
            + "unless given.")
    private int faults = 20;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "120", description = "For all of it; "
            + "${DEFAULT-VALUE} unless given. No fault is begun that could not be over by then, but for the first ones.")
    private int seconds = 120;

    @Option(names = "--seed", paramLabel = "N", description = "Of kinds, places and moments; another one each time "
            + "unless given.")
    private @Nullable Long seed;

    @Option(names = "--keep-up", description = "Leave the app running afterwards, as `gameday app up` does.")
    private boolean keepUp;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "runs", description = "Where the folder with the receipt "
            + "is made; ${DEFAULT-VALUE} unless given.")
    private Path out = Path.of("runs");

    @Option(names = "--json", description = "The receipt as JSON on standard output.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (faults < 1 || seconds < 1) {
            throw new Refused(ExitCodes.USAGE,
                    "--faults is " + faults + ", --seconds is " + seconds + "; allowed: 1 or more of each");
        }
        try (Interrupt interrupt = new Interrupt()) {
            int code;
            try (Output lines = new Output(System.out); Output errors = new Output(System.err)) {
                code = play(lines, errors, interrupt);
            }
            // Not before everything was shown: an interrupted process ends here.
            interrupt.finished(code);
            return code;
        }
    }

    private int play(Output lines, Output errors, Interrupt interrupt) throws IOException, InterruptedException {
        Instant begun = Instant.now();
        StateFolder state = StateFolder.current();
        RunFolder folder = RunFolder.create(out, begun, "prove");
        long chance = seed == null ? new SecureRandom().nextLong() >>> 1 : seed;
        var options = new ProveSession.Options(faults, seconds, chance, Home.version());
        Thread waiting = Thread.currentThread();
        interrupt.onStop(cause -> waiting.interrupt());
        try (RunLock _ = lock(state, folder);
                ProveSession session = new ProveSession(folder, options, state, text -> errors.line("· " + text))) {
            LocalApp app = app(folder, chance, errors);
            try (app) {
                app.awaitHealthy(HEALTHY_LIMIT, text -> errors.line("· " + text));
                interrupt.onStop(cause -> session.stop(cause.by()));
                ProveReceipt receipt = session.play(app, begun);
                String written = JSON.writeValueAsString(receipt) + "\n";
                AtomicFile.write(folder.path().resolve("prove.json"), written.getBytes(StandardCharsets.UTF_8));
                if (json) {
                    lines.line(written.stripTrailing());
                } else {
                    new ProveScreen(receipt).render(folder.path(), terminal()).forEach(lines::line);
                }
                return receipt.exitCode();
            } finally {
                if (!keepUp) {
                    errors.line("· ending the reference app");
                }
            }
        } catch (InterruptedException early) {
            errors.line("gameday: stopped before the first fault; nothing was injected");
            return ExitCodes.STOPPED;
        } finally {
            interrupt.onStop(cause -> {
            });
            Thread.interrupted();
            // Its logs stay.
            Folders.delete(folder.path().resolve("app").resolve("postgres"), errors::line);
        }
    }

    private static RunLock lock(StateFolder state, RunFolder folder) throws IOException {
        try {
            return RunLock.take(state, folder.run(), folder.path());
        } catch (RunLock.Taken taken) {
            Files.delete(folder.path());
            throw new Refused(ExitCode.NOT_STARTED.code(), String.valueOf(taken.getMessage()));
        }
    }

    /// The one that is up, or a new one: a child of this process, unless it is to stay.
    private LocalApp app(RunFolder folder, long chance, Output errors) throws IOException, InterruptedException {
        AppUp up = new AppUp(AppState.stateFolder(System.getenv()));
        LocalApp running = up.running().orElse(null);
        if (running != null) {
            if (LinkKeeper.named(running.addresses().links()) == LinkKeeper.TOXIPROXY) {
                throw new Refused(ExitCodes.USAGE,
                        "the app that is up has its links kept by the Toxiproxy at " + running.addresses().proxies()
                                + ", which keeps no leases: nothing would end by itself there. "
                                + "End that app with: gameday app down; `gameday prove` then starts one of its own");
            }
            errors.line("· using the app that is up in " + running.folder().root());
            return running;
        }
        Path place = keepUp ? up.folder() : folder.path().toAbsolutePath();
        AppConfig config = AppConfig.standard(CELLS, ZONES, HEADROOM_PERCENT, RATE, chance, place.toString());
        return keepUp
                ? up.up(config, text -> errors.line("· " + text))
                : LocalApp.start(config, text -> errors.line("· " + text));
    }

    private static Terminal terminal() {
        return Terminal.is("out", System.getProperties())
                ? Terminal.of(System.getProperties(), System.getenv())
                : new Terminal(80, 24, false);
    }
}

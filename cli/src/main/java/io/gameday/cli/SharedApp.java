package io.gameday.cli;

import io.gameday.engine.ExitCode;
import io.gameday.experiment.Experiment;
import io.gameday.journal.RunFolder;
import io.gameday.reference.AppConfig;
import io.gameday.reference.local.AppState;
import io.gameday.reference.local.AppUp;
import io.gameday.reference.local.LocalApp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The reference app that experiments share: started for the first, kept for those that want the same system, replaced
/// for one that wants another.
final class SharedApp implements AutoCloseable {

    private final @Nullable String toxiproxy;
    private final Consumer<String> progress;
    private @Nullable LocalApp app;
    private Experiment.@Nullable SystemUnderTest system;
    private double rate;
    private boolean owned;

    /// @param toxiproxy `host:port` of a Toxiproxy that is to keep the links; null where the app does
    SharedApp(@Nullable String toxiproxy, Consumer<String> progress) {
        this.toxiproxy = toxiproxy;
        this.progress = progress;
    }

    /// The app that `experiment` is played on, running.
    LocalApp forExperiment(Experiment experiment, RunFolder folder, long seed)
            throws IOException, InterruptedException {
        LocalApp running = app;
        if (running != null && !running.ended().isDone() && experiment.system().equals(system)
                && experiment.traffic().rate() == rate) {
            return running;
        }
        AppConfig wanted = config(experiment, folder.path(), seed);
        if (wanted.cells().size() > LocalApp.MOST_CELLS) {
            throw new Refused(ExitCode.NOT_STARTED.code(), "not started: " + LocalApp.tooMany(wanted));
        }
        close();
        system = experiment.system();
        rate = experiment.traffic().rate();
        running = upAlready(wanted);
        if (running == null) {
            running = start(wanted);
            owned = true;
        }
        app = running;
        return running;
    }

    private LocalApp start(AppConfig wanted) throws IOException, InterruptedException {
        try {
            return LocalApp.start(wanted, toxiproxy, progress);
        } catch (IOException failed) {
            if (toxiproxy == null) {
                throw failed;
            }
            throw notStarted(failed);
        }
    }

    /// With links of somebody else's, that the app does not start is no failure of ours.
    static Refused notStarted(IOException failed) {
        return new Refused(ExitCode.NOT_STARTED.code(), "not started with --toxiproxy: " + failed.getMessage());
    }

    /// The app that `gameday app up` left running, if it is the system that the experiment wants.
    private @Nullable LocalApp upAlready(AppConfig wanted) throws IOException {
        LocalApp up = new AppUp(AppState.stateFolder(System.getenv())).running().orElse(null);
        if (up == null) {
            return null;
        }
        AppConfig has = up.config();
        boolean same = has.sameSystem(wanted) && (toxiproxy == null || toxiproxy.equals(up.addresses().proxies()));
        progress.accept(same
                ? "using the app that is up in " + up.folder().root()
                : "the app that is up is another system than this experiment wants; starting one for this run");
        return same ? up : null;
    }

    static AppConfig config(Experiment experiment, Path folder, long seed) {
        return AppConfig.of(experiment, seed, folder.toAbsolutePath().toString());
    }

    /// Ends the app and removes its databases; its logs stay with the run.
    @Override
    public void close() {
        LocalApp running = app;
        app = null;
        if (running != null && owned) {
            owned = false;
            progress.accept("ending the reference app");
            running.close();
            Folders.delete(running.folder().root().resolve("postgres"), progress);
        }
    }
}

package io.gameday.cli;

import io.gameday.experiment.Experiment;
import io.gameday.journal.RunFolder;
import io.gameday.reference.AppConfig;
import io.gameday.reference.local.LocalApp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The reference app that experiments share: started for the first, kept for those that want the same system, replaced
/// for one that wants another.
final class SharedApp implements AutoCloseable {

    private final Consumer<String> progress;
    private @Nullable LocalApp app;
    private Experiment.@Nullable SystemUnderTest system;
    private double rate;

    SharedApp(Consumer<String> progress) {
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
        close();
        system = experiment.system();
        rate = experiment.traffic().rate();
        running = LocalApp.start(config(experiment, folder, seed), progress);
        app = running;
        return running;
    }

    private static AppConfig config(Experiment experiment, RunFolder folder, long seed) {
        var system = experiment.system();
        var mechanisms = system.mechanisms();
        return new AppConfig(system.cellNames(), system.zones(), system.headroomPercent(),
                experiment.traffic().rate(), AppConfig.HOLD_MILLIS,
                new AppConfig.Mechanisms(mechanisms.weighAway(), mechanisms.routerRetry(), mechanisms.rebalancing()),
                seed, folder.path().toAbsolutePath().toString());
    }

    /// Ends the app and removes its databases; its logs stay with the run.
    @Override
    public void close() {
        LocalApp running = app;
        app = null;
        if (running != null) {
            progress.accept("ending the reference app");
            running.close();
            Folders.delete(running.folder().path().resolve("postgres"), progress);
        }
    }
}

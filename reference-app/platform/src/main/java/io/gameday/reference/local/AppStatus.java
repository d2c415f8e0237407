package io.gameday.reference.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Whether an app is up on this machine, and how it is.
public final class AppStatus {

    private final Path stateFolder;

    public AppStatus(Path stateFolder) {
        this.stateFolder = stateFolder;
    }

    /// What is known of the app.
    public sealed interface Status {

        /// No app was brought up, or it was brought down.
        record Down() implements Status {
        }

        /// It was brought up and never brought down, but its host is gone; its processes end by themselves.
        record Lost(String folder) implements Status {
        }

        /// Its host has not said yet that it can be spoken to.
        record Starting(String folder, long hostPid) implements Status {
        }

        /// @param healthy tasks that answer their health checks, of `wanted`
        record Up(String folder, long hostPid, AppAddresses addresses, List<String> cells, List<String> zones,
                long healthy, int wanted) implements Status {
        }
    }

    /// @throws IOException when the state's files cannot be read
    public Status status() throws IOException, InterruptedException {
        Optional<AppState> found = AppState.read(stateFolder);
        if (found.isEmpty()) {
            return new Status.Down();
        }
        AppState state = found.get();
        if (!state.host().alive()) {
            return new Status.Lost(state.folder());
        }
        AppAddresses addresses = state.addresses();
        if (addresses == null) {
            return new Status.Starting(state.folder(), state.host().pid());
        }
        LocalApp app = LocalApp.attach(state, addresses);
        return new Status.Up(state.folder(), state.host().pid(), addresses, app.config().cells(), app.config().zones(),
                app.healthyTasks(), app.wantedTasks());
    }
}

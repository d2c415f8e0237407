package io.gameday.agent.ledger;

import java.nio.file.Path;
import java.util.Map;

/// Where Gameday keeps what must outlive a run: `<state>/ledger/<run>.jsonl` and `<state>/run.lock`.
public record StateFolder(Path root) {

    /// `GAMEDAY_STATE`, or else `gameday` below `XDG_STATE_HOME`, or else below `~/.local/state`.
    ///
    /// @param environment of the process
    /// @param home        the user's home folder
    public static StateFolder of(Map<String, String> environment, Path home) {
        String own = environment.getOrDefault("GAMEDAY_STATE", "");
        if (!own.isBlank()) {
            return new StateFolder(Path.of(own).toAbsolutePath().normalize());
        }
        String xdg = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = xdg.isBlank() ? home.resolve(".local").resolve("state") : Path.of(xdg);
        return new StateFolder(base.resolve("gameday").toAbsolutePath().normalize());
    }

    /// The one of this process.
    public static StateFolder current() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    public Path ledgers() {
        return root.resolve("ledger");
    }

    public Path ledger(String run) {
        return ledgers().resolve(run + ".jsonl");
    }

    public Path runLock() {
        return root.resolve("run.lock");
    }
}

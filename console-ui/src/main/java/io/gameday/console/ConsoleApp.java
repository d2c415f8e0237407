package io.gameday.console;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.console.debrief.WindowDesk;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;

/// The console as JavaFX starts it: takes what the machine says, and opens the window.
public final class ConsoleApp extends Application {

    @Override
    public void start(Stage stage) {
        // The launcher says where the checkout is.
        Path home = Path.of(System.getProperty("gameday.home", "")).toAbsolutePath();
        Path asked = getParameters().getUnnamed().stream().findFirst().map(Path::of).orElse(null);
        new ConsoleWindow(stage, List.of(home.resolve("gameday").toString()), home, Path.of("").toAbsolutePath(),
                StateFolder.current(), new WindowDesk(() -> stage, getHostServices()::showDocument)).open(asked);
    }
}

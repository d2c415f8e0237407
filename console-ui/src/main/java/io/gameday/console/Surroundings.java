package io.gameday.console;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.console.frame.Navigator;
import io.gameday.console.frame.Notices;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import javafx.stage.Stage;

/// What every screen is given.
///
/// @param ui        the UI thread
/// @param slow      threads for everything that takes time
/// @param wall      the time of day
/// @param zone      that times of day are shown in
/// @param state     where ledgers and settings are
/// @param window    that dialogs belong to
/// @param notices   where a screen says what went wrong
/// @param navigator hands over to another screen
record Surroundings(Executor ui, ExecutorService slow, Supplier<Instant> wall, ZoneId zone, StateFolder state,
        Stage window, Notices notices, Navigator navigator) {
}

package io.gameday.cli.prove;

import io.gameday.agent.AgentSetup;
import io.gameday.agent.Limits;
import io.gameday.agent.driver.LinkKeeper;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.journal.JournalFormat;
import io.gameday.target.Fault;
import java.nio.file.Path;
import java.time.Duration;

/// What one controller of the campaign is told to do: the argument of [ControllerMain], as JSON.
///
/// @param run      its run, with a ledger and an agent of its own
/// @param duration how long the fault may last at most
/// @param lease    how long without renewal
record Order(String run, String runFolder, String appFolder, String host, String controlPlane, String proxies,
        String links, String router, String routerAdmin, String state, Fault fault, Duration duration, Duration lease) {

    /// The fault's name in its run.
    static final String FAULT = "f1";

    String json() {
        return JournalFormat.mapper().writeValueAsString(this);
    }

    static Order parse(String json) {
        return JournalFormat.mapper().readValue(json, Order.class);
    }

    AgentSetup agent() {
        return new AgentSetup(run, Path.of(runFolder), Path.of(appFolder), host, controlPlane, proxies,
                LinkKeeper.named(links), router, routerAdmin, Limits.NONE, new StateFolder(Path.of(state)));
    }
}

package io.gameday.cli.prove;

import java.util.List;

/// The two processes that keep one fault in force, from outside.
interface Keepers {

    boolean controllerAlive();

    /// SIGKILL.
    void killController();

    /// SIGKILL to the agent that the ledger names last.
    void killAgent();

    /// Asks the controller to end, and returns at once.
    void end();

    /// Processes of this run that are still there, in words.
    List<String> left();
}

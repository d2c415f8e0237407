package io.gameday.cli;

import io.gameday.engine.ExitCode;

/// Plays experiments one after the other on what they share.
interface Session extends AutoCloseable {

    /// Plays one experiment to its end, reports included.
    ExitCode play(Catalog.Found experiment) throws Exception;

    /// Whether somebody wants no more of them.
    boolean stopped();

    /// All were played. @param worst of their exit codes
    void finish(ExitCode worst);

    @Override
    void close();
}

package io.gameday.cli;

import io.gameday.engine.ExitCode;

/// Plays experiments one after the other on what they share.
interface Session extends AutoCloseable {

    /// Plays one experiment to its end, reports included.
    ExitCode play(Catalog.Found experiment) throws Exception;

    @Override
    void close();
}

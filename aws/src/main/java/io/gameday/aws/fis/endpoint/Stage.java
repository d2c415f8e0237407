package io.gameday.aws.fis.endpoint;

import io.gameday.journal.Entry;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Where experiments of templates are really played: one at a time.
public interface Stage {

    /// What a template comes to here, with its targets resolved. Nothing is touched.
    ///
    /// @param id       of the experiment; chance depends on it
    /// @param template as it was created
    /// @throws FisError naming what cannot be played here, and why
    StagePlan plan(String id, ObjectNode template);

    /// Begins to play; returns at once.
    ///
    /// @param journal told every entry of the run's journal, on the endpoint's loop
    /// @param ended   told once, after the last entry, on the endpoint's loop: empty when the run ended by itself, or why
    ///                it could not be played
    void play(StagePlan plan, Consumer<Entry> journal, Consumer<String> ended);

    /// Ends what is played, in order; nothing where nothing is.
    ///
    /// @param why in words
    void stop(String why);
}

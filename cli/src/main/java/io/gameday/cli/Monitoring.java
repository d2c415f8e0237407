package io.gameday.cli;

import io.gameday.signal.AlarmHistory;
import io.gameday.signal.Alarms;
import io.gameday.signal.ClockOffset;
import io.gameday.signal.CustomerMetric;
import io.gameday.signal.PagerLog;
import io.gameday.signal.SourceFailure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tool that holds a team's alarms and metrics.
interface Monitoring extends AutoCloseable {

    AlarmHistory alarms();

    /// @param query of what customers felt, in the tool's own language
    CustomerMetric customers(String query);

    /// Who was told, as far as the tool and what belongs to it know; null when it is not asked.
    ///
    /// @param alarms that it gave for the same time
    @Nullable
    PagerLog pages(Alarms alarms);

    /// How to have a log of pages where [#pages] gives none.
    String noPages();

    /// Of the clock that dates the alarms, by its newest answer; empty when that is not known.
    Optional<ClockOffset> clock();

    /// Of each clock that has answered so far.
    ///
    /// @throws SourceFailure when one that had to be asked did not answer
    List<ClockOffset> clocks() throws SourceFailure;

    /// Ends the calls under way.
    @Override
    void close();
}

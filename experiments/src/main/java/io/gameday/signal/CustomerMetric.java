package io.gameday.signal;

import java.time.Duration;

/// A metric of what customers felt. Calls block until the answer is there or the source's limit is over.
public interface CustomerMetric {

    /// @throws SourceFailure when the source did not answer, or refused
    Series read(Period period, Duration step) throws SourceFailure;
}

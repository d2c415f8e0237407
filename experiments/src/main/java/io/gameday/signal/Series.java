package io.gameday.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Values over time. What was not measured is not there: a gap is never a zero.
///
/// @param step    time between two samples where nothing is missing
/// @param samples by time, all real numbers
/// @param notes   what the source said besides
public record Series(Duration step, List<Sample> samples, List<String> notes) {

    public record Sample(Instant at, double value) {
    }
}

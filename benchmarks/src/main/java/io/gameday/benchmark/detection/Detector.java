package io.gameday.benchmark.detection;

/// Something that is told each second what was counted and says which zones are in alarm. Keeps state: one for each trace.
interface Detector {

    /// @return the zones in alarm after this second, zone n as bit n
    int second(Counted second);
}

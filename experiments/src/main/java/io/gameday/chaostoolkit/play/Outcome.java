package io.gameday.chaostoolkit.play;

import io.gameday.engine.ExitCode;
import java.util.List;

/// How a run ended: as Chaos Toolkit tells it, and as we do.
///
/// @param status   as Chaos Toolkit would write it
/// @param deviated as Chaos Toolkit would write it: whether the look after the method was not met
/// @param code     ours
/// @param reasons  of a code other than held, the worst first
public record Outcome(Status status, boolean deviated, ExitCode code, List<String> reasons) {

    public Outcome {
        reasons = List.copyOf(reasons);
    }

    public enum Status {
        COMPLETED, FAILED, ABORTED, INTERRUPTED
    }

    /// The exit code of `chaos run`.
    public int chaosCode() {
        return status == Status.COMPLETED && !deviated ? 0 : 1;
    }
}

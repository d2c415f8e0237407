package io.gameday.reference.log;

import io.gameday.experiment.Experiment.Logging;
import java.time.Duration;

/// The stream that a task's lines go to. It is made at the sink before the task starts, as ECS's log driver does it: a
/// task whose logs block does not start without, one whose logs do not block starts and has it made meanwhile. So a log
/// sink that takes nothing keeps blocking tasks from starting at all.
public final class LogStream {

    /// How long a start waits for its stream; the next start asks again.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Why a task did not start, beginning as ECS has it.
    public static final String NOT_MADE = "CannotStartContainerError: failed to initialize logging driver: the log "
            + "sink did not make the log stream within " + PATIENCE.toSeconds() + " s";

    private LogStream() {
    }

    /// Whether a task waits for its stream before it starts.
    public static boolean comesFirst(Logging mode) {
        return mode == Logging.BLOCKING;
    }
}

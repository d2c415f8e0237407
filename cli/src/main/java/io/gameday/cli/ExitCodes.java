package io.gameday.cli;

import io.gameday.engine.ExitCode;
import java.util.List;

/// The exit codes as numbers, and which of several counts.
final class ExitCodes {

    static final int HELD = ExitCode.HELD.code();
    static final int FAILED = ExitCode.FAILED.code();
    static final int USAGE = ExitCode.USAGE.code();
    static final int NOT_STARTED = ExitCode.NOT_STARTED.code();
    static final int STOPPED = ExitCode.STOPPED.code();
    static final int FAULT_NOT_GONE = ExitCode.FAULT_NOT_GONE.code();

    private static final List<ExitCode> WORST_FIRST = List.of(ExitCode.FAULT_NOT_GONE, ExitCode.FAILED, ExitCode.USAGE,
            ExitCode.STOPPED, ExitCode.BROKEN, ExitCode.UNKNOWN, ExitCode.NOT_STARTED, ExitCode.HELD);

    private ExitCodes() {
    }

    /// The one with this number.
    static ExitCode of(int code) {
        return WORST_FIRST.stream().filter(known -> known.code() == code).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("exit code is " + code + "; allowed: 0 to 7"));
    }

    /// The worse of two.
    static ExitCode worse(ExitCode a, ExitCode b) {
        return WORST_FIRST.indexOf(a) <= WORST_FIRST.indexOf(b) ? a : b;
    }
}

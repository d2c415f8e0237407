package io.gameday.engine;

/// How a run ended, as the command line returns it.
public enum ExitCode {
    HELD(0), FAILED(1), USAGE(2), BROKEN(3), UNKNOWN(4), NOT_STARTED(5), STOPPED(6), FAULT_NOT_GONE(7);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}

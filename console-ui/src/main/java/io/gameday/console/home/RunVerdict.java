package io.gameday.console.home;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.engine.ExitCode;
import java.util.Arrays;

/// How a run stands, in one word.
enum RunVerdict {
    HELD("held", State.HEALTHY), BROKEN("broken", State.BROKEN), UNKNOWN("unknown", State.UNKNOWN), STOPPED("stopped",
            State.UNKNOWN), NOT_STARTED("notStarted", State.UNKNOWN), FAILED("failed",
                    State.ALARM), FAULT_NOT_GONE("faultNotGone", State.FAULT), INTERRUPTED("interrupted",
                            State.UNKNOWN), UNREADABLE("unreadable", State.UNKNOWN), PLAYING("playing", State.REPLACED);

    private final String key;
    private final State state;

    RunVerdict(String key, State state) {
        this.key = key;
        this.state = state;
    }

    /// @param code of the journal's last event; one that a newer Gameday may have written is not known here
    static RunVerdict of(int code) {
        return Arrays.stream(ExitCode.values()).filter(exit -> exit.code() == code).findFirst().map(RunVerdict::of)
                .orElse(UNKNOWN);
    }

    private static RunVerdict of(ExitCode code) {
        return switch (code) {
            case HELD -> HELD;
            case FAILED, USAGE -> FAILED;
            case BROKEN -> BROKEN;
            case UNKNOWN -> UNKNOWN;
            case NOT_STARTED -> NOT_STARTED;
            case STOPPED -> STOPPED;
            case FAULT_NOT_GONE -> FAULT_NOT_GONE;
        };
    }

    String word() {
        return Texts.of("home.verdict." + key);
    }

    State state() {
        return state;
    }
}

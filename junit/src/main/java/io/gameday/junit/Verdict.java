package io.gameday.junit;

/// What a run came to, as the exit code of `gameday run` says it.
public enum Verdict {
    /// Every prediction held, and every fault is confirmed gone.
    HELD(0, "held"),
    /// Gameday itself failed.
    FAILED(1, "failed"),
    /// The file or the command is not valid.
    NOT_VALID(2, "not valid"),
    /// A prediction is broken.
    BROKEN(3, "broken"),
    /// A prediction could not be judged: not knowing is not passing.
    UNKNOWN(4, "unknown"),
    /// The steady state or a guard said no.
    NOT_STARTED(5, "not started"),
    /// Somebody or something stopped it.
    STOPPED(6, "stopped"),
    /// A fault is not confirmed gone.
    FAULT_NOT_GONE(7, "fault not gone");

    private final int exitCode;
    private final String word;

    Verdict(int exitCode, String word) {
        this.exitCode = exitCode;
        this.word = word;
    }

    public int exitCode() {
        return exitCode;
    }

    public String word() {
        return word;
    }

    static Verdict of(int exitCode) {
        for (Verdict verdict : values()) {
            if (verdict.exitCode == exitCode) {
                return verdict;
            }
        }
        throw new IllegalStateException("gameday ended with " + exitCode + "; it ends with 0 to 7 unless it is killed");
    }
}

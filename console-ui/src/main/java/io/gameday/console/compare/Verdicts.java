package io.gameday.console.compare;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.Verdict;
import io.gameday.report.history.PastRun;
import org.jspecify.annotations.Nullable;

/// How verdicts look.
final class Verdicts {

    private Verdicts() {
    }

    static State of(PastRun run) {
        Integer code = run.exitCode();
        if (code == null || code == 1 || code >= 5) {
            return code != null && code == 7 ? State.ALARM : State.UNKNOWN;
        }
        return of(run.verdict());
    }

    static State of(@Nullable Verdict verdict) {
        return switch (verdict) {
            case HELD -> State.HEALTHY;
            case BROKEN -> State.BROKEN;
            case UNKNOWN -> State.UNKNOWN;
            case null -> State.PLAIN;
        };
    }

    static String words(@Nullable Verdict verdict) {
        return Texts.of(switch (verdict) {
            case HELD -> "compare.held";
            case BROKEN -> "compare.broken";
            case UNKNOWN -> "compare.unknown";
            case null -> "compare.not-predicted";
        });
    }
}

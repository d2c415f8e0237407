package io.gameday.cli;

import io.gameday.report.actions.Registered;
import io.gameday.target.TargetKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An experiment to be played, and the actions that it may prove.
record Proving(Catalog.Found found, RunCommand.On on, List<Registered> actions) {

    /// Whether a run on `on` is evidence for a COE whose run was played on `origin`. What is not known is not.
    static boolean counts(RunCommand.On on, @Nullable TargetKind origin) {
        return switch (on) {
            case local -> origin == TargetKind.LOCAL;
            case simulated -> origin == TargetKind.SIMULATED;
        };
    }
}

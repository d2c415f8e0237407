package io.gameday.console.audience;

import io.gameday.console.text.Texts;
import io.gameday.journal.Verdict;
import io.gameday.journal.view.FaultView;
import io.gameday.journal.view.RunView;
import io.gameday.journal.view.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A fault as it stood at one instant, for those who look back.
///
/// @param inForce whether it was in force then
record BrokenThing(String name, String stood, boolean inForce) {

    static List<BrokenThing> of(RunView view, Instant now) {
        return view.faults().stream().map(fault -> of(fault, now)).toList();
    }

    private static BrokenThing of(FaultView fault, Instant now) {
        return new BrokenThing(Words.name(fault.fault()), stood(fault, now), fault.running());
    }

    private static String stood(FaultView fault, Instant now) {
        Instant injected = fault.injected();
        Duration lasts = fault.lasts();
        if (injected == null) {
            return Texts.of(fault.failed() == null ? "audience.replay.planned" : "audience.replay.failed");
        }
        if (fault.running() && lasts != null) {
            return Texts.of("audience.replay.in-force", Words.whole(Duration.between(injected, now)),
                    Words.whole(lasts));
        }
        return Texts.of(fault.gone() != null && fault.gone().gone() == Verdict.HELD
                ? "audience.replay.gone"
                : fault.reverted() != null ? "audience.replay.taken" : "audience.replay.done");
    }
}

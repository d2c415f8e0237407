package io.gameday.console.prepare;

import io.gameday.console.text.Texts;
import java.util.ArrayList;
import java.util.List;

/// Something that the start waits for, and where to mend it.
///
/// @param words as few as name it
/// @param line  of the text, from 1; 0 where it is not in the text
record Blocker(Kind kind, String words, int line) {

    enum Kind {
        /// In the text.
        TEXT,
        /// A check that is not so, or not known.
        CHECK,
        /// The tick by hand.
        TICK
    }

    /// Everything that keeps from starting, in the order of the checks. While the text is not valid its reach is no
    /// blocker of its own.
    static List<Blocker> of(GoNoGo goNoGo, Checked checked, boolean valid) {
        List<Blocker> blockers = new ArrayList<>();
        for (Check check : goNoGo.checks()) {
            if (check.blocks() && !(check.id() == Check.Id.REACH && !valid)) {
                boolean inText = check.id() == Check.Id.VALID && check.mark() == Check.Mark.NOT_SO;
                int line = inText ? checked.flaws().getFirst().line() : 0;
                blockers.add(new Blocker(inText ? Kind.TEXT : Kind.CHECK, check.blame(), line));
            }
        }
        if (!goNoGo.everybodyKnows().get()) {
            blockers.add(new Blocker(Kind.TICK, Texts.of("prepare.blame.tick"), 0));
        }
        return blockers;
    }
}

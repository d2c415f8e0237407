package io.gameday.cli.view;
import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import io.gameday.journal.view.FaultView;
import io.gameday.journal.view.Style;
import io.gameday.journal.view.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A fault in words: what is left of it while it lasts, and what was proved.
final class FaultLines {

    /// Longest bar; on a narrow terminal it gives way to the time left, which never does.
    private static final int LONGEST_BAR = 20;
    private static final int TIME_LEFT = 32;

    private FaultLines() {
    }

    static List<Line> live(FaultView fault, Instant now, int width) {
        List<Line> lines = new ArrayList<>();
        lines.add(state(fault, now, width));
        Event.FaultObserved observed = fault.observed();
        if (fault.injected() != null && observed == null) {
            lines.add(Line.of(Style.PLAIN, "  effect not proved yet"));
        } else if (observed != null && fault.gone() == null) {
            lines.add(Line
                    .of(Words.style(observed.bites()),
                            observed.bites() == Verdict.HELD ? "  effect proved" : "  effect not proved")
                    .add(": " + observed.measure() + ", " + observed.value() + ", wanted " + observed.wanted()
                            + ", after " + Words.tenths(observed.after())));
        }
        return lines;
    }

    private static Line state(FaultView fault, Instant now, int width) {
        Event.FaultConfirmedGone gone = fault.gone();
        if (gone != null) {
            return ended(fault, gone);
        }
        if (fault.failed() != null) {
            return notInjected(fault, fault.failed());
        }
        if (fault.injected() == null) {
            return Line.of(Style.QUIET, "○ " + Words.name(fault.fault()) + ", planned "
                    + Words.tenths(fault.plannedAt()) + " after the steady state");
        }
        Event.FaultReverted revert = fault.revert();
        if (revert != null && !revert.done()) {
            return Line.of(Style.ALARM, "× " + Words.name(fault.fault()))
                    .add("  not taken away: " + revert.detail() + ". By hand: " + fault.undo());
        }
        if (revert != null) {
            return Line.of(Style.FAULT, "⚡" + Words.name(fault.fault()))
                    .add("  taken away (" + revert.why() + "), not yet proved gone");
        }
        Duration lasts = fault.lasts();
        if (lasts == null) {
            return Line.of(Style.FAULT, "⚡" + Words.name(fault.fault())).add("  done; nothing stays in force");
        }
        return running(fault, lasts, Duration.between(fault.injected(), now), width);
    }

    private static Line running(FaultView fault, Duration lasts, Duration since, int width) {
        String name = Words.name(fault.fault());
        int bar = Math.clamp(width - Line.columns(name) - TIME_LEFT, 0, LONGEST_BAR);
        Duration left = lasts.minus(since);
        int done = (int) Math.clamp(bar * since.toMillis() / Math.max(1, lasts.toMillis()), 0L, (long) bar);
        Line line = Line.of(Style.FAULT, "⚡" + name + "  " + "━".repeat(done)).add(Style.QUIET, "─".repeat(bar - done))
                .add("  ");
        return (left.isNegative()
                ? line.add(Style.STRONG, "due to end since " + Words.whole(left.negated()))
                : line.add(Style.STRONG, Words.whole(left) + " left of " + lasts.toSeconds()))
                .add(Style.QUIET, "  lease " + fault.lease().toSeconds() + " s");
    }

    /// A fault that the journal says nothing more about: it may still be there.
    static Line leftOpen(FaultView fault) {
        if (fault.failed() != null) {
            return notInjected(fault, fault.failed());
        }
        if (fault.injected() == null) {
            return Line.of(Style.QUIET, "○ " + Words.name(fault.fault()) + "  never injected");
        }
        if (fault.lasts() == null) {
            return Line.of(Style.QUIET, "○ " + Words.name(fault.fault()) + "  done; its end was not looked for");
        }
        String so = fault.reverted() == null ? "in force when the journal ends" : "taken away";
        return Line.of(Style.ALARM, "○ " + Words.name(fault.fault())).add("  " + so).add(Style.ALARM,
                ", not confirmed gone");
    }

    private static Line notInjected(FaultView fault, String why) {
        return Line.of(Style.ALARM, "× " + Words.name(fault.fault())).add("  could not be injected: " + why);
    }

    /// A fault after its end: how long it was in force, and whether its end was seen.
    static Line ended(FaultView fault, Event.FaultConfirmedGone gone) {
        Instant injected = fault.injected();
        Instant reverted = fault.reverted();
        String force = injected == null || reverted == null
                ? ""
                : "  in force " + Words.tenths(Duration.between(injected, reverted)) + ", ";
        return gone.gone() == Verdict.HELD
                ? Line.of(Style.HEALTHY, "✓ ").add(Words.name(fault.fault()) + force).add(Style.HEALTHY,
                        "proved gone after " + Words.tenths(gone.after()))
                : Line.of(Style.ALARM, "× ").add(Words.name(fault.fault()) + force).add(Style.ALARM,
                        "not confirmed gone: " + gone.measure() + ", " + gone.value() + ", wanted " + gone.wanted()
                                + ". By hand: " + fault.undo());
    }
}

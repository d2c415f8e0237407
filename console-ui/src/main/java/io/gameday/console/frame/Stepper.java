package io.gameday.console.frame;

import io.gameday.console.text.Texts;
import io.gameday.journal.Phase;
import io.gameday.journal.Verdict;
import io.gameday.journal.view.AlarmView;
import io.gameday.journal.view.RunView;
import io.gameday.journal.view.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The four phases of a run in words. Pure: the same run and instant give the same steps.
final class Stepper {

    private Stepper() {
    }

    static List<Step> steps(RunOnScreen run, Instant now) {
        return Stream.of(Phase.values()).map(phase -> step(run, phase, now)).toList();
    }

    private static Step step(RunOnScreen run, Phase phase, Instant now) {
        Step.Mark mark = mark(run.view(), phase);
        return new Step(phase, mark, switch (phase) {
            case PREPARE -> prepare(run, mark, now);
            case DETECT -> detect(run.view(), mark, now);
            case RESPOND -> respond(run, mark, now);
            case LEARN -> learn(run, mark);
        });
    }

    private static Step.Mark mark(RunView view, Phase phase) {
        if (view.entered(phase) == null) {
            return Step.Mark.NEXT;
        }
        if (view.ended() == null && phase == view.phase()) {
            return Step.Mark.NOW;
        }
        return Step.Mark.DONE;
    }

    private static String prepare(RunOnScreen run, Step.Mark mark, Instant now) {
        RunFacts facts = run.facts();
        if (facts.guardsAgainst() > 0) {
            return Texts.of("frame.step.guard");
        }
        if (facts.steadyOver() != null) {
            return Texts.of(facts.steadyBroken() ? "frame.step.unsteady" : "frame.step.steady",
                    Words.whole(facts.steadyOver()));
        }
        Instant since = run.view().entered(Phase.PREPARE);
        return mark == Step.Mark.NOW && since != null
                ? Texts.of("frame.step.checking", Words.whole(between(since, now)))
                : Texts.of("frame.step.notMeasured");
    }

    private static String detect(RunView view, Step.Mark mark, Instant now) {
        Instant zero = view.zero();
        if (zero == null) {
            return Texts.of(view.ended() == null ? "frame.step.noFaultYet" : "frame.step.noFault");
        }
        Instant first = view.alarms().stream().map(AlarmView::firstRaised).filter(Objects::nonNull)
                .min(Instant::compareTo).orElse(null);
        if (first != null) {
            return Texts.of("frame.step.firstAlarm", Words.tenths(between(zero, first)));
        }
        return mark == Step.Mark.NOW
                ? Texts.of("frame.step.noAlarmYet", Words.whole(between(zero, now)))
                : Texts.of("frame.step.noAlarm");
    }

    private static String respond(RunOnScreen run, Step.Mark mark, Instant now) {
        RunView view = run.view();
        if (mark == Step.Mark.NEXT) {
            return Texts.of(view.ended() == null ? "frame.step.whenNoticed" : "frame.step.notReached");
        }
        String held = Texts.of("frame.step.held", Integer.toString(held(view)), Integer.toString(view.sealed()));
        Instant end = view.faultsEnd();
        if (mark == Step.Mark.DONE || end == null) {
            return held;
        }
        return held + " · "
                + (end.isAfter(now)
                        ? Texts.of("frame.step.endsIn", Words.whole(between(now, end)))
                        : Texts.of("frame.step.endsNow"));
    }

    private static String learn(RunOnScreen run, Step.Mark mark) {
        RunView view = run.view();
        if (mark == Step.Mark.NEXT) {
            return Texts.of(view.zero() == null ? "frame.step.whenOver" : "frame.step.whenGone");
        }
        int all = run.toProve().size();
        if (all > 0 && !run.allProved()) {
            return Texts.of(view.ended() == null ? "frame.step.proving" : "frame.step.notProved",
                    Integer.toString(run.proved()), Integer.toString(all));
        }
        if (view.ended() == null) {
            return Texts.of("frame.step.judging");
        }
        long broken = view.judged().stream().filter(line -> line.verdict() == Verdict.BROKEN).count();
        long unknown = view.judged().stream().filter(line -> line.verdict() == Verdict.UNKNOWN).count();
        return view.judged().isEmpty()
                ? Texts.of("frame.step.notJudged")
                : Texts.of("frame.step.judged", Integer.toString(held(view)), Long.toString(broken))
                        + (unknown == 0 ? "" : Texts.of("frame.step.unknown", Long.toString(unknown)));
    }

    private static int held(RunView view) {
        return (int) view.judged().stream().filter(line -> line.verdict() == Verdict.HELD).count();
    }

    private static Duration between(Instant from, Instant to) {
        Duration time = Duration.between(from, to);
        return time.isNegative() ? Duration.ZERO : time;
    }
}

package io.gameday.engine;

import io.gameday.experiment.Experiment.Step;
import io.gameday.journal.Event;
import io.gameday.journal.Journal;
import io.gameday.journal.Verdict;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import io.gameday.time.Clock;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One fault from injection to the proof that it is gone.
///
/// ```
/// PLANNED ─inject─► INJECTING ─► IN_FORCE ─end─► ENDING ─revert, look, again─► GONE or NOT_PROVEN
///                       └─ failed ───────────────►┘
/// ```
final class FaultRun {

    private static final Duration LONGEST_UNSTATED = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    enum State {
        PLANNED, INJECTING, IN_FORCE, ENDING, GONE, NOT_PROVEN
    }

    /// What the engine is told. @param why null when the effect was proven
    interface Listener {
        void injected(FaultRun fault);

        void effect(FaultRun fault, @Nullable String doubt);

        /// The fault ended although nobody wanted it to.
        void endedEarly(FaultRun fault, String why);

        /// It begins to be taken away, or to be looked for where it ends by itself.
        void ending(FaultRun fault);

        void over(FaultRun fault);
    }

    private final String id;
    private final Step step;
    private final FaultPlan plan;
    private final Faults faults;
    private final Clock clock;
    private final Journal journal;
    private final Settings settings;
    private final Listener listener;
    private State state = State.PLANNED;
    private Instant askedAt = Instant.EPOCH;
    private long askedTicks;
    private long injectedAt;
    private long renewedAt;
    private long endingSince;
    private boolean effectTold;
    private @Nullable String stopWhenInjected;
    private Clock.@Nullable Cancellable renewing;
    private Clock.@Nullable Cancellable ending;

    FaultRun(String id, Step step, FaultPlan plan, Faults faults, Clock clock, Journal journal, Settings settings,
            Listener listener) {
        this.id = id;
        this.step = step;
        this.plan = plan;
        this.faults = faults;
        this.clock = clock;
        this.journal = journal;
        this.settings = settings;
        this.listener = listener;
    }

    String id() {
        return id;
    }

    Step step() {
        return step;
    }

    State state() {
        return state;
    }

    boolean over() {
        return state == State.GONE || state == State.NOT_PROVEN;
    }

    /// When the injection was asked for. Predictions count from here: the effect may be there, and be seen, before the
    /// answer. What people begin counts from when they say so; asking them may take minutes.
    Instant askedAt() {
        return askedAt;
    }

    /// The same moment on the monotonic clock.
    long askedTicks() {
        return askedTicks;
    }

    void inject() {
        state = State.INJECTING;
        countFromNow();
        Duration lasts = step.lasts() == null ? LONGEST_UNSTATED : step.lasts();
        // The driver's own limit is a little longer than the plan, so that the planned end is ours and is proven.
        faults.inject(id, plan, lasts.plus(settings.lease()), settings.lease(), answer -> {
            switch (answer) {
                case Answer.Ok<Faults.Injected> ok -> injected();
                case Answer.Failed<Faults.Injected>(String why) -> {
                    journal.append(new Event.InjectionFailed(id, step.fault(), why));
                    tellEffect("fault " + id + " could not be injected: " + why);
                    end("injection failed");
                }
            }
        });
    }

    private void countFromNow() {
        askedAt = clock.now();
        askedTicks = clock.ticks();
    }

    private void injected() {
        state = State.IN_FORCE;
        if (step.fault() instanceof Fault.External) {
            countFromNow();
        }
        injectedAt = clock.ticks();
        renewedAt = injectedAt;
        journal.append(new Event.FaultInjected(id, step.fault(), step.lasts(), settings.lease()));
        listener.injected(this);
        if (stopWhenInjected != null) {
            end(stopWhenInjected);
            return;
        }
        Duration lasts = step.lasts();
        if (lasts != null) {
            renewing = clock.every(settings.renewEvery(), this::renew);
            ending = clock.at(lasts, () -> end("planned end"));
        }
        faults.observe(id, this::observed);
    }

    private void observed(Answer<Observation> answer) {
        if (state != State.IN_FORCE) {
            // Taken away meanwhile: what was seen may be the revert's doing.
            return;
        }
        Duration after = Duration.ofNanos(clock.ticks() - injectedAt);
        String doubt = switch (answer) {
            case Answer.Ok<Observation>(Observation seen) -> {
                Verdict bites = verdict(seen.presence(), Presence.BITES);
                journal.append(new Event.FaultObserved(id, bites, seen.measure(), seen.value(), seen.wanted(), after));
                yield bites == Verdict.HELD
                        ? null
                        : "fault " + id + " was not seen to bite: " + seen.measure() + " " + seen.value();
            }
            case Answer.Failed<Observation>(String why) -> {
                journal.append(new Event.FaultObserved(id, Verdict.UNKNOWN, "effect", "not seen", why, after));
                yield "fault " + id + " could not be looked at: " + why;
            }
        };
        tellEffect(doubt);
        if (step.lasts() == null) {
            end("ends by itself");
        }
    }

    private void tellEffect(@Nullable String doubt) {
        if (!effectTold) {
            effectTold = true;
            listener.effect(this, doubt);
        }
    }

    private void renew() {
        faults.renew(id, answer -> {
            switch (answer) {
                case Answer.Ok<Faults.Renewed> ok -> renewedAt = clock.ticks();
                case Answer.Failed<Faults.Renewed>(String why) -> {
                    Duration since = Duration.ofNanos(clock.ticks() - renewedAt);
                    if (state == State.IN_FORCE && since.compareTo(settings.lease()) >= 0) {
                        String reason = "its lease was not renewed for " + Units.words(since) + ": " + why;
                        listener.endedEarly(this, reason);
                        end("lease ended");
                    }
                }
            }
        });
    }

    /// Takes the fault away and proves it gone. May be called at any time and more than once.
    void end(String why) {
        if (state == State.INJECTING && !"injection failed".equals(why)) {
            // The answer is under way: what it injects is taken away as soon as it is there.
            stopWhenInjected = why;
            return;
        }
        if (state == State.PLANNED) {
            state = State.GONE;
            return;
        }
        if (state == State.ENDING || over()) {
            return;
        }
        state = State.ENDING;
        if (renewing != null) {
            renewing.cancel();
        }
        if (ending != null) {
            ending.cancel();
        }
        endingSince = clock.ticks();
        listener.ending(this);
        revert(why);
    }

    private void revert(String why) {
        faults.revert(id, answer -> {
            boolean done = answer instanceof Answer.Ok<Faults.Reverted>;
            String detail = answer instanceof Answer.Failed<Faults.Reverted>(String failure) ? failure : "";
            journal.append(new Event.FaultReverted(id, why, done, detail));
            prove(why, done);
        });
    }

    private void prove(String why, boolean reverted) {
        faults.observe(id, answer -> {
            Duration after = Duration.ofNanos(clock.ticks() - endingSince);
            boolean gone = answer instanceof Answer.Ok<Observation>(Observation seen)
                    && seen.presence() == Presence.GONE;
            if (!gone && after.compareTo(settings.proofLimit(step.fault())) < 0) {
                clock.at(LOOK_AGAIN, () -> {
                    if (reverted) {
                        prove(why, true);
                    } else {
                        revert(why);
                    }
                });
                return;
            }
            journal.append(switch (answer) {
                case Answer.Ok<Observation>(Observation seen) -> new Event.FaultConfirmedGone(id,
                        verdict(seen.presence(), Presence.GONE), seen.measure(), seen.value(), seen.wanted(), after);
                case Answer.Failed<Observation>(String failure) ->
                    new Event.FaultConfirmedGone(id, Verdict.UNKNOWN, "effect", "not seen", failure, after);
            });
            state = gone ? State.GONE : State.NOT_PROVEN;
            tellEffect("fault " + id + " ended before its effect was seen");
            listener.over(this);
        });
    }

    private static Verdict verdict(Presence seen, Presence wanted) {
        return seen == wanted ? Verdict.HELD : seen == Presence.UNKNOWN ? Verdict.UNKNOWN : Verdict.BROKEN;
    }
}

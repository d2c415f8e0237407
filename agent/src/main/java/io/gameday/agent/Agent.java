package io.gameday.agent;

import io.gameday.agent.driver.Driver;
import io.gameday.agent.driver.DriverAnswer;
import io.gameday.agent.driver.Injection;
import io.gameday.agent.ledger.LedgerEntry;
import io.gameday.agent.ledger.LedgerFailure;
import io.gameday.agent.ledger.Reach;
import io.gameday.agent.ledger.Replay;
import io.gameday.agent.ledger.Standing;
import io.gameday.agent.ledger.Standing.Stage;
import io.gameday.agent.prober.Prober;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.target.Fidelity;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The faults of one run: what is written down first, then done, then looked at. Belongs to one loop, on which it
/// also answers.
final class Agent {

    /// A lease (8 s) and one look (3 s), with a margin: after that the host must have ended it by itself.
    private static final Duration PATIENCE = Duration.ofSeconds(13);
    /// An injection that is under way when the agent ends is waited for, but not for ever: its controller gives it no
    /// longer either.
    private static final Duration UNDER_WAY = AgentFaults.LONG;
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final AgentSetup setup;
    private final Clock clock;
    private final Executor loop;
    private final Survey survey;
    private final Drivers drivers;
    private final Limits limits;
    private final Prober prober;
    private final FaultBook book;
    private final Set<String> underWay = new HashSet<>();
    private boolean closing;

    Agent(AgentSetup setup, Clock clock, Executor loop, Survey survey, Drivers drivers, Prober prober, FaultBook book) {
        this.setup = setup;
        this.clock = clock;
        this.loop = loop;
        this.survey = survey;
        this.drivers = drivers;
        limits = setup.limits();
        this.prober = prober;
        this.book = book;
    }

    /// Takes the run's ledger over. What is in force stays so for the same controller, who goes on renewing it; what
    /// was half done, or belongs to another controller, is taken away.
    void adopt(Replay replay, ProcessIdentity self, @Nullable ProcessIdentity controller) {
        boolean same = replay.started() != null && controller != null
                && controller.equals(replay.started().controller());
        book.note(new LedgerEntry.AgentStarted(setup.runFolder().toString(), self, controller));
        book.adopt(replay.faults());
        for (Standing fault : replay.mayBeInForce()) {
            boolean settled = fault.stage() == Stage.IN_FORCE || fault.stage() == Stage.REVERTED;
            if (!same || !settled) {
                end(fault, same ? "the agent died while it was at it" : "its controller is gone", ended -> {
                });
            } else if (fault.stage() == Stage.IN_FORCE) {
                driver(fault.fault()).adopt(Drivers.injection(fault));
            }
        }
    }

    void plan(Fault fault, Reply<FaultPlan> reply) {
        survey.of(fault, found -> {
            switch (found) {
                case Answer.Failed(String why) -> reply.failed(why);
                case Answer.Ok(Survey.Found(FaultPlan plan, Reach reach)) ->
                    refusal(plan).ifPresentOrElse(reply::failed, () -> reply.ok(plan));
            }
        });
    }

    private Optional<String> refusal(FaultPlan plan) {
        if (setup.fidelity(plan.fault()) instanceof Fidelity.Unsupported(String why)) {
            return Optional.of(why);
        }
        Optional<String> unprovable = plan.fault().unprovable();
        if (unprovable.isPresent()) {
            return unprovable;
        }
        return drivers.have(plan.fault())
                ? limits.refusal(plan, book.plansInForce())
                : Optional.of(plan.fault().kind() + " has no driver here");
    }

    void inject(String id, FaultPlan approved, Duration duration, Duration lease, Reply<Faults.Injected> reply) {
        if (closing) {
            reply.failed("the agent is ending; nothing is injected any more");
        } else if (book.holds(id) || !underWay.add(id)) {
            reply.failed("fault id is '" + id + "'; it was used already in run " + setup.run());
        } else {
            Reply<Faults.Injected> once = answer -> {
                underWay.remove(id);
                reply.accept(answer);
            };
            refusal(approved).ifPresentOrElse(once::failed, () -> survey.of(approved.fault(), found -> {
                switch (found) {
                    case Answer.Failed(String why) -> once.failed(why);
                    case Answer.Ok(Survey.Found(FaultPlan plan, Reach reach)) -> {
                        if (!approved.zones().containsAll(plan.zones())
                                || !approved.cells().containsAll(plan.cells())) {
                            once.failed("the plan no longer fits: it would reach " + plan.zones() + " " + plan.cells()
                                    + ", approved were " + approved.zones() + " " + approved.cells() + ". Plan again.");
                        } else {
                            prober.baseline(plan.fault(), reach,
                                    before -> write(id, plan, before, duration, lease, once));
                        }
                    }
                }
            }));
        }
    }

    private void write(String id, FaultPlan plan, Reach reach, Duration duration, Duration lease,
            Reply<Faults.Injected> reply) {
        if (closing) {
            reply.failed("the agent is ending; nothing is injected any more");
            return;
        }
        // Since the first look another fault may have come into force, and the caller may have told fewer tasks.
        Optional<String> tooMuch = limits.refusal(plan, book.plansInForce());
        if (tooMuch.isPresent()) {
            reply.failed(id + " was not injected: " + tooMuch.get());
            return;
        }
        LedgerEntry.Intent intent = new LedgerEntry.Intent(id, setup.run() + "." + id, plan, reach, setup.undo(),
                setup.host(), setup.appTokenFile().toString(), setup.own() == null ? setup.proxies() : null, duration,
                lease);
        try {
            book.begin(intent);
        } catch (LedgerFailure unwritten) {
            reply.failed(id + " was not injected, since it could not be written down first: " + unwritten.getMessage());
            return;
        }
        Injection injection = Drivers.injection(new Standing(setup.run(), intent, Stage.INTENDED));
        try {
            driver(plan.fault()).inject(injection, answer -> loop.execute(() -> injected(id, answer, reply)));
        } catch (RuntimeException failure) {
            injected(id, new DriverAnswer.InDoubt("the driver failed: " + failure), reply);
        }
    }

    private void injected(String id, DriverAnswer answer, Reply<Faults.Injected> reply) {
        switch (answer) {
            case DriverAnswer.Done done -> {
                book.note(new LedgerEntry.Injected(id), id, Stage.IN_FORCE);
                book.renewed(id, clock.now());
                reply.ok(new Faults.Injected(id));
            }
            case DriverAnswer.NotDone(String why) -> {
                book.note(new LedgerEntry.InjectionFailed(id, true, why), id, Stage.ENDED);
                reply.failed(id + " was not injected, and nothing is left of it: " + why);
            }
            case DriverAnswer.NotInForce(String why) -> {
                book.note(new LedgerEntry.InjectionFailed(id, true, why), id, Stage.ENDED);
                reply.failed(id + " was not injected, and nothing is left of it: " + why);
            }
            case DriverAnswer.InDoubt(String why) -> {
                book.note(new LedgerEntry.InjectionFailed(id, false, why), id, Stage.REVERTING);
                reply.failed(id + " may be in force: " + why + ". Clear it with: " + setup.undo());
            }
        }
    }

    void renew(String id, Reply<Faults.Renewed> reply) {
        known(id, reply).filter(fault -> inForce(fault, reply))
                .ifPresent(fault -> driver(fault.fault()).renew(Drivers.injection(fault), answer -> loop.execute(() -> {
                    switch (answer) {
                        case DriverAnswer.Done done -> {
                            book.renewed(id, clock.now());
                            reply.ok(new Faults.Renewed(id));
                        }
                        case DriverAnswer.NotInForce(String why) -> {
                            if (book.stage(id) == Stage.IN_FORCE) {
                                book.note(new LedgerEntry.Reverted(id, true, "it ended by itself: " + why), id,
                                        Stage.REVERTED);
                            }
                            reply.failed(id + " is no longer in force: " + why);
                        }
                        case DriverAnswer.NotDone(String why) -> reply.failed(id + " was not renewed: " + why);
                        case DriverAnswer.InDoubt(String why) -> reply.failed(id + " was not renewed: " + why);
                    }
                })));
    }

    private static boolean inForce(Standing fault, Reply<Faults.Renewed> reply) {
        if (fault.stage() != Stage.IN_FORCE) {
            reply.failed(fault.id() + " is not in force");
        }
        return fault.stage() == Stage.IN_FORCE;
    }

    /// Looks for the effect while the fault is in force, and for its absence afterwards.
    void observe(String id, Reply<Observation> reply) {
        if (!knows(id)) {
            // Whatever is touched is written down first, so what is not written down was not touched.
            reply.ok(new Observation(Presence.GONE, "entries of " + id + " in the ledger", "0: nothing was touched",
                    "0"));
            return;
        }
        known(id, reply).ifPresent(fault -> {
            Presence wanted = fault.stage() == Stage.IN_FORCE ? Presence.BITES : Presence.GONE;
            prober.observe(fault.fault(), fault.intent().reach(), book.suspects(id), wanted, seen -> {
                book.seen(id, seen, clock.now());
                Stage now = book.stage(id);
                if (wanted == Presence.GONE && seen.presence() == Presence.GONE
                        && (now == Stage.REVERTING || now == Stage.REVERTED)) {
                    book.note(new LedgerEntry.ConfirmedGone(id, seen.measure(), seen.value()), id, Stage.ENDED);
                }
                reply.ok(seen);
            });
        });
    }

    /// Without effect when the fault is gone, or was never begun.
    void revert(String id, Reply<Faults.Reverted> reply) {
        if (underWay.contains(id)) {
            reply.failed(id + " is being injected; ask again");
            return;
        }
        if (!knows(id)) {
            reply.ok(new Faults.Reverted(id));
            return;
        }
        known(id, reply).ifPresent(fault -> {
            if (fault.stage() == Stage.ENDED) {
                reply.ok(new Faults.Reverted(id));
                return;
            }
            book.note(new LedgerEntry.Reverting(id, "asked by the controller"), id, Stage.REVERTING);
            driver(fault.fault()).revert(Drivers.injection(fault),
                    answer -> loop.execute(() -> reverted(id, answer, reply)));
        });
    }

    private void reverted(String id, DriverAnswer answer, Reply<Faults.Reverted> reply) {
        if (book.stage(id) == Stage.ENDED) {
            reply.ok(new Faults.Reverted(id));
            return;
        }
        switch (answer) {
            case DriverAnswer.Done(String detail) -> {
                book.note(new LedgerEntry.Reverted(id, true, detail), id, Stage.REVERTED);
                reply.ok(new Faults.Reverted(id));
            }
            case DriverAnswer.NotInForce(String detail) -> {
                book.note(new LedgerEntry.Reverted(id, true, detail), id, Stage.REVERTED);
                reply.ok(new Faults.Reverted(id));
            }
            case DriverAnswer.NotDone(String why) -> notReverted(id, why, reply);
            case DriverAnswer.InDoubt(String why) -> notReverted(id, why, reply);
        }
    }

    private void notReverted(String id, String why, Reply<Faults.Reverted> reply) {
        book.note(new LedgerEntry.Reverted(id, false, why), id, Stage.REVERTING);
        reply.failed(id + " may still be in force: " + why + ". Clear it with: " + setup.undo());
    }

    /// What may be in force: of this run, and by the ledgers of earlier ones.
    List<Faults.InForce> inForce() {
        List<Faults.InForce> all = new ArrayList<>();
        Replay.all(setup.state()).stream().filter(other -> !other.run().equals(setup.run()))
                .flatMap(other -> other.mayBeInForce().stream()).map(Standing::inForce).forEach(all::add);
        book.mayBeInForce().stream().map(Standing::inForce).forEach(all::add);
        return all;
    }

    /// Empty when there is no such fault in this run.
    Optional<FaultState> state(String id) {
        return book.state(id);
    }

    /// Faults of this run that may be in force.
    List<Standing> mayBeInForce() {
        return book.mayBeInForce();
    }

    /// Those who follow this run's ledger.
    LedgerTail tail() {
        return book.tail();
    }

    /// Takes every fault away at once and proves it; nothing is injected from here on.
    ///
    /// @param then told whether all are gone for certain
    void closeAll(String why, Consumer<Boolean> then) {
        closing = true;
        closeOnceStill(why, clock.ticks() + UNDER_WAY.toNanos(), then);
    }

    private void closeOnceStill(String why, long deadline, Consumer<Boolean> then) {
        if (!underWay.isEmpty() && clock.ticks() - deadline < 0) {
            clock.at(MOMENT, () -> closeOnceStill(why, deadline, then));
            return;
        }
        List<Standing> left = book.mayBeInForce();
        int[] open = {left.size()};
        if (left.isEmpty()) {
            then.accept(true);
        }
        left.forEach(fault -> end(fault, why, ended -> {
            open[0]--;
            if (open[0] == 0) {
                then.accept(book.mayBeInForce().isEmpty());
            }
        }));
    }

    private void end(Standing fault, String why, Consumer<Ending.Ended> then) {
        book.move(fault.id(), Stage.REVERTING);
        new Ending(driver(fault.fault()), prober, clock, loop, book::note).of(fault, book.suspects(fault.id()), why,
                PATIENCE.plus(fault.fault().lingers()), ended -> {
                    Stage stage = ended instanceof Ending.Ended.NotProven ? Stage.REVERTING : Stage.ENDED;
                    book.move(fault.id(), stage);
                    then.accept(ended);
                });
    }

    private <T> Optional<Standing> known(String id, Reply<T> reply) {
        Optional<Standing> fault = book.find(id);
        if (fault.isEmpty()) {
            reply.failed("fault id is '" + id + "'; there is no such fault in run " + setup.run());
        }
        return fault;
    }

    boolean knows(String id) {
        return book.holds(id) || underWay.contains(id);
    }

    private Driver driver(Fault fault) {
        return drivers.of(fault);
    }
}

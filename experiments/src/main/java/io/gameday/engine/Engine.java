package io.gameday.engine;

import io.gameday.experiment.Experiment;
import io.gameday.journal.Event;
import io.gameday.journal.Event.PersonAsked;
import io.gameday.journal.Journal;
import io.gameday.journal.JournalFailure;
import io.gameday.observability.Second;
import io.gameday.target.Answer;
import io.gameday.target.Automation;
import io.gameday.target.FaultPlan;
import io.gameday.target.Target;
import io.gameday.target.Traffic;
import io.gameday.time.Clock;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Plays one experiment against one target and journals everything. All methods belong to the clock's loop.
///
/// ```
/// PLANNING ─people say go, guards─► GATE ─steady, sealed─► PLAYING ─all faults over, all decided─► SETTLING ─steady again─► CLOSING ─► ENDED
///     └──────────────── withheld ───────────────────┬──── stop: every fault taken away and proven gone ────────►┘
/// ```
public final class Engine {

    private enum Stage {
        PLANNING, GATE, EVACUATING, PLAYING, SETTLING, RETURNING, CLOSING, ENDED
    }

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration GAP = Duration.ofSeconds(3);
    /// A stopped run ends after this time whatever has not been answered; an interrupted process waits a little longer.
    private static final Duration STOP_LIMIT = Duration.ofSeconds(75);

    private final Experiment experiment;
    private final Target target;
    private final Clock clock;
    private final Journal journal;
    private final Settings settings;
    private final Vault vault;
    private final Consumer<ExitCode> onEnd;
    private final AskedFaults faults;
    private final Stay stay;
    private final Predictions predictions;
    private final TeamFeeds team;
    private final Lookout lookout;
    private final StopConditions stopConditions;
    private final Gate gate;
    private final Outcome outcome = new Outcome();
    private final FaultList faultList = new FaultList();
    private final OperationList operations = new OperationList();
    private final Optional<Evacuation> evacuation;
    private final long startTicks;
    private Gathering gathering = Gathering.nobody();
    private Stage stage = Stage.PLANNING;
    private @Nullable Settling settling;
    private boolean settled;
    private Duration stageBegan = Duration.ZERO;
    private Duration lastFaultOver = Duration.ZERO;
    private Duration lastTick = Duration.ZERO;
    private Duration awake = Duration.ZERO;
    private boolean firstFault = true;
    private Clock.@Nullable Cancellable ticking;

    /// @param onEnd told once, after the last event
    /// @throws IllegalArgumentException when `target` cannot inject or has no traffic; nothing has been started then
    public Engine(Experiment experiment, Target target, Clock clock, Journal journal, Settings settings, Pager pager,
            Vault vault, Consumer<ExitCode> onEnd) {
        this.experiment = experiment;
        this.target = target;
        this.clock = clock;
        this.journal = new FallibleJournal(journal, clock, this::fail);
        this.settings = settings;
        this.vault = vault;
        this.onEnd = onEnd;
        faults = new AskedFaults(new PatientFaults(
                target.faults().get().orElseThrow(
                        () -> new IllegalArgumentException("this target takes no faults: " + target.faults())),
                clock, settings.lease()), clock, this.journal);
        stay = new Stay(
                new PatientTraffic(
                        target.traffic().get().orElseThrow(
                                () -> new IllegalArgumentException("this target has no traffic: " + target.traffic())),
                        clock));
        predictions = new Predictions(experiment, target, this.journal);
        team = new TeamFeeds(experiment, target, clock, this.journal, predictions::observe);
        lookout = new Lookout(experiment, target, this.journal, predictions,
                new Paging(settings.run(), experiment.pageOn(),
                        experiment.composites().stream().map(Experiment.Composite::name).collect(Collectors.toSet()),
                        experiment.escalation(), pager, clock, this.journal, new PagingEvents()),
                team);
        stopConditions = new StopConditions(experiment.prepare().stopWhen());
        gate = new Gate(experiment, settings, this.journal);
        evacuation = Evacuation.of(experiment, target.operations().get(), clock, this.journal);
        startTicks = clock.ticks();
    }

    /// Starts a run to which nobody was invited.
    public void start() {
        start(Gathering.nobody());
    }

    /// @param invited whose go is waited for before anything is planned or measured, so that neither is old when the run
    ///                goes on
    public void start(Gathering invited) {
        gathering = invited;
        var system = experiment.system();
        journal.append(
                new Event.RunStarted(experiment.name(), experiment.title(), experiment.hypothesis(), target.kind(),
                        settings.seed(), settings.version(), target.topology().cells(), target.topology().zones(),
                        system.headroomPercent(), experiment.traffic().customers(), experiment.traffic().rate(),
                        experiment.learn().owner(), predictions.deadlines(), team.alarmsFrom(), team.pagesFrom()));
        lookout.begin(this::sinceStart);
        target.automation().get().ifPresent(automation -> automation.follow(this::acted));
        gathering.gather(why -> {
            if (stage == Stage.PLANNING) {
                why.ifPresentOrElse(this::notStarted, this::plan);
            }
        });
    }

    private void plan() {
        new Planning(experiment, faults, target.signals(), target.operations(), journal, () -> stage == Stage.PLANNING,
                new PlanningEvents()).start();
    }

    /// Something that changes nothing but the record, such as what somebody did who was invited.
    ///
    /// @return false when it could not be recorded: the run is over, or the journal cannot be written
    public boolean record(Event event) {
        return journal.append(event).seq() > 0;
    }

    /// Takes every fault away, proves it gone and ends the run. Without effect once it is over. Where every fault is
    /// gone already, what is still read back is not waited for.
    ///
    /// @param by role or means, such as `Ctrl-C`
    public void stop(String by, String why) {
        if (stage == Stage.ENDED || outcome.stopping()) {
            return;
        }
        journal.append(new Event.StopRequested(by, why));
        String reason = "stopped by " + by + (why.isEmpty() ? "" : ": " + why);
        if (stage == Stage.CLOSING) {
            outcome.stopped(reason);
            end();
        } else {
            stopNow(reason);
        }
    }

    /// Somebody says what they see.
    public void note(String role, String text) {
        note(role, text, null);
    }

    /// @param typed when they wrote it, where it came in later
    public void note(String role, String text, @Nullable Instant typed) {
        journal.append(new Event.NoteTaken(role, text, typed));
    }

    /// Whether somebody has asked for the end, or the end has come.
    public boolean stopping() {
        return stage == Stage.ENDED || outcome.stopping();
    }

    /// Somebody answers the page: nobody else is paged of this incident.
    ///
    /// @return why not, where no page is open
    public Optional<String> acknowledge(String role) {
        return lookout.acknowledge(role);
    }

    /// Somebody says that what they were asked to break has begun, or has ended.
    ///
    /// @return false when nobody was asked that
    public boolean answered(String id, PersonAsked.Turn turn, String by) {
        return faults.answered(id, turn, by);
    }

    /// Ends one fault early. What is not decided by then can no longer be: it would be held or broken by that.
    ///
    /// @return false when there is no such fault in force
    public boolean endFault(String id, String by) {
        Optional<FaultRun> fault = faultList.inForce(id);
        fault.ifPresent(f -> {
            predictions.doubt("fault " + id + " was taken away early by " + by);
            f.end("taken away by " + by);
        });
        return fault.isPresent();
    }

    /// The controller failed while playing: everything is taken away, and the exit code says so.
    public void fail(String why) {
        if (stage == Stage.ENDED) {
            return;
        }
        outcome.failed(why);
        if (stage == Stage.CLOSING) {
            // Every fault is over; what was to come last has failed, so there is nothing to wait for.
            end();
        } else {
            stopNow("Gameday failed: " + why);
        }
    }

    private void startTraffic() {
        try {
            predictions.seal(settings.salt(), vault);
        } catch (JournalFailure unwritable) {
            fail(String.valueOf(unwritable.getMessage()));
            return;
        }
        var plan = new Traffic.Plan(experiment.traffic().customers(), experiment.traffic().rate(),
                settings.unanswered(), settings.ramp());
        stay.begin(plan, trouble -> {
            if (stage == Stage.CLOSING) {
                // Stopped while the customers were starting.
                leave();
            } else if (trouble.isPresent()) {
                notStarted("the customers cannot start: " + trouble.get());
            } else if (stage == Stage.PLANNING) {
                openGate();
            }
        });
    }

    private void openGate() {
        enter(Stage.GATE);
        lastTick = sinceStart();
        awake = lastTick;
        ticking = clock.every(SECOND, this::tick);
    }

    private void tick() {
        Duration now = now();
        Duration passed = now.minus(lastTick);
        Duration from = lastTick;
        lastTick = now;
        if (stage == Stage.CLOSING || stage == Stage.ENDED) {
            // The customers were sent home: that nobody comes any more is no alarm.
            return;
        }
        Second second = lookout.look(clock.now().minus(passed), from, now);
        switch (stage) {
            case GATE -> open(gate.measured(second, lookout.ready(), sinceStage()));
            case EVACUATING -> evacuation.ifPresent(zone -> empty(zone.emptying(second)));
            case PLAYING -> {
                evacuation.ifPresent(zone -> zone.away(second));
                play(second);
            }
            case RETURNING -> evacuation.ifPresent(zone -> comeBack(zone.recovering(second)));
            case SETTLING -> {
                settled = settled
                        || Objects.requireNonNull(settling).measured(second, sinceStage(), lookout.incident());
                if (settled && lookout.readPast(stageBegan)) {
                    evacuation.ifPresentOrElse(_ -> enter(Stage.RETURNING), () -> close(""));
                }
            }
            case PLANNING, CLOSING, ENDED -> {
                // Ticks come only in between.
            }
        }
    }

    private void gap(Duration length) {
        journal.append(new Event.GapNoticed(clock.now().minus(length), length));
        String why = "the controller stood still for " + Units.words(length) + "; what happened then was not seen";
        if (stage == Stage.GATE) {
            gate.startOver();
        } else if (stage == Stage.PLAYING && faultList.noneInjected() && operations.noneBegun()) {
            notStarted("between the steady state and the first fault " + why);
        } else {
            predictions.doubt(why);
        }
    }

    private void open(Gate.Standing standing) {
        switch (standing) {
            case Gate.Standing.Waiting waiting -> {
                // The next second may bring it.
            }
            case Gate.Standing.Open open -> evacuation.ifPresentOrElse(zone -> {
                enter(Stage.EVACUATING);
                zone.leave(why -> notStarted("customers cannot leave the zone: " + why));
            }, this::begin);
            case Gate.Standing.Withheld(String why) -> notStarted(why);
        }
    }

    private void empty(Evacuation.Standing standing) {
        switch (standing) {
            case Evacuation.Standing.Waiting() -> {
                // The next second may bring it.
            }
            case Evacuation.Standing.Proven() -> begin();
            case Evacuation.Standing.Failed(String why) -> notStarted(why);
        }
    }

    private void comeBack(Evacuation.Standing standing) {
        switch (standing) {
            case Evacuation.Standing.Waiting() -> {
                // The next second may bring it.
            }
            case Evacuation.Standing.Proven() -> close("");
            case Evacuation.Standing.Failed(String why) -> {
                outcome.broken(why);
                close("");
            }
        }
    }

    private void begin() {
        enter(Stage.PLAYING);
        lookout.page();
        predictions.observe(new Observed.Opened(now(), lookout.alarms()));
        faultList.forEach(fault -> clock.at(fault.step().at(), () -> {
            now();
            if (stage == Stage.PLAYING && !outcome.stopping()) {
                predictions.awaitEffect();
                fault.inject();
            }
        }));
        operations.forEach(operation -> clock.at(operation.doing().at(), () -> {
            now();
            if (stage == Stage.PLAYING && !outcome.stopping()) {
                operation.begin();
            }
        }));
    }

    private void play(Second second) {
        Optional<StopConditions.Met> stop = stopConditions.measured(second);
        if (stop.isEmpty() && target.kind().hasOthersCustomers()) {
            stop = lookout.passed();
        }
        stop.ifPresent(met -> {
            if (!outcome.stopping()) {
                journal.append(new Event.StopConditionMet(met.line(), met.value()));
                stopNow("stop condition met: " + met.line() + " (" + met.value() + ")");
            }
        });
        // A page of the last seconds, not read yet, may be one whose answer has to be waited for.
        boolean over = !outcome.stopping() && allOver() && lookout.readPast(lastFaultOver);
        if (over && predictions.settled()) {
            // What a fault that ends by itself leads to comes after its end, so silence is watched until all is decided.
            // As of this tick: alarms have just looked at the second that ends with it.
            predictions.observe(new Observed.AllFaultsEnded(lastTick));
        }
        if (over && predictions.settled()) {
            predictions.observe(new Observed.AllDecided(now()));
            enter(Stage.SETTLING);
            settling = new Settling(experiment, settings, journal, outcome);
        }
    }

    private void acted(Automation.Action action) {
        Duration now = now();
        if (stage == Stage.ENDED) {
            return;
        }
        journal.append(switch (action.actor()) {
            case AUTOMATION -> new Event.AutomationActed(action.name(), action.scope(), action.text(), action.at());
            case PERSON -> new Event.InterventionRecorded(action.role(), action.name(), action.scope(), action.text(),
                    action.at());
        });
        predictions.observe(new Observed.Acted(now, action));
    }

    private boolean allOver() {
        return faultList.allOver() && operations.allOver();
    }

    private void firstDone() {
        if (firstFault) {
            firstFault = false;
            lookout.firstFault();
        }
    }

    private void stepOver(String name) {
        lastFaultOver = now();
        predictions.observe(new Observed.FaultEnded(lastFaultOver, name));
        if (!allOver()) {
            return;
        }
        if (outcome.stopping()) {
            close(outcome.whyUndecided());
        } else if (faultList.allLasting() && operations.allLasting()) {
            predictions.observe(new Observed.AllFaultsEnded(now()));
        }
    }

    private void notStarted(String why) {
        outcome.notStarted(why);
        close(why);
    }

    private void stopNow(String why) {
        outcome.stopped(why);
        clock.at(STOP_LIMIT, this::end);
        faults.stop();
        faultList.endAll("stop");
        operations.endAll("stop");
        if (allOver()) {
            close(why);
        }
    }

    private void close(String why) {
        if (stage == Stage.CLOSING || stage == Stage.ENDED) {
            return;
        }
        enter(Stage.CLOSING);
        evacuation.ifPresent(Evacuation::abandon);
        lookout.lookNoMore();
        if (!why.isEmpty() && !outcome.stopping()) {
            outcome.notStarted(why);
        }
        if (!stay.coming()) {
            leave();
        }
    }

    private void leave() {
        if (!stay.there()) {
            end();
            return;
        }
        Optional<String> nothingToRead = stay.nothingToReadBack();
        if (nothingToRead.isPresent()) {
            stay.end(stopped -> {
                if (stage != Stage.ENDED) {
                    journal.append(new Event.NoteTaken("engine", nothingToRead.get()));
                    end();
                }
            });
            return;
        }
        stay.readBack(answer -> {
            if (stage == Stage.ENDED) {
                return;
            }
            stay.transfer().ifPresent(transfer -> journal.append(new Event.TransferCounted(transfer)));
            switch (answer) {
                case Answer.Ok<Traffic.ReadBack>(Traffic.ReadBack read) -> {
                    journal.append(
                            new Event.OrdersReadBack(read.acknowledged(), read.found(), read.lost(), read.unknown()));
                    outcome.readBack(read);
                }
                case Answer.Failed<Traffic.ReadBack>(String why) ->
                    outcome.unknown("the acknowledged orders could not be read back: " + why);
            }
            end();
        });
    }

    private void end() {
        if (stage == Stage.ENDED) {
            return;
        }
        if (stay.there() && stage != Stage.CLOSING) {
            // Given up while a fault was being taken away: the customers go home all the same.
            stay.abandon();
        }
        enter(Stage.ENDED);
        lookout.close();
        if (ticking != null) {
            ticking.cancel();
        }
        try {
            predictions.observe(new Observed.Closed(now()));
            predictions.close(outcome.whyUndecided());
        } catch (RuntimeException defect) {
            // Nobody comes after this: whoever waits for the end must be told of it.
            outcome.failed("the predictions could not be closed: " + defect);
        }
        try {
            gathering.part();
        } catch (RuntimeException defect) {
            outcome.failed("what people predicted could not be opened: " + defect);
        }
        journal.append(outcome.conclude(predictions, faultList.all()));
        onEnd.accept(outcome.exitCode());
    }

    private void enter(Stage next) {
        stage = next;
        stageBegan = sinceStart();
    }

    /// The time into the run, for whatever is told or done next. Where this loop stood still, that is noticed first: on
    /// waking a late message may come before the next tick, and must not be judged by the time that nobody saw pass.
    private Duration now() {
        Duration now = sinceStart();
        Duration asleep = now.minus(awake);
        awake = now;
        if (ticking != null && stage != Stage.ENDED && asleep.compareTo(GAP) > 0) {
            gap(asleep);
        }
        return now;
    }

    private Duration sinceStart() {
        return Duration.ofNanos(clock.ticks() - startTicks);
    }

    private Duration sinceStage() {
        return sinceStart().minus(stageBegan);
    }

    private final class PlanningEvents implements Planning.Listener {

        @Override
        public void granted(List<FaultPlan> plans) {
            for (int i = 0; i < plans.size(); i++) {
                faultList.add(new FaultRun(Planning.id(i), experiment.steps().get(i), plans.get(i), faults, clock,
                        journal, settings, new FaultEvents()));
            }
            target.operations().get().ifPresent(means -> {
                for (Experiment.Doing doing : experiment.operations()) {
                    int number = 1 + experiment.operations().indexOf(doing);
                    operations.add(new OperationRun("o" + number, doing, means, clock, journal, new OperationEvents()));
                }
            });
            startTraffic();
        }

        @Override
        public void withheld(String why) {
            notStarted(why);
        }
    }

    private final class PagingEvents implements Paging.Listener {

        @Override
        public void opened() {
            predictions.observe(new Observed.IncidentOpened(now()));
        }

        @Override
        public void paged(String role) {
            predictions.observe(new Observed.Paged(now(), role));
        }

        @Override
        public void acknowledged(String role) {
            predictions.observe(new Observed.Acknowledged(now(), role, null));
        }

        @Override
        public void resolved() {
            predictions.observe(new Observed.PagesResolved(now()));
        }
    }

    private final class FaultEvents implements FaultRun.Listener {

        @Override
        public void injected(FaultRun fault) {
            firstDone();
            Duration asked = Duration.ofNanos(fault.askedTicks() - startTicks);
            predictions.observe(new Observed.Injected(asked, fault.askedAt(), fault.step().name()));
        }

        @Override
        public void effect(FaultRun fault, @Nullable String doubt) {
            predictions.effect(doubt);
        }

        @Override
        public void endedEarly(FaultRun fault, String why) {
            predictions.doubt("fault " + fault.id() + " ended early: " + why);
        }

        @Override
        public void ending(FaultRun fault) {
            if (fault.step().lasts() != null) {
                predictions.observe(new Observed.FaultEnding(now(), fault.step().name()));
            }
        }

        @Override
        public void over(FaultRun fault) {
            stepOver(fault.step().name());
        }
    }

    private final class OperationEvents implements OperationRun.Listener {

        @Override
        public void begun(OperationRun operation) {
            firstDone();
            Duration asked = Duration.ofNanos(operation.askedTicks() - startTicks);
            predictions.observe(new Observed.Injected(asked, operation.askedAt(), operation.doing().name()));
        }

        @Override
        public void refused(OperationRun operation, String why) {
            predictions.doubt("step " + operation.doing().name() + " was refused: " + why);
        }

        @Override
        public void ending(OperationRun operation) {
            predictions.observe(new Observed.FaultEnding(now(), operation.doing().name()));
        }

        @Override
        public void over(OperationRun operation) {
            stepOver(operation.doing().name());
        }
    }
}

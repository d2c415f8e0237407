package io.gameday.console.live;

import io.gameday.console.audience.AudienceViewModel;
import io.gameday.console.chart.ChartModel;
import io.gameday.console.live.fleet.FleetModel;
import io.gameday.console.run.Contact;
import io.gameday.console.run.FollowedRun;
import io.gameday.console.run.ReplayedRun;
import io.gameday.console.run.RunControls;
import io.gameday.console.text.Texts;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Event.PersonAsked.Turn;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.PersonAct;
import io.gameday.journal.Phase;
import io.gameday.journal.RunFolder;
import io.gameday.journal.view.RunView;
import io.gameday.observability.Scope;
import io.gameday.people.Invitations;
import io.gameday.target.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The Live screen of one run at a time, the same for a run that goes on, an attached one and a replay. Belongs to the
/// UI thread, needs no toolkit: whoever shows it calls [#refresh()] at most ten times a second.
public final class LiveViewModel {

    private final Executor worker;
    private final Executor ui;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper mayAct = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper target = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable ReplayedRun> replay = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper planTrouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper faultTrouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Banner> banner = new ReadOnlyObjectWrapper<>(Banner.NONE);
    private final ReadOnlyObjectWrapper<Banner> impact = new ReadOnlyObjectWrapper<>(Banner.NONE);
    private final ReadOnlyObjectWrapper<GrayState> gray = new ReadOnlyObjectWrapper<>(GrayState.NONE);
    private final ReadOnlyObjectWrapper<GateStatus> gate = new ReadOnlyObjectWrapper<>(GateStatus.PASSED);
    private final ReadOnlyObjectWrapper<List<FaultCard>> faults = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ObserverTable> observers = new ReadOnlyObjectWrapper<>(
            new ObserverTable(List.of()));
    private final ReadOnlyObjectWrapper<List<BlastRow>> blast = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper hurtNow = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Margin>> margins = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Matrix> matrix = new ReadOnlyObjectWrapper<>(Matrix.EMPTY);
    private final ReadOnlyObjectWrapper<List<AlarmRow>> alarms = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<StillWanted> wanted = new ReadOnlyObjectWrapper<>(StillWanted.NOTHING);
    private final ReadOnlyObjectWrapper<Invited> invited = new ReadOnlyObjectWrapper<>(Invited.NOBODY);
    private final ReadOnlyStringWrapper peopleTrouble = new ReadOnlyStringWrapper("");
    private final FleetModel fleet = new FleetModel();
    private final Feed feed = new Feed();
    private final AudienceViewModel audience = new AudienceViewModel();
    private final EntryBar entry = new EntryBar(this::controls);
    private final ChartModel charts = new ChartModel(ChartModel.Split.ZONES);
    private final ChartModel cellCharts = new ChartModel(ChartModel.Split.CELLS);

    private final List<Event.GuardAnswered> guards = new ArrayList<>();
    private @Nullable FollowedRun run;
    private @Nullable Experiment plan;
    private @Nullable Invitations invitations;
    private TaskLog tasks = new TaskLog();
    private Reach reach = new Reach();
    private AlarmLog alarmLog = new AlarmLog();
    private GrayNow grayNow = new GrayNow();
    private List<Held> stops = List.of();
    private List<Held> steady = List.of();
    private long shownVersion;
    private long shownSecond;

    /// @param worker for what may take its time, such as reading a file
    /// @param ui     runs on the UI thread
    public LiveViewModel(Executor worker, Executor ui) {
        this.worker = worker;
        this.ui = ui;
        fleet.openedProperty().subscribe(this::opened);
    }

    private void opened(@Nullable String cell) {
        shownVersion = -1;
        if (cell == null) {
            charts.home();
        } else {
            charts.open(new Scope.Cell(cell));
        }
        refresh();
    }

    /// Shows this run from now on. The one before is forgotten, not closed.
    public void show(FollowedRun next) {
        run = next;
        replay.set(next instanceof ReplayedRun again ? again : null);
        plan = null;
        forget();
        faultTrouble.set("");
        planTrouble.set("");
        peopleTrouble.set("");
        invitations = null;
        fleet.forget();
        charts.home();
        cellCharts.home();
        running.set(true);
        audience.show(next);
        next.follow(batch -> {
            if (next == run) {
                take(batch);
            }
        });
        Path folder = next.folder();
        worker.execute(() -> {
            var reading = read(folder);
            ui.execute(() -> {
                if (next == run) {
                    planned(reading);
                }
            });
        });
        refresh();
    }

    /// Shows no run.
    public void clear() {
        run = null;
        plan = null;
        forget();
        fleet.forget();
        audience.clear();
        running.set(false);
        mayAct.set(false);
        banner.set(Banner.NONE);
        impact.set(Banner.NONE);
        gray.set(GrayState.NONE);
        over.set(false);
    }

    private void forget() {
        feed.clear();
        guards.clear();
        tasks = new TaskLog();
        reach = new Reach();
        alarmLog = new AlarmLog();
        grayNow = new GrayNow();
        shownVersion = -1;
        conditions();
    }

    private void take(FollowedRun.Batch batch) {
        if (batch.anew()) {
            forget();
            fleet.startOver();
        }
        for (Entry line : batch.entries()) {
            tasks.accept(line);
            reach.accept(line.event());
            alarmLog.accept(line);
            grayNow.accept(line);
            fleet.accept(line);
            if (line.event() instanceof Event.GuardAnswered guard) {
                guards.add(guard);
            }
        }
        feed.add(batch.entries());
        if (batch.entries().stream().anyMatch(LiveViewModel::invites)) {
            readLinks();
        }
    }

    private static boolean invites(Entry line) {
        return line.event() instanceof Event.PersonActed acted && acted.act() instanceof PersonAct.Invited;
    }

    private void readLinks() {
        FollowedRun followed = run;
        if (followed != null) {
            Path folder = followed.folder();
            worker.execute(() -> {
                Invitations links = links(folder);
                ui.execute(() -> {
                    if (followed == run) {
                        invitations = links;
                        shownVersion = -1;
                        refresh();
                    }
                });
            });
        }
    }

    private record Read(@Nullable Experiment experiment, String trouble) {
    }

    private static Read read(Path folder) {
        Path file = new RunFolder(folder).experiment();
        try {
            var reading = ExperimentReader.read(folder.getFileName().toString(), file.toString(),
                    Files.readString(file));
            return new Read(reading.experiment().orElse(null),
                    reading.problems().isEmpty()
                            ? ""
                            : Texts.of("live.plan.invalid", String.valueOf(reading.problems().getFirst())));
        } catch (IOException unreadable) {
            return new Read(null, Texts.of("live.plan.missing", file));
        }
    }

    /// Null where nobody was invited, the run is over, or the links are somebody else's: who is here is told all the same.
    private static @Nullable Invitations links(Path folder) {
        try {
            return Invitations.read(folder).orElse(null);
        } catch (JournalFailure notOurs) {
            return null;
        }
    }

    private void planned(Read reading) {
        plan = reading.experiment();
        planTrouble.set(reading.trouble());
        conditions();
        shownVersion = -1;
        refresh();
    }

    private void conditions() {
        stops = plan == null
                ? List.of()
                : plan.prepare().stopWhen().stream().distinct().map(Held::stopCondition).toList();
        steady = plan == null ? List.of() : plan.prepare().steadyState().stream().map(Held::steadyState).toList();
    }

    /// Brings everything up to the present: what depends on the time each time, the rest when there is news or a second
    /// is over.
    public void refresh() {
        FollowedRun followed = run;
        if (followed == null) {
            return;
        }
        RunView view = followed.view();
        Instant now = followed.now();
        Contact contact = followed.contact().get().by(followed.timeOfDay(), now);
        Moment moment = new Moment(view, now, contact, plan, tasks, reach, alarmLog, grayNow);
        mayAct.set(followed.controls().isPresent());
        banner.set(Banner.of(moment));
        over.set(moment.contact() instanceof Contact.Ended || moment.contact() instanceof Contact.Lost);
        faults.set(FaultCard.of(moment));
        wanted.set(StillWanted.of(moment));
        if (followed.version().get() != shownVersion || now.getEpochSecond() != shownSecond) {
            shownVersion = followed.version().get();
            shownSecond = now.getEpochSecond();
            measure(followed, moment);
        }
    }

    private void measure(FollowedRun followed, Moment moment) {
        stops.forEach(line -> line.read(moment.view().seconds()));
        steady.forEach(line -> line.read(moment.view().seconds()));
        var started = moment.view().started();
        title.set(started != null
                ? started.experiment()
                : moment.contact() instanceof Contact.Lost
                        ? followed.folder().getFileName().toString()
                        : Texts.of("live.starting"));
        origin.set(started == null ? "" : started.target().origin());
        target.set(started == null
                ? ""
                : Texts.of("live.target", started.target().words(), started.cells().size(), started.zones().size()));
        gate.set(GateStatus.of(moment, guards, steady));
        var people = moment.view().people();
        invited.set(Invited.of(people.all(), moment.view().phase() == Phase.PREPARE ? people.awaited() : List.of(),
                mayAct.get() ? invitations : null));
        observers.set(ObserverTable.of(moment));
        gray.set(GrayState.of(moment));
        impact.set(Banner.impact(moment));
        blast.set(BlastRow.of(moment));
        hurtNow.set(BlastRow.now(moment));
        margins.set(Margin.of(stops));
        fleet.refresh(moment.view());
        tiles(moment);
        alarms.set(AlarmRow.of(moment));
        charts.update(moment.view(), moment.now(), scope -> Standing.of(moment, scope).state());
        if (!isFleet()) {
            cellCharts.update(moment.view(), moment.now(), scope -> Standing.of(moment, scope).state());
        }
    }

    /// A tile for each task, of a fleet those of the opened cell.
    private void tiles(Moment moment) {
        var started = moment.view().started();
        String opened = fleet.openedProperty().get();
        matrix.set(started == null
                ? Matrix.EMPTY
                : !isFleet()
                        ? Matrix.of(moment, started.cells())
                        : opened == null ? Matrix.EMPTY : Matrix.of(moment, List.of(opened)));
    }

    /// More cells than there is room for with a tile for each task.
    boolean isFleet() {
        return !fleet.fleetProperty().get().cells().isEmpty();
    }

    private @Nullable RunControls controls() {
        return run == null ? null : run.controls().orElse(null);
    }

    /// Takes one fault away early, such as `f1`.
    public void endFault(String id) {
        RunControls controls = controls();
        if (controls == null) {
            faultTrouble.set(Texts.of("live.fault.no-run"));
            return;
        }
        faultTrouble.set(Texts.of("live.fault.asked", id));
        controls.endFault(id, entry.roleProperty().get(), answer -> faultTrouble.set(switch (answer) {
            case Answer.Ok<RunControls.Asked> _ -> "";
            case Answer.Failed<RunControls.Asked>(String why) -> Texts.of("live.fault.not-taken", id, why);
        }));
    }

    /// Somebody says that what they were asked to break has begun, or has ended.
    public void answered(String id, Turn turn) {
        RunControls controls = controls();
        if (controls == null) {
            faultTrouble.set(Texts.of("live.fault.no-run"));
            return;
        }
        controls.answered(id, turn, entry.roleProperty().get(), answer -> faultTrouble.set(switch (answer) {
            case Answer.Ok<RunControls.Asked> _ -> "";
            case Answer.Failed<RunControls.Asked>(String why) -> why;
        }));
    }

    /// Begins without those who have not answered.
    public void goForTheAbsent(String why) {
        RunControls controls = controls();
        if (controls == null) {
            peopleTrouble.set(Texts.of("live.fault.no-run"));
            return;
        }
        controls.goForTheAbsent(entry.roleProperty().get(), why, answer -> peopleTrouble.set(switch (answer) {
            case Answer.Ok<RunControls.Asked> _ -> "";
            case Answer.Failed<RunControls.Asked>(String no) -> no;
        }));
    }

    /// Those who were invited.
    ReadOnlyObjectProperty<Invited> invitedProperty() {
        return invited.getReadOnlyProperty();
    }

    /// Why somebody could not be begun without; empty where nothing went wrong.
    ReadOnlyStringProperty peopleTroubleProperty() {
        return peopleTrouble.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// False in a replay and after the end: nothing can be said or taken away then.
    public ReadOnlyBooleanProperty mayActProperty() {
        return mayAct.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// True once there is something to debrief: the run has ended, or its controller is gone.
    ReadOnlyBooleanProperty overProperty() {
        return over.getReadOnlyProperty();
    }

    Optional<Path> folder() {
        return Optional.ofNullable(run).map(FollowedRun::folder);
    }

    /// The run while it is shown again; null while it goes on.
    ReadOnlyObjectProperty<@Nullable ReplayedRun> replayProperty() {
        return replay.getReadOnlyProperty();
    }

    /// `EXPERIMENT`, `SIMULATION` or `GAME DAY`; empty before the run has begun.
    ReadOnlyStringProperty originProperty() {
        return origin.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty targetProperty() {
        return target.getReadOnlyProperty();
    }

    /// Why limits and predictions are not known; empty when they are.
    ReadOnlyStringProperty planTroubleProperty() {
        return planTrouble.getReadOnlyProperty();
    }

    ReadOnlyStringProperty faultTroubleProperty() {
        return faultTrouble.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Banner> bannerProperty() {
        return banner.getReadOnlyProperty();
    }

    /// What the impact on customers is, where that is no one zone's; else nothing.
    ReadOnlyObjectProperty<Banner> impactProperty() {
        return impact.getReadOnlyProperty();
    }

    /// Where customers are hurt and nothing tells.
    ReadOnlyObjectProperty<GrayState> grayProperty() {
        return gray.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<GateStatus> gateProperty() {
        return gate.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<FaultCard>> faultsProperty() {
        return faults.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ObserverTable> observersProperty() {
        return observers.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<BlastRow>> blastProperty() {
        return blast.getReadOnlyProperty();
    }

    /// Customers hurt in the newest second; how many at any time is a row of the blast radius.
    ReadOnlyStringProperty hurtNowProperty() {
        return hurtNow.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Margin>> marginsProperty() {
        return margins.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Matrix> matrixProperty() {
        return matrix.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<AlarmRow>> alarmsProperty() {
        return alarms.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<StillWanted> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /// The map of many cells; empty where there are few.
    public FleetModel fleet() {
        return fleet;
    }

    public Feed feed() {
        return feed;
    }

    /// What those see who are to find out; it knows nothing of this screen.
    public AudienceViewModel audience() {
        return audience;
    }

    public EntryBar entry() {
        return entry;
    }

    public ChartModel charts() {
        return charts;
    }

    ChartModel cellCharts() {
        return cellCharts;
    }
}

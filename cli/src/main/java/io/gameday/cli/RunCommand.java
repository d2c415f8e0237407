package io.gameday.cli;

import io.gameday.engine.ExitCode;
import io.gameday.journal.JournalFailure;
import io.gameday.process.ParentWatch;
import io.gameday.report.batch.BatchRun;
import io.gameday.target.Fault;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "run", description = "Play experiments: prepare, detect, respond, learn. Faults are taken away and "
        + "proven gone at the end, on Ctrl-C, and when this process is killed.", footer = {"", "Examples:",
                "  gameday run az-power-loss                  on real processes of this machine, about 2 minutes",
                "  gameday run az-power-loss --on simulated   the same in virtual time, about a second",
                "  gameday run az-power-loss --on simulated --speed 10   slow enough to follow",
                "  gameday run a.yaml b.yaml --out ci-runs    one after the other, on one app",
                "  gameday run gamedays --tag nightly --artifacts ci   all of a folder with a tag, for CI to keep",
                "  gameday run mine.yaml --repeat 5           five times, after a control run without faults",
                "  gameday run mine.yaml --toxiproxy http://127.0.0.1:8474   on links of your own Toxiproxy",
                "  gameday run ours.yaml --unleashed HASH     on a system of your own, once its plan is approved",
                "  gameday run theirs.json --allow-host shop.test   an experiment of Chaos Toolkit, as it is",
                "  gameday run az-power-loss --invite facilitator,responder,responder   once all have said go", "",
                "Environment: who is told of pages, besides the run's inbox; not in a simulation",
                "               GAMEDAY_WEBHOOK                any address, as JSON",
                "               GAMEDAY_SLACK_WEBHOOK          an incoming webhook of Slack",
                "               GAMEDAY_PAGERDUTY_ROUTING_KEY  an Events API v2 integration of PagerDuty",
                "               GAMEDAY_PAGERDUTY_URL          of what speaks the same; PagerDuty's unless set",
                "             your own alarms and pages, where a file grades these (docs/your-alarms.md)",
                "               GAMEDAY_PROMETHEUS_TOKEN, GAMEDAY_ALERTMANAGER_TOKEN, GAMEDAY_PAGERDUTY_TOKEN,",
                "               GAMEDAY_LISTEN_TOKEN           of Alertmanager's webhooks, for --listen",
                "             GAMEDAY_STATE    ledger and locks; ~/.local/state/gameday unless set",
                "             GAMEDAY_CACHE    prepared databases and starts; ~/.cache/gameday unless set", "",
                "Exit codes: 0 held, every fault confirmed gone · 1 Gameday failed · 2 usage or invalid file · 3 broken ·",
                "  4 unknown · 5 not started · 6 stopped · 7 a fault is not confirmed gone"}, mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    /// Where an experiment may be played.
    enum On {
        local, simulated
    }

    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 1000;
    private static final int MOST_REPEATS = 100;
    private static final List<String> NOT_FOR_TOOLKIT = List.of("--tag", "--artifacts", "--on", "--repeat", "--seed",
            "--speed", "--toxiproxy", "--with-parent", "--agent", "--invite");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "NAME|FILE|FOLDER", description = "Names from `gameday list`, files, or "
            + "folders of files.")
    private List<String> experiments = List.of();

    @Option(names = "--tag", paramLabel = "TAG", description = "Only those with this tag, such as zones; given again, "
            + "those with any of them. Without NAME, FILE and FOLDER: of the catalog.")
    private List<String> tags = List.of();

    @Option(names = "--artifacts", paramLabel = "DIR", description = "One folder of everything, for CI to keep: the run "
            + "folders under runs/, junit.xml and summary.md of all of them.")
    private @Nullable Path artifacts;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "runs", description = "Where run folders are made; "
            + "${DEFAULT-VALUE} unless given.")
    private Path out = Path.of("runs");

    @Option(names = "--on", defaultValue = "local", description = "local: real processes on this machine. simulated: "
            + "modelled, in virtual time. ${DEFAULT-VALUE} unless given.")
    private On on = On.local;

    @Option(names = "--repeat", paramLabel = "N", description = "Play each N times, 2 to 100, after a control run "
            + "without its faults: what breaks in that as well is noise, and counts as unknown instead of broken.")
    private @Nullable Integer repeat;

    @Option(names = "--dry-run", description = "Say everything that would be done, and do nothing: no process is "
            + "started, no address asked, no file written.")
    private boolean dryRun;

    @Option(names = "--json", description = "The journal on standard output, one JSON object per event.")
    private boolean json;

    @Option(names = "--seed", paramLabel = "N", description = "Of everything random; another one each time unless "
            + "given, and 1 in a simulation.")
    private @Nullable Long seed;

    @Option(names = "--speed", paramLabel = "N", description = "For --on simulated: virtual seconds per second, "
            + "0.1 to 1000; as fast as possible unless given.")
    private @Nullable Double speed;

    @Mixin
    private ToxiproxyOption toxiproxy = new ToxiproxyOption();

    @Mixin
    private TeamOptions team = new TeamOptions();

    @Option(names = "--with-parent", description = "End when standard input closes: for programs that start this one. "
            + "Faults are taken away and the report is written, as on Ctrl-C.")
    private boolean withParent;

    @Option(names = "--agent", paramLabel = "FOLDER", description = "Use the agent that `gameday agent` started, by the "
            + "folder it printed, instead of starting one. It goes on afterwards, without this run's faults.")
    private @Nullable Path agent;

    @Option(names = "--unleashed", paramLabel = "HASH", description = "Inject faults into a system of your own (app: "
            + "http, or an experiment of Chaos Toolkit). HASH is that of the plan, from: gameday run FILE --dry-run. "
            + "Without it everything else is played.")
    private @Nullable String unleashed;

    @Mixin
    private ToolkitOptions toolkit = new ToolkitOptions();

    @Mixin
    private InviteOptions inviting = new InviteOptions();

    @Override
    public Integer call() throws Exception {
        List<String> foreign = ToolkitPlay.among(experiments);
        if (!foreign.isEmpty()) {
            return toolkit(foreign);
        }
        refuse("is for experiments of Chaos Toolkit; leave it out", ToolkitOptions.NAMES);
        checkSpeed();
        if (artifacts != null && spec.commandLine().getParseResult().hasMatchedOption("--out")) {
            throw new Refused(ExitCodes.USAGE, "--artifacts and --out both say where run folders are made; give one");
        }
        if (agent != null && on != On.local) {
            throw new Refused(ExitCodes.USAGE, "--agent is for --on local: a simulation has no agent. Leave it out");
        }
        String links = links();
        List<Catalog.Found> found = Selection.of(new Catalog(Home.folder()), experiments, tags).stream()
                .map(each -> each.on(on.name())).toList();
        checkRepeat(found);
        Invite invite = inviting.invite(on, speed, found.size() * (repeat == null ? 1 : 1 + repeat));
        boolean own = own(found);
        team.check(found.stream().map(Catalog.Found::experiment).toList(), on);
        Screens screens = Screens.of(json, on == On.simulated ? TargetKind.SIMULATED : TargetKind.LOCAL);
        if (dryRun) {
            DryRun dry = new DryRun(on, folder(), System.getenv());
            found.forEach(each -> dry.lines(each).forEach(spec.commandLine().getOut()::println));
            return ExitCodes.HELD;
        }
        try (Interrupt interrupt = new Interrupt()) {
            if (withParent) {
                ParentWatch.whenParentEnds(interrupt::parentClosed);
            }
            ExitCode worst;
            Batch batch = new Batch(found, artifacts, System.getenv());
            try (screens) {
                try (Session session = session(screens, interrupt, links, own, invite)) {
                    worst = play(found, session, interrupt, screens, batch);
                } finally {
                    batch.finish(screens);
                }
            }
            // Not before everything was shown: an interrupted process ends here.
            interrupt.finished(worst.code());
            return worst.code();
        }
    }

    private int toolkit(List<String> foreign) throws Exception {
        List<String> others = experiments.stream().filter(each -> !foreign.contains(each)).toList();
        if (!others.isEmpty()) {
            throw new Refused(ExitCodes.USAGE, String.join(", ", foreign) + (foreign.size() == 1 ? " is" : " are")
                    + " of Chaos Toolkit and " + String.join(", ", others) + " not; play them with two commands");
        }
        refuse("is not for experiments of Chaos Toolkit; leave it out", NOT_FOR_TOOLKIT);
        var line = spec.commandLine();
        return new ToolkitPlay(toolkit, out, unleashed, dryRun, json, line.getOut(), line.getErr(), System.getenv())
                .play(foreign);
    }

    private void refuse(String why, List<String> options) {
        options.stream().filter(spec.commandLine().getParseResult()::hasMatchedOption).findFirst().ifPresent(option -> {
            throw new Refused(ExitCodes.USAGE, option + " " + why);
        });
    }

    private void checkRepeat(List<Catalog.Found> found) {
        if (repeat == null) {
            return;
        }
        if (repeat < 2 || repeat > MOST_REPEATS) {
            throw new Refused(ExitCodes.USAGE, "--repeat is " + repeat + "; allowed: 2 to " + MOST_REPEATS);
        }
        if (unleashed != null) {
            throw new Refused(ExitCodes.USAGE, "--unleashed approves one run; leave --repeat out");
        }
        for (Catalog.Found each : found) {
            if (each.isControl()) {
                throw new Refused(ExitCodes.USAGE,
                        each.file() + " is a control run itself (control: true); play it without --repeat");
            }
            if (each.experiment().steps().stream().anyMatch(step -> step.fault() instanceof Fault.External)) {
                throw new Refused(ExitCodes.USAGE, each.file() + " has an external step, which a person begins and "
                        + "ends each time; play it without --repeat");
            }
        }
    }

    private void checkSpeed() {
        if (speed == null) {
            return;
        }
        if (on != On.simulated) {
            throw new Refused(ExitCodes.USAGE, "--speed is for --on simulated: real processes take the time they take."
                    + " Leave it out, or give --on simulated");
        }
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw new Refused(ExitCodes.USAGE, "--speed is " + speed + "; allowed: 0.1 to 1000 virtual seconds per "
                    + "second, or leave it out for as fast as possible");
        }
    }

    private @Nullable String links() {
        String links = toxiproxy.address();
        if (links != null && on != On.local) {
            throw new Refused(ExitCodes.USAGE, "--toxiproxy is for --on local: a simulation has no connections. Leave "
                    + "it out, or give --on local");
        }
        return links;
    }

    /// Whether they are all of a team's own system; those of ours and those are played apart.
    private boolean own(List<Catalog.Found> found) {
        List<String> own = found.stream().filter(each -> each.experiment().system().own() != null)
                .map(each -> each.file().toString()).toList();
        if (own.isEmpty()) {
            if (unleashed != null) {
                throw new Refused(ExitCodes.USAGE, "--unleashed is for a system of your own (app: http); the reference "
                        + "app is broken without it. Leave it out");
            }
            return false;
        }
        if (on != On.local) {
            throw new Refused(ExitCodes.USAGE, own.getFirst()
                    + " is of app: http, a system of your own, of which there " + "is no simulation. Leave --on out");
        }
        if (own.size() < found.size()) {
            throw new Refused(ExitCodes.USAGE, String.join(", ", own) + (own.size() == 1 ? " is" : " are")
                    + " of app: http and the others of the reference app; play them with two commands");
        }
        if (toxiproxy.address() != null || agent != null) {
            throw new Refused(ExitCodes.USAGE, (agent != null ? "--agent" : "--toxiproxy") + " is for the reference "
                    + "app; of a system of your own the file names the addresses. Leave it out");
        }
        if (unleashed != null && found.size() > 1) {
            throw new Refused(ExitCodes.USAGE,
                    "--unleashed approves the plan of one file, but there are " + found.size() + "; give one");
        }
        return true;
    }

    private Session session(Screens screens, Interrupt interrupt, @Nullable String links, boolean own,
            @Nullable Invite invite) {
        if (on == On.simulated) {
            return new SimulatedSession(folder(), screens, seed == null ? 1 : seed, speed, invite, interrupt);
        }
        Ground ground = own
                ? new OwnGround(unleashed, screens::progress)
                : new ReferenceGround(links, seed == null ? 1 : seed, screens::progress);
        return new LocalSession(folder(), screens, seed, agent, ground, team, invite, interrupt);
    }

    /// Where run folders are made.
    private Path folder() {
        return artifacts == null ? out : artifacts.resolve("runs");
    }

    /// One after the other. One that cannot be played ends the list, but not what is known of those before.
    /// The control first: it is the same system, and nothing has happened to it yet.
    private static ExitCode repeated(Catalog.Found found, Session session, Interrupt interrupt, Screens screens,
            Batch batch, int times) throws Exception {
        Catalog.Found without = found.control();
        ExitCode first = session.play(without);
        BatchRun control = Batch.trial(without, first, screens.takeFinished());
        List<BatchRun> trials = new ArrayList<>();
        for (int i = 1; i <= times; i++) {
            if (interrupt.requested()) {
                trials.add(new BatchRun(found.experiment().name(), found.file().toString(), ExitCode.STOPPED.code(),
                        null, null, "stopped before it began"));
                break;
            }
            screens.progress(found.experiment().name() + ": run " + i + " of " + times);
            trials.add(Batch.trial(found, session.play(found), screens.takeFinished()));
        }
        return batch.repeated(found, control, trials, screens);
    }

    private ExitCode play(List<Catalog.Found> found, Session session, Interrupt interrupt, Screens screens, Batch batch)
            throws Exception {
        ExitCode worst = ExitCode.HELD;
        for (int i = 0; i < found.size(); i++) {
            if (interrupt.requested()) {
                screens.notice("stopped before " + found.get(i).experiment().name() + " began");
                return ExitCodes.worse(worst, ExitCode.STOPPED);
            }
            try {
                ExitCode code = repeat == null
                        ? session.play(found.get(i))
                        : repeated(found.get(i), session, interrupt, screens, batch, repeat);
                if (repeat == null) {
                    batch.played(found.get(i), code, screens.takeFinished());
                }
                worst = ExitCodes.worse(worst, code);
            } catch (Refused | JournalFailure | IOException failure) {
                ExitCode code = failure instanceof Refused refused ? ExitCodes.of(refused.exitCode()) : ExitCode.FAILED;
                batch.notPlayed(found.get(i), code, String.valueOf(failure.getMessage()));
                if (i == 0) {
                    throw failure;
                }
                screens.notice(String.valueOf(failure.getMessage()));
                return ExitCodes.worse(worst, code);
            }
        }
        return worst;
    }
}

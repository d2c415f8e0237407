package io.gameday.cli;

import io.gameday.aws.fis.endpoint.AccessKey;
import io.gameday.aws.fis.endpoint.FisApi;
import io.gameday.aws.fis.endpoint.Names;
import io.gameday.aws.fis.local.FisActions;
import io.gameday.aws.fis.local.FisCompiler;
import io.gameday.engine.ExitCode;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.http.OnLoop;
import io.gameday.process.ParentWatch;
import io.gameday.target.TargetKind;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "fis", description = "Speak the API of AWS FIS on this machine: the AWS CLI and the SDKs create templates "
        + "and start experiments here, which are played on the reference app. No account is asked, nothing leaves this "
        + "machine.", footer = {"", "Examples:",
                "  gameday fis                          on real processes of this machine",
                "  gameday fis --on simulated --speed 60   modelled, a minute in a second",
                "  gameday fis --system zonal-shift     on the system of another experiment", "",
                "Then, in another terminal, with the three lines that it prints:",
                "  aws fis create-experiment-template --cli-input-json file://template.json",
                "  aws fis start-experiment --experiment-template-id EXT...", "  aws fis get-experiment --id EXP...",
                "", "What is played here and how truly is in docs/fis.md; each experiment leaves a run folder.", "",
                "Exit codes: 0 ended by Ctrl-C · 1 Gameday failed · 2 wrong usage · 6 an experiment was stopped by that ·",
                "  7 a fault is not confirmed gone"}, mixinStandardHelpOptions = true)
final class FisCommand implements Callable<Integer> {

    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 1000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", paramLabel = "PORT", description = "On 127.0.0.1; 0 lets the machine choose. "
            + "${DEFAULT-VALUE} unless given.")
    private int port = 4580;

    @Option(names = "--on", defaultValue = "local", description = "local: real processes on this machine. simulated: "
            + "modelled, in virtual time. ${DEFAULT-VALUE} unless given.")
    private RunCommand.On on = RunCommand.On.local;

    @Option(names = "--speed", paramLabel = "N", description = "For --on simulated: virtual seconds per second, "
            + "0.1 to 1000; as fast as possible unless given.")
    private @Nullable Double speed;

    @Option(names = "--system", paramLabel = "NAME|FILE", description = "The experiment whose system and customers are "
            + "taken; ${DEFAULT-VALUE} unless given.")
    private String system = FisSystem.USUAL;

    @Option(names = "--skip-unsupported", description = "Skip actions that have no like here; without it an experiment "
            + "with one of them is not started.")
    private boolean skipUnsupported;

    @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "A tag that everything here has, so that the targets "
            + "of your templates find it; may be given again.")
    private Map<String, String> tags = Map.of();

    @Option(names = "--region", paramLabel = "REGION", description = "In ARNs; ${DEFAULT-VALUE} unless given.")
    private String region = FisSystem.REGION;

    @Option(names = "--seed", paramLabel = "N", description = "Of everything random, the choice of targets among it; "
            + "another one each time unless given.")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "runs", description = "Where run folders are made, and "
            + "the file of credentials; ${DEFAULT-VALUE} unless given.")
    private Path out = Path.of("runs");

    @Option(names = "--with-parent", description = "End when standard input closes: for programs that start this one.")
    private boolean withParent;

    @Override
    public Integer call() throws Exception {
        check();
        Catalog.Found base = new Catalog(Home.folder()).valid(List.of(system)).getFirst();
        long chance = seed == null ? new SecureRandom().nextLong() : seed;
        FisCompiler compiler = FisSystem.compiler(base, region, tags, chance, skipUnsupported);
        Screens screens = Screens.of(false, on == RunCommand.On.simulated ? TargetKind.SIMULATED : TargetKind.LOCAL);
        try (Interrupt interrupt = new Interrupt()) {
            if (withParent) {
                ParentWatch.whenParentEnds(interrupt::parentClosed);
            }
            ExitCode code;
            try (screens;
                    Session session = session(screens, interrupt, chance);
                    Network network = new Network("fis");
                    RealClock loop = new RealClock("fis", failure -> screens.notice("unexpected: " + failure))) {
                FisRunner runner = new FisRunner(compiler::plan, session, screens, interrupt, loop,
                        InstantSource.system());
                FisApi api = new FisApi(new Names(region, FisSystem.ACCOUNT, new Random(chance)), loop,
                        FisActions::check, new FisActions(region, FisSystem.ACCOUNT), runner);
                String key = key();
                try (HttpServer server = HttpServer.guarded(network, address(), new AccessKey(key),
                        new OnLoop(loop, api), null)) {
                    told(base, server, credentials(key));
                    code = runner.serve();
                }
            }
            interrupt.finished(code.code());
            return code.code();
        }
    }

    private void check() {
        if (port < 0 || port > 65_535) {
            throw new Refused(ExitCodes.USAGE, "--port is " + port + "; allowed: 0 to 65535");
        }
        if (!region.matches("[a-z]{2}(-[a-z]+)+-[0-9]")) {
            throw new Refused(ExitCodes.USAGE,
                    "--region is '" + region + "'; allowed: the id of a Region, such as eu-west-1");
        }
        if (speed != null && on != RunCommand.On.simulated) {
            throw new Refused(ExitCodes.USAGE, "--speed is for --on simulated. Leave it out, or give --on simulated");
        }
        if (speed != null && !(speed >= SLOWEST && speed <= FASTEST)) {
            throw new Refused(ExitCodes.USAGE, "--speed is " + speed + "; allowed: 0.1 to 1000");
        }
    }

    private Session session(Screens screens, Interrupt interrupt, long chance) {
        if (on == RunCommand.On.simulated) {
            return new SimulatedSession(out, screens, chance, speed, null, interrupt);
        }
        return new LocalSession(out, screens, chance, null, new ReferenceGround(null, chance, screens::progress),
                new TeamOptions(), null, interrupt);
    }

    private InetSocketAddress address() throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), port);
    }

    private static String key() {
        byte[] bytes = new byte[10];
        new SecureRandom().nextBytes(bytes);
        return "GAMEDAY" + HexFormat.of().withUpperCase().formatHex(bytes);
    }

    /// Readable by its owner alone, like every token of ours.
    private Path credentials(String key) throws IOException {
        Path file = Files.createDirectories(out).resolve("fis.credentials");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "[default]\naws_access_key_id = " + key + "\naws_secret_access_key = none-is-needed\n");
        return file.toAbsolutePath().normalize();
    }

    private void told(Catalog.Found base, HttpServer server, Path credentials) {
        PrintWriter lines = spec.commandLine().getOut();
        var system = base.experiment().system();
        lines.println("FIS at http://127.0.0.1:" + server.address().getPort() + ", on the "
                + (on == RunCommand.On.simulated ? "simulated" : "reference") + " app: " + system.cellNames().size()
                + " cells in " + String.join(", ", system.zones()) + "; Ctrl-C ends it");
        lines.println("In another terminal:");
        lines.println("  export AWS_ENDPOINT_URL_FIS=http://127.0.0.1:" + server.address().getPort());
        lines.println("  export AWS_SHARED_CREDENTIALS_FILE=" + credentials);
        lines.println("  export AWS_REGION=" + region + " AWS_DEFAULT_REGION=" + region);
        lines.println("  aws fis list-actions");
    }
}

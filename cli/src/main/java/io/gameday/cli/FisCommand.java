package io.gameday.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
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
        return new FisServing(base, on == RunCommand.On.simulated, speed, port, region, tags, chance, skipUnsupported,
                out, withParent, spec.commandLine().getOut()).serve();
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
}

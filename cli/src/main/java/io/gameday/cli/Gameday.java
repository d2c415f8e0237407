package io.gameday.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `gameday`, the command that holds all others.
@Command(name = "gameday", mixinStandardHelpOptions = true, versionProvider = Gameday.Version.class, description = "Break a "
        + "cellular system on purpose, watch who notices, and write the correction-of-errors document.", footer = {"",
                "First steps:", "  gameday run az-power-loss            a zone dies at peak; the headroom carries it",
                "  gameday run az-power-loss-unscaled   the same without headroom"}, subcommands = {RunCommand.class,
                        PlayCommand.class, FleetCommand.class, ProveCommand.class, NoteCommand.class,
                        AcknowledgeCommand.class, GoCommand.class, StopCommand.class, ExternalCommand.class,
                        ListCommand.class, CheckCommand.class, PlanCommand.class, ReportCommand.class,
                        ReceiptCommand.class, LintCommand.class, ActionsCommand.class, HistoryCommand.class,
                        GradeCommand.class, CoeCommand.class, ListenCommand.class, RecoverCommand.class,
                        SchemaCommand.class, AppCommand.class, AgentCommand.class, ProxyCommand.class, FisCommand.class,
                        ConsoleCommand.class, CommandLine.HelpCommand.class})
public final class Gameday implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /// Runs one command line in this process and returns its exit code.
    static int execute(String... args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return new CommandLine(new Gameday()).setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures()).execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "gameday needs a command");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Gameday.class.getPackage().getImplementationVersion();
            return new String[]{"gameday " + (version == null ? "(not packaged)" : version)};
        }
    }
}

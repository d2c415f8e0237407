package io.gameday.cli;

import io.gameday.engine.ExitCode;
import io.gameday.report.actions.Register;
import io.gameday.report.actions.Registered;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "verify", description = "Play the experiment that an action is proved by. If everything it predicts "
        + "holds, the action is closed in its coe.yaml, with the run as its evidence; else it stays open.", footer = {
                "", "Examples:", "  gameday actions verify A1",
                "  gameday actions verify 2026-11-21T14-01-32Z-az-power-loss/A1",
                "  gameday actions verify     all open ones that name an experiment", "",
                "Only a run on what the COE's own run was played on closes an action. Exit codes: as of gameday run, the",
                "worst of all; 1 also where a run held and the coe.yaml could not be written"}, mixinStandardHelpOptions = true)
final class ActionsVerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ParentCommand
    private ActionsCommand actions = new ActionsCommand();

    @Parameters(arity = "0..1", paramLabel = "[RUN/]ID", description = "The action's id, with its run's folder where "
            + "several COEs have one of that id.")
    private @Nullable String name;

    @Option(names = "--on", description = "local or simulated; what the COE's run was played on unless given.")
    private RunCommand.@Nullable On on;

    @Mixin
    private TeamOptions team = new TeamOptions();

    @Option(names = "--with-parent", description = "End when standard input closes, and say on standard error what "
            + "became of each action: for programs that start this one.")
    private boolean withParent;

    @Override
    public Integer call() throws Exception {
        Register register = actions.register();
        ActionsCommand.tell(register, spec.commandLine().getErr());
        List<String> problems = new ArrayList<>();
        List<Proving> provings = new ArrayList<>();
        for (Registered action : name == null ? provable(register) : List.of(named(register, name))) {
            try {
                add(provings, action);
            } catch (Refused refused) {
                problems.add(action.name() + ": " + refused.getMessage());
            }
        }
        if (name != null && !problems.isEmpty()) {
            throw new Refused(ExitCodes.USAGE, problems.getFirst());
        }
        problems.forEach(problem -> spec.commandLine().getErr().println("gameday: " + problem));
        if (provings.isEmpty()) {
            spec.commandLine().getOut().println("no open action can be verified in " + actions.runs());
            return problems.isEmpty() ? ExitCodes.HELD : ExitCodes.USAGE;
        }
        ExitCode worst = problems.isEmpty() ? ExitCode.HELD : ExitCode.USAGE;
        for (RunCommand.On each : RunCommand.On.values()) {
            List<Proving> there = provings.stream().filter(proving -> proving.on() == each).toList();
            if (!there.isEmpty()) {
                ExitCode code = new ProvingSession(actions.runs(), each, team, withParent).play(there);
                worst = ExitCodes.worse(worst, code);
                if (code == ExitCode.STOPPED) {
                    break;
                }
            }
        }
        return worst.code();
    }

    private static List<Registered> provable(Register register) {
        return register.actions().stream().filter(action -> action.open() && !action.provedBy().isEmpty()).toList();
    }

    private static Registered named(Register register, String name) {
        int slash = name.lastIndexOf('/');
        String id = name.substring(slash + 1);
        String folder = slash < 0 ? "" : name.substring(0, slash).replaceAll("/+$", "");
        String run = folder.substring(folder.lastIndexOf('/') + 1);
        List<Registered> found = register.actions().stream().filter(action -> action.id().equals(id))
                .filter(action -> run.isEmpty() || action.run().equals(run)).toList();
        if (found.isEmpty()) {
            throw new Refused(ExitCodes.USAGE,
                    "there is no action '" + name + "'. See all of them: gameday actions --all");
        }
        if (found.size() > 1) {
            List<String> names = found.stream().map(Registered::name).toList();
            throw new Refused(ExitCodes.USAGE,
                    "'" + name + "' may be each of " + String.join(", ", names) + "; give one of these");
        }
        return found.getFirst();
    }

    /// One run proves every action that names its experiment.
    private void add(List<Proving> provings, Registered action) throws IOException {
        if (!action.open()) {
            throw new Refused(ExitCodes.USAGE, "its status is not open, so there is nothing to verify");
        }
        if (action.provedBy().isEmpty()) {
            throw new Refused(ExitCodes.USAGE,
                    "it names no experiment. Write one into provedBy, from `gameday list` or " + "a file");
        }
        RunCommand.On where = where(action);
        Catalog.Found found = new Catalog(Home.folder()).valid(List.of(action.provedBy())).getFirst();
        if (found.experiment().system().own() != null) {
            throw new Refused(ExitCodes.USAGE, found.file() + " is of app: http, a system of your own, which is broken "
                    + "only by somebody who approves the plan. Play it with gameday run and --unleashed, then write "
                    + "status and verifiedBy");
        }
        team.check(List.of(found.experiment()), where);
        for (Proving proving : provings) {
            if (proving.on() == where && proving.found().file().equals(found.file())) {
                proving.actions().add(action);
                return;
            }
        }
        provings.add(new Proving(found, where, new ArrayList<>(List.of(action))));
    }

    private RunCommand.On where(Registered action) {
        if (on != null) {
            return on;
        }
        return switch (action.target()) {
            case LOCAL -> RunCommand.On.local;
            case SIMULATED -> RunCommand.On.simulated;
            case HTTP -> throw new Refused(ExitCodes.USAGE, "its run was played on the " + TargetKind.HTTP.words()
                    + ", and only a run there closes it. Play that with gameday run, then write status and verifiedBy. "
                    + "--on local or --on simulated plays " + action.provedBy() + " and leaves it open");
            case INCIDENT -> throw new Refused(ExitCodes.USAGE,
                    "its COE is of an incident that nobody played, so no run of "
                            + "the same closes it. --on local or --on simulated plays " + action.provedBy()
                            + " and leaves it open");
            case null -> throw new Refused(ExitCodes.USAGE,
                    "it is not known what its COE's run was played on, so no run "
                            + "of ours closes it. --on local or --on simulated plays " + action.provedBy()
                            + " and leaves it open");
        };
    }
}

package io.gameday.cli;

import io.gameday.agent.Recover;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.http.Network;
import io.gameday.time.RealClock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "recover", description = "Take away every fault that an earlier run may have left, by the ledger, and "
        + "prove it gone. Safe to call at any time.", footer = {"",
                "Exit code 0: nothing is left. 7: something may be; "
                        + "the command that clears it is printed."}, mixinStandardHelpOptions = true)
final class RecoverCommand implements Callable<Integer> {

    private static final int MINUTES = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--run", paramLabel = "RUN", description = "Only this run's faults.")
    private @Nullable String run;

    @Override
    public Integer call() throws Exception {
        CompletableFuture<Recover.Result> result = new CompletableFuture<>();
        try (Network network = new Network("recover-network");
                RealClock loop = new RealClock("recover", result::completeExceptionally)) {
            loop.execute(() -> new Recover(StateFolder.current(), loop, loop, network).start(Optional.ofNullable(run),
                    result::complete));
            Recover.Result done = result(result);
            var out = spec.commandLine().getOut();
            done.outcomes().forEach(
                    outcome -> out.println((outcome instanceof Recover.Outcome.Left ? "! " : "✓ ") + outcome.text()));
            if (done.outcomes().isEmpty()) {
                out.println("✓ the ledger names no fault that may be in force");
            }
            return done.exitCode();
        }
    }

    private static Recover.Result result(CompletableFuture<Recover.Result> result)
            throws InterruptedException, ExecutionException {
        try {
            return result.get(MINUTES, TimeUnit.MINUTES);
        } catch (TimeoutException tooLong) {
            throw new Refused(ExitCodes.FAULT_NOT_GONE, "gameday recover did not end within " + MINUTES
                    + " minutes, so a fault may still be in force. Faults end by their leases; see with: gameday recover");
        }
    }
}

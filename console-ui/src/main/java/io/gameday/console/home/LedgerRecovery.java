package io.gameday.console.home;

import io.gameday.agent.Recover;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.console.text.Texts;
import io.gameday.http.Network;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Recovery by the ledgers of this machine, as `gameday recover` does it.
public final class LedgerRecovery implements Recovery {

    private static final int MINUTES = 2;

    private final StateFolder state;

    public LedgerRecovery(StateFolder state) {
        this.state = state;
    }

    @Override
    public List<Outcome> takeAway() throws IOException, InterruptedException {
        CompletableFuture<Recover.Result> result = new CompletableFuture<>();
        try (Network network = new Network("recover-network");
                RealClock loop = new RealClock("recover", result::completeExceptionally)) {
            loop.execute(() -> new Recover(state, loop, loop, network).start(Optional.empty(), result::complete));
            return result.get(MINUTES, TimeUnit.MINUTES).outcomes().stream().map(LedgerRecovery::outcome).toList();
        } catch (TimeoutException tooLong) {
            throw new IOException(Texts.of("home.faults.slow", String.valueOf(MINUTES)), tooLong);
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause().getMessage() + " See with: gameday recover", failure);
        }
    }

    private static Outcome outcome(Recover.Outcome of) {
        return switch (of) {
            case Recover.Outcome.Cleared cleared -> new Outcome(true, cleared.text(), "");
            case Recover.Outcome.GoneWithTarget gone -> new Outcome(true, gone.text(), "");
            case Recover.Outcome.Left left -> new Outcome(false, Texts.of("home.faults.may-stand",
                    left.fault().fault().kind(), left.fault().fault().scope().toString(), left.why()), left.command());
        };
    }
}

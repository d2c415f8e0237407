package io.gameday.cli.prove;

import io.gameday.agent.Recover;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.http.CallResult;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.http.Network;
import io.gameday.reference.local.AppAddresses;
import io.gameday.time.RealClock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What is asked when all faults were seen gone: whether anything of the campaign is left, by those who would have to
/// know. A cross-check only; the proof was made before, from outside.
final class Afterwards {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int RECOVER_SECONDS = 60;

    private final String campaign;
    private final HttpCaller caller;
    private final RealClock loop;
    private final Network network;

    Afterwards(String campaign, HttpCaller caller, RealClock loop, Network network) {
        this.campaign = campaign;
        this.caller = caller;
        this.loop = loop;
        this.network = network;
    }

    /// Processes, and leases in force at the host and its proxies, in words.
    List<String> left(AppAddresses at, String token) throws InterruptedException {
        List<String> left = new ArrayList<>(Leftovers.named(campaign + "-"));
        HttpRequest faults = HttpRequest.get("/faults").with("authorization", "Bearer " + token);
        held("the host", at.hostAddress(), faults).ifPresent(left::add);
        held("the proxies", socket(at.proxies()), HttpRequest.get("/gameday/leases")).ifPresent(left::add);
        return left;
    }

    private Optional<String> held(String who, InetSocketAddress server, HttpRequest request)
            throws InterruptedException {
        CompletableFuture<CallResult> asked = new CompletableFuture<>();
        caller.call(server, request, LIMIT, asked::complete);
        CallResult result = await(asked, LIMIT.toSeconds() + 1, new CallResult.TimedOut());
        if (result instanceof CallResult.Answered(var answer) && answer.status() == 200) {
            return answer.text().contains(campaign)
                    ? Optional.of(who + " at " + server.getPort() + " still holds " + answer.text())
                    : Optional.empty();
        }
        return Optional.of(who + " could not be asked what is in force: " + result);
    }

    private static InetSocketAddress socket(String address) {
        int colon = address.lastIndexOf(':');
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    /// Closes the ledgers of controllers that died with their agents, or every later run would be refused for a fault
    /// that may be in force. Faults were seen gone before this.
    ///
    /// @return what the ledgers' own prober could not confirm, in words
    List<String> closeLedgers(StateFolder state, List<Proof> proofs) throws InterruptedException {
        List<String> open = new ArrayList<>();
        for (Proof proof : proofs) {
            CompletableFuture<Recover.Result> cleared = new CompletableFuture<>();
            loop.execute(() -> {
                try {
                    new Recover(state, loop, loop, network).start(Optional.of(proof.run()), cleared::complete);
                } catch (RuntimeException unreadable) {
                    cleared.completeExceptionally(unreadable);
                }
            });
            Recover.Result none = new Recover.Result(List.of());
            Recover.Result result = await(cleared, RECOVER_SECONDS, none);
            if (result == none) {
                open.add("the ledger of " + proof.run() + " could not be closed; do it with: gameday recover --run "
                        + proof.run());
            }
            result.outcomes().stream().filter(Recover.Outcome.Left.class::isInstance).map(Recover.Outcome::text)
                    .forEach(open::add);
        }
        return open;
    }

    private static <T> T await(CompletableFuture<T> asked, long seconds, T otherwise) throws InterruptedException {
        try {
            return asked.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException none) {
            return otherwise;
        }
    }
}

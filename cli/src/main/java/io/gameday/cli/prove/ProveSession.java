package io.gameday.cli.prove;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.agent.prober.Prober;
import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.journal.RunFolder;
import io.gameday.reference.local.LocalApp;
import io.gameday.report.receipt.HashedFile;
import io.gameday.target.Answer;
import io.gameday.target.Reply;
import io.gameday.target.Traffic;
import io.gameday.time.RealClock;
import io.gameday.traffic.HttpTraffic;
import io.gameday.traffic.PostedSignals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A campaign on a running app, from the customers' first order to the receipt.
///
/// ```
/// this process (customers, independent prober, campaign)
///  ├── controller 001 ── agent      one fault each; killed
///  ├── controller 002 ── agent
///  └── host                         the app, unless one was up already
/// ```
public final class ProveSession implements AutoCloseable {

    private static final int LANES = 3;
    private static final Traffic.Plan CUSTOMERS = new Traffic.Plan(12, 20, Duration.ofSeconds(1),
            Duration.ofSeconds(3));
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    /// Longer than a request may take, so that none that met a fault is counted as after it.
    private static final Duration SETTLE = Duration.ofSeconds(3);
    private static final Duration AFTER = Duration.ofSeconds(6);
    /// A controller's start, the longest a fault is left alone, its lease and the proof.
    private static final Duration ONE_FAULT = Duration.ofSeconds(25);

    private final RunFolder folder;
    private final Options options;
    private final Consumer<String> progress;
    private final StateFolder state;
    /// Only ever completed by a failure of the loop.
    private final CompletableFuture<Object> broken = new CompletableFuture<>();
    private final CompletableFuture<String> over = new CompletableFuture<>();
    private final RealClock loop = new RealClock("prove", this::failed);
    private final Network network = new Network("prove-network");
    private final HttpCaller caller = new HttpCaller(network);
    private final List<Proof> proofs = new ArrayList<>();
    private final CustomerCount count = new CustomerCount();
    private @Nullable Campaign campaign;
    private volatile @Nullable String stopped;

    /// @param faults  at most
    /// @param seconds for all of it, the start of the app included
    public record Options(int faults, int seconds, long seed, String version) {
    }

    /// @param progress told in words what happens, from several threads
    public ProveSession(RunFolder folder, Options options, StateFolder state, Consumer<String> progress) {
        this.folder = folder;
        this.options = options;
        this.state = state;
        this.progress = progress;
    }

    private void failed(Throwable failure) {
        broken.completeExceptionally(failure);
        over.completeExceptionally(failure);
    }

    /// No more faults; those in force are ended in order and proven gone. Any thread may call.
    public void stop(String by) {
        stopped = by;
        loop.execute(() -> {
            if (campaign != null) {
                campaign.stop(by);
            }
        });
    }

    /// @param begun when the time that the options grant began
    /// @throws IOException when the campaign cannot be played; what it started ends with this process
    public ProveReceipt play(LocalApp app, Instant begun) throws IOException, InterruptedException {
        Ground ground = new Ground(app.config().cells(), app.config().zones());
        Random chance = new Random(options.seed());
        PostedSignals signals = new PostedSignals(loop);
        HttpTraffic traffic = new HttpTraffic(
                new HttpTraffic.Settings(folder.run(), app.addresses().controlPlaneAddress(), app.token(),
                        app.addresses().routerAddress(), new Random(options.seed())),
                caller, loop, loop, signals);
        ProveReceipt.Orders orders;
        String endedBy;
        try (ProveJournal journal = new ProveJournal(folder.path())) {
            journal.append(new ProveJournal.Begun(begun, folder.run(), options.seed(), options.faults(), app.config()));
            loop.execute(() -> signals.follow(count));
            this.<Traffic.Started>ask(reply -> traffic.start(CUSTOMERS, reply));
            Thread.sleep(WARM_UP);
            endedBy = faults(app, ground, chance, begun, journal);
            progress.accept("every fault is over; customers go on");
            Thread.sleep(SETTLE);
            loop.execute(count::settled);
            Thread.sleep(AFTER);
            this.<Traffic.Stopped>ask(traffic::stop);
            Traffic.ReadBack read = this.<Traffic.ReadBack>ask(traffic::readBack);
            orders = new ProveReceipt.Orders(read.acknowledged(), read.found());
        }
        return receipt(app, begun, endedBy, orders);
    }

    private String faults(LocalApp app, Ground ground, Random chance, Instant begun, ProveJournal journal)
            throws IOException {
        Dice dice = new Dice(chance, ground);
        progress.accept("faults of " + Dice.kinds().size() + " kinds: " + String.join(", ", Dice.kinds()));
        Duration left = Duration.ofSeconds(options.seconds()).minus(Duration.between(begun, loop.now()))
                .minus(ONE_FAULT).minus(SETTLE).minus(AFTER);
        app.ended().thenAccept(why -> over.completeExceptionally(new IOException("the reference app ended: " + why)));
        loop.execute(() -> {
            count.faultsBegin();
            Lanes lanes = new Lanes(folder.run(), folder.path(), app, state, caller,
                    new ProberWatcher(new Prober(caller, loop, loop)), loop);
            // One round is played even where the app took all the time to start.
            campaign = new Campaign(LANES, options.faults(),
                    loop.ticks() + Math.max(Duration.ofSeconds(2).toNanos(), left.toNanos()), dice, lanes, loop,
                    proof -> proven(proof, journal), over::complete);
            campaign.start();
            String by = stopped;
            if (by != null) {
                campaign.stop(by);
            }
        });
        try {
            String endedBy = over.join();
            loop.execute(count::faultsOver);
            return endedBy;
        } catch (CompletionException failure) {
            throw new IOException("the campaign broke off: " + failure.getCause().getMessage()
                    + ". What its controllers began ends by itself; look with: gameday recover", failure);
        }
    }

    private void proven(Proof proof, ProveJournal journal) {
        proofs.add(proof);
        journal.append(new ProveJournal.Proven(loop.now(), proof));
        progress.accept(words(proof));
    }

    private String words(Proof proof) {
        if (!proof.wasInjected()) {
            return proof.name() + " was not injected: " + proof.seen();
        }
        String what = proofs.stream().filter(Proof::wasInjected).count() + " of " + options.faults() + "  "
                + proof.name();
        String killed = proof.strike() == Strike.NOBODY ? ", nobody killed" : ", killed: " + proof.strike().words();
        Duration overrun = proof.overrun();
        return what + killed
                + (overrun == null
                        ? ", NOT seen gone: " + proof.seen()
                        : String.format(Locale.ROOT, ", seen gone after %.1f s", overrun.toMillis() / 1000.0));
    }

    private ProveReceipt receipt(LocalApp app, Instant begun, String endedBy, ProveReceipt.Orders orders)
            throws IOException, InterruptedException {
        Afterwards afterwards = new Afterwards(folder.run(), caller, loop, network);
        List<String> left = new ArrayList<>(afterwards.left(app.addresses(), app.token()));
        progress.accept("closing the ledgers of those that were killed");
        left.addAll(afterwards.closeLedgers(state, proofs));
        List<Proof> hashed = new ArrayList<>();
        StringBuilder ledgers = new StringBuilder();
        for (Proof proof : proofs) {
            String ledger = ledger(proof.run());
            hashed.add(proof.with(ledger));
            ledgers.append(ledger == null ? "none" : ledger).append("  ").append(proof.run()).append(".jsonl\n");
        }
        String by = stopped;
        return ProveReceipt.of(
                new ProveReceipt.Frame(folder.run(), options.version(), options.seed(), begun, loop.now(),
                        by == null ? endedBy : by, by != null, options.faults(), count.customers(), orders, left,
                        sha256(ledgers.toString()), HashedFile.sha256(folder.path().resolve(ProveJournal.FILE))),
                hashed);
    }

    private @Nullable String ledger(String run) throws IOException {
        try {
            return HashedFile.sha256(state.ledger(run));
        } catch (NoSuchFileException neverBegun) {
            return null;
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// Asks on the loop and waits, unless that breaks.
    private <T> T ask(Consumer<Reply<T>> what) throws IOException {
        CompletableFuture<Answer<T>> asked = new CompletableFuture<>();
        loop.execute(() -> what.accept(asked::complete));
        try {
            CompletableFuture.anyOf(asked, broken).join();
        } catch (CompletionException failure) {
            throw new IOException("the campaign broke off: " + failure.getCause(), failure);
        }
        return switch (asked.join()) {
            case Answer.Ok<T>(T value) -> value;
            case Answer.Failed<T>(String why) -> throw new IOException(why);
        };
    }

    @Override
    public void close() {
        caller.close();
        network.close();
        loop.close();
    }
}

package io.gameday.cli.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a campaign has shown: `prove.json`. Computed from its journal's lines.
///
/// @param campaign       its name; the runs of its controllers are called after it
/// @param wanted         faults that were asked for
/// @param endedBy        `all faults`, `time`, or who stopped it
/// @param stopped        by somebody, before it had ended by itself
/// @param injected       faults that were injected
/// @param seenToBite     those of them that the independent prober saw bite before anybody was killed
/// @param withoutEffect  those whose effect it looked for in vain: their end proves nothing
/// @param seenGone       those of them that it saw gone within `limit`
/// @param longestOverrun from when a fault was due to when it was seen gone; null when none was
/// @param notInjected    faults that were drawn but not injected, of which nothing is left; with the reason
/// @param left           what a controller of the campaign had started and is still there: processes, leases
/// @param ledgers        SHA-256 of all ledgers' hashes, one a line in the order of the faults
/// @param journal        SHA-256 of the campaign's own journal
public record ProveReceipt(String campaign, String version, long seed, Instant begun, Instant ended, String endedBy,
        boolean stopped, int wanted, int injected, int seenToBite, int withoutEffect, int seenGone, Duration limit,
        @Nullable Duration longestOverrun, Killed killed, List<KindRow> kinds, Customers customers,
        @Nullable Orders orders, List<String> notInjected, List<String> left, String ledgers, String journal,
        List<Proof> faults) {

    /// Lease, one look and a margin: what is promised for faults whose keepers are all dead.
    public static final Duration LIMIT = Duration.ofSeconds(13);

    private static final int HELD = 0;
    private static final int FAILED = 1;
    private static final int STOPPED = 6;
    private static final int NOT_SEEN_GONE = 7;

    public ProveReceipt {
        kinds = List.copyOf(kinds);
        notInjected = List.copyOf(notInjected);
        left = List.copyOf(left);
        faults = List.copyOf(faults);
    }

    /// How often who was killed.
    public record Killed(int controllers, int agents) {
        static Killed of(List<Proof> proofs) {
            return new Killed(proofs.stream().mapToInt(proof -> proof.strike().controllers()).sum(),
                    proofs.stream().mapToInt(proof -> proof.strike().agents()).sum());
        }
    }

    /// The faults of one kind.
    public record KindRow(String kind, int injected, int seenToBite, int seenGone, @Nullable Duration longestOverrun) {
        static KindRow of(String kind, List<Proof> injected) {
            List<Proof> own = injected.stream().filter(proof -> proof.kind().equals(kind)).toList();
            return new KindRow(kind, own.size(), count(own, ProveReceipt::bites), count(own, Proof::goneInTime),
                    longest(own));
        }
    }

    /// What customers' requests got.
    ///
    /// @param during useful answers of `of`, from the first fault to the last one's end
    /// @param after  useful answers of `afterOf`, once the last one was gone
    public record Customers(long during, long of, long after, long afterOf) {
        /// Everybody who asked after the last fault got a useful answer, and somebody did ask.
        public boolean well() {
            return afterOf > 0 && after == afterOf;
        }
    }

    /// @param found of those acknowledged, how many can be read back
    public record Orders(long acknowledged, long found) {
    }

    /// What is not told by the faults themselves.
    record Frame(String campaign, String version, long seed, Instant begun, Instant ended, String endedBy,
            boolean stopped, int wanted, Customers customers, @Nullable Orders orders, List<String> left,
            String ledgers, String journal) {
    }

    static ProveReceipt of(Frame frame, List<Proof> proofs) {
        List<Proof> injected = proofs.stream().filter(Proof::wasInjected).toList();
        List<KindRow> kinds = injected.stream().map(Proof::kind).distinct().sorted()
                .map(kind -> KindRow.of(kind, injected)).toList();
        List<String> notInjected = proofs.stream().filter(proof -> !proof.wasInjected())
                .map(proof -> proof.name() + ": " + proof.seen()).toList();
        return new ProveReceipt(frame.campaign(), frame.version(), frame.seed(), frame.begun(), frame.ended(),
                frame.endedBy(), frame.stopped(), frame.wanted(), injected.size(), count(injected, ProveReceipt::bites),
                count(injected, proof -> proof.bite() == Proof.Bite.NOT_SEEN), count(injected, Proof::goneInTime),
                LIMIT, longest(injected), Killed.of(injected), kinds, frame.customers(), frame.orders(), notInjected,
                frame.left(), frame.ledgers(), frame.journal(), proofs);
    }

    private static boolean bites(Proof proof) {
        return proof.bite() == Proof.Bite.SEEN;
    }

    private static int count(List<Proof> proofs, Predicate<Proof> what) {
        return Math.toIntExact(proofs.stream().filter(what).count());
    }

    private static @Nullable Duration longest(List<Proof> proofs) {
        return proofs.stream().map(Proof::overrun).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    /// 7 when a fault was not seen gone; 6 when it was stopped and nothing is left; 0 when every fault was seen gone and
    /// none was without effect, nothing is left, and customers are well; else 1.
    public int exitCode() {
        if (seenGone != injected) {
            return NOT_SEEN_GONE;
        }
        if (stopped && left.isEmpty()) {
            return STOPPED;
        }
        boolean ordersKept = orders != null && orders.acknowledged() == orders.found();
        return injected > 0 && withoutEffect == 0 && left.isEmpty() && customers.well() && ordersKept ? HELD : FAILED;
    }
}

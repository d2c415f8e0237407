package io.gameday.cli.prove;

import io.gameday.cli.prove.Proof.Bite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Receipts by hand.
public final class Proofs {

    private static final Instant BEGUN = Instant.parse("2026-11-22T01:00:00Z");

    private Proofs() {
    }

    static Proof of(String kind, Strike strike, Bite bite, @Nullable Double overrun) {
        Duration late = overrun == null ? null : Duration.ofMillis(Math.round(overrun * 1000));
        return new Proof("2026-11-22T01-00-00Z-prove-001", kind, kind + " az1", strike, BEGUN.plusSeconds(20), bite,
                BEGUN.plusSeconds(22), late == null ? null : BEGUN.plusSeconds(22).plus(late), late,
                "machine and tasks of az1 that answer: machine refuses connections", null, List.of());
    }

    static Proof notInjected() {
        return new Proof("2026-11-22T01-00-00Z-prove-002", "task-hang", "task-hang cell-1 az1", Strike.BOTH, null,
                Bite.STRUCK_FIRST, null, null, null, "its controller gave up", null, List.of());
    }

    static ProveReceipt receipt(ProveReceipt.Customers customers, List<String> left, List<Proof> proofs) {
        return ProveReceipt.of(new ProveReceipt.Frame("2026-11-22T01-00-00Z-prove", "0.1.0", 7, BEGUN,
                BEGUN.plusSeconds(113), "time", false, 20, customers, new ProveReceipt.Orders(1_714, 1_714), left,
                "395a8618ae8f38f5".repeat(4), "7f466f8677e99a43".repeat(4)), proofs);
    }

    public static ProveReceipt well() {
        return receipt(new ProveReceipt.Customers(1_483, 1_487, 122, 122), List.of(),
                List.of(of("zone-power-loss", Strike.BOTH, Bite.SEEN, 8.4),
                        of("task-hang", Strike.CONTROLLER, Bite.SEEN, 0.5),
                        of("task-hang", Strike.AGENT_THEN_CONTROLLER, Bite.STRUCK_FIRST, 0.9),
                        of("database-slow", Strike.AGENT, Bite.SEEN, 1.2), notInjected()));
    }

    public static ProveReceipt notWell() {
        return receipt(new ProveReceipt.Customers(1_200, 1_487, 120, 122), List.of("agent (process 4711)"),
                List.of(of("zone-power-loss", Strike.BOTH, Bite.SEEN, null),
                        of("task-hang", Strike.CONTROLLER, Bite.NOT_SEEN, 0.5)));
    }
}

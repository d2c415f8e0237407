package io.gameday.cli.prove;

import io.gameday.cli.prove.Proof.Bite;
import io.gameday.cli.prove.ProveReceipt.Customers;
import io.gameday.cli.prove.ProveReceipt.Killed;
import io.gameday.cli.prove.ProveReceipt.KindRow;
import io.gameday.journal.JournalFormat;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProveReceiptTest {

    private static final Customers WELL = new Customers(90, 100, 50, 50);

    @Test
    void itCountsWhatWasInjectedAndWhoWasKilled() {
        ProveReceipt receipt = Proofs.well();

        assertThat(receipt.injected()).isEqualTo(4);
        assertThat(receipt.seenGone()).isEqualTo(4);
        assertThat(receipt.seenToBite()).isEqualTo(3);
        assertThat(receipt.killed()).isEqualTo(new Killed(3, 3));
        assertThat(receipt.longestOverrun()).isEqualTo(Duration.ofMillis(8400));
        assertThat(receipt.kinds()).containsExactly(new KindRow("database-slow", 1, 1, 1, Duration.ofMillis(1200)),
                new KindRow("task-hang", 2, 1, 2, Duration.ofMillis(900)),
                new KindRow("zone-power-loss", 1, 1, 1, Duration.ofMillis(8400)));
        assertThat(receipt.notInjected()).containsExactly("task-hang cell-1 az1: its controller gave up");
        assertThat(receipt.exitCode()).isZero();
    }

    @Test
    void aFaultThatIsLateOrNotSeenGoneIsCode7WhateverElse() {
        assertThat(with(Proofs.of("task-hang", Strike.BOTH, Bite.SEEN, null)).exitCode()).isEqualTo(7);
        assertThat(with(Proofs.of("task-hang", Strike.BOTH, Bite.SEEN, 13.1)).exitCode()).isEqualTo(7);
        assertThat(with(Proofs.of("task-hang", Strike.BOTH, Bite.SEEN, 13.0)).exitCode()).isZero();
        assertThat(Proofs.notWell().exitCode()).isEqualTo(7);
    }

    @Test
    void aFaultWithoutEffectProvesNothing() {
        ProveReceipt receipt = with(Proofs.of("task-hang", Strike.BOTH, Bite.NOT_SEEN, 0.0));

        assertThat(receipt.withoutEffect()).isEqualTo(1);
        assertThat(receipt.exitCode()).isEqualTo(1);
    }

    @Test
    void whatIsLeftOrLostIsNotWell() {
        List<Proof> gone = List.of(Proofs.of("task-hang", Strike.BOTH, Bite.SEEN, 8.0));

        assertThat(Proofs.receipt(WELL, List.of("agent (process 7)"), gone).exitCode()).isEqualTo(1);
        assertThat(Proofs.receipt(new Customers(90, 100, 49, 50), List.of(), gone).exitCode()).isEqualTo(1);
        assertThat(Proofs.receipt(new Customers(90, 100, 0, 0), List.of(), gone).exitCode()).isEqualTo(1);
        assertThat(Proofs.receipt(WELL, List.of(), List.of(Proofs.notInjected())).exitCode()).isEqualTo(1);
    }

    @Test
    void itIsReadAsItWasWritten() {
        var json = JournalFormat.mapper();

        assertThat(json.readValue(json.writeValueAsString(Proofs.well()), ProveReceipt.class)).isEqualTo(Proofs.well());
    }

    private static ProveReceipt with(Proof proof) {
        return Proofs.receipt(WELL, List.of(), List.of(proof));
    }
}

package io.gameday.proxy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Each toxic bites as its page says. Times are only ever bounded from below: a slow machine is no failure.
class ToxicsTest extends ProxyFixture {

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void latencyDelaysEachDirectionItIsOnAndAddsUp() throws Exception {
        try (Socket client = connect()) {
            assertThat(echoed(client, "warm")).isEqualTo("warm");
            toxic("up", Stream.UPSTREAM, 1, new Latency(40, 0));
            toxic("down", Stream.DOWNSTREAM, 1, new Latency(50, 0));
            toxic("down again", Stream.DOWNSTREAM, 1, new Latency(60, 0));
            long start = System.nanoTime();
            assertThat(echoed(client, "slow")).isEqualTo("slow");
            assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        }
    }

    @Test
    void jitterNeverTurnsTheOrderRound() throws Exception {
        toxic(Stream.DOWNSTREAM, new Latency(20, 20));
        StringBuilder sent = new StringBuilder();
        try (Socket client = connect()) {
            for (int i = 0; i < 300; i++) {
                send(client, "[" + i + "]");
                sent.append("[").append(i).append("]");
            }
            client.shutdownOutput();
            assertThat(ending(client)).isEqualTo(sent + "|end");
        }
    }

    @Test
    void latencyDelaysAPipelineAndNotOneChunkAfterTheOther() throws Exception {
        toxic(Stream.UPSTREAM, new Latency(2_000, 0));
        try (Socket client = connect()) {
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                send(client, "x");
            }
            client.shutdownOutput();
            assertThat(ending(client)).isEqualTo("x".repeat(20) + "|end");
            assertThat(since(start)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(19));
        }
    }

    @Test
    void anEndWithNothingBeforeItIsNotDelayed() throws Exception {
        toxic(Stream.UPSTREAM, new Latency(30_000, 0));
        try (Socket client = connect()) {
            client.shutdownOutput();
            assertThat(ending(client)).isEqualTo("|end");
        }
    }

    @Test
    void bandwidthLetsOnlySoMuchPassPerSecond() throws Exception {
        toxic(Stream.DOWNSTREAM, new Bandwidth(100));
        String text = "b".repeat(40_000);
        try (Socket client = connect()) {
            long start = System.nanoTime();
            assertThat(echoed(client, text)).isEqualTo(text);
            assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        }
    }

    @Test
    void bandwidthZeroStallsUntilItIsRaised() throws Exception {
        toxic(Stream.DOWNSTREAM, new Bandwidth(0));
        try (Socket client = connect()) {
            send(client, "stalled");
            client.setSoTimeout(200);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            client.setSoTimeout(LIMIT_MILLIS);
            assertThat(proxy.replace(new NamedToxic("toxic", Stream.DOWNSTREAM, 1, new Bandwidth(1000)))).isTrue();
            assertThat(receive(client, 7)).isEqualTo("stalled");
        }
    }

    @Test
    void aBigChunkPassesAFastLineWhole() throws Exception {
        toxic(Stream.UPSTREAM, new Bandwidth(Long.MAX_VALUE));
        String text = "f".repeat(500_000);
        try (Socket client = connect()) {
            Thread.ofVirtual().start(() -> {
                try {
                    send(client, text);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(receive(client, text.length())).isEqualTo(text);
        }
    }

    @Test
    void slowCloseHoldsBackNothingButTheEnd() throws Exception {
        toxic(Stream.DOWNSTREAM, new SlowClose(300));
        try (Socket client = connect()) {
            long start = System.nanoTime();
            send(client, "data");
            client.shutdownOutput();
            assertThat(receive(client, 4)).isEqualTo("data");
            assertThat(ending(client)).isEqualTo("|end");
            assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void timeoutDropsDataAndClosesWhenNoneCameForThatLong() throws Exception {
        toxic(Stream.UPSTREAM, new Timeout(200));
        try (Socket client = connect()) {
            long start = System.nanoTime();
            send(client, "lost");
            assertThat(ending(client)).isEqualTo("|end");
            assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMillis(190));
        }
        await("no connection is left", () -> proxy.connections() == 0);
    }

    @Test
    void timeoutZeroIsABlackHole() throws Exception {
        toxic(Stream.UPSTREAM, new Timeout(0));
        try (Socket client = connect()) {
            send(client, "lost");
            client.setSoTimeout(300);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @Test
    void resetPeerIsSeenAsAResetOnConnectionsOldAndNew() throws Exception {
        try (Socket old = connect()) {
            assertThat(echoed(old, "before")).isEqualTo("before");
            toxic(Stream.UPSTREAM, new ResetPeer(0));
            try (Socket fresh = connect()) {
                send(old, "x");
                send(fresh, "x");
                assertThat(ending(old)).isEqualTo("|reset");
                assertThat(ending(fresh)).isEqualTo("|reset");
            }
        }
        await("no connection is left", () -> proxy.connections() == 0);
    }

    @Test
    void resetPeerWaitsAsLongAsItIsToldAndLeavesAnIdleConnectionAlone() throws Exception {
        toxic(Stream.DOWNSTREAM, new ResetPeer(150));
        try (Socket idle = connect(); Socket client = connect()) {
            long start = System.nanoTime();
            send(client, "x");
            assertThat(ending(client)).isEqualTo("|reset");
            assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
            assertThat(proxy.remove("toxic")).isTrue();
            assertThat(echoed(idle, "alive")).isEqualTo("alive");
        }
    }

    @Test
    void anOrdinaryCloseStaysOneWhereResetPeerSparesTheConnection() throws Exception {
        toxic("spared", Stream.UPSTREAM, 0, new ResetPeer(0));
        try (Socket client = connect()) {
            send(client, "whole");
            client.shutdownOutput();
            assertThat(ending(client)).isEqualTo("whole|end");
        }
    }

    @Test
    void slicerLetsTimePassAfterEachPieceAndLosesNothing() throws Exception {
        toxic(Stream.UPSTREAM, new Slicer(100, 20, 20_000));
        String text = "0123456789".repeat(100);
        try (Socket client = connect()) {
            long start = System.nanoTime();
            assertThat(echoed(client, text)).isEqualTo(text);
            // No piece is longer than 120 bytes: at least nine, with eight pauses between them.
            assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMillis(160));
        }
    }

    @Test
    void slicerWithoutDelayAndOfSingleBytesComesToAnEnd() throws Exception {
        toxic(Stream.DOWNSTREAM, new Slicer(1, 0, 0));
        String text = "s".repeat(20_000);
        try (Socket client = connect()) {
            assertThat(echoed(client, text)).isEqualTo(text);
        }
    }

    @Test
    void limitDataPassesThatManyBytesAndCloses() throws Exception {
        toxic(Stream.DOWNSTREAM, new LimitData(10));
        try (Socket client = connect()) {
            send(client, "0123456789abcdef");
            assertThat(ending(client)).isEqualTo("0123456789|end");
        }
    }

    @Test
    void limitDataKeepsItsCountWhenChanged() throws Exception {
        toxic(Stream.DOWNSTREAM, new LimitData(10));
        try (Socket client = connect()) {
            assertThat(echoed(client, "012345")).isEqualTo("012345");
            proxy.replace(new NamedToxic("toxic", Stream.DOWNSTREAM, 1, new LimitData(12)));
            assertThat(echoed(client, "6789")).isEqualTo("6789");
            proxy.replace(new NamedToxic("toxic", Stream.DOWNSTREAM, 1, new LimitData(3)));
            send(client, "more");
            assertThat(ending(client)).isEqualTo("|end");
        }
    }

    @Test
    void limitDataZeroClosesAtTheFirstByte() throws Exception {
        toxic(Stream.UPSTREAM, new LimitData(0));
        try (Socket client = connect()) {
            send(client, "x");
            assertThat(ending(client)).isIn("|end", "|reset");
        }
    }

    @Test
    void noopDoesNothingAndIsListedInItsPlace() throws Exception {
        toxic("second", Stream.DOWNSTREAM, 1, new Noop());
        toxic("first", Stream.UPSTREAM, 1, new Noop());
        assertThat(proxy.toxics()).extracting(NamedToxic::name).containsExactly("first", "second");
        try (Socket client = connect()) {
            assertThat(echoed(client, "x")).isEqualTo("x");
        }
    }

    @Test
    void aToxicCannotBecomeAnother() throws Exception {
        toxic(Stream.UPSTREAM, new Noop());
        assertThatThrownBy(() -> proxy.replace(new NamedToxic("toxic", Stream.DOWNSTREAM, 1, new Noop())))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("noop upstream");
        assertThatThrownBy(() -> toxic(Stream.DOWNSTREAM, new Noop())).isInstanceOf(NameTakenException.class);
        assertThat(proxy.replace(new NamedToxic("unknown", Stream.UPSTREAM, 1, new Noop()))).isFalse();
    }
}

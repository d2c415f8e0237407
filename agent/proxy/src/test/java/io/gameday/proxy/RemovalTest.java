package io.gameday.proxy;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.gameday.proxy.Stream.DOWNSTREAM;
import static io.gameday.proxy.Stream.UPSTREAM;
import static org.assertj.core.api.Assertions.assertThat;

/// Taking a toxic away comes to an end whatever the peers do, and leaves nothing behind.
class RemovalTest extends ProxyFixture {

    /// So generous that only what hangs exceeds it.
    private static final Duration BOUND = Duration.ofSeconds(5);

    static Stream<Toxic> everyToxic() {
        return Stream.of(new Latency(30_000, 0), new Latency(5, 5), new Bandwidth(0), new Bandwidth(1),
                new SlowClose(600_000), new Timeout(0), new Timeout(600_000), new ResetPeer(600_000),
                new Slicer(100, 10, 30_000_000), new Slicer(10, 5, 0), new LimitData(1_000_000), new Noop());
    }

    @ParameterizedTest
    @MethodSource("everyToxic")
    void underLoadItIsBoundedAndNewConnectionsAreUnaffected(Toxic toxic) throws Exception {
        List<Socket> clients = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                Socket client = connect();
                clients.add(client);
                threads.add(Thread.ofVirtual().start(() -> pour(client)));
                threads.add(Thread.ofVirtual().start(() -> drain(client)));
            }
            for (var direction : io.gameday.proxy.Stream.values()) {
                toxic(direction.text(), direction, 1, toxic);
            }
            await("the servers are reached", () -> upstream.connections() == 20);
            long start = System.nanoTime();
            assertThat(proxy.remove("upstream")).isTrue();
            assertThat(proxy.remove("downstream")).isTrue();
            try (Socket fresh = connect()) {
                assertThat(echoed(fresh, "unaffected")).isEqualTo("unaffected");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
            assertThat(proxy.toxics()).isEmpty();
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
        for (Thread thread : threads) {
            assertThat(thread.join(Duration.ofMillis(LIMIT_MILLIS))).isTrue();
        }
        await("no connection is left", () -> proxy.connections() == 0);
    }

    private static void pour(Socket client) {
        byte[] block = new byte[10_000];
        try {
            while (true) {
                client.getOutputStream().write(block);
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static void drain(Socket client) {
        byte[] block = new byte[10_000];
        try {
            while (client.getInputStream().read(block) >= 0) {
                continue;
            }
        } catch (IOException closed) {
            return;
        }
    }

    @ParameterizedTest
    @MethodSource("everyToxic")
    void ofAClientThatNeverReadsItComesToAnEnd(Toxic toxic) throws Exception {
        AtomicLong poured = new AtomicLong();
        try (Upstream pouring = Upstream.start(socket -> {
            byte[] block = new byte[64 * 1024];
            while (true) {
                socket.getOutputStream().write(block);
                poured.addAndGet(block.length);
            }
        })) {
            proxy.update(null, pouring.address(), null);
            toxic(DOWNSTREAM, toxic);
            try (Socket deaf = connect()) {
                await("the server sends", () -> poured.get() > 0);
                long start = System.nanoTime();
                assertThat(proxy.remove("toxic")).isTrue();
                assertThat(proxy.toxics()).isEmpty();
                proxy.update(null, upstream.address(), null);
                try (Socket fresh = connect()) {
                    assertThat(echoed(fresh, "unaffected")).isEqualTo("unaffected");
                }
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
                assertThat(deaf.isConnected()).isTrue();
            }
        }
        await("no connection is left", () -> proxy.connections() == 0);
    }

    @Test
    void whatAToxicHeldGoesOnAndTheConnectionStaysWhole() throws Exception {
        for (Toxic toxic : List.of(new Latency(30_000, 0), new Bandwidth(0), new ResetPeer(600_000),
                new Slicer(2, 1, 30_000_000))) {
            try (Socket client = connect()) {
                assertThat(echoed(client, "before")).isEqualTo("before");
                toxic(UPSTREAM, toxic);
                send(client, "held by " + toxic.type());
                proxy.remove("toxic");
                assertThat(receive(client, 8 + toxic.type().length())).isEqualTo("held by " + toxic.type());
                assertThat(echoed(client, "after")).isEqualTo("after");
            }
        }
    }

    @Test
    void severalThatGoTogetherLeaveNothingBehindInEachOther() throws Exception {
        for (int i = 0; i < 5; i++) {
            toxic("t" + i, UPSTREAM, 1, i % 2 == 0 ? new Latency(30_000, 0) : new Bandwidth(0));
        }
        try (Socket client = connect()) {
            send(client, "through");
            for (int i = 0; i < 5; i++) {
                proxy.remove("t" + i);
            }
            assertThat(receive(client, 7)).isEqualTo("through");
        }
    }

    @Test
    void ofATimeoutClosesTheConnectionsThatLostBytesAndNoOther() throws Exception {
        try (Socket loser = connect(); Socket idle = connect()) {
            assertThat(echoed(loser, "a") + echoed(idle, "b")).isEqualTo("ab");
            toxic(UPSTREAM, new Timeout(0));
            send(loser, "lost");
            // The proxy reads in order of arrival, but two sockets have no order: wait until the bytes are gone.
            awaitTaken(loser);
            proxy.remove("toxic");
            assertThat(ending(loser)).isEqualTo("|end");
            assertThat(echoed(idle, "whole")).isEqualTo("whole");
        }
    }

    /// A turn of the event loop after which what was sent before has been read.
    private void awaitTaken(Socket sender) throws Exception {
        try (Socket other = connect()) {
            send(other, "x");
            await("both are connected", () -> upstream.connections() == 3);
        }
        turns();
        assertThat(sender.isClosed()).isFalse();
    }

    private void turns() throws Exception {
        for (int i = 0; i < 3; i++) {
            network.group().next().submit(() -> {
            }).get();
        }
    }

    @Test
    void aClientThatDoesNotTakeWhatWasHeldIsClosedAfterASecond() throws Exception {
        try (Upstream pouring = Upstream.start(socket -> {
            byte[] block = new byte[64 * 1024];
            while (true) {
                socket.getOutputStream().write(block);
            }
        }); Socket deaf = new Socket()) {
            proxy.update(null, pouring.address(), null);
            toxic(DOWNSTREAM, new Latency(30_000, 0));
            // With a window this small, the kernel takes far less than what is held.
            deaf.setReceiveBufferSize(4096);
            deaf.connect(address(proxy));
            await("the toxic holds all it can", () -> proxies.heldBytes() >= 4 * 1024 * 1024);
            proxy.remove("toxic");
            await("it is closed", () -> proxy.connections() == 0);
        }
    }

    @Test
    void soIsOneThatDoesNotTakeWhatWasHeldWithTheEndBehindIt() throws Exception {
        int size = 3 * 1024 * 1024;
        CountDownLatch ended = new CountDownLatch(1);
        try (Upstream ending = Upstream.start(socket -> {
            socket.getOutputStream().write(new byte[size]);
            socket.shutdownOutput();
            ended.countDown();
        }); Socket deaf = new Socket()) {
            proxy.update(null, ending.address(), null);
            toxic(DOWNSTREAM, new Latency(30_000, 0));
            deaf.setReceiveBufferSize(4096);
            deaf.connect(address(proxy));
            assertThat(ended.await(LIMIT_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
            await("all is held", () -> proxies.heldBytes() == size);
            turns();
            proxy.remove("toxic");
            await("it is closed", () -> proxy.connections() == 0);
        }
    }

    private long seen;
    private int times;

    private boolean unchanged(long now) {
        times = now == seen ? times + 1 : 0;
        seen = now;
        return times > 300;
    }

    @Test
    void manyThatSendMuchAreHeldToABoundTogetherAndNothingStaysHeldBehindThem() throws Exception {
        toxic(UPSTREAM, new Latency(30_000, 0));
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Socket client = connect();
            clients.add(client);
            Thread.ofVirtual().start(() -> pour(client));
        }
        await("nothing more is taken", () -> proxies.heldBytes() > 10_000_000 && unchanged(proxies.heldBytes()));
        // 64 MiB, and what was on its way while that was reached.
        assertThat(proxies.heldBytes()).isLessThan(64L * 1024 * 1024 + 60 * 2 * 1024 * 1024);
        for (Socket client : clients) {
            client.close();
        }
        proxy.remove("toxic");
        await("nothing is held", () -> proxies.heldBytes() == 0);
        await("no connection is left", () -> proxy.connections() == 0);
    }

    @Test
    void ofResetPeerLeavesNothingBehindForAThousandConnects() throws Exception {
        toxic(UPSTREAM, new ResetPeer(0));
        try (Socket client = connect()) {
            send(client, "x");
            assertThat(ending(client)).isEqualTo("|reset");
        }
        proxy.remove("toxic");
        for (int i = 0; i < 1000; i++) {
            try (Socket client = connect()) {
                send(client, "x" + i);
                client.shutdownOutput();
                assertThat(ending(client)).isEqualTo("x" + i + "|end");
            }
        }
        await("no connection is left", () -> proxy.connections() == 0);
    }
}

package io.gameday.proxy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RelayTest extends ProxyFixture {

    @Test
    void whatIsSentArrivesWholeInBothDirections() throws Exception {
        byte[] data = new byte[20_000_000];
        new Random(1).nextBytes(data);
        try (Socket client = connect()) {
            CompletableFuture<byte[]> back = CompletableFuture.supplyAsync(() -> {
                try {
                    return client.getInputStream().readNBytes(data.length);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            client.getOutputStream().write(data);
            assertThat(back.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo(data);
        }
    }

    @Test
    void aHalfCloseIsPassedOnAndTheAnswerStillComes() throws Exception {
        try (Upstream counting = Upstream.start(socket -> {
            int read = socket.getInputStream().readAllBytes().length;
            socket.getOutputStream().write(("read " + read).getBytes(StandardCharsets.US_ASCII));
        })) {
            proxy.update(null, counting.address(), null);
            try (Socket client = connect()) {
                send(client, "hello");
                client.shutdownOutput();
                assertThat(ending(client)).isEqualTo("read 5|end");
            }
        }
        await("no connection is left", () -> proxy.connections() == 0);
    }

    @Test
    void aClientThatGoesWhileBothDirectionsAreFullLeavesNothingBehind() throws Exception {
        AtomicLong poured = new AtomicLong();
        try (Socket client = connect()) {
            Thread.ofVirtual().start(() -> {
                byte[] block = new byte[64 * 1024];
                try {
                    while (true) {
                        client.getOutputStream().write(block);
                        poured.addAndGet(block.length);
                    }
                } catch (IOException closed) {
                    return;
                }
            });
            AtomicLong seen = new AtomicLong(-1);
            AtomicLong times = new AtomicLong();
            await("everything is full", () -> {
                boolean same = seen.getAndSet(poured.get()) == poured.get() && poured.get() > 0;
                return (same ? times.incrementAndGet() : times.getAndSet(0)) > 300;
            });
        }
        await("no connection is left", () -> proxy.connections() == 0);
    }

    @Test
    void aResetByTheServerIsAResetForTheClient() throws Exception {
        try (Upstream resetting = Upstream.start(socket -> {
            socket.getInputStream().read();
            socket.setSoLinger(true, 0);
        })) {
            proxy.update(null, resetting.address(), null);
            try (Socket client = connect()) {
                send(client, "x");
                assertThat(ending(client)).isEqualTo("|reset");
            }
        }
        await("no connection is left", () -> proxy.connections() == 0);
    }

    @Test
    void whereTheServerRefusesTheClientIsAcceptedAndThenClosed() throws Exception {
        // A port that is taken and does not listen refuses; one that was closed may be somebody else's by now.
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            proxy.update(null, "127.0.0.1:" + taken.getLocalPort(), null);
            try (Socket client = connect()) {
                assertThat(ending(client)).isIn("|end", "|reset");
            }
        }
        await("no connection is left", () -> proxy.connections() == 0);
    }

    @Test
    void aHostNameIsLookedUpAndAnUnknownOneClosesTheClient() throws Exception {
        proxy.update(null, "localhost:" + upstream.address().split(":")[1], null);
        try (Socket client = connect()) {
            assertThat(echoed(client, "named")).isEqualTo("named");
        }
        proxy.update(null, "no such host:1", null);
        try (Socket client = connect()) {
            assertThat(ending(client)).isIn("|end", "|reset");
        }
    }

    @Test
    void aServerThatAcceptsNobodyHoldsUpNeitherOtherProxiesNorTheirManagement() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1); Socket one = new Socket(); Socket other = new Socket()) {
            one.connect(full.getLocalSocketAddress());
            other.connect(full.getLocalSocketAddress());
            Proxy stuck = proxies
                    .add(new ProxySpec("stuck", "127.0.0.1:0", "127.0.0.1:" + full.getLocalPort(), true, false));
            try (Socket hanging = connect(stuck); Socket second = connect(stuck); Socket client = connect()) {
                await("both are dialled for", () -> stuck.connections() == 2);
                assertThat(echoed(client, "fine")).isEqualTo("fine");
                stuck.update(null, upstream.address(), null);
                try (Socket now = connect(stuck)) {
                    assertThat(echoed(now, "fine too")).isEqualTo("fine too");
                }
                assertThat(ending(hanging)).isIn("|end", "|reset");
                assertThat(ending(second)).isIn("|end", "|reset");
            }
        }
    }

    @Test
    void aDisabledProxyRefusesAndClosesAndComesBackAtItsAddress() throws Exception {
        String listen = proxy.listen();
        try (Socket client = connect()) {
            assertThat(echoed(client, "a")).isEqualTo("a");
            proxy.update(null, null, false);
            assertThat(proxy.enabled()).isFalse();
            assertThat(ending(client)).isEqualTo("|end");
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        }
        for (int i = 0; i < 50; i++) {
            proxy.update(null, null, true);
            proxy.update(null, null, false);
        }
        proxy.update(null, null, true);
        assertThat(proxy.listen()).isEqualTo(listen);
        try (Socket client = connect()) {
            assertThat(echoed(client, "b")).isEqualTo("b");
        }
    }

    @Test
    void theSameAddressWrittenOtherwiseChangesNothing() throws Exception {
        try (Socket client = connect()) {
            proxy.update("localhost:" + address(proxy).getPort(), upstream.address(), null);
            assertThat(echoed(client, "still here")).isEqualTo("still here");
        }
    }

    @Test
    void theNetworkThreadItselfMayManageProxies() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        network.group().next().execute(() -> {
            try {
                proxy.update(null, null, false);
                proxy.update(null, null, true);
                proxies.add(new ProxySpec("second", "127.0.0.1:0", upstream.address(), true, false));
                done.countDown();
            } catch (IOException | NameTakenException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(done.await(LIMIT_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
        try (Socket client = connect(proxies.find("second").orElseThrow())) {
            assertThat(echoed(client, "x")).isEqualTo("x");
        }
    }

    @Test
    void anAddressInUseIsToldInToxiproxysWordsAndNothingIsAdded() {
        assertThatThrownBy(() -> proxies.add(new ProxySpec("other", proxy.listen(), upstream.address(), true, false)))
                .isInstanceOf(IOException.class)
                .hasMessage("listen tcp " + proxy.listen() + ": bind: address already in use");
        assertThatThrownBy(() -> proxies.add(new ProxySpec("other", "local373", upstream.address(), true, false)))
                .hasMessage("listen tcp: address local373: missing port in address");
        assertThat(proxies.find("other")).isEmpty();
        assertThat(proxies.all()).containsExactly(proxy);
    }

    @Test
    void aProxyThatCannotMoveIsDisabledWithTheNewAddress() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String where = "127.0.0.1:" + taken.getLocalPort();
            assertThatThrownBy(() -> proxy.update(where, null, null)).isInstanceOf(IOException.class);
            assertThat(proxy.spec()).isEqualTo(new ProxySpec("link", where, upstream.address(), false, false));
        }
    }

    @Test
    void aNameIsTakenOnce() {
        assertThatThrownBy(() -> proxies.add(new ProxySpec("link", "", "localhost:1", false, false)))
                .isInstanceOf(NameTakenException.class).hasMessageContaining("link");
        assertThat(proxies.remove("link")).isTrue();
        assertThat(proxies.remove("link")).isFalse();
        assertThatThrownBy(() -> proxy.update(null, null, true)).isInstanceOf(IOException.class)
                .hasMessageContaining("removed");
    }

    @Test
    void aClientThatDoesNotReadStopsTheSenderAndNotTheProxy() throws Exception {
        CompletableFuture<Long> sent = new CompletableFuture<>();
        byte[] block = new byte[64 * 1024];
        long total = 200L * 1024 * 1024;
        try (Upstream pouring = Upstream.start(socket -> {
            long written = 0;
            while (written < total) {
                socket.getOutputStream().write(block);
                written += block.length;
            }
            sent.complete(written);
        })) {
            proxy.update(null, pouring.address(), null);
            try (Socket client = connect()) {
                assertThat(client.getInputStream().read()).isZero();
                assertThat(sent).isNotDone();
                assertThat(client.getInputStream().readNBytes(1_000_000)).hasSize(1_000_000);
                long read = 1_000_001;
                while (read < total) {
                    read += client.getInputStream().skip(Math.min(1 << 20, total - read));
                }
                assertThat(sent.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo(total);
            }
        }
    }
}

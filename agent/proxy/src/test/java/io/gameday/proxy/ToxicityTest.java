package io.gameday.proxy;

import io.gameday.http.Network;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ToxicityTest extends ProxyFixture {

    private List<Boolean> resets(int connections) throws IOException {
        List<Boolean> resets = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            try (Socket client = connect()) {
                send(client, "x");
                client.shutdownOutput();
                resets.add(ending(client).endsWith("|reset"));
            }
        }
        return resets;
    }

    @Test
    void zeroNeverBitesAndOneAlways() throws Exception {
        toxic("never", Stream.UPSTREAM, 0, new ResetPeer(0));
        assertThat(resets(100)).containsOnly(false);
        toxic("always", Stream.UPSTREAM, 1, new ResetPeer(0));
        assertThat(resets(20)).containsOnly(true);
    }

    @Test
    void theSameSeedThrowsTheSameDiceAndAnotherDoesNot() throws Exception {
        toxic("some", Stream.UPSTREAM, 0.5f, new ResetPeer(0));
        List<Boolean> first = resets(64);
        assertThat(again(42)).isEqualTo(first);
        assertThat(again(43)).isNotEqualTo(first);
        assertThat(first).contains(true, false);
    }

    private List<Boolean> again(long seed) throws Exception {
        try (Network other = new Network("again"); Proxies proxiesAgain = new Proxies(other, seed)) {
            proxy = proxiesAgain.add(new ProxySpec("link", "127.0.0.1:0", upstream.address(), true, false));
            toxic("some", Stream.UPSTREAM, 0.5f, new ResetPeer(0));
            return resets(64);
        }
    }

    @Test
    void theDieIsThrownOncePerConnectionWhateverIsChangedLater() throws Exception {
        // Delays are seen as what they hold: those that bite hold for ever, the others pass.
        toxic("some", Stream.UPSTREAM, 0.5f, new Bandwidth(0));
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                clients.add(connect());
            }
            List<Boolean> held = held(clients);
            assertThat(held).contains(true, false);
            proxy.replace(new NamedToxic("some", Stream.UPSTREAM, 0.5f, new Bandwidth(0)));
            toxic("behind", Stream.UPSTREAM, 1, new Noop());
            proxy.remove("behind");
            assertThat(held(clients)).isEqualTo(held);
            proxy.replace(new NamedToxic("some", Stream.UPSTREAM, 0, new Bandwidth(0)));
            for (int i = 0; i < clients.size(); i++) {
                String sent = held.get(i) ? "xx" : "";
                assertThat(receive(clients.get(i), sent.length())).isEqualTo(sent);
                assertThat(echoed(clients.get(i), "now")).isEqualTo("now");
            }
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private List<Boolean> held(List<Socket> clients) throws IOException {
        List<Boolean> held = new ArrayList<>();
        for (Socket client : clients) {
            send(client, "x");
            client.setSoTimeout(100);
            boolean came;
            try {
                came = client.getInputStream().read() == 'x';
            } catch (SocketTimeoutException nothing) {
                came = false;
            }
            client.setSoTimeout(LIMIT_MILLIS);
            held.add(!came);
        }
        return held;
    }
}

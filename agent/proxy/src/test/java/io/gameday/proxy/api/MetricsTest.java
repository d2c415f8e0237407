package io.gameday.proxy.api;

import io.gameday.proxy.Proxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsTest {

    @Test
    void whatConnectionsCarriedIsCountedWhenTheyEnd() throws IOException {
        try (TestServer server = TestServer.start(new ProxyServer.Options(true, false));
                ServerSocket upstream = new ServerSocket(0, 10, InetAddress.getByAddress(new byte[]{127, 0, 0, 1}))) {
            String to = "127.0.0.1:" + upstream.getLocalPort();
            server.http().send("POST", "/proxies", Map.of(), "{\"name\":\"a\\\"b\",\"upstream\":\"" + to + "\"}");
            Proxy proxy = server.proxies().all().getFirst();
            assertThat(server.http().get("/metrics").body()).isEmpty();
            carry(proxy, upstream);
            carry(proxy, upstream);
            while (proxy.connections() > 0) {
                Thread.onSpinWait();
            }
            String labels = ",listener=\"" + proxy.listen() + "\",proxy=\"a\\\"b\",upstream=\"" + to + "\"} ";
            RawHttp.Answer answer = server.http().get("/metrics");
            assertThat(answer.header("content-type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
            assertThat(answer.body()).isEqualTo("""
                    # HELP toxiproxy_proxy_received_bytes_total\s
                    # TYPE toxiproxy_proxy_received_bytes_total counter
                    toxiproxy_proxy_received_bytes_total{direction="upstream"%1$s6
                    toxiproxy_proxy_received_bytes_total{direction="downstream"%1$s4
                    # HELP toxiproxy_proxy_sent_bytes_total\s
                    # TYPE toxiproxy_proxy_sent_bytes_total counter
                    toxiproxy_proxy_sent_bytes_total{direction="upstream"%1$s6
                    toxiproxy_proxy_sent_bytes_total{direction="downstream"%1$s4
                    """.formatted(labels));
        }
    }

    private static void carry(Proxy proxy, ServerSocket upstream) throws IOException {
        int port = Integer.parseInt(proxy.listen().substring("127.0.0.1:".length()));
        try (Socket in = new Socket("127.0.0.1", port); Socket out = upstream.accept()) {
            in.getOutputStream().write(new byte[3]);
            assertThat(out.getInputStream().readNBytes(3)).hasSize(3);
            out.getOutputStream().write(new byte[2]);
            assertThat(in.getInputStream().readNBytes(2)).hasSize(2);
        }
    }
}

package io.gameday.proxy;

import io.gameday.http.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;

/// A proxy before an echo server, and clients of it.
abstract class ProxyFixture {

    /// Beyond any machine's slowness: what takes longer hangs.
    static final int LIMIT_MILLIS = 20_000;

    Network network;
    Proxies proxies;
    Upstream upstream;
    Proxy proxy;

    @BeforeEach
    void start() throws Exception {
        network = new Network("test");
        proxies = new Proxies(network, 42);
        upstream = upstream();
        proxy = proxies.add(new ProxySpec("link", "127.0.0.1:0", upstream.address(), true, http()));
    }

    Upstream upstream() throws IOException {
        return Upstream.echo();
    }

    boolean http() {
        return false;
    }

    @AfterEach
    void stop() throws IOException {
        proxies.close();
        upstream.close();
        network.close();
    }

    Socket connect() throws IOException {
        return connect(proxy);
    }

    static Socket connect(Proxy proxy) throws IOException {
        Socket socket = new Socket();
        socket.connect(address(proxy), LIMIT_MILLIS);
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    static InetSocketAddress address(Proxy proxy) {
        int colon = proxy.listen().lastIndexOf(':');
        return new InetSocketAddress("127.0.0.1", Integer.parseInt(proxy.listen().substring(colon + 1)));
    }

    void toxic(String name, Stream stream, float toxicity, Toxic toxic) throws NameTakenException {
        proxy.add(new NamedToxic(name, stream, toxicity, toxic));
    }

    void toxic(Stream stream, Toxic toxic) throws NameTakenException {
        toxic("toxic", stream, 1, toxic);
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String receive(Socket socket, int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    /// Sends and reads the echo.
    static String echoed(Socket socket, String text) throws IOException {
        send(socket, text);
        return receive(socket, text.length());
    }

    /// How the stream ended behind the bytes that came: `end` or `reset`.
    static String ending(Socket socket) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = socket.getInputStream()) {
            in.transferTo(bytes);
            return bytes.toString(StandardCharsets.ISO_8859_1) + "|end";
        } catch (IOException e) {
            return bytes.toString(StandardCharsets.ISO_8859_1) + "|"
                    + (String.valueOf(e.getMessage()).contains("reset") ? "reset" : e.toString());
        }
    }

    static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + LIMIT_MILLIS * 1_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - until).as("still not: " + what).isNegative();
            LockSupport.parkNanos(1_000_000);
        }
    }
}

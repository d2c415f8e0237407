package io.gameday.proxy.api;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// A real server started from its binary.
class RealToxiproxyContractTest extends RealToxiproxyContract {

    private static final String VARIABLE = "GAMEDAY_TOXIPROXY_SERVER";

    private @Nullable Process process;
    private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Optional<Path> binary = binary();
        assumeTrue(binary.isPresent(),
                "no Toxiproxy here: " + VARIABLE + " names none and there is no toxiproxy-server " + "on the PATH");
        InetAddress loopback = InetAddress.getByAddress(new byte[]{127, 0, 0, 1});
        try (ServerSocket free = new ServerSocket(0, 1, loopback)) {
            address = new InetSocketAddress(loopback, free.getLocalPort());
        }
        process = new ProcessBuilder(binary.get().toString(), "-host", "127.0.0.1", "-port",
                Integer.toString(address.getPort())).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        while (!listens()) {
            assertThat(process.isAlive()).as("%s runs", binary.get()).isTrue();
            Thread.onSpinWait();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Optional<Path> binary() {
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "toxiproxy-server")).filter(Files::isExecutable).findFirst();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    InetSocketAddress server() {
        return address;
    }
}

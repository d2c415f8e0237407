package io.gameday.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A process under measurement that passes bytes on, or the origin behind it.
final class Relay implements AutoCloseable {

    static final String OURS = "gameday";
    static final String TOXIPROXY = "Toxiproxy";

    private static final Pattern OUR_API = Pattern.compile("API at http://127\\.0\\.0\\.1:(\\d+)");
    private static final Path STREAM_MODULE = Path.of("/usr/lib/nginx/modules/ngx_stream_module.so");
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final String name;
    private final Process process;
    private final int port;

    private Relay(String name, Process process, int port) throws IOException {
        this.name = name;
        this.process = process;
        this.port = port;
        Instant end = Instant.now().plus(START_LIMIT);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                process.destroyForcibly();
                throw new IOException(name + " does not listen at 127.0.0.1:" + port + "; is it what its name says?");
            }
            pause();
        }
    }

    /// `gameday proxy`, its API at [#port].
    ///
    /// @param launcher the command `gameday`
    static Relay ours(Path launcher) throws IOException {
        Process process = new ProcessBuilder(launcher.toString(), "proxy", "--port", "0", "--seed", "7")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader says = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = says.readLine();
        Matcher api = OUR_API.matcher(line == null ? "" : line);
        if (!api.find()) {
            process.destroyForcibly();
            throw new IOException(launcher + " proxy said '" + line + "'; does it start by hand?");
        }
        return new Relay(OURS, process, Integer.parseInt(api.group(1)));
    }

    /// A Toxiproxy server, its API at [#port].
    static Relay toxiproxy(Path server) throws IOException {
        int port = freePort();
        return new Relay(TOXIPROXY, quiet(List.of(server.toString(), "-host", "127.0.0.1", "-port", "" + port)), port);
    }

    /// HAProxy passing on bytes, with as many threads as it chooses by itself.
    static Relay haproxy(Path program, Path folder, int origin) throws IOException {
        int port = freePort();
        Path config = Files.writeString(folder.resolve("haproxy.cfg"), """
                defaults
                  mode tcp
                  timeout connect 5s
                  timeout client 60s
                  timeout server 60s
                listen relay
                  bind 127.0.0.1:%d
                  server origin 127.0.0.1:%d
                """.formatted(port, origin));
        return new Relay("haproxy", quiet(List.of(program.toString(), "-db", "-f", config.toString())), port);
    }

    /// nginx passing on bytes, with a worker for each core.
    static Relay nginxStream(Path program, Path folder, int origin) throws IOException {
        int port = freePort();
        return nginx("nginx stream", program, folder, port, "auto", """
                stream {
                  access_log off;
                  server { listen 127.0.0.1:%d; tcp_nodelay on; proxy_pass 127.0.0.1:%d; }
                }
                """.formatted(port, origin));
    }

    /// nginx serving files of 1 KiB and 1 MiB from one worker, at [#port].
    static Relay origin(Path program, Path folder) throws IOException {
        Files.write(folder.resolve("1KiB"), new byte[1024]);
        Files.write(folder.resolve("1MiB"), new byte[1024 * 1024]);
        int port = freePort();
        return nginx("origin", program, folder, port, "1", """
                http {
                  access_log off;
                  sendfile on;
                  keepalive_requests 1000000000;
                  server { listen 127.0.0.1:%d; root %s; }
                }
                """.formatted(port, folder));
    }

    private static Relay nginx(String name, Path program, Path folder, int port, String workers, String rest)
            throws IOException {
        String module = rest.startsWith("stream") && Files.exists(STREAM_MODULE)
                ? "load_module " + STREAM_MODULE + ";\n"
                : "";
        // As root its workers would become somebody who may not read our folder; as anybody else this is ignored.
        Path config = Files.writeString(folder.resolve(name.replace(' ', '-') + ".conf"), module + """
                user root;
                daemon off;
                worker_processes %s;
                pid %s;
                error_log stderr crit;
                events { worker_connections 4096; }
                """.formatted(workers, folder.resolve(name.replace(' ', '-') + ".pid")) + rest);
        return new Relay(name, quiet(List.of(program.toString(), "-c", config.toString(), "-p", folder.toString())),
                port);
    }

    private static Process quiet(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// The program of that name on the PATH or among those for administrators.
    static Optional<Path> installed(String program) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, program)).filter(Files::isExecutable).findFirst();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    /// User and system time of all its processes so far.
    double cpuSeconds() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).mapToDouble(Launched::cpuSeconds)
                .sum();
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

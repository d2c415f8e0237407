package io.gameday.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// What the launcher runs once after a build, so that the JVM records which classes the commands need and later starts
/// load them from its cache. What it prints is of no interest.
final class Training {

    private static final String EXAMPLE = "experiments/catalog/az-power-loss.yaml";

    private Training() {
    }

    public static void main(String[] args) throws IOException {
        String example = Path.of(System.getProperty("gameday.home", "."), EXAMPLE).toString();
        Path runs = Files.createTempDirectory("gameday-training");
        Gameday.execute("--help");
        Gameday.execute("list");
        Gameday.execute("check", example);
        // It ends with every document of a run: the libraries behind those are most of what a JVM can load.
        Gameday.execute("run", example, "--on", "simulated", "--out", runs.toString());
        try (Stream<Path> made = Files.list(runs)) {
            // Made again from what lies there, people's words among it.
            made.filter(Files::isDirectory).forEach(run -> Gameday.execute("report", run.toString()));
        }
        Gameday.execute("history", "az-power-loss", "--runs", runs.toString());
        toolkit(runs);
        try (Stream<Path> left = Files.walk(runs)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// One probe of a server of our own, as the smallest experiment of Chaos Toolkit has it.
    private static void toolkit(Path runs) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        server.start();
        try {
            Path file = Files.writeString(runs.resolve("probe.json"),
                    """
                            {"title": "t", "description": "d", "method": [], "steady-state-hypothesis": {"title": "s", "probes": [
                             {"type": "probe", "name": "p", "tolerance": 200,
                              "provider": {"type": "http", "url": "http://127.0.0.1:%d/", "timeout": 5}}]}}
                            """
                            .formatted(server.getAddress().getPort()));
            Gameday.execute("run", file.toString(), "--out", runs.resolve("toolkit").toString());
        } finally {
            server.stop(0);
        }
    }
}

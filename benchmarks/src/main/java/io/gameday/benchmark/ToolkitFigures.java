package io.gameday.benchmark;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Times `gameday run` against `chaos run` of the smallest experiment, one probe and no fault, in turn and from the command to its
/// end: launchers are in it, a build is not. Prints minimum, median and maximum of both, and of their ratio pair by pair.
///
/// Arguments: launcher, program of Chaos Toolkit, number of pairs.
public final class ToolkitFigures {

    private static final long LIMIT_SECONDS = 60;

    private ToolkitFigures() {
    }

    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            System.err.println("arguments: LAUNCHER CHAOS PAIRS");
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("gameday-toolkit");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        server.start();
        try {
            String file = Files.writeString(folder.resolve("probe.json"),
                    """
                            {"title": "t", "description": "d", "method": [], "steady-state-hypothesis": {"title": "s", "probes": [
                             {"type": "probe", "name": "p", "tolerance": 200,
                              "provider": {"type": "http", "url": "http://127.0.0.1:%d/", "timeout": 5}}]}}
                            """
                            .formatted(server.getAddress().getPort()))
                    .toString();
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            // The first pair warms the disk's cache and may have to build.
            for (int i = 0; i <= Integer.parseInt(args[2]); i++) {
                double our = seconds(folder, Path.of(args[0]).toAbsolutePath().toString(), "run", file, "--out",
                        "runs");
                double their = seconds(folder, Path.of(args[1]).toAbsolutePath().toString(), "run", file,
                        "--journal-path", "theirs.json");
                if (i > 0) {
                    ours.add(our);
                    theirs.add(their);
                    ratios.add(our / their);
                }
            }
            print("gameday run, s", ours);
            print("chaos run, s", theirs);
            print("gameday / chaos", ratios);
        } finally {
            server.stop(0);
        }
        System.out.println("journals of both: " + folder);
    }

    private static double seconds(Path folder, String... command) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile()).start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroy();
            throw new IOException(command[0] + " did not end with 0 within " + LIMIT_SECONDS + " s: "
                    + Files.readString(folder.resolve("output.txt")));
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void print(String what, List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%-16s min %.3f  median %.3f  max %.3f  of %d%n", what, sorted.getFirst(),
                sorted.get(sorted.size() / 2), sorted.getLast(), sorted.size());
    }
}

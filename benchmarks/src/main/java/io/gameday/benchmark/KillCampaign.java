package io.gameday.benchmark;

import io.gameday.journal.JournalFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// `gameday prove` with many faults, and how their overruns are spread by who was killed.
///
/// Arguments: launcher, output folder, and for another number than 200 of faults that.
public final class KillCampaign {

    private static final String FAULTS = "200";
    private static final int SECONDS = 7200;

    private KillCampaign() {
    }

    public static void main(String[] args) throws Exception {
        if (args.length < 2 || args.length > 3) {
            System.err.println("arguments: LAUNCHER OUTPUT-FOLDER [FAULTS]");
            System.exit(2);
        }
        Path out = Path.of(args[1]);
        String faults = args.length == 3 ? args[2] : FAULTS;
        try (Launched prove = new Launched(Path.of(args[0]), out,
                List.of("prove", "--faults", faults, "--seconds", String.valueOf(SECONDS), "--out", out.toString()))) {
            int exit = prove.exitCode(SECONDS + 600);
            prove.look();
            System.out.print(Files.readString(out.resolve("output.txt")));
            System.out.println("exit " + exit + " after " + Math.round(prove.seconds()) + " s; "
                    + (prove.left().isEmpty() ? "no process left" : "LEFT: " + prove.left()));
            overruns(receipt(out));
        }
    }

    private static JsonNode receipt(Path out) throws IOException {
        try (Stream<Path> folders = Files.list(out)) {
            Path newest = folders.filter(folder -> Files.exists(folder.resolve("prove.json"))).sorted()
                    .reduce((_, later) -> later)
                    .orElseThrow(() -> new IOException("no prove.json in " + out + "; see its output.txt"));
            return JournalFormat.mapper().readTree(Files.readString(newest.resolve("prove.json")));
        }
    }

    private static void overruns(JsonNode receipt) {
        Map<String, List<Double>> byStrike = new TreeMap<>();
        for (JsonNode fault : receipt.path("faults")) {
            if (fault.path("overrun").isString()) {
                byStrike.merge(fault.path("strike").asString(),
                        List.of(Duration.parse(fault.path("overrun").asString()).toMillis() / 1000.0),
                        (a, b) -> Stream.concat(a.stream(), b.stream()).sorted().toList());
            }
        }
        byStrike.forEach((strike, seconds) -> System.out.printf(Locale.ROOT,
                "%-22s %4d faults, seen gone after %.1f s in the middle, %.1f s at most%n", strike, seconds.size(),
                seconds.get(seconds.size() / 2), seconds.getLast()));
    }
}

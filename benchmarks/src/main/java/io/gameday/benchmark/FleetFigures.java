package io.gameday.benchmark;

import io.gameday.reference.fleet.Fleet;
import io.gameday.reference.fleet.FleetDay;
import io.gameday.reference.fleet.FleetEntry;
import io.gameday.reference.fleet.FleetReader;
import io.gameday.reference.fleet.FleetResult;
import io.gameday.reference.fleet.Generation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// Plays a fleet for 24 simulated hours on all three generations, again and again, and prints what each time took and the
/// digest of its journal, which must be the same each time. For one core: `taskset -c 0 java -XX:+UseSerialGC …`.
///
/// Arguments: fleet file, times.
public final class FleetFigures {

    private static final int DAY = 24 * 60;

    private FleetFigures() {
    }

    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        if (args.length != 2) {
            System.err.println("arguments: FLEET-FILE TIMES");
            System.exit(2);
        }
        FleetReader.Reading reading = FleetReader.read(args[0], Files.readString(Path.of(args[0])));
        reading.problems().forEach(System.err::println);
        Fleet fleet = reading.fleet().orElseThrow();
        for (int time = 0; time < Integer.parseInt(args[1]); time++) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long[] began = new long[Generation.values().length + 1];
            began[0] = System.nanoTime();
            long processor = processor();
            FleetResult result = new FleetDay(fleet, 1, DAY, entry -> update(digest, entry), (generation, hour) -> {
                began[generation.number()] = System.nanoTime();
            }).play();
            System.out.printf(Locale.ROOT,
                    "%d cells, %d min: generation 1 %.1f s, 2 %.1f s, 3 %.1f s; processor %.1f s; journal %s%n",
                    result.cells(), result.minutes(), seconds(began, 1), seconds(began, 2), seconds(began, 3),
                    (processor() - processor) / 1e9, HexFormat.of().formatHex(digest.digest()).substring(0, 16));
        }
    }

    private static double seconds(long[] began, int generation) {
        return (began[generation] - began[generation - 1]) / 1e9;
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void update(MessageDigest digest, FleetEntry entry) {
        digest.update((entry.line() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}

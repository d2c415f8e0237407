package io.gameday.benchmark;

import io.gameday.reference.simulated.seeded.SeededDay;
import java.util.Locale;
import java.util.stream.LongStream;

/// Plays many seeds of random faults, releases and operations on the simulated reference app, looks each second at what must
/// hold, and prints each seed in which something does not, with what was done and how to play it again. Uses every core.
///
/// Arguments: first seed, number of seeds.
public final class SeedCampaign {

    private static final int SECONDS = 30;

    private SeedCampaign() {
    }

    public static void main(String[] args) {
        if (args.length != 2) {
            System.err.println("arguments: FIRST-SEED SEEDS");
            System.exit(2);
        }
        long first = Long.parseLong(args[0]);
        long seeds = Long.parseLong(args[1]);
        long began = System.nanoTime();
        long broken = LongStream.range(first, first + seeds).parallel()
                .filter(seed -> new SeededDay(seed, SECONDS).play().map(found -> {
                    System.out.println(found);
                    return true;
                }).orElse(false)).count();
        System.out.printf(Locale.ROOT, "%,d seeds of %d simulated seconds in %.0f s: %d broken%n", seeds, SECONDS,
                (System.nanoTime() - began) / 1e9, broken);
        System.exit(broken == 0 ? 0 : 3);
    }
}

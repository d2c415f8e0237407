package io.gameday.benchmark.detection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// How soon each contender finds one kind of fault of one zone, at one rate. Time runs from the instant the fault begins,
/// anywhere within a second, to the end of the second in which the zone's alarm goes up. An alarm that was up before
/// finds nothing.
final class TimeToDetect {

    static final double WANTED_SECONDS = 5;
    private static final int BEFORE = 300;
    private static final int PHASES = 60;
    private static final int LASTS = 600;

    private final ZoneFault fault;
    private final double[][] seconds;
    private final boolean[] elsewhere = new boolean[Contender.ALL.size()];
    private final int[] wrongZone = new int[Contender.ALL.size()];
    private int traces;

    TimeToDetect(ZoneFault fault, int seeds) {
        this.fault = fault;
        seconds = new double[Contender.ALL.size()][seeds];
    }

    void trace(long seed, double rate) {
        Trace trace = new Trace(seed, rate, fault.slow());
        SplittableRandom random = new SplittableRandom(~seed);
        List<Detector> detectors = Contender.ALL.stream().map(c -> c.fresh().apply(fault.slow())).toList();
        int before = BEFORE + random.nextInt(PHASES);
        double into = random.nextDouble();
        boolean[] found = new boolean[detectors.size()];
        Arrays.fill(elsewhere, false);
        for (double[] of : seconds) {
            of[traces] = Double.POSITIVE_INFINITY;
        }
        int left = found.length;
        for (int second = -before; second < LASTS && left > 0; second++) {
            if (second == 0) {
                trace.begin(fault, into);
            }
            Counted counted = trace.next();
            for (int d = 0; d < found.length; d++) {
                // What has found the fault need not be asked again.
                if (found[d]) {
                    continue;
                }
                int alarms = detectors.get(d).second(counted);
                boolean up = (alarms & 1) != 0;
                elsewhere[d] |= second >= 0 && (alarms & ~1) != 0;
                if (up) {
                    found[d] = second >= -1;
                    left -= found[d] ? 1 : 0;
                    seconds[d][traces] = second >= 0 ? second + 1 - into : Double.POSITIVE_INFINITY;
                }
            }
        }
        for (int d = 0; d < found.length; d++) {
            wrongZone[d] += elsewhere[d] ? 1 : 0;
        }
        traces++;
    }

    long soonEnough(int contender) {
        return Arrays.stream(seconds[contender], 0, traces).filter(s -> s <= WANTED_SECONDS).count();
    }

    Interval share(int contender) {
        return Interval.share(soonEnough(contender), traces);
    }

    String words(int contender) {
        double[] sorted = Arrays.copyOf(seconds[contender], traces);
        Arrays.sort(sorted);
        String words = number(sorted[traces / 2]) + " / " + number(sorted[(int) Math.ceil(0.95 * traces) - 1]) + ", "
                + String.format(Locale.ROOT, "%.1f %%", 100.0 * soonEnough(contender) / traces);
        return wrongZone[contender] == 0
                ? words
                : words + String.format(Locale.ROOT, ", wrong zone %.1f %%", 100.0 * wrongZone[contender] / traces);
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? "–" : String.format(Locale.ROOT, "%.1f", value);
    }
}

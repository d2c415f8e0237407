package io.gameday.benchmark.detection;

import java.util.List;
import java.util.Locale;

/// How often each contender is raised while nothing is wrong.
final class FalseAlarms {

    /// Ours seldom err, which takes long to see.
    private static final int SECONDS_OF_OURS = 18_000;
    private static final int SECONDS_OF_OTHERS = 7_200;
    private static final double MONTH = 30 * 86_400.0;

    private final long[] raised = new long[Contender.ALL.size()];
    private long traces;

    void trace(long seed, double rate) {
        Trace trace = new Trace(seed, rate, false);
        List<Detector> detectors = Contender.ALL.stream().map(c -> c.fresh().apply(false)).toList();
        int[] before = new int[detectors.size()];
        for (int second = 0; second < SECONDS_OF_OURS; second++) {
            Counted counted = trace.next();
            int asked = second < SECONDS_OF_OTHERS ? before.length : Contender.OURS;
            for (int d = 0; d < asked; d++) {
                int now = detectors.get(d).second(counted);
                raised[d] += Integer.bitCount(now & ~before[d]);
                before[d] = now;
            }
        }
        traces++;
    }

    long raised(int contender) {
        return raised[contender];
    }

    double months(int contender) {
        return traces * (contender < Contender.OURS ? SECONDS_OF_OURS : SECONDS_OF_OTHERS) / MONTH;
    }

    String words(int contender) {
        return words(raised[contender], months(contender));
    }

    /// So many in so many months, as a rate with its interval.
    static String words(long events, double months) {
        Interval interval = Interval.rate(events, months);
        return events == 0
                ? String.format(Locale.ROOT, "0 (< %.2f)", interval.high())
                : number(events / months) + " (" + number(interval.low()) + "–" + number(interval.high()) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }
}

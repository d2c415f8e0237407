package io.gameday.benchmark.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A detector and its settings by name.
///
/// @param fresh a new one, given whether slow requests are counted
record Contender(String name, Function<Boolean, Detector> fresh) {

    private static final int ZONES = Trace.ZONES;
    private static final int INSTANCES = Trace.INSTANCES;

    static final List<Contender> ALL = all();

    /// So many of them, the first, are ours.
    static final int OURS = 2;

    private static List<Contender> all() {
        List<Contender> all = new ArrayList<>();
        all.add(new Contender("**ours**", slow -> OurAlarm.asItIs(ZONES, INSTANCES)));
        all.add(new Contender("ours, zones only", slow -> OurAlarm.withoutThePast(ZONES, INSTANCES)));
        for (int period : new int[]{60, 1}) {
            all.add(published("static share 0.7", new StaticShare(0.7), period));
            all.add(published("chi-square 0.05", new PublishedChiSquare(0.05), period));
            all.add(published("z-score 2", new ZScore(2), period));
            all.add(published("IQR 1.5", new InterquartileRange(1.5), period));
            all.add(published("MAD 3", new MedianDeviation(3), period));
            all.add(published("leave-one-out z 3", new LeaveOneOut(3), period));
        }
        all.add(new Contender("Envoy success rate, 10 s", slow -> new EnvoySuccessRate(10, ZONES, INSTANCES)));
        all.add(new Contender("Envoy success rate, 1 s", slow -> new EnvoySuccessRate(1, ZONES, INSTANCES)));
        return List.copyOf(all);
    }

    private static Contender published(String name, OutlierRule rule, int period) {
        return new Contender(name + ", " + period + " s",
                slow -> new PublishedAlarm(rule, slow ? 0.99 : 0.999, period, ZONES));
    }

}

package io.gameday.benchmark.detection;

import java.util.Arrays;

/// The alarm that cdklabs/cdk-multi-az-observability makes of a rule for outliers: a zone that stands out, and is below
/// its objective, and has at least two instances that fail, each in 3 of the newest 5 periods. A period without traffic
/// breaches nothing.
final class PublishedAlarm implements Detector {

    private static final int M = 3;
    private static final int N = 5;
    private static final int INSTANCES = 2;

    private final OutlierRule rule;
    private final double objective;
    private final int period;
    private final long[] requests;
    private final long[] faults;
    private final int[] failing;
    private final boolean[][][] breaching;
    private int second;
    private int periods;
    private int alarms;

    /// @param objective availability below which a zone has an impact: 0.999 there, 0.99 for latency (its p99)
    /// @param period    seconds; 60 there
    PublishedAlarm(OutlierRule rule, double objective, int period, int zones) {
        this.rule = rule;
        this.objective = objective;
        this.period = period;
        requests = new long[zones];
        faults = new long[zones];
        failing = new int[zones];
        breaching = new boolean[3][zones][N];
    }

    @Override
    public int second(Counted counted) {
        for (int zone = 0; zone < requests.length; zone++) {
            requests[zone] += counted.requests(zone);
            faults[zone] += counted.faults(zone);
            failing[zone] |= counted.failing(zone);
        }
        if (++second % period == 0) {
            evaluate();
            Arrays.fill(requests, 0);
            Arrays.fill(faults, 0);
            Arrays.fill(failing, 0);
        }
        return alarms;
    }

    private void evaluate() {
        int place = periods++ % N;
        double[] counts = Arrays.stream(faults).asDoubleStream().toArray();
        boolean[] outliers = rule.outliers(counts);
        alarms = 0;
        for (int zone = 0; zone < counts.length; zone++) {
            breaching[0][zone][place] = outliers[zone];
            breaching[1][zone][place] = requests[zone] > 0 && 1 - counts[zone] / requests[zone] < objective;
            breaching[2][zone][place] = Integer.bitCount(failing[zone]) >= INSTANCES;
            if (holds(breaching[0][zone]) && holds(breaching[1][zone]) && holds(breaching[2][zone])) {
                alarms |= 1 << zone;
            }
        }
    }

    private static boolean holds(boolean[] periods) {
        int count = 0;
        for (boolean one : periods) {
            count += one ? 1 : 0;
        }
        return count >= M;
    }
}

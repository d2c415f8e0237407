package io.gameday.benchmark.detection;

import java.util.SplittableRandom;

/// The traffic of three zones of four instances each, second by second, from a seed.
///
/// Each zone has its share of the traffic, up to 2.3 times another's; in one trace of four a zone that stays healthy has
/// none. Traffic rises and falls by a half over the day. Between 0.01 % and 0.5 % of requests fail (or are slow), the
/// logarithm drawn evenly, by zone up to a quarter more or less. Twelve times a day something shared fails in all
/// zones alike, for up to ten seconds and up to 20 % of requests; twelve times a day one instance does, with 10 % to all
/// of its requests. A failed request is tried once more in another zone and counts there too; a slow one is not.
final class Trace {

    static final int ZONES = 3;
    static final int INSTANCES = 4;
    private static final double DAY = 86_400;
    private static final double BURST = 12 / DAY;
    private static final int LONGEST_BURST = 10;

    private final SplittableRandom random;
    private final boolean retried;
    private final double[] rates = new double[ZONES];
    private final double[] base = new double[ZONES];
    private final double[][] shares = new double[ZONES][INSTANCES];
    private final Counted counted = new Counted(ZONES, INSTANCES);
    private final double phase;
    private final double from;
    private long second;
    private Burst everywhere = Burst.NONE;
    private Burst oneInstance = Burst.NONE;
    private int burstZone;
    private int burstInstance;
    private ZoneFault fault = ZoneFault.NONE;
    private int faulty;
    private double firstPart;

    /// @param share of requests
    private record Burst(long until, double share) {
        static final Burst NONE = new Burst(-1, 0);
    }

    /// @param rate requests/s of zone 0, the one that a fault may hit, when the trace begins
    /// @param slow whether slow requests are counted, not failed ones
    Trace(long seed, double rate, boolean slow) {
        random = new SplittableRandom(seed);
        retried = !slow;
        double first = share();
        double errors = Math.exp(random.nextDouble(Math.log(0.0001), Math.log(0.005)));
        for (int zone = 0; zone < ZONES; zone++) {
            rates[zone] = zone == 0 ? rate : rate * share() / first;
            base[zone] = errors * random.nextDouble(0.75, 1.25);
        }
        if (random.nextInt(4) == 0) {
            rates[1 + random.nextInt(ZONES - 1)] = 0;
        }
        phase = random.nextDouble(2 * Math.PI);
        from = daily(0);
    }

    private double share() {
        return random.nextDouble(0.6, 1.4);
    }

    private double daily(long at) {
        return 1 + 0.5 * Math.sin(phase + 2 * Math.PI * at / DAY);
    }

    /// From within the next second on zone 0 has this fault.
    ///
    /// @param into the next second, when it begins; 0 to 1
    void begin(ZoneFault what, double into) {
        fault = what;
        firstPart = 1 - into;
    }

    /// The next second. The same object every time.
    Counted next() {
        double daily = daily(second) / from;
        bursts();
        counted.clear();
        for (int zone = 0; zone < ZONES; zone++) {
            double share = share(zone);
            for (int i = 0; i < INSTANCES; i++) {
                double burst = zone == burstZone && i == burstInstance && second < oneInstance.until
                        ? oneInstance.share
                        : 0;
                shares[zone][i] = share + burst * (1 - share);
                int requests = Draws.poisson(random, rates[zone] * daily / INSTANCES);
                counted.requests()[zone][i] += requests;
                counted.faults()[zone][i] += Draws.binomial(random, requests, shares[zone][i]);
            }
        }
        if (retried) {
            retry();
        }
        firstPart = 1;
        second++;
        return counted;
    }

    private double share(int zone) {
        double share = base[zone];
        if (zone == faulty) {
            share += firstPart * (fault.share(share) - share);
        }
        return second < everywhere.until ? share + everywhere.share * (1 - share) : share;
    }

    private void bursts() {
        if (random.nextDouble() < BURST) {
            everywhere = new Burst(second + 1 + random.nextInt(LONGEST_BURST), random.nextDouble(0.01, 0.2));
        }
        if (random.nextDouble() < BURST) {
            oneInstance = new Burst(second + 1 + random.nextInt(LONGEST_BURST), random.nextDouble(0.1, 1));
            burstZone = random.nextInt(ZONES);
            burstInstance = random.nextInt(INSTANCES);
        }
    }

    private void retry() {
        int[] failed = new int[ZONES];
        for (int zone = 0; zone < ZONES; zone++) {
            for (int faults : counted.faults()[zone]) {
                failed[zone] += faults;
            }
        }
        for (int zone = 0; zone < ZONES; zone++) {
            for (int n = 0; n < failed[zone]; n++) {
                int other = (zone + 1 + random.nextInt(ZONES - 1)) % ZONES;
                other = rates[other] > 0 ? other : ZONES - zone - other;
                int instance = random.nextInt(INSTANCES);
                counted.requests()[other][instance]++;
                counted.faults()[other][instance] += random.nextDouble() < shares[other][instance] ? 1 : 0;
            }
        }
    }
}

package io.gameday.traffic;

import java.util.random.RandomGenerator;

/// When which customer sends: all at the same pace, spread evenly over one period in an order of chance.
///
/// ```
/// gap = 1 / rate, period = customers · gap
///
/// |c-03    |c-01     |c-02    |c-03    |c-01     |c-02    |      jitter moves a customer within its gap
/// 0        gap       2·gap    period
/// ```
public final class CustomerSchedule implements Pacer.Schedule {

    private static final double JITTER = 0.2;
    private static final double NANOS = 1e9;

    private final double gap;
    private final int[] customerOfSlot;
    private final double[] phase;

    /// @param customers how many; 1 or more
    /// @param rate      requests per second of all together; more than 0
    public CustomerSchedule(int customers, double rate, RandomGenerator random) {
        if (customers < 1) {
            throw new IllegalArgumentException("customers is " + customers + "; allowed: 1 or more");
        }
        if (!(rate > 0 && Double.isFinite(rate))) {
            throw new IllegalArgumentException("rate is " + rate + " requests/s; allowed: more than 0");
        }
        gap = NANOS / rate;
        customerOfSlot = new int[customers];
        phase = new double[customers];
        for (int slot = 0; slot < customers; slot++) {
            int other = random.nextInt(slot + 1);
            customerOfSlot[slot] = customerOfSlot[other];
            customerOfSlot[other] = slot;
        }
        for (int slot = 0; slot < customers; slot++) {
            phase[slot] = (slot + JITTER * random.nextDouble()) * gap;
        }
    }

    @Override
    public long due(long n) {
        return Math.round(round(n) * (gap * phase.length) + phase[slot(n)]);
    }

    /// Which customer sends request `n`; 0 to customers − 1.
    public int customer(long n) {
        return customerOfSlot[slot(n)];
    }

    /// The how manieth request of its customer this is, from 0.
    public int round(long n) {
        return Math.toIntExact(n / phase.length);
    }

    private int slot(long n) {
        return (int) (n % phase.length);
    }
}

package io.gameday.traffic;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// When which customer sends: all at the same pace, spread evenly over one period in an order of chance.
///
/// ```
/// gap = 1 / rate, period = customers · gap
///
/// |c-03    |c-01     |c-02    |c-03    |c-01     |c-02    |      jitter moves a customer within its gap
/// 0        gap       2·gap    period
/// ```
///
/// With a ramp the pace grows evenly from nothing to full: what would be sent at τ at full pace is sent at √(2 · ramp · τ)
/// until τ = ramp / 2, and ramp / 2 later from there on.
public final class CustomerSchedule implements Pacer.Schedule {

    private static final double JITTER = 0.2;
    private static final double NANOS = 1e9;

    private final double gap;
    private final double ramp;
    private final int[] customerOfSlot;
    private final double[] phase;

    /// @param customers how many; 1 or more
    /// @param rate      requests per second of all together; more than 0
    public CustomerSchedule(int customers, double rate, RandomGenerator random) {
        this(customers, rate, Duration.ZERO, random);
    }

    /// @param customers how many; 1 or more
    /// @param rate      requests per second of all together once the ramp is over; more than 0
    /// @param ramp      how long the pace grows; zero or more
    public CustomerSchedule(int customers, double rate, Duration ramp, RandomGenerator random) {
        if (customers < 1) {
            throw new IllegalArgumentException("customers is " + customers + "; allowed: 1 or more");
        }
        if (!(rate > 0 && Double.isFinite(rate))) {
            throw new IllegalArgumentException("rate is " + rate + " requests/s; allowed: more than 0");
        }
        gap = NANOS / rate;
        this.ramp = ramp.toNanos();
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
        double fullPace = round(n) * (gap * phase.length) + phase[slot(n)];
        return Math.round(fullPace < ramp / 2 ? Math.sqrt(2 * ramp * fullPace) : fullPace + ramp / 2);
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

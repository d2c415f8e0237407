package io.gameday.reference.router;

import io.gameday.reference.policy.AttemptOutcome;
import java.net.InetSocketAddress;

/// A task as the router knows it, with what it has to do and what became of its requests. Belongs to the network
/// thread.
public final class RoutedTask {

    private final String id;
    private final String cell;
    private final String zone;
    private final InetSocketAddress address;
    private int outstanding;
    private long requests;
    private long faults;
    private long busyNanos;
    /// Ticks up to which `busyNanos` counts.
    private long counted;

    RoutedTask(String id, String cell, String zone, InetSocketAddress address) {
        this.id = id;
        this.cell = cell;
        this.zone = zone;
        this.address = address;
    }

    public String id() {
        return id;
    }

    public String cell() {
        return cell;
    }

    public String zone() {
        return zone;
    }

    InetSocketAddress address() {
        return address;
    }

    public int outstanding() {
        return outstanding;
    }

    /// @param now ticks in nanoseconds
    public void begin(long now) {
        count(now);
        outstanding++;
    }

    /// @param now ticks in nanoseconds
    public void end(AttemptOutcome outcome, long now) {
        count(now);
        outstanding--;
        requests++;
        if (outcome.fault()) {
            faults++;
        }
    }

    private void count(long now) {
        busyNanos += outstanding * (now - counted);
        counted = now;
    }

    /// The time that all requests together were under way so far. How much it grows in a second tells how many were under
    /// way on average.
    ///
    /// @param now ticks in nanoseconds
    public long busyNanos(long now) {
        count(now);
        return busyNanos;
    }

    public long requests() {
        return requests;
    }

    public long faults() {
        return faults;
    }
}

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

    public void begin() {
        outstanding++;
    }

    public void end(AttemptOutcome outcome) {
        outstanding--;
        requests++;
        if (outcome.fault()) {
            faults++;
        }
    }

    public long requests() {
        return requests;
    }

    public long faults() {
        return faults;
    }
}

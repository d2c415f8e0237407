package io.gameday.reference.router;

import io.gameday.reference.policy.AttemptOutcome;
import java.net.InetSocketAddress;

/// A task as the router knows it, with what it has to do and what became of its requests. Belongs to the network
/// thread.
final class RoutedTask {

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

    String id() {
        return id;
    }

    String cell() {
        return cell;
    }

    String zone() {
        return zone;
    }

    InetSocketAddress address() {
        return address;
    }

    int outstanding() {
        return outstanding;
    }

    void begin() {
        outstanding++;
    }

    void end(AttemptOutcome outcome) {
        outstanding--;
        requests++;
        if (outcome.fault()) {
            faults++;
        }
    }

    long requests() {
        return requests;
    }

    long faults() {
        return faults;
    }
}

package io.gameday.reference.host;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A zone's machine behind a link, so that the zone can be cut off with it. Without power neither listens. Runs on the
/// host's loop.
final class LinkedMachine implements Machine {

    private final Machine machine;
    private final Links links;
    private final String link;
    private final String listen;
    private @Nullable String address;

    /// @param listen address that the link listens at
    LinkedMachine(Machine machine, Links links, String zone, String listen) {
        this.machine = machine;
        this.links = links;
        this.link = zone + ".machine";
        this.listen = listen;
    }

    /// To be called once, before anybody asks for the address.
    CompletableFuture<String> open() {
        return links.open(link, listen, machine.address(), false).thenApply(opened -> {
            address = opened;
            return opened;
        });
    }

    @Override
    public String address() {
        return address == null ? machine.address() : address;
    }

    @Override
    public void off() {
        machine.off();
        links.enable(link, false);
    }

    @Override
    public void on() {
        machine.on();
        links.enable(link, true);
    }
}

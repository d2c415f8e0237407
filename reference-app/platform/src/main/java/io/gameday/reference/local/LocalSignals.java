package io.gameday.reference.local;

import io.gameday.observability.Measurement;
import io.gameday.observability.ServerReport;
import io.gameday.target.Signals;
import java.util.List;
import java.util.function.Consumer;

/// What can be seen of the running app: what its customers and canaries measure, and what its servers count.
public record LocalSignals(Signals measured, LocalServers servers) implements Signals {

    @Override
    public void follow(Consumer<Measurement> listener) {
        measured.follow(listener);
    }

    @Override
    public void askServers(Consumer<List<ServerReport>> reply) {
        servers.ask(reply);
    }
}

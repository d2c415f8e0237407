package io.gameday.reference.host;

import io.gameday.observability.Scope;
import io.gameday.reference.AppConfig;
import io.gameday.reference.log.LogSink;
import io.gameday.target.Fault;
import java.util.function.Consumer;

/// The log sink acknowledges nothing more of what the tasks in scope write.
final class LogSinkStallEffect implements Effect {

    private final AppConfig config;
    private final LogSink sink;

    LogSinkStallEffect(AppConfig config, LogSink sink) {
        this.config = config;
        this.sink = sink;
    }

    @Override
    public void apply(String id, Fault fault, Consumer<Applying> then) {
        boolean hits = config.cells().stream()
                .anyMatch(cell -> config.zones().stream().anyMatch(zone -> fault.scope().covers(cell, zone)));
        then.accept(hits ? stalled(fault.scope()) : new Applying.Invalid("scope is '" + fault.scope()
                + "', in which this host has no tasks; allowed: the site, " + String.join(", ", config.cells())
                + " or " + String.join(", ", config.zones())));
    }

    private Applying stalled(Scope scope) {
        LogSink.Stall stall = sink.stall(scope);
        return new Applying.Applied(new Undo() {
            private boolean undone;

            @Override
            public void undo(Runnable done) {
                if (!undone) {
                    undone = true;
                    stall.end();
                    done.run();
                }
            }
        });
    }
}

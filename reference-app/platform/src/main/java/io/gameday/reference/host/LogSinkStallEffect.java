package io.gameday.reference.host;

import io.gameday.reference.log.LogSink;
import io.gameday.target.Fault;
import java.util.function.Consumer;

/// The log sink acknowledges nothing more of what the tasks in scope write, and writes it down when the fault is over.
final class LogSinkStallEffect implements Effect {

    private final LogSink sink;

    LogSinkStallEffect(LogSink sink) {
        this.sink = sink;
    }

    @Override
    public void apply(String id, Fault fault, Consumer<Applying> then) {
        LogSink.Stall stall = sink.stall(fault.scope());
        then.accept(new Applying.Applied(done -> {
            stall.end();
            done.run();
        }));
    }
}

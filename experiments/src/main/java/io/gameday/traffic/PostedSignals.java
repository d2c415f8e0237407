package io.gameday.traffic;

import io.gameday.observability.Measurement;
import io.gameday.target.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Takes measurements from any thread and hands them over on the engine's loop.
public final class PostedSignals implements Signals {

    private final Executor loop;
    /// Only touched on the loop.
    private final List<Consumer<Measurement>> listeners = new ArrayList<>();

    /// @param loop the engine's
    public PostedSignals(Executor loop) {
        this.loop = loop;
    }

    /// To be called on the loop.
    @Override
    public void follow(Consumer<Measurement> listener) {
        listeners.add(listener);
    }

    /// Hands `measurements` over, in their order. Any thread may call this; it never waits.
    void post(List<Measurement> measurements) {
        loop.execute(() -> measurements.forEach(m -> listeners.forEach(listener -> listener.accept(m))));
    }
}

package io.gameday.reference.host;

import io.gameday.http.Admission;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.reference.log.HttpDelivery;
import io.gameday.reference.log.LogDriver;
import io.gameday.reference.log.LogDrivers;
import io.gameday.reference.log.LogSink;
import io.gameday.reference.log.Origin;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;

/// The log sink at an endpoint of its own, with the drivers that post to it. What it is given stands in
/// `logs/sink.jsonl`. Runs on the host's loop.
final class HostLogs {

    /// Size at which the sink's file is put aside, in bytes: most of a minute of a standard app.
    private static final long LARGEST_SINK = 8L << 20;

    private final LogSink sink;
    private final HttpServer endpoint;
    private final LogDrivers drivers;

    /// Begins to listen.
    HostLogs(AppConfig config, AppFolder folder, Network network, RealClock loop, Consumer<String> log)
            throws IOException {
        BoundedLog file = new BoundedLog(folder.logs().resolve("sink.jsonl"), LARGEST_SINK);
        sink = new LogSink(loop, file::append);
        endpoint = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.token(folder.token()),
                sink);
        drivers = new LogDrivers(config.mechanisms().logging(),
                new HttpDelivery(new HttpCaller(network), endpoint.address(), folder.token()), loop, loop, log);
    }

    LogSink sink() {
        return sink;
    }

    LogDriver open(TaskOrder order, BoundedLog file) {
        return drivers.open(new Origin(order.id(), order.cell(), order.zone()), file::line);
    }

    View view() {
        return new View(Host.text(endpoint.address()), sink.state(), drivers.dropped(), drivers.states());
    }

    /// What `GET /logs` tells.
    ///
    /// @param address of the sink's endpoint
    /// @param dropped lines lost since the host began, those of ended tasks too
    record View(String address, LogSink.State sink, long dropped, List<LogDriver.State> drivers) {
    }
}

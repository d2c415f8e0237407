package io.gameday.benchmark;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.process.ParentWatch;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// The process of a task that does nothing: every request is answered at once, as an order that was taken.
public final class TinyTask {

    private static final String ORDER = """
            {"id":"benchmark-c-01-000001","customer":"c-01","item":"book","quantity":1,"stock":"reserved",\
            "instance":"orders-1","zone":"az1","cell":"cell-1","revision":"1","picks":["shelf 1","shelf 2"]}""";

    private TinyTask() {
    }

    public static void main(String[] args) throws Exception {
        CountDownLatch parentEnded = new CountDownLatch(1);
        ParentWatch.whenParentEnds(parentEnded::countDown);
        try (Network network = new Network("tiny-task");
                HttpServer server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(),
                        (request, reply) -> reply.accept(HttpAnswer.json(201, ORDER)))) {
            ParentWatch.ready(Map.of("port", server.address().getPort()));
            parentEnded.await();
        }
    }
}

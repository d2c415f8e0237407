package io.gameday.reference.control;

import io.gameday.http.Admission;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.process.ParentWatch;
import io.gameday.reference.Address;
import io.gameday.reference.AppFolder;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// The control plane's process: `ControlPlaneMain <folder> <host address>`. It may die without ending a task; the host
/// starts it again, and it takes over what is there.
public final class ControlPlaneMain {

    private ControlPlaneMain() {
    }

    /// @param args the run or state folder that `app/` stands in, and the address of the host
    /// @throws IOException when the folder cannot be read or the endpoint cannot be bound
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 2) {
            System.err.println("usage: ControlPlaneMain <folder> <host address>; got " + args.length + " arguments");
            System.exit(2);
        }
        CountDownLatch parentEnded = new CountDownLatch(1);
        ParentWatch.whenParentEnds(parentEnded::countDown);
        try (var running = RunningControlPlane.start(new AppFolder(Path.of(args[0])), Address.parse(args[1]))) {
            ParentWatch.ready(Map.of("controlPlane", Address.print(running.address())));
            parentEnded.await();
        }
    }

    /// The control plane with its loop, its network thread and its endpoint.
    static final class RunningControlPlane implements AutoCloseable {

        private final RealClock loop;
        private final Network network;
        private final HttpServer server;

        private RunningControlPlane(RealClock loop, Network network, HttpServer server) {
            this.loop = loop;
            this.network = network;
            this.server = server;
        }

        static RunningControlPlane start(AppFolder folder, InetSocketAddress host) throws IOException {
            RealClock loop = new RealClock("control-plane", Throwable::printStackTrace);
            Network network = new Network("control-plane-network");
            try {
                String token = folder.token();
                ControlPlane plane = new ControlPlane(folder.config(), loop, new HttpCaller(network), host, token,
                        folder.root().resolve("control-plane.json"));
                HttpServer server = LastPort.in(folder.root()).listen(network, Admission.token(token),
                        new ControlApi(plane, loop));
                loop.execute(plane::start);
                return new RunningControlPlane(loop, network, server);
            } catch (IOException | RuntimeException e) {
                loop.close();
                network.close();
                throw e;
            }
        }

        InetSocketAddress address() {
            return server.address();
        }

        @Override
        public void close() {
            loop.close();
            server.close();
            network.close();
        }
    }
}

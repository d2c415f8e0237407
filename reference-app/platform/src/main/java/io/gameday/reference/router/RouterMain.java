package io.gameday.reference.router;

import io.gameday.http.Admission;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.process.ParentWatch;
import io.gameday.reference.Address;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.policy.Eviction;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;

/// The router's process: `RouterMain <folder> <control plane address>`.
public final class RouterMain {

    private RouterMain() {
    }

    /// @param args the run or state folder that `app/` stands in, and the address of the control plane
    /// @throws IOException when the folder cannot be read or an endpoint cannot be bound
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 2) {
            System.err.println("usage: RouterMain <folder> <control plane address>; got " + args.length + " arguments");
            System.exit(2);
        }
        CountDownLatch parentEnded = new CountDownLatch(1);
        ParentWatch.whenParentEnds(parentEnded::countDown);
        try (var running = RunningRouter.start(new AppFolder(Path.of(args[0])), Address.parse(args[1]))) {
            ParentWatch.ready(
                    Map.of("router", Address.print(running.address()), "admin", Address.print(running.adminAddress())));
            parentEnded.await();
        }
    }

    /// The router with its clock, its network thread and its two endpoints.
    static final class RunningRouter implements AutoCloseable {

        private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

        private final RealClock clock;
        private final Network network;
        private final HttpServer service;
        private final HttpServer admin;

        private RunningRouter(RealClock clock, Network network, HttpServer service, HttpServer admin) {
            this.clock = clock;
            this.network = network;
            this.service = service;
            this.admin = admin;
        }

        static RunningRouter start(AppFolder folder, InetSocketAddress controlPlane) throws IOException {
            RealClock clock = new RealClock("router", Throwable::printStackTrace);
            Network network = new Network("router-network");
            try {
                AppConfig config = folder.config();
                String token = folder.token();
                HttpCaller caller = new HttpCaller(network);
                RouteTable table = new RouteTable(config.mechanisms().failOpen());
                Eviction eviction = new Eviction();
                EventLog log = new EventLog(clock);
                RouterMetrics metrics = new RouterMetrics();
                SplittableRandom chance = new SplittableRandom(config.seed());
                Cluster cluster = new Cluster(table, config, log, chance);
                Router router = new Router(table, cluster, eviction, log, metrics, caller, clock, chance,
                        config.mechanisms().routerRetry());
                HttpServer service = HttpServer.start(network, ANY_PORT, Admission.open(), router);
                HttpServer admin = HttpServer.start(network, ANY_PORT, Admission.token(token), new RouterAdmin(table,
                        cluster, new SplittableRandom(config.seed()), eviction, log, metrics, clock));
                new RoutePoll(clock, caller, controlPlane, token, Address.print(admin.address()), table, eviction,
                        metrics, router).poll();
                return new RunningRouter(clock, network, service, admin);
            } catch (IOException | RuntimeException e) {
                clock.close();
                network.close();
                throw e;
            }
        }

        /// Where customers' requests go.
        InetSocketAddress address() {
            return service.address();
        }

        InetSocketAddress adminAddress() {
            return admin.address();
        }

        @Override
        public void close() {
            clock.close();
            service.close();
            admin.close();
            network.close();
        }
    }
}

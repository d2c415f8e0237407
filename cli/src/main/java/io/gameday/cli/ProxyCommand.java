package io.gameday.cli;

import io.gameday.http.Network;
import io.gameday.proxy.api.AllowedUpstreams;
import io.gameday.proxy.api.ProxyConfig;
import io.gameday.proxy.api.ProxyServer;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "proxy", description = "Run a TCP proxy that can be told to misbehave, with the HTTP API of Toxiproxy: "
        + "its clients and test suites work with it as they are. Ctrl-C ends it.", footer = {"", "Examples:",
                "  gameday proxy                        listens at 127.0.0.1:8474",
                "  gameday proxy --config proxies.json  with these proxies from the start",
                "  gameday proxy --allow-upstream db.test:5432", "", "Try it:", "  api=localhost:8474/proxies",
                "  curl -d '{\"name\":\"db\",\"upstream\":\"127.0.0.1:5432\"}' $api",
                "  curl -d '{\"type\":\"latency\",\"attributes\":{\"latency\":200}}' $api/db/toxics",
                "  curl -X DELETE $api/db/toxics/latency_downstream", "", "A file of proxies is a JSON array:",
                "  [{\"name\":\"db\",\"listen\":\"127.0.0.1:15432\",\"upstream\":\"127.0.0.1:5432\"}]", "",
                "What ours does besides is in docs/proxy.md."}, mixinStandardHelpOptions = true)
final class ProxyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", paramLabel = "PORT", description = "Of the API, on loopback; 0 lets the machine choose. "
            + "${DEFAULT-VALUE} unless given.")
    private int port = 8474;

    @Option(names = "--config", paramLabel = "FILE", description = "Proxies to begin with, as for POST /populate. What "
            + "is wrong in it is told by line and field, and nothing is started.")
    private @Nullable Path config;

    @Option(names = "--config-toxics", description = "Set the toxics that stand in FILE, too; Toxiproxy ignores them.")
    private boolean configToxics;

    @Option(names = "--seed", paramLabel = "N", description = "Of all dice: the same seed and order of connections give "
            + "the same dice. By chance unless given.")
    private @Nullable Long seed;

    @Option(names = "--allow-upstream", paramLabel = "HOST:PORT", split = ",", description = "Where proxies may lead "
            + "besides this machine.")
    private List<String> allowed = List.of();

    @Option(names = "--allow-any-upstream", description = "Let proxies lead anywhere: whoever may call the API then "
            + "reaches whatever this machine reaches.")
    private boolean allowAny;

    @Option(names = "--metrics", description = "Serve /metrics for Prometheus: bytes carried, counted when a connection ends.")
    private boolean metrics;

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        long dice = seed == null ? new SecureRandom().nextLong() : seed;
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Predicate<String> upstreams = allowAny ? AllowedUpstreams.any() : AllowedUpstreams.loopbackAnd(allowed);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), port);
        try (Network network = new Network("proxy-network", Runtime.getRuntime().availableProcessors());
                RealClock clock = new RealClock("proxy-clock", failure -> err.println("· unexpected: " + failure));
                ProxyServer server = ProxyServer.start(network, clock, address, dice, upstreams,
                        line -> err.println("· " + line), new ProxyServer.Options(metrics, false),
                        proxies -> configure(proxies, err))) {
            out.println("Toxiproxy API at http://127.0.0.1:" + server.address().getPort() + ", seed " + dice
                    + "; Ctrl-C ends it");
            untilInterrupted(server);
        }
        return ExitCodes.HELD;
    }

    private void check() {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port is " + port + "; allowed: 0 to 65535");
        }
        for (String upstream : allowed) {
            if (!upstream.matches("(\\[[0-9a-fA-F:.]+]|[^:\\s\\[\\]]+):\\d{1,5}")) {
                throw new ParameterException(spec.commandLine(),
                        "--allow-upstream is '" + upstream + "'; allowed: host:port, such as db.test:5432");
            }
        }
        if (configToxics && config == null) {
            throw new ParameterException(spec.commandLine(), "--config-toxics needs --config FILE");
        }
    }

    private void configure(ProxyConfig proxies, PrintWriter err) throws IOException {
        Path file = config;
        if (file == null) {
            return;
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Refused(ExitCodes.USAGE, "--config is " + file + ", which is no file that can be read");
        }
        try {
            ProxyConfig.Applied applied = proxies.apply(file, configToxics);
            err.println("· " + applied.proxies() + (applied.proxies() == 1 ? " proxy" : " proxies") + " of " + file);
            if (applied.toxicsIgnored()) {
                err.println("· the toxics in " + file + " are ignored, as Toxiproxy does; --config-toxics sets them");
            }
        } catch (ProxyConfig.InvalidFile invalid) {
            throw new Refused(ExitCodes.USAGE, String.join("\n", invalid.problems()));
        }
    }

    private static void untilInterrupted(ProxyServer server) throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        try (Interrupt interrupt = new Interrupt()) {
            interrupt.onStop(cause -> interrupted.countDown());
            interrupted.await();
            server.close();
            interrupt.finished(ExitCodes.HELD);
        }
    }
}

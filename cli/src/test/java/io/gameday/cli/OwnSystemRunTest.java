package io.gameday.cli;

import com.sun.net.httpserver.HttpServer;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import io.gameday.experiment.ExperimentReader;
import io.gameday.http.Network;
import io.gameday.journal.Event;
import io.gameday.journal.JournalReader;
import io.gameday.journal.Verdict;
import io.gameday.process.JavaCommand;
import io.gameday.proxy.api.ProxyServer;
import io.gameday.target.TargetKind;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// `gameday run` on two small servers that are none of ours, each behind a proxy.
@Tag("alone")
@Timeout(300)
class OwnSystemRunTest {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

    @TempDir
    private Path folder;
    private final Network network = new Network("test");
    private final RealClock clock = new RealClock("test", Throwable::printStackTrace);
    private final List<HttpServer> shops = new ArrayList<>();
    private ProxyServer proxies;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        proxies = ProxyServer.start(network, clock, ANY_PORT, 1, upstream -> true, line -> {
        });
        String api = "http://127.0.0.1:" + proxies.address().getPort();
        ToxiproxyClient client = new ToxiproxyClient("127.0.0.1", proxies.address().getPort());
        StringBuilder cells = new StringBuilder();
        for (String zone : List.of("az1", "az2")) {
            HttpServer shop = HttpServer.create(ANY_PORT, 0);
            shop.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            shop.setExecutor(Executors.newCachedThreadPool());
            shop.start();
            shops.add(shop);
            String listen = client
                    .createProxy("shop-" + zone, "127.0.0.1:0", "127.0.0.1:" + shop.getAddress().getPort()).getListen();
            cells.append("      ").append(zone).append(": { url: \"http://").append(listen).append("\", toxiproxy: \"")
                    .append(api).append("\", proxy: shop-").append(zone).append(" }\n");
        }
        file = Files.writeString(folder.resolve("ours.yaml"), """
                title: One zone of the shop is slow
                hypothesis: Everybody is served all the same.
                system:
                  app: http
                  cells:
                    shop:
                %s
                traffic: { customers: 4, rate: 20/s, request: GET /checkout }
                prepare:
                  steadyState: [ { metric: availability, atLeast: 90 %%, for: 2s } ]
                  blastRadius: { zones: 1 }
                steps: [ { inject: zone-latency, zone: az1, delay: 300ms, at: 1s, for: 12s } ]
                respond: { expect: [ { metric: availability, atLeast: 90 %%, within: 2s, for: 2s } ] }
                """.formatted(cells));
    }

    @AfterEach
    void close() {
        shops.forEach(shop -> shop.stop(0));
        proxies.close();
        clock.close();
        network.close();
    }

    private int run(String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("run", file.toString(), "--json", "--out", folder.resolve("runs").toString()));
        arguments.addAll(List.of(more));
        List<String> command = new ArrayList<>(JavaCommand.of(Gameday.class, 256, arguments));
        command.add(1, "-Dgameday.home=" + Repository.root());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().put("GAMEDAY_STATE", folder.resolve("state").toString());
        return builder.start().waitFor();
    }

    private <T extends Event> List<T> journal(Class<T> type) throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return JournalReader.read(runs.findFirst().orElseThrow().resolve("journal.jsonl")).entries().stream()
                    .map(entry -> entry.event()).filter(type::isInstance).map(type::cast).toList();
        }
    }

    @Test
    void anApprovedPlanIsPlayedAndItsFaultBitesAndIsGone() throws Exception {
        String hash = OwnPlan
                .of(ExperimentReader.read("ours", "ours.yaml", Files.readString(file)).experiment().orElseThrow())
                .hash();
        int exit = run("--unleashed", hash);
        String output = Files.readString(folder.resolve("output.txt"));
        assertThat(exit).as(output).isZero();
        assertThat(journal(Event.RunStarted.class)).singleElement().satisfies(started -> {
            assertThat(started.target()).isEqualTo(TargetKind.HTTP);
            assertThat(started.cells()).containsExactly("shop");
        });
        assertThat(journal(Event.FaultObserved.class)).extracting(Event.FaultObserved::bites)
                .containsExactly(Verdict.HELD);
        assertThat(journal(Event.FaultConfirmedGone.class)).extracting(Event.FaultConfirmedGone::gone)
                .containsExactly(Verdict.HELD);
        assertThat(journal(Event.OrdersReadBack.class)).isEmpty();
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            assertThat(runs.findFirst().orElseThrow().resolve("coe.md")).content().contains("requests")
                    .doesNotContainPattern("(?i)\\border");
        }
        assertThat(journal(Event.TasksChanged.class).getFirst().tasks()).extracting(task -> task.id())
                .containsExactly("shop-az1", "shop-az2");
    }

    @Test
    void withAnotherHashOrWithoutAHostNothingIsStartedAndNothingIsLeft() throws Exception {
        assertThat(run("--unleashed", "0123456789abcdef")).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("output.txt"))).contains("so nothing was started");
        assertThat(left()).isEmpty();
        Files.writeString(file,
                Files.readString(file).replaceFirst("url: \"http://127.0.0.1", "url: \"http://shop.invalid"));
        assertThat(run()).isEqualTo(5);
        assertThat(Files.readString(folder.resolve("output.txt"))).contains("there is no host shop.invalid");
        assertThat(left()).isEmpty();
    }

    private List<Path> left() throws IOException {
        Path runs = folder.resolve("runs");
        if (!Files.exists(runs)) {
            return List.of();
        }
        try (Stream<Path> there = Files.list(runs)) {
            return there.toList();
        }
    }

    @Test
    void withoutTheHashNothingIsInjected() throws Exception {
        assertThat(run()).isEqualTo(4);
        assertThat(journal(Event.FaultInjected.class)).isEmpty();
        assertThat(journal(Event.InjectionFailed.class)).singleElement()
                .satisfies(failed -> assertThat(failed.why()).startsWith("leashed: without --unleashed"));
        assertThat(journal(Event.RunEnded.class).getFirst().reason()).contains("Unknown: ");
    }
}

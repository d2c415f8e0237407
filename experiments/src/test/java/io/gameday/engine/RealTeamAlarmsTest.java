package io.gameday.engine;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Event.PredictionJudged;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.signal.HttpSource;
import io.gameday.signal.live.AlarmQuestion;
import io.gameday.signal.live.Pace;
import io.gameday.signal.live.PageQuestion;
import io.gameday.signal.live.Poller;
import io.gameday.signal.prometheus.PrometheusAlarms;
import io.gameday.signal.prometheus.PrometheusServer;
import io.gameday.signal.webhook.HeardPages;
import io.gameday.signal.webhook.WebhookReceiver;
import io.gameday.target.Port;
import io.gameday.target.TeamAlarms;
import io.gameday.target.TeamPages;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.gameday.journal.Verdict.BROKEN;
import static io.gameday.journal.Verdict.HELD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// A run that is graded by a real Prometheus and by what a real Alertmanager sends, one of whose routes has a misspelt
/// matcher.
class RealTeamAlarmsTest {

    private static final String FILE = """
            title: Checkout fails
            hypothesis: The team is told.
            system: { cells: 2, zones: [az1, az2, az3] }
            traffic: { customers: 40, rate: 120/s }
            prepare:
              steadyState: [ { metric: availability, atLeast: 99.9 %, for: 5s } ]
              blastRadius: { zones: 1 }
            steps: [ { inject: zone-power-loss, zone: az1, at: 1s, for: 20s } ]
            detect:
              from: prometheus
              expect:
                - { alarm: CheckoutErrors, within: 19s, team: payments }
                - { alarm: CheckoutDown, within: 19s, team: checkout }
                - { alarm: CheckoutSaturation, within: 5s }
                - { silent: QueueFull }
            respond:
              from: alertmanager
              expect:
                - { page: platform, within: 25s }
            """;

    @TempDir
    private Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Network network = new Network("shop");
    private final CompletableFuture<ExitCode> ended = new CompletableFuture<>();
    private final RealClock loop = new RealClock("engine", ended::completeExceptionally);
    private final FakeTarget app = new FakeTarget(loop);
    private final HeardPages heard = new HeardPages(List.of());
    private final HttpServer shop;
    private final WebhookReceiver receiver;
    private volatile double useful = 1;

    RealTeamAlarmsTest() throws IOException {
        shop = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(),
                (request,
                        reply) -> reply.accept(new HttpAnswer(200, Map.of("content-type", "text/plain; version=0.0.4"),
                                ("shop_useful_share " + useful + "\nshop_saturation 0.2\nshop_queue 3\n")
                                        .getBytes(StandardCharsets.UTF_8))));
        receiver = WebhookReceiver.start(network, 0, "secret", InstantSource.system(), heard::add);
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        receiver.close();
        shop.close();
        network.close();
        loop.close();
    }

    @Test
    void theRunSaysWhoWasWronglyWokenWhatStayedSilentAndWhatCouldHaveTold() throws Exception {
        int alertmanagerPort = freePort();
        int prometheusPort = freePort();
        start(onPath("prometheus-alertmanager", "alertmanager"), "--config.file=" + alertmanagerConfig(),
                "--storage.path=" + folder.resolve("alertmanager"),
                "--web.listen-address=127.0.0.1:" + alertmanagerPort, "--cluster.listen-address=");
        start(onPath("prometheus"), "--config.file=" + prometheusConfig(alertmanagerPort),
                "--storage.tsdb.path=" + folder.resolve("prometheus"),
                "--web.listen-address=127.0.0.1:" + prometheusPort);
        Experiment experiment = ExperimentReader.read("x", "x.yaml", FILE).experiment().orElseThrow();
        app.failing = since -> since >= 0 && since < 20 ? 60 : 0;
        try (HttpSource source = new HttpSource("Prometheus", "http://127.0.0.1:" + prometheusPort, Map.of(),
                Duration.ofSeconds(8), InstantSource.system())) {
            AlarmQuestion alarms = new AlarmQuestion(
                    new PrometheusAlarms(new PrometheusServer(source, InstantSource.system())),
                    experiment.namedAlarms(), source::offset);
            PageQuestion pages = new PageQuestion(heard, alarms::names, () -> "", Optional::empty);
            try (Poller<?> _ = play(experiment,
                    new Poller<>("Prometheus", alarms, Pace.ALARMS, InstantSource.system(), loop),
                    new Poller<>("Alertmanager", pages, Pace.PAGES, InstantSource.system(), loop))) {
                ExitCode code = ended.get(4, TimeUnit.MINUTES);
                assertThat(code).as(entries.toString()).isEqualTo(ExitCode.BROKEN);
            }
        }
        assertThat(events(PredictionJudged.class)).extracting(PredictionJudged::text, PredictionJudged::verdict)
                .containsExactlyInAnyOrder(tuple("alarm CheckoutErrors", HELD),
                        tuple("told of CheckoutErrors payments", BROKEN), tuple("alarm CheckoutDown", HELD),
                        tuple("told of CheckoutDown checkout", HELD), tuple("alarm CheckoutSaturation", BROKEN),
                        tuple("silent QueueFull", HELD), tuple("page platform", HELD));
        assertThat(events(PredictionJudged.class)).filteredOn(j -> j.text().equals("told of CheckoutErrors payments"))
                .extracting(PredictionJudged::value).containsExactly("told was platform");
        assertThat(events(Event.AlarmChanged.class)).anyMatch(
                c -> c.to() == AlarmState.ALARM && "Prometheus".equals(c.source()) && c.alarm().equals("CheckoutDown"))
                .anyMatch(c -> c.to() == AlarmState.ALARM && c.source() == null && c.alarm().equals("zone-impact"));
        assertThat(events(Event.SourceAway.class)).as("before Prometheus was up only").hasSizeLessThan(2);
    }

    /// Everything but the pollers belongs to the loop.
    private Poller<?> play(Experiment experiment, Poller<TeamAlarms> alarms, Poller<TeamPages> pages) {
        Settings s = Settings.of("run", "test", 1, "salt");
        Settings atOnce = new Settings(s.run(), s.version(), s.seed(), s.salt(), s.gateLimit(), s.lease(),
                s.renewEvery(), s.proofLimit(), s.settleLimit(), s.unanswered(), Duration.ZERO);
        loop.execute(() -> new Engine(experiment, app.target().with(Port.of(alarms), Port.of(pages)), loop, event -> {
            useful = event instanceof Event.FaultInjected ? 0.5 : event instanceof Event.FaultReverted ? 1 : useful;
            Entry entry = new Entry(entries.size() + 1, loop.now(), "run", event);
            entries.add(entry);
            return entry;
        }, atOnce, (message, sent) -> sent.failed("Gameday pages nobody here"), (salt, sealed) -> {
        }, code -> {
            pages.close();
            ended.complete(code);
        }).start());
        return alarms;
    }

    private <E extends Event> List<E> events(Class<E> type) {
        return entries.stream().map(Entry::event).filter(type::isInstance).map(type::cast).toList();
    }

    private Path alertmanagerConfig() throws IOException {
        String hook = "webhook_configs: [ { url: '" + receiver.url()
                + "', http_config: { authorization: { credentials: secret } } } ]";
        return Files.writeString(folder.resolve("alertmanager.yml"), """
                route:
                  receiver: platform
                  group_wait: 1s
                  group_by: [ alertname ]
                  routes:
                  - { receiver: payments, matchers: [ 'team="paymets"' ] }
                  - { receiver: checkout, matchers: [ 'team="checkout"' ] }
                receivers:
                - { name: platform, %1$s }
                - { name: payments, %1$s }
                - { name: checkout, %1$s }
                """.formatted(hook));
    }

    private Path prometheusConfig(int alertmanagerPort) throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.yml"), """
                groups:
                - name: shop
                  rules:
                  - { alert: CheckoutErrors, expr: 'shop_useful_share < 0.99', for: 3s, labels: { team: payments } }
                  - { alert: CheckoutDown, expr: 'shop_useful_share < 0.9', for: 2s, labels: { team: checkout } }
                  - { alert: CheckoutSaturation, expr: 'shop_saturation > 1', labels: { team: payments } }
                  - { alert: QueueFull, expr: 'shop_queue > 100' }
                """);
        return Files.writeString(folder.resolve("prometheus.yml"), """
                global: { scrape_interval: 1s, evaluation_interval: 1s }
                rule_files: [ '%1$s' ]
                alerting: { alertmanagers: [ { static_configs: [ { targets: [ '127.0.0.1:%2$d' ] } ] } ] }
                scrape_configs:
                - { job_name: shop, static_configs: [ { targets: [ '127.0.0.1:%3$d' ] } ] }
                """.formatted(rules, alertmanagerPort, shop.address().getPort()));
    }

    private void start(String... command) throws IOException {
        Path log = folder.resolve(Path.of(command[0]).getFileName() + ".log");
        processes.add(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String onPath(String... names) {
        Optional<String> found = List.of(names).stream()
                .flatMap(name -> List.of(System.getenv("PATH").split(":")).stream().map(dir -> Path.of(dir, name)))
                .filter(Files::isExecutable).map(Path::toString).findFirst();
        assumeTrue(found.isPresent(),
                names[0] + " is not on the path (Debian: apt-get install prometheus prometheus-alertmanager)");
        return found.orElseThrow();
    }
}

package io.gameday.cli;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.report.grade.Grade;
import io.gameday.report.grade.Grade.AlarmLine;
import io.gameday.report.grade.Grade.Conduct;
import io.gameday.report.grade.Grade.Gain;
import io.gameday.report.grade.Grade.PageLine;
import io.gameday.report.grade.Grade.Prediction;
import io.gameday.report.grade.Grade.Waking;
import io.gameday.report.grade.Grade.Window;
import io.gameday.report.grade.GradeJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.gameday.journal.Verdict.BROKEN;
import static io.gameday.journal.Verdict.HELD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// A small incident seen by a real Prometheus and a real Alertmanager, whose routes send one alarm to the wrong team.
@Tag("alone")
class RealPrometheusTest {

    private static final int AMPLE_SECONDS = 60;

    @TempDir
    private Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<Double> scraped = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream realOut = System.out;
    private final Network network = new Network("shop");
    private final HttpServer shop;
    private volatile double useful = 1;

    RealPrometheusTest() throws IOException {
        shop = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(), this::serve);
    }

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() throws InterruptedException {
        System.setOut(realOut);
        for (Process process : processes) {
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        shop.close();
        network.close();
    }

    @Test
    void theGradeSaysWhoWasWronglyWokenAndWhatStayedSilent() throws Exception {
        String prometheus = onPath("prometheus");
        String alertmanager = onPath("prometheus-alertmanager", "alertmanager");
        int alertmanagerPort = freePort();
        int prometheusPort = freePort();
        start(alertmanager, "--config.file=" + alertmanagerConfig(), "--storage.path=" + folder.resolve("alertmanager"),
                "--web.listen-address=127.0.0.1:" + alertmanagerPort, "--cluster.listen-address=");
        start(prometheus, "--config.file=" + prometheusConfig(alertmanagerPort),
                "--storage.tsdb.path=" + folder.resolve("prometheus"),
                "--web.listen-address=127.0.0.1:" + prometheusPort);

        awaitScrapes(3, 1);
        Instant from = nextSecond();
        awaitScrapes(5, 1);
        useful = 0.5;
        List<String> notified = List.of(notification(), notification());
        awaitScrapes(1, 0.5);
        useful = 1;
        awaitScrapes(8, 1);
        Instant to = nextSecond().minusSeconds(3);
        Path file = folder.resolve("grade.json");
        int code = Gameday.execute("grade", gradeFile().toString(), "--from", from.toString(), "--to", to.toString(),
                "--prometheus", "http://127.0.0.1:" + prometheusPort, "--alertmanager",
                "http://127.0.0.1:" + alertmanagerPort, "--step", "1", "--out", file.toString());

        assertThat(notified).as("what Alertmanager really sent")
                .anyMatch(page -> page.startsWith("/platform") && page.contains("CheckoutErrors"))
                .anyMatch(page -> page.startsWith("/checkout") && page.contains("CheckoutDown"));
        String screen = out.toString(StandardCharsets.UTF_8);
        Grade grade = GradeJson.read(Files.readString(file));
        assertThat(code).as(screen).isEqualTo(3);
        assertThat(grade.windows()).singleElement().satisfies(window -> {
            assertThat(window.worst()).isEqualTo("50 %");
            assertThat(window.told()).extracting(Grade.Told::alarm).containsExactlyInAnyOrder("CheckoutErrors",
                    "CheckoutDown");
            assertThat(window.blind()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
        });
        assertThat(grade.predictions()).extracting(Prediction::text, Prediction::verdict).containsExactly(
                tuple("an alarm tells of every window, before it is over", HELD),
                tuple("CheckoutErrors rings within 20 s", HELD), tuple("payments is told of CheckoutErrors", BROKEN),
                tuple("CheckoutDown rings within 20 s", HELD), tuple("checkout is told of CheckoutDown", HELD),
                tuple("CheckoutSaturation rings within 2 s", BROKEN));
        assertThat(grade.predictions().get(2).seen()).isEqualTo("told was platform");
        assertThat(grade.pages()).extracting(PageLine::receiver, PageLine::waking, PageLine::why)
                .containsExactlyInAnyOrder(tuple("platform", Waking.WRONGLY, "window 1, but wanted is payments"),
                        tuple("checkout", Waking.RIGHTLY, "window 1"));
        assertThat(grade.alarms()).extracting(AlarmLine::name, AlarmLine::conduct).containsExactly(
                tuple("CheckoutDown", Conduct.TOLD), tuple("CheckoutErrors", Conduct.TOLD),
                tuple("CheckoutSaturation", Conduct.SILENT), tuple("DiskFull", Conduct.SILENT),
                tuple("Watchdog", Conduct.ALWAYS_ON));
        assertThat(grade.gains()).extracting(Gain::setting).contains("for: 0 s instead of 3 s");
        assertThat(grade.windows()).extracting(Window::began, Window::over).containsExactly(tuple(true, true));
        assertThat(screen).contains("× NOT AS PREDICTED", "platform wrongly, by CheckoutErrors",
                "checkout rightly, by CheckoutDown", "× CheckoutSaturation stayed silent");
    }

    private void serve(HttpRequest request, Consumer<HttpAnswer> reply) {
        if (request.path().equals("/metrics")) {
            double now = useful;
            scraped.add(now);
            reply.accept(new HttpAnswer(200, Map.of("content-type", "text/plain; version=0.0.4"),
                    ("shop_useful_share " + now + "\nshop_saturation 0.2\n").getBytes(StandardCharsets.UTF_8)));
        } else {
            told.add(request.path() + " " + request.text());
            reply.accept(HttpAnswer.json(200, "{}"));
        }
    }

    private String notification() throws InterruptedException {
        String page = told.poll(AMPLE_SECONDS, TimeUnit.SECONDS);
        return page == null ? "no page came" : page;
    }

    /// Until Prometheus has read `value` so many times from now on.
    private void awaitScrapes(int times, double value) throws InterruptedException {
        scraped.clear();
        for (int seen = 0; seen < times;) {
            Double next = scraped.poll(AMPLE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("Prometheus reads the shop's metrics").isNotNull();
            seen += next == value ? 1 : 0;
        }
    }

    private static Instant nextSecond() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    private Path alertmanagerConfig() throws IOException {
        String hooks = "http://127.0.0.1:" + shop.address().getPort();
        return Files.writeString(folder.resolve("alertmanager.yml"), """
                route:
                  receiver: platform
                  group_wait: 1s
                  routes:
                  - { receiver: payments, matchers: [ 'team="paymets"' ] }
                  - { receiver: checkout, matchers: [ 'team="checkout"' ] }
                  - { receiver: nobody, matchers: [ 'alertname="Watchdog"' ] }
                receivers:
                - { name: platform, webhook_configs: [ { url: '%1$s/platform', send_resolved: false } ] }
                - { name: payments, webhook_configs: [ { url: '%1$s/payments', send_resolved: false } ] }
                - { name: checkout, webhook_configs: [ { url: '%1$s/checkout', send_resolved: false } ] }
                - { name: nobody }
                """.formatted(hooks));
    }

    private Path prometheusConfig(int alertmanagerPort) throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.yml"), """
                groups:
                - name: shop
                  rules:
                  - { alert: CheckoutErrors, expr: 'shop_useful_share < 0.99', for: 3s, labels: { team: payments } }
                  - { alert: CheckoutDown, expr: 'shop_useful_share < 0.9', for: 2s, labels: { team: checkout } }
                  - { alert: CheckoutSaturation, expr: 'shop_saturation > 1', labels: { team: payments } }
                  - { alert: DiskFull, expr: 'shop_disk > 1' }
                  - { alert: Watchdog, expr: 'vector(1)' }
                """);
        return Files.writeString(folder.resolve("prometheus.yml"), """
                global: { scrape_interval: 1s, evaluation_interval: 1s }
                rule_files: [ '%1$s' ]
                alerting: { alertmanagers: [ { static_configs: [ { targets: [ '127.0.0.1:%2$d' ] } ] } ] }
                scrape_configs:
                - { job_name: shop, static_configs: [ { targets: [ '127.0.0.1:%3$d' ] } ] }
                - { job_name: alertmanager, static_configs: [ { targets: [ '127.0.0.1:%2$d' ] } ] }
                """.formatted(rules, alertmanagerPort, shop.address().getPort()));
    }

    private Path gradeFile() throws IOException {
        return Files.writeString(folder.resolve("grade.yaml"), """
                title: Checkout failed
                objective: 99.9 %
                customers: shop_useful_share
                alarms:
                  - { name: CheckoutErrors, within: 20s, team: payments }
                  - { name: CheckoutDown, within: 20s, team: checkout }
                  - { name: CheckoutSaturation, within: 2s }
                """);
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
                names[0] + " is not on the path (Debian: apt-get install prometheus " + "prometheus-alertmanager)");
        return found.orElseThrow();
    }
}

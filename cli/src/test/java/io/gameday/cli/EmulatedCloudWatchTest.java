package io.gameday.cli;

import io.gameday.report.grade.Grade;
import io.gameday.report.grade.Grade.AlarmLine;
import io.gameday.report.grade.Grade.Conduct;
import io.gameday.report.grade.Grade.Prediction;
import io.gameday.report.grade.GradeJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

import static io.gameday.journal.Verdict.BROKEN;
import static io.gameday.journal.Verdict.HELD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// `gameday grade --cloudwatch` against emulators that others wrote. Neither keeps the actions of alarms, and one keeps
/// no history of them at all.
class EmulatedCloudWatchTest {

    private static final String SHARE = """
            [{"Id":"share","MetricStat":{"Metric":{"Namespace":"Shop","MetricName":"UsefulShare"},"Period":1,\
            "Stat":"Average"}}]""";

    @TempDir
    private Path folder;
    private final List<Process> processes = new ArrayList<>();
    @RegisterExtension
    private final Printed printed = new Printed();

    @BeforeEach
    void listen() {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }

    @AfterEach
    void stop() throws InterruptedException {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        for (Process process : processes) {
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void theGradeSaysWhatRangAndWhatStayedSilent() throws Exception {
        int port = freePort();
        start("Ready", onPath("ministack", "pip install ministack"), Map.of("GATEWAY_PORT", String.valueOf(port)));
        String address = "http://127.0.0.1:" + port;
        Instant begin;
        try (CloudWatchClient client = client(address)) {
            alarm(client, "CheckoutSaturation", -1);
            alarm(client, "CheckoutErrors", 0.99);
            state(client, "CheckoutSaturation", StateValue.OK);
            state(client, "CheckoutErrors", StateValue.OK);
            begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            useful(client, "UsefulShare", begin.minusSeconds(60), 50, 1);
            useful(client, "UsefulShare", begin.minusSeconds(10), 10, 0.5);
            state(client, "CheckoutErrors", StateValue.OK);
            state(client, "CheckoutErrors", StateValue.ALARM);
        }
        Path file = folder.resolve("grade.json");

        int code = grade(address, begin.minusSeconds(60), "--out", file.toString());

        String screen = printed.out();
        Grade grade = GradeJson.read(Files.readString(file));
        assertThat(code).as(screen).isEqualTo(3);
        assertThat(grade.samples()).isGreaterThanOrEqualTo(59);
        assertThat(grade.windows()).singleElement().satisfies(window -> {
            assertThat(window.worst()).isEqualTo("50 %");
            assertThat(window.from()).isEqualTo(begin.minusSeconds(10));
        });
        assertThat(grade.alarms()).extracting(AlarmLine::name).containsExactlyInAnyOrder("CheckoutErrors",
                "CheckoutSaturation");
        assertThat(grade.alarms()).filteredOn(alarm -> alarm.name().equals("CheckoutErrors"))
                .extracting(AlarmLine::conduct).containsExactly(Conduct.TOLD);
        assertThat(grade.predictions()).extracting(Prediction::text, Prediction::verdict).contains(
                tuple("CheckoutErrors rings within 2 min", HELD), tuple("payments is told of CheckoutErrors", BROKEN));
        assertThat(screen).contains("whom", "CloudWatch does not know");
    }

    @Test
    void whatAnEmulatorLacksIsSaidAndNothingIsGraded() throws Exception {
        int port = freePort();
        start("Running on", onPath("moto_server", "pip install 'moto[server]'"), Map.of(), "-p", String.valueOf(port));
        String address = "http://127.0.0.1:" + port;
        Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (CloudWatchClient client = client(address)) {
            alarm(client, "CheckoutErrors", 0.99);
            useful(client, "UsefulShare", begin.minusSeconds(60), 50, 1);
        }

        assertThat(grade(address, begin.minusSeconds(60))).isEqualTo(4);
        assertThat(printed.err()).startsWith("CloudWatch in eu-west-1 at " + address)
                .contains("to DescribeAlarmHistory").endsWith("Without it nothing can be graded\n");
    }

    private int grade(String address, Instant from, String... more) throws IOException {
        Path wanted = Files.writeString(folder.resolve("grade.yaml"), """
                title: Checkout failed
                objective: 99.9 %%
                customers: '%s'
                alarms:
                  - { name: CheckoutErrors, within: 2m, team: payments }
                """.formatted(SHARE));
        List<String> all = new ArrayList<>(List.of("grade", wanted.toString(), "--from", from.toString(), "--to",
                Instant.now().toString(), "--cloudwatch=eu-west-1", "--aws-endpoint", address, "--step", "1"));
        all.addAll(List.of(more));
        return Gameday.execute(all.toArray(String[]::new));
    }

    private static CloudWatchClient client(String address) {
        return CloudWatchClient.builder().region(Region.EU_WEST_1).endpointOverride(URI.create(address)).build();
    }

    private static void alarm(CloudWatchClient client, String name, double threshold) {
        client.putMetricAlarm(alarm -> alarm.alarmName(name).namespace("Shop").metricName("Unmeasured")
                .statistic(Statistic.AVERAGE).period(10).evaluationPeriods(2).threshold(threshold)
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD).treatMissingData("notBreaching")
                .alarmActions("arn:aws:sns:eu-west-1:000000000000:payments"));
    }

    private static void state(CloudWatchClient client, String alarm, StateValue state) {
        client.setAlarmState(set -> set.alarmName(alarm).stateValue(state).stateReason("the test"));
    }

    private static void useful(CloudWatchClient client, String metric, Instant from, int seconds, double value) {
        List<MetricDatum> data = Stream.iterate(0, i -> i + 1).limit(seconds).map(i -> MetricDatum.builder()
                .metricName(metric).timestamp(from.plusSeconds(i)).value(value).storageResolution(1).build()).toList();
        client.putMetricData(put -> put.namespace("Shop").metricData(data));
    }

    /// Until it says `ready`.
    private void start(String ready, String command, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("PYTHONUNBUFFERED", "1");
        Process process = builder.start();
        processes.add(process);
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.contains(ready)) {
            line = lines.readLine();
        }
        assertThat(line).as("what " + command + " said").isNotNull();
        Thread.ofVirtual().start(() -> lines.lines().forEach(more -> {
        }));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String onPath(String name, String install) {
        Optional<String> found = Stream.of(System.getenv("PATH").split(":")).map(dir -> Path.of(dir, name))
                .filter(Files::isExecutable).map(Path::toString).findFirst();
        assumeTrue(found.isPresent(), name + " is not on the path (" + install + ")");
        return found.orElseThrow();
    }
}

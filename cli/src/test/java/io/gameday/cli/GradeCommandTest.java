package io.gameday.cli;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.report.grade.Evidence;
import io.gameday.report.grade.Grade;
import io.gameday.report.grade.GradeJson;
import io.gameday.signal.Page;
import io.gameday.signal.Period;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.webhook.Notification;
import io.gameday.signal.webhook.WebhookLog;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What `gameday grade` says and returns, against a server that answers as Prometheus and PagerDuty do.
class GradeCommandTest {

    private static final String FROM = "2026-11-21T14:00:00Z";
    private static final String TO = "2026-11-21T15:00:00+00:00";
    private static final Period MINUTE = new Period(Instant.parse(FROM), Instant.parse(FROM).plusSeconds(60));
    private static final String NOTHING = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}";

    @TempDir
    private Path folder;
    private final Map<String, HttpAnswer> answers = new ConcurrentHashMap<>();
    private final Network network = new Network("prometheus");
    private final HttpServer server;
    private final String address;
    @RegisterExtension
    private final Printed printed = new Printed();

    GradeCommandTest() throws IOException {
        server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(), this::serve);
        address = "http://127.0.0.1:" + server.address().getPort();
        answers.put("/api/v1/rules", HttpAnswer.json(200, "{\"status\":\"success\",\"data\":{\"groups\":[]}}"));
        answers.put("/api/v1/status/config", HttpAnswer.json(200, "{\"status\":\"success\",\"data\":{\"yaml\":\"\"}}"));
        answers.put("/api/v1/query_range", HttpAnswer.json(200, NOTHING));
        answers.put("/api/v1/query", HttpAnswer.json(200,
                "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1795335393.322,\"1\"]}}"));
    }

    private void serve(HttpRequest request, Consumer<HttpAnswer> reply) {
        HttpAnswer answer = answers.get(request.path());
        if (answer != null) {
            reply.accept(answer);
        }
    }

    @AfterEach
    void stop() {
        server.close();
        network.close();
    }

    @Test
    void aMetricThatNeverReportsIsSaidAndNeverGreen() {
        assertThat(grade("--customers", "nothing", "--objective", "99.9 %")).isEqualTo(4);
        assertThat(shown()).contains("○ NOT KNOWN", "○ not known: the metric never reports",
                "× there is no alarm at all");
    }

    @Test
    void theGradeAsJsonIsForPrograms() throws IOException {
        Path file = folder.resolve("grade.json");

        assertThat(grade("--customers", "nothing", "--objective", "99.9 %", "--json", "--out", file.toString()))
                .isEqualTo(4);
        assertThat(shown()).startsWith("{").contains("\"verdict\" : \"UNKNOWN\"").isEqualTo(Files.readString(file));
    }

    @Test
    void aQueryThatIsRefusedIsWrongUsageAndTheReasonIsShown() {
        answers.put("/api/v1/query_range", HttpAnswer.json(400, "{\"status\":\"error\",\"error\":\"parse error\"}"));

        assertThat(grade("--customers", "sum(", "--objective", "99.9 %")).isEqualTo(2);
        assertThat(said())
                .isEqualTo("Prometheus at " + address + " answered 400 to /api/v1/query_range: parse error\n");
    }

    @Test
    void aPrometheusThatIsBrokenLeavesEverythingUnknown() {
        answers.put("/api/v1/rules", HttpAnswer.json(503, "{\"error\":\"starting\"}"));

        assertThat(grade("--customers", "nothing", "--objective", "99.9 %")).isEqualTo(4);
        assertThat(said()).endsWith("answered 503 to /api/v1/rules: starting. Without it nothing can be graded\n");
    }

    @Test
    void everyProblemOfTheFileIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("grade.yaml"),
                "objective: 99.9 %\ncustomer: x\nalarms: [{ name: A, within: 2 }]\n");

        assertThat(grade(file.toString())).isEqualTo(2);
        assertThat(said()).hasLineCount(2).contains(":2:1: unknown field 'customer'; did you mean 'customers'?",
                ":3:29: alarms[1].within is '2'; allowed: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "--customers x                                     | nothing says what customers are to have; give",
            "--objective 99%                                   | nothing says what customers felt; give --customers",
            "--customers x --objective 99.9                    | --objective is '99.9'; allowed: 0 % to 100 %",
            "--customers x --objective 99% --from yesterday    | --from is 'yesterday'; allowed: a date and time with",
            "--customers x --objective 99% --to 2026-11-21T14:30:00 | --to is '2026-11-21T14:30:00'; allowed:",
            "--customers x --objective 99% --to 2026-11-21T14:00:00Z | --from is 2026-11-21T14:00:00Z, --to is",
            "--customers x --objective 99% --to 2199-01-01T00:00:00Z | --to is 2199-01-01T00:00:00Z; allowed: up to",
            "--customers x --objective 99% --from 2025-01-01T00:00:00Z | --from to --to is ",
            "--customers x --objective 99% --step 0            | --step is 0; allowed: 1 to 300",
            "--customers x --objective 99% --prometheus here   | the address of Prometheus is 'here'; allowed: http",
            "--customers x --objective 99% --cloudwatch        | both --prometheus URL and --cloudwatch[=REGION] is given",
            "--customers x --objective 99% --aws-endpoint http://a | --aws-endpoint is given without --cloudwatch",
            "--customers x --objective 99% --pagerduty         | --pagerduty needs a token that may read, in the",
            "--customers x --objective 99% --pagerduty http://a --alertmanager http://b | of --alertmanager,",
            "--customers x --objective 99% --alertmanager-log nowhere.jsonl | --alertmanager-log is nowhere.jsonl, and there",
            "--customers x --objective 99% --out /nowhere/at/all.json | --out is /nowhere/at/all.json, and there is no",
            "nowhere.yaml                                      | there is no file nowhere.yaml; docs/grade.md has one"})
    void whatIsWrongIsSaidBeforeAnythingIsAsked(String arguments, String message) {
        assertThat(grade(arguments.strip().split(" +"))).isEqualTo(2);
        assertThat(said()).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "                                              | neither --prometheus URL nor --cloudwatch[=REGION] is given",
            "--cloudwatch=here                             | --cloudwatch is 'here'; allowed: a Region such as eu-west-1",
            "--cloudwatch=eu-west-1 --aws-endpoint a       | --aws-endpoint is 'a'; allowed: http://… or https://…",
            "--cloudwatch=eu-west-1 --alertmanager http://b | --alertmanager is given with --cloudwatch; Alertmanager's"})
    void whereAlarmsAreReadIsSaidOnce(@Nullable String arguments, String message) {
        List<String> all = new ArrayList<>(
                List.of("grade", "--customers", "x", "--objective", "99 %", "--from", FROM, "--to", TO));
        if (arguments != null) {
            all.addAll(List.of(arguments.strip().split(" +")));
        }
        assertThat(Gameday.execute(all.toArray(String[]::new))).isEqualTo(2);
        assertThat(said()).startsWith(message);
    }

    @Test
    void aPagerLogThatIsAwayLeavesTheRestGraded() throws Exception {
        answers.put("/log_entries", HttpAnswer.json(500, "{}"));

        Evidence evidence = read(Map.of("GAMEDAY_PAGERDUTY_TOKEN", "secret"));

        assertThat(evidence.pages()).isNull();
        assertThat(evidence.noPages()).isEqualTo("PagerDuty at " + address + " answered 500 to /log_entries");
        assertThat(evidence.notes()).contains(evidence.noPages());
    }

    @Test
    void pagesAreReadWithTheTokenOfTheEnvironment() throws Exception {
        answers.put("/log_entries", HttpAnswer.json(200, """
                {"log_entries":[{"type":"notify_log_entry","created_at":"2026-11-21T14:00:30Z",
                 "incident":{"id":"P1","summary":"Errors"},"teams":[{"summary":"payments"}]}],"more":false}"""));

        assertThat(read(Map.of("GAMEDAY_PAGERDUTY_TOKEN", "secret")).pages()).isNotNull()
                .satisfies(pages -> assertThat(pages.pages()).containsExactly(
                        new Page(Instant.parse("2026-11-21T14:00:30Z"), List.of("payments"), "Errors", null, "P1")));
    }

    @Test
    void whatAlertmanagerReallySentSaysWhoWasTold() throws IOException {
        Path log = folder.resolve("pages.jsonl");
        try (WebhookLog heard = new WebhookLog(log)) {
            heard.accept(new Notification(Instant.parse("2026-11-21T14:00:30Z"), "payments", "g", 0,
                    List.of(new Notification.Alert(true, Map.of("alertname", "Errors"), Instant.parse(FROM)))));
        }
        Path grade = folder.resolve("grade.json");

        grade("--customers", "nothing", "--objective", "99.9 %", "--alertmanager-log", log.toString(), "--out",
                grade.toString());
        assertThat(GradeJson.read(Files.readString(grade)).pages()).extracting(Grade.PageLine::receiver)
                .containsExactly("payments");
        assertThat(shown()).contains("who was told is what Alertmanager sent");
    }

    @Test
    void aLogInWhichNothingWasHeardSaysNothing() throws IOException {
        Path log = Files.writeString(folder.resolve("pages.jsonl"), "");

        assertThat(grade("--customers", "nothing", "--objective", "99.9 %", "--alertmanager-log", log.toString()))
                .isEqualTo(4);
        assertThat(said()).contains("holds no webhook, so who was told is not known");
    }

    @Test
    void aTokenThatIsRefusedEndsTheReading() {
        answers.put("/log_entries", HttpAnswer.json(401, "{}"));

        assertThatThrownBy(() -> read(Map.of("GAMEDAY_PAGERDUTY_TOKEN", "secret"))).isInstanceOf(SourceFailure.class)
                .hasMessageContaining("the token is missing or wrong").hasMessageNotContaining("secret");
    }

    @Test
    void aClockThatDiffersIsSaid() throws Exception {
        assertThat(read(Map.of("GAMEDAY_PAGERDUTY_TOKEN", "secret"), 1_795_335_403L).notes())
                .contains("the clock of Prometheus is 9.7 s behind ours; times of different sources are as much apart");
    }

    private Evidence read(Map<String, String> environment) throws SourceFailure {
        return read(environment, 1_795_335_393L);
    }

    private Evidence read(Map<String, String> environment, long now) throws SourceFailure {
        answers.putIfAbsent("/log_entries", HttpAnswer.json(200, "{\"log_entries\":[],\"more\":false}"));
        InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(now));
        Duration limit = Duration.ofSeconds(20);
        try (IncidentReading reading = new IncidentReading(
                new PrometheusMonitoring(address, null, limit, clock, environment), address, null, limit, clock,
                environment)) {
            return reading.read(MINUTE, Duration.ofSeconds(15), "nothing", List.of());
        }
    }

    private int grade(String... arguments) {
        List<String> all = new ArrayList<>(List.of("grade"));
        all.addAll(List.of(arguments));
        given(all, "--from", FROM);
        given(all, "--to", TO);
        given(all, "--prometheus", address);
        return Gameday.execute(all.toArray(String[]::new));
    }

    private static void given(List<String> all, String option, String value) {
        if (!all.contains(option)) {
            all.addAll(List.of(option, value));
        }
    }

    private String shown() {
        return printed.out();
    }

    private String said() {
        return printed.err();
    }
}

package io.gameday.cli;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What `gameday coe new` makes of an incident, against a server that answers as Prometheus does.
class CoeNewCommandTest {

    private static final Instant FROM = Instant.parse("2026-11-21T14:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-21T15:00:00Z");
    private static final String NOTHING = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}";
    private static final String CHAT = """
            [14:20] Anna Smith: checkout fails, @bob can you look?
            [14:24] Bob Jones: restarted cell-1, told anna@example.com
            [14:31] on-call: all well
            """;

    @TempDir
    private Path folder;
    private final Map<String, HttpAnswer> answers = new ConcurrentHashMap<>();
    private final Network network = new Network("prometheus");
    private final HttpServer server;
    private final String address;
    @RegisterExtension
    private final Printed printed = new Printed();

    CoeNewCommandTest() throws IOException {
        server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(), this::serve);
        address = "http://127.0.0.1:" + server.address().getPort();
        answers.put("/api/v1/rules", HttpAnswer.json(200, """
                {"status":"success","data":{"groups":[{"name":"shop","interval":15,"rules":[
                 {"type":"alerting","name":"CheckoutErrors","query":"errors > 0.01","duration":0,"health":"ok",
                  "labels":{},"alerts":[]},
                 {"type":"alerting","name":"CheckoutSaturation","query":"busy > 0.9","duration":0,"health":"ok",
                  "labels":{},"alerts":[]}]}]}}"""));
        answers.put("/api/v1/status/config", HttpAnswer.json(200, "{\"status\":\"success\",\"data\":{\"yaml\":\"\"}}"));
        answers.put("/api/v1/query", HttpAnswer.json(200,
                "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1795335393.322,\"1\"]}}"));
    }

    private void serve(HttpRequest request, Consumer<HttpAnswer> reply) {
        HttpAnswer answer = answers.get(request.path());
        if (answer != null) {
            reply.accept(answer);
        } else if (request.path().equals("/api/v1/query_range")) {
            reply.accept(HttpAnswer.json(200, range(request.toString())));
        }
    }

    /// Customers had half of their answers from 14:20 to 14:30, and CheckoutErrors rang from 14:21 to 14:32.
    private static String range(String question) {
        if (question.contains("ALERTS")) {
            return matrix("{\"alertname\":\"CheckoutErrors\",\"alertstate\":\"firing\"}", 1260, 1920, at -> 1);
        }
        if (question.contains("useful")) {
            return matrix("{}", 0, 3600, at -> at >= 1200 && at < 1800 ? 0.5 : 1);
        }
        return question.contains("rate_of_all") ? matrix("{}", 0, 3600, at -> 10) : NOTHING;
    }

    private static String matrix(String labels, long from, long to, LongToDoubleFunction value) {
        String values = LongStream.rangeClosed(0, 240).map(step -> step * 15).filter(at -> at >= from && at < to)
                .mapToObj(at -> "[" + FROM.plusSeconds(at).getEpochSecond() + ",\"" + value.applyAsDouble(at) + "\"]")
                .collect(Collectors.joining(","));
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":" + labels
                + ",\"values\":[" + values + "]}]}}";
    }

    @AfterEach
    void stop() {
        server.close();
        network.close();
    }

    @Test
    void anIncidentIsMadeIntoJournalDocumentsAndABlankFile() throws IOException {
        Path file = Files.writeString(folder.resolve("grade.yaml"), """
                title: Checkout failed
                objective: 99.9 %
                customers: useful
                alarms:
                  - { name: CheckoutErrors, within: 2m }
                  - { name: CheckoutSaturation, within: 2m }
                """);
        Path chat = Files.writeString(folder.resolve("chat.txt"), CHAT);

        int code = make(file.toString(), "--prometheus", address, "--requests", "rate_of_all", "--notes",
                chat.toString());

        Path made = folder.resolve("runs/incident-20261121-140000");
        assertThat(code).as(printed.err()).isZero();
        assertThat(printed.out()).contains("Checkout failed   REAL INCIDENT", "240 values  from Prometheus",
                "2, of which 1 rang  from Prometheus", "3 notes; 2 names and 1 mail address left out",
                "14:20:00 to 14:30:00, 10 min 0.0 s; worst 50 %; 3,000 of 6,000 requests", "gameday report " + made,
                "gameday lint " + made.resolve("coe.yaml"));
        for (String document : List.of("journal.jsonl", "scorecard.json", "coe.md", "coe.html", "coe.pdf", "coe.docx",
                "coe.json")) {
            assertThat(made.resolve(document)).isNotEmptyFile();
        }
        assertThat(Files.readString(made.resolve("coe.yaml"))).contains("trigger: customer-impact");
        assertThat(Files.readString(made.resolve("coe.md")))
                .contains("REAL INCIDENT", "wanted and not so: CheckoutSaturation rings within 2 min (silent)",
                        "| checkout fails, participant can you look? | participant |")
                .doesNotContain("Anna", "Bob", "bob");
        assertThat(Files.readString(made.resolve("journal.jsonl"))).doesNotContain("Anna", "Bob", "@example");
    }

    @Test
    void itsDocumentsAreMadeAnewAndItsWordsLintedAsThoseOfARun() throws IOException {
        assertThat(make("--customers", "useful", "--objective", "99.9 %", "--prometheus", address)).isZero();
        Path made = folder.resolve("runs/incident-20261121-140000");
        Path coe = made.resolve("coe.md");
        String before = Files.readString(coe);
        Files.delete(coe);
        printed.reset();

        assertThat(Gameday.execute("report", made.toString())).isZero();
        assertThat(Files.readString(coe)).isEqualTo(before);
        assertThat(Gameday.execute("lint", made.toString())).isEqualTo(3);
        assertThat(printed.out()).contains("customers were affected, and no action is a mechanism")
                .doesNotContain("nothing says that the steady state");
        assertThat(Gameday.execute("report", made.toString(), "--document", "scorecard")).isZero();
        assertThat(Files.readString(made.resolve("scorecard.md"))).contains("pages: not read")
                .doesNotContain("Blast radius", "of 0", "injection");
    }

    @Test
    void withoutAnyToolThereAreTimesAndNotes() throws IOException {
        InputStream real = System.in;
        System.setIn(new ByteArrayInputStream("15:02 nobody had tried a restore\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(make("--title", "No restore was ever tried", "--trigger", "procedural-gap", "--notes", "-",
                    "--zone", "Europe/Berlin")).as(printed.err()).isZero();
        } finally {
            System.setIn(real);
        }
        Path made = folder.resolve("runs/incident-20261121-140000");
        assertThat(printed.out()).contains("metric     ○ not asked", "alarms     ○ not asked", "1 note");
        assertThat(Files.readString(made.resolve("coe.md"))).contains("# No restore was ever tried",
                "| Trigger | procedural gap |", "| 14:02:00.0 | nobody had tried a restore | participant |",
                "No metric was read: whether and how many were hurt is for people to tell.");
    }

    @Test
    void aSourceThatIsAwayIsToldAndTheRestIsMade() throws IOException {
        answers.put("/api/v1/rules", HttpAnswer.json(503, "{\"error\":\"starting\"}"));

        assertThat(make("--customers", "useful", "--objective", "99.9 %", "--prometheus", address)).isEqualTo(4);
        assertThat(printed.out()).contains("alarms     ○ not answered  from Prometheus", "answered 503 to");
        assertThat(Files.readString(folder.resolve("runs/incident-20261121-140000/coe.md")))
                .contains("NOT READ: Prometheus at", "Whether an alarm told of the impact is not known");
    }

    @Test
    void aFolderThatIsThereIsNotOverwritten() throws IOException {
        Path there = Files.createDirectories(folder.resolve("runs/incident-20261121-140000"));

        assertThat(make()).isEqualTo(2);
        assertThat(printed.err()).startsWith(there + " is there already, and nothing overwrites it. Make its documents "
                + "anew with: gameday report " + there);
        assertThat(there).isEmptyDirectory();
    }

    @Test
    void aQueryThatIsRefusedIsWrongUsageAndNothingIsMade() {
        answers.put("/api/v1/query_range", HttpAnswer.json(400, "{\"status\":\"error\",\"error\":\"parse error\"}"));

        assertThat(make("--customers", "sum(", "--objective", "99.9 %", "--prometheus", address)).isEqualTo(2);
        assertThat(printed.err()).contains("answered 400 to /api/v1/query_range: parse error");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void aMetricThatIsNoShareIsSaidBeforeAnythingIsMade() {
        assertThat(make("--customers", "rate_of_all", "--objective", "99.9 %", "--prometheus", address)).isEqualTo(2);
        assertThat(printed.err()).startsWith("the customers' metric is 10.0 at 2026-11-21T14:00:00Z; allowed with");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "--from yesterday            | --from is 'yesterday'; allowed: a date and time with its zone",
            "--to 2026-11-21T13:00:00Z   | --from is 2026-11-21T14:00:00Z, --to is 2026-11-21T13:00:00Z; allowed: --from",
            "--trigger near-mis          | --trigger is 'near-mis'; did you mean 'near-miss'?; allowed: customer-impact, ",
            "--trigger game-day-finding  | --trigger is 'game-day-finding'; allowed: customer-impact, procedural-gap",
            "--notes nowhere.txt         | --notes is nowhere.txt, and there is no such file",
            "--notes pom.xml --zone Mars | --zone is 'Mars'; allowed: a zone such as UTC, Europe/Berlin or +09:00",
            "--customers x               | there is a query of what customers felt, and no tool to ask it; give",
            "--objective 99%             | there is an objective, and nothing says what customers felt; give",
            "--customers x --prometheus http://a | nothing says what customers are to have; give --objective",
            "--requests x                | --requests counts what failed by a share of useful answers; give it with",
            "--alertmanager http://a     | --alertmanager is given without --prometheus; who was told is worked out",
            "--pagerduty http://a --alertmanager http://b | of --alertmanager, --alertmanager-log and --pagerduty",
            "--prometheus http://a --cloudwatch | both --prometheus URL and --cloudwatch[=REGION] is given",
            "--prometheus here           | the address of Prometheus is 'here'; allowed: http",
            "nowhere.yaml                | there is no file nowhere.yaml; docs/grade.md has one"})
    void whatIsWrongIsSaidBeforeAnythingIsAsked(String arguments, String message) {
        assertThat(make(arguments.strip().split(" +"))).isEqualTo(2);
        assertThat(printed.err()).startsWith(message);
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void theCommandOfTheGuideRunsAsItStands() throws IOException {
        String guide = Files.readString(Repository.root().resolve("docs/incident.md"));
        String command = guide.lines().dropWhile(line -> !line.startsWith("    gameday coe new"))
                .takeWhile(line -> line.startsWith("    ")).map(line -> line.strip().replaceFirst(" \\\\$", ""))
                .collect(Collectors.joining(" "));
        Files.writeString(folder.resolve("chat.txt"), CHAT);
        Files.writeString(folder.resolve("grade.yaml"), guide.lines().dropWhile(line -> !line.equals("```yaml")).skip(1)
                .takeWhile(line -> !line.equals("```")).collect(Collectors.joining("\n")));

        List<String> words = new ArrayList<>(List.of(command.replace("https://prometheus.example.com", address)
                .replace(" grade.yaml", " " + folder.resolve("grade.yaml"))
                .replace("chat.txt", folder.resolve("chat.txt").toString()).replaceFirst("^gameday ", "").split(" +")));
        words.addAll(List.of("--runs", folder.resolve("runs").toString()));

        assertThat(words).startsWith("coe", "new").contains("--from", "--to", "--notes");
        assertThat(Gameday.execute(words.toArray(String[]::new))).as(printed.err()).isZero();
    }

    private int make(String... arguments) {
        List<String> all = new ArrayList<>(List.of("coe", "new"));
        all.addAll(List.of(arguments));
        given(all, "--from", FROM.toString());
        given(all, "--to", TO.toString());
        given(all, "--runs", folder.resolve("runs").toString());
        return Gameday.execute(all.toArray(String[]::new));
    }

    private static void given(List<String> all, String option, String value) {
        if (!all.contains(option)) {
            all.addAll(List.of(option, value));
        }
    }
}

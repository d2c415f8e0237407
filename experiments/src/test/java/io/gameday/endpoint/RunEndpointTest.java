package io.gameday.endpoint;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.journal.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class RunEndpointTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path parent;
    private PlayedRun run;

    @BeforeEach
    void play() throws IOException {
        run = new PlayedRun(parent);
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void onlyItsOwnerCanReadTheFileThatLetsOneIn() throws IOException {
        Path file = run.folder.path().resolve("endpoint.json");
        JsonNode read = JSON.readTree(Files.readString(file));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(read.path("address").stringValue()).isEqualTo("127.0.0.1:" + run.endpoint.address().getPort());
        assertThat(read.path("pid").longValue()).isEqualTo(ProcessHandle.current().pid());
        assertThat(read.path("startTicks").isIntegralNumber()).isTrue();
        assertThat(read.path("token").stringValue()).matches("[0-9a-f]{48}");
        assertThat(file.resolveSibling("endpoint.json.new")).doesNotExist();
    }

    @Test
    void nothingIsLeftOfItOnceItIsClosed() {
        var address = run.endpoint.address();
        run.endpoint.close();
        assertThat(run.folder.path().resolve("endpoint.json")).doesNotExist();
        CompletableFuture<CallResult> result = new CompletableFuture<>();
        run.caller.call(address, HttpRequest.get("/v1/run"), Duration.ofSeconds(30), result::complete);
        assertThat(result.join()).isInstanceOf(CallResult.Unreachable.class);
    }

    @Test
    void whereTheFileCannotBeWrittenNobodyIsListenedTo() throws IOException {
        Path file = run.folder.path().resolve("endpoint.json");
        run.endpoint.close();
        Files.createDirectories(file.resolve("in-the-way"));
        assertThatThrownBy(() -> RunEndpoint.open(run.folder, "r", run.tail, run.network, Runnable::run, run))
                .isInstanceOf(IOException.class).hasMessageContaining("endpoint.json");
        Files.delete(file.resolve("in-the-way"));
    }

    @ParameterizedTest
    @CsvSource({"authorization, '', 401, token is missing or wrong", "authorization, Bearer abc, 401, token is missing",
            "host, example.com, 403, Host is not a loopback address", "origin, http://localhost, 403, Origin is set",
            "content-type, text/plain, 415, Content-Type must be application/json"})
    void onlyAProgramOfThisMachineWithTheTokenMaySpeakToARun(String header, String value, int status, String why) {
        HttpRequest request = HttpRequest.post("/v1/stop", "{\"by\":\"nobody\"}");
        HttpAnswer answer = call(request.with("authorization", "Bearer " + run.token()).with(header, value));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(error(answer)).contains(why);
        assertThat(run.tail.last()).isZero();
    }

    @Test
    void aRunSaysHowFarItIs() {
        run.append(new Event.NoteTaken("operator", "one"));
        assertThat(JSON.readTree(ask(HttpRequest.get("/v1/run")).text()))
                .isEqualTo(JSON.readTree("{\"run\":\"" + run.folder.run() + "\",\"last\":1,\"ended\":false}"));
        run.end();
        assertThat(JSON.readTree(ask(HttpRequest.get("/v1/run")).text()).path("ended").booleanValue()).isTrue();
    }

    @Test
    void whatSomebodySeesIsInTheJournalBeforeTheyAreAnswered() throws IOException {
        HttpAnswer answer = ask(HttpRequest.post("/v1/notes", "{\"role\":\"on-call\",\"text\":\"az1 is red 🚨\"}"));
        assertThat(answer.text()).isEqualTo("{\"seq\":1}");
        assertThat(Files.readString(run.folder.journal())).contains("NoteTaken", "on-call", "az1 is red 🚨");
    }

    @Test
    void aPageIsAnsweredAndARunIsStopped() throws IOException {
        assertThat(ask(HttpRequest.post("/v1/acknowledgements", "{\"role\":\"on-call\"}")).text())
                .isEqualTo("{\"seq\":1}");
        assertThat(ask(HttpRequest.post("/v1/stop", "{\"by\":\"console\",\"why\":\"enough\"}")).text())
                .isEqualTo("{\"seq\":2}");
        assertThat(ask(HttpRequest.post("/v1/stop", "{\"by\":\"console\"}")).status()).isEqualTo(200);
        assertThat(Files.readString(run.folder.journal())).contains("PageAcknowledged", "StopRequested", "enough");
    }

    @Test
    void aFaultIsTakenAwayOnceItsRevertIsJournalled() throws IOException {
        HttpAnswer answer = ask(delete("/v1/faults/f1", Map.of("by", "console")));
        assertThat(answer.text()).isEqualTo("{\"seq\":1}");
        assertThat(Files.readString(run.folder.journal())).contains("FaultReverted", "taken away by console");
    }

    @Test
    void whoTakesAFaultAwayMayBeNamedInTheBody() {
        HttpRequest request = HttpRequest.post("/v1/faults/f1", "{\"by\":\"console\"}");
        HttpAnswer answer = ask(new HttpRequest("DELETE", request.path(), Map.of(), request.headers(), request.body()));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aFaultThatStaysIsNotCalledTakenAway() {
        HttpAnswer answer = ask(delete("/v1/faults/f2", Map.of("by", "console")));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(error(answer))
                .isEqualTo("fault f2 could not be taken away; it ends by its lease. Check with: gameday recover");
    }

    @Test
    void aFaultThatIsNotInForceCannotBeTakenAway() {
        HttpAnswer answer = ask(delete("/v1/faults/f%209", Map.of("by", "console")));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(error(answer))
                .isEqualTo("fault is 'f 9'; allowed: a fault in force now, by its id in the journal, such as f1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{                             | 400 | the body is not JSON: ",
            "{\"role\":\"a\",\"role\":\"b\"} | 400 | the body is not JSON: Duplicate",
            "{} {}                         | 400 | the body is not JSON: ",
            "[]                            | 422 | the body is no object; allowed: a JSON object with role and text",
            "null                          | 422 | the body is no object; allowed: a JSON object with role and text",
            "{\"rol\":\"a\",\"text\":\"b\"}  | 422 | field 'rol' is unknown; allowed: a JSON object with role and text",
            "{\"text\":\"b\"}              | 422 | role is ''; allowed: 1 to 60 characters",
            "{\"role\":\"a\"}              | 422 | text is ''; allowed: 1 to 4000 characters",
            "{\"role\":\"a\",\"text\":\"  \"} | 422 | text is '  '; allowed: 1 to 4000 characters",
            "{\"role\":\"a\",\"text\":\"\\n\"} | 422 | text is 'blank'; allowed: 1 to 4000 characters",
            "{\"role\":7,\"text\":\"b\"}   | 422 | role is 7; allowed: a text",
            "{\"role\":\"a\",\"text\":\"\\u001b[2J\"} | 422 | text holds the control character U+001B; allowed: 1 to 4000",
            "{\"role\":\"a\",\"text\":\"a\\u202eb\"} | 422 | text holds the control character U+202E; allowed: 1 to 4000",
            "{\"role\":\"a\",\"text\":\"\\ud800\"} | 422 | text holds the control character U+D800; allowed: 1 to 4000"})
    void whatIsWrongWithACallIsNamed(String body, int status, String error) {
        HttpAnswer answer = ask(HttpRequest.post("/v1/notes", body));
        assertThat(error(answer)).startsWith(error);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(run.tail.last()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"60, 4000, 200, ''", "61, 4000, 422, role has 61 characters; allowed: 1 to 60 characters",
            "60, 4001, 422, text has 4001 characters; allowed: 1 to 4000 characters"})
    void textsHaveALimitCountedInCharactersAsPeopleDo(int role, int text, int status, String error) {
        HttpAnswer answer = ask(HttpRequest.post("/v1/notes",
                JSON.writeValueAsString(Map.of("role", "🙂".repeat(role), "text", "🙂".repeat(text)))));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(status == 200 ? "" : error(answer)).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"after, -1, 'after is ''-1''; allowed: a whole number, 0 or more'",
            "after, x, 'after is ''x''; allowed: a whole number, 0 or more'",
            "wait, 21, 'wait is ''21''; allowed: a whole number, 0 to 20'",
            "wait, 0.5, 'wait is ''0.5''; allowed: a whole number, 0 to 20'"})
    void whatIsWrongWithAQueryIsNamed(String name, String value, String error) {
        HttpAnswer answer = ask(get("/v1/events", Map.of(name, value)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(error(answer)).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"GET, /", "GET, /v1/notes", "PUT, /v1/run", "DELETE, /v1/faults/", "POST, /v1/faults/f1",
            "GET, /v2/run"})
    void whatIsNotThereIsA404(String method, String path) {
        HttpAnswer answer = ask(new HttpRequest(method, path, Map.of(), Map.of(), new byte[0]));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(error(answer)).isEqualTo("there is no " + method + " " + path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"POST | /v1/notes | {\"role\":\"a\",\"text\":\"b\"}",
            "POST | /v1/acknowledgements | {\"role\":\"a\"}", "POST | /v1/stop | {\"by\":\"a\"}",
            "DELETE | /v1/faults/f1 | {\"by\":\"a\"}"})
    void afterTheEndOfARunNothingCanBeAskedOfIt(String method, String path, String body) {
        run.end();
        HttpRequest request = HttpRequest.post(path, body);
        HttpAnswer answer = ask(new HttpRequest(method, path, Map.of(), request.headers(), request.body()));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(error(answer)).matches("the run has ended at \\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(run.tail.last()).isOne();
    }

    @Test
    void whatCannotBeJournalledIsNotAnsweredAsNoted() {
        HttpAnswer answer = ask(HttpRequest.post("/v1/notes", "{\"role\":\"a\",\"text\":\"the disk is full\"}"));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(error(answer)).isEqualTo("it could not be written into the journal, so it is not recorded");
    }

    @Test
    void aDefectIsAnsweredAndToldToTheLoop() {
        HttpAnswer answer = ask(HttpRequest.post("/v1/notes", "{\"role\":\"a\",\"text\":\"a defect, please\"}"));
        assertThat(answer.status()).isEqualTo(500);
        // The loop has done with that task once it does another.
        run.end();
        assertThat(run.escaped).singleElement().satisfies(defect -> assertThat(defect).hasMessage("defect"));
    }

    @Test
    void aCallForEventsWaitsUntilThereIsOne() {
        run.append(new Event.NoteTaken("operator", "old"));
        CompletableFuture<HttpAnswer> waiting = asked(get("/v1/events", Map.of("after", "1", "wait", "20")));
        awaitFollowers(1);
        assertThat(waiting).isNotDone();
        run.append(new Event.NoteTaken("operator", "new"));
        assertThat(waiting.join().text()).contains("\"seq\":2", "new").doesNotContain("old")
                .endsWith("],\"more\":false}");
    }

    @Test
    void oneThatWaitsAtTheEndOfTheRunIsAnsweredWithIt() {
        CompletableFuture<HttpAnswer> ahead = asked(get("/v1/events", Map.of("after", "100", "wait", "20")));
        awaitFollowers(1);
        run.end();
        assertThat(ahead.join().text()).isEqualTo("{\"entries\":[],\"more\":false}");
        assertThat(ask(get("/v1/events", Map.of("after", "0"))).text()).contains("RunEnded");
    }

    @Test
    void followersAreLimitedAndWhoIsTooManyIsTold() {
        var followers = IntStream.range(0, 32).mapToObj(i -> asked(get("/v1/events", Map.of("wait", "20")))).toList();
        awaitFollowers(32);
        assertThat(ask(get("/v1/events", Map.of())).status()).isEqualTo(503);
        run.end();
        assertThat(followers).allSatisfy(follower -> assertThat(follower.join().text()).contains("RunEnded"));
    }

    private void awaitFollowers(int count) {
        while (run.tail.waiting() < count) {
            Thread.onSpinWait();
        }
    }

    private static HttpRequest get(String path, Map<String, String> query) {
        return new HttpRequest("GET", path, query, Map.of(), new byte[0]);
    }

    private static HttpRequest delete(String path, Map<String, String> query) {
        return new HttpRequest("DELETE", path, query, Map.of(), new byte[0]);
    }

    private static String error(HttpAnswer answer) {
        return JSON.readTree(answer.text()).path("error").stringValue();
    }

    private HttpAnswer ask(HttpRequest request) {
        return asked(request).join();
    }

    private CompletableFuture<HttpAnswer> asked(HttpRequest request) {
        return called(request.with("authorization", "Bearer " + run.token()));
    }

    private HttpAnswer call(HttpRequest request) {
        return called(request).join();
    }

    private CompletableFuture<HttpAnswer> called(HttpRequest request) {
        CompletableFuture<CallResult> result = new CompletableFuture<>();
        run.caller.call(run.endpoint.address(), request, Duration.ofSeconds(50), result::complete);
        return result.thenApply(ended -> ((CallResult.Answered) ended).answer());
    }
}

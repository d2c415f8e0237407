package io.gameday.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// Experiments of Chaos Toolkit against a real server, real programs and real files.
class ToolkitPlayTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern HASH = Pattern.compile("--unleashed ([0-9a-f]{16})");

    @TempDir
    private Path folder;
    @RegisterExtension
    private final Printed printed = new Printed();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private String shop = "";

    /// It is well while the file `well` is there.
    @BeforeEach
    void serve() throws IOException {
        Files.writeString(folder.resolve("well"), "");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", call -> {
            boolean well = Files.exists(folder.resolve("well"));
            answer(call, well ? 200 : 503, "{\"well\": " + well + "}");
        });
        server.createContext("/echo", call -> answer(call, 201, "{\"body\": \""
                + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).replace("\"", "'") + "\"}"));
        server.createContext("/away", call -> {
            call.getResponseHeaders().set("Location", "http://shop.example/health");
            answer(call, 302, "");
        });
        server.start();
        shop = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private void answer(HttpExchange call, int status, String body) throws IOException {
        calls.add(call.getRequestMethod() + " " + call.getRequestURI());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private Path file(String method) throws IOException {
        return Files.writeString(folder.resolve("shop.yaml"), """
                title: The shop answers
                description: d
                steady-state-hypothesis:
                  title: it is well
                  probes:
                    - type: probe
                      name: well
                      tolerance: 200
                      provider: { type: http, url: "SHOP/health" }
                """.replace("SHOP", shop) + method.replace("SHOP", shop).replace("FOLDER", folder.toString()));
    }

    private static final String BREAKING = """
            method:
              - { type: action, name: break, provider: { type: process, path: mv, arguments: [FOLDER/well, FOLDER/ill] } }
            rollbacks:
              - { type: action, name: mend, provider: { type: process, path: mv, arguments: [FOLDER/ill, FOLDER/well] } }
            """;

    private int run(Path file, String... options) {
        return Gameday
                .execute(Stream.concat(Stream.of("run", file.toString(), "--out", folder.resolve("runs").toString()),
                        Stream.of(options)).toArray(String[]::new));
    }

    private String approved(Path file, String... options) {
        run(file, Stream.concat(Stream.of("--dry-run"), Stream.of(options)).toArray(String[]::new));
        Matcher hash = HASH.matcher(printed.out());
        assertThat(hash.find()).isTrue();
        return hash.group(1);
    }

    private JsonNode journal() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return JSON.readTree(runs.sorted().toList().getLast().resolve("journal.json").toFile());
        }
    }

    @Test
    void whatOnlyLooksIsPlayedAtOnce() throws IOException {
        assertThat(run(file("method: []"))).isZero();
        assertThat(printed.out()).contains("✓ held  (exit code 0; Chaos Toolkit: completed, exit code 0)");
        assertThat(calls).containsExactly("GET /health", "GET /health");
        assertThat(journal().path("steady_states").path("after").path("steady_state_met").asBoolean()).isTrue();
    }

    @Test
    void whatBreaksSomethingIsWithheldUntilItsPlanIsApproved() throws IOException {
        Path file = file(BREAKING);
        assertThat(run(file, "--allow-commands")).isEqualTo(4);
        assertThat(printed.out()).contains("2 actions were withheld", "--unleashed ");
        assertThat(folder.resolve("well")).exists();

        assertThat(run(file, "--allow-commands", "--unleashed", approved(file, "--allow-commands"))).isEqualTo(3);
        assertThat(printed.err()).contains("proof         ✓ steady state is met");
        assertThat(folder.resolve("well")).exists();
        assertThat(journal().path("deviated").asBoolean()).isTrue();
        assertThat(journal().path("run").path(0).path("output").path("status").asInt()).isZero();
    }

    @Test
    void aPlanThatWasChangedSinceIsNotTheOneThatWasApproved() throws IOException {
        String hash = approved(file(BREAKING), "--allow-commands");
        Path changed = file(BREAKING.replace("path: mv", "path: cp"));
        assertThat(run(changed, "--allow-commands", "--unleashed", hash)).isEqualTo(2);
        assertThat(printed.err()).contains("it is not the one that was approved, so nothing was started");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void whatIsApprovedCoversWhatNoLineTells() throws IOException {
        String method = "configuration: { who: ann }\nmethod: [{ type: action, name: send, provider: { type: http, url: "
                + "SHOP/echo, method: POST, arguments: { who: \"BODY\" } } }]";
        Path file = file(method.replace("BODY", "${who}"));
        String hash = approved(file);
        assertThat(run(file, "--unleashed", hash, "--var", "who=bob")).isEqualTo(2);
        assertThat(run(file(method.replace("BODY", "bob")), "--unleashed", hash)).isEqualTo(2);
        assertThat(calls).isEmpty();
        assertThat(run(file(method.replace("BODY", "${who}")), "--unleashed", hash)).isZero();
    }

    @Test
    void aSystemThatIsIllAlreadyIsNotStartedWhereChaosToolkitLeavesWithZero() throws IOException {
        Files.delete(folder.resolve("well"));
        assertThat(run(file("method: []"))).isEqualTo(5);
        assertThat(run(file("method: []"), "--ctk-exit-codes")).isZero();
    }

    @Test
    void aRollbackThatUndoesNothingIsAFaultThatIsNotGone() throws IOException {
        Path file = file(BREAKING.replace("name: mend, provider: { type: process, path: mv",
                "name: mend, provider: { " + "type: process, path: ls"));
        assertThat(run(file, "--allow-commands", "--unleashed", approved(file, "--allow-commands"))).isEqualTo(7);
        assertThat(printed.out()).contains("the steady state is not back after the rollbacks: 'well':");
        assertThat(journal().path("rollbacks").path(0).path("status").asString()).isEqualTo("succeeded");
    }

    @Test
    void nothingForeignIsReachedWithoutLeave() throws IOException {
        Path file = file("""
                configuration: { token: { type: env, key: HOME } }
                method:
                  - { type: probe, name: other, provider: { type: http, url: "http://shop.example/x" } }
                  - { type: probe, name: program, provider: { type: process, path: "true" } }
                """);
        assertThat(run(file)).isEqualTo(2);
        assertThat(printed.err()).contains("configuration.token reads HOME of the environment, which was not allowed");
        assertThat(run(file, "--allow-env", "HOME")).isEqualTo(2);
        assertThat(printed.err()).contains(
                "'other': 'shop.example' is not this machine; to have it called: " + "--allow-host shop.example",
                "'program' starts a program: true; to have it started: --allow-commands", "nothing was started");
        assertThat(calls).isEmpty();
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void aServerThatSendsOnToAForeignHostIsNotFollowed() throws IOException {
        assertThat(run(file("""
                method:
                  - { type: probe, name: away, provider: { type: http, url: "SHOP/away" } }
                """))).isEqualTo(4);
        assertThat(printed.out()).contains("the probe 'away' failed: 'shop.example' is not this machine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "{ type: http, url: SHOP/echo, method: POST, arguments: { a: 1, b: x y } } ; a=1&b=x+y",
            "{ type: http, url: SHOP/echo, method: PUT, headers: { Content-Type: application/json }, arguments: { a: 1 } } "
                    + "; {'a':1}"})
    void whatIsSentIsAFormOrJson(String provider, String body) throws IOException {
        Path file = file("method: [{ type: action, name: send, provider: " + provider + " }]");
        assertThat(run(file, "--unleashed", approved(file))).isZero();
        assertThat(journal().path("run").path(0).path("output").path("status").asInt()).isEqualTo(201);
        assertThat(journal().path("run").path(0).path("output").path("body").path("body").asString()).isEqualTo(body);
    }

    @Test
    void programsSayWhatTheySayAndAreEndedByTheirLimit() throws IOException {
        Path file = file(
                """
                        method:
                          - { type: probe, name: says, provider: { type: process, path: echo, arguments: "a $((1 + 1)) >&2; exit 3" } }
                          - { type: probe, name: slow, provider: { type: process, path: sleep, arguments: [600], timeout: 0.2 } }
                          - name: here
                            type: probe
                            provider: { type: python, module: os.path, func: exists, arguments: { path: FOLDER/well } }
                          - name: there
                            type: probe
                            provider: { type: python, module: os.path, func: exists, arguments: { path: /etc/passwd } }
                        """);
        assertThat(run(file, "--allow-commands")).isEqualTo(4);
        JsonNode run = journal().path("run");
        assertThat(run.path(0).path("output").path("status").asInt()).isEqualTo(3);
        assertThat(run.path(0).path("output").path("stderr").asString()).isEqualTo("a 2\n");
        assertThat(run.path(1).path("exception").path(0).asString()).isEqualTo("sleep did not end within 0.2 s");
        assertThat(run.path(2).path("output").asBoolean()).isTrue();
        assertThat(run.path(3).path("exception").path(0).asString()).contains("--allow-folder FOLDER");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--repeat 3 | --repeat is not for experiments of Chaos Toolkit",
            "--rollback-strategy maybe | --rollback-strategy is 'maybe'; allowed: always, default, deviated, never",
            "--hypothesis-frequency 0 | hypothesis frequency is 0.0 s; allowed: above 0 to 3600",
            "--var x:flot=1 | did you mean 'float'?", "--var-file none.json | there is no file none.json"})
    void anOptionThatCannotBeIsRefusedBeforeAnythingIsDone(String options, String message) throws IOException {
        assertThat(run(file("method: []"), options.split(" "))).isEqualTo(2);
        assertThat(printed.err()).contains(message);
        assertThat(calls).isEmpty();
    }

    @Test
    void optionsOfChaosToolkitAreNotForExperimentsOfOurs() {
        assertThat(Gameday.execute("run", "az-power-loss", "--fail-fast")).isEqualTo(2);
        assertThat(printed.err()).contains("--fail-fast is for experiments of Chaos Toolkit");
    }

    @Test
    void valuesComeFromFilesAndTheCommandLine() throws IOException {
        Path file = file("""
                configuration: { a: none, b: none }
                method:
                  - { type: probe, name: says, provider: { type: process, path: echo, arguments: ["${a}", "${b}"] } }
                """);
        Path values = Files.writeString(folder.resolve("values.env"), "# some\nexport a='one'\nb=two\n");
        assertThat(run(file, "--allow-commands", "--var-file", values.toString(), "--var", "b=three")).isZero();
        assertThat(journal().path("run").path(0).path("output").path("stdout").asString()).isEqualTo("one three\n");
    }

    /// The same files by Chaos Toolkit itself, where it is installed: what it tells, ours tells too.
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, false"})
    void theJournalIsThatOfChaosToolkit(boolean well, boolean breaks) throws IOException, InterruptedException {
        Assumptions.assumeTrue(onPath("chaos"), "skipped: there is no Chaos Toolkit (chaos) on the PATH");
        if (!well) {
            Files.delete(folder.resolve("well"));
        }
        Path file = file(breaks ? BREAKING : "method: []");
        Process theirs = new ProcessBuilder("chaos", "run", file.toString(), "--journal-path",
                folder.resolve("theirs.json").toString()).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("theirs.log").toFile()).start();
        assertThat(theirs.waitFor(2, TimeUnit.MINUTES)).isTrue();

        assertThat(breaks
                ? run(file, "--ctk-exit-codes", "--allow-commands", "--unleashed", approved(file, "--allow-commands"))
                : run(file, "--ctk-exit-codes")).isEqualTo(theirs.exitValue());
        JsonNode expected = JSON.readTree(folder.resolve("theirs.json").toFile());
        assertThat(summary(journal())).isEqualTo(summary(expected));
    }

    private static List<String> summary(JsonNode journal) {
        List<String> summary = new ArrayList<>(
                List.of(journal.path("status").asString(), journal.path("deviated").toString()));
        for (String when : List.of("before", "after")) {
            JsonNode state = journal.path("steady_states").path(when);
            summary.add(when + " " + state.path("steady_state_met"));
            state.path("probes").forEach(probe -> summary.add(entry(probe) + " " + probe.path("tolerance_met")));
        }
        for (String part : List.of("run", "rollbacks")) {
            journal.path(part).forEach(entry -> summary.add(part + " " + entry(entry)));
        }
        return summary;
    }

    private static String entry(JsonNode entry) {
        return entry.path("activity").path("name").asString() + " " + entry.path("status").asString();
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}

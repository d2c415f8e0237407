package io.gameday.cli;

import io.gameday.process.JavaCommand;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProxyCommandTest {

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream realErr = System.err;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setErr(realErr);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path config(String text) throws IOException {
        return Files.writeString(folder.resolve("proxies.json"), text);
    }

    @Test
    void everyMistakeOfItsFileIsToldByLineAndFieldAndNothingRuns() throws IOException {
        Path file = config("""
                [
                  {"name": "a", "listen": "127.0.0.1:0", "upstream": "127.0.0.1:1"},
                  {"name": "b", "enabled": "yes"},
                  {"name": "c"},
                  {"upstream": "127.0.0.1:1"},
                  {"name": "d", "upstream": "db.test:5432"},
                  {"name": "e", "upstream": "127.0.0.1:1", "listen": "0.0.0.0:80"},
                  {"name": "f", "upstream": "127.0.0.1:1", "listen": "local373"},
                  "g"
                ]
                """);
        assertThat(Gameday.execute("proxy", "--port", "0", "--config", file.toString())).isEqualTo(2);
        assertThat(errors()).isEqualTo(file + ":9:3: an item is \"g\"; allowed: an object\n");

        err.reset();
        Files.writeString(file, Files.readString(file).replace("\"local373\"},\n  \"g\"", "\"local373\"}"));
        assertThat(Gameday.execute("proxy", "--port", "0", "--config", file.toString())).isEqualTo(2);
        assertThat(errors().replace(file.toString(), "F")).isEqualTo(
                """
                        F:3:28: enabled is "yes"; allowed: true or false
                        F:4:3: upstream: missing required field: upstream
                        F:5:3: name: missing required field: name
                        F:6:29: upstream is db.test:5432, where this proxy may not lead; allowed: addresses of this machine, and \
                        what it was started with, as in gameday proxy --allow-upstream db.test:5432
                        F:7:54: listen is 0.0.0.0:80; allowed: addresses of this machine alone, such as 127.0.0.1:0
                        F:8:54: listen tcp: address local373: missing port in address
                        """);
    }

    @Test
    void aFileThatIsNoJsonOrNotThereIsTold() throws IOException {
        Path file = config("[\n  {\"name\": \"a\",, }\n]");
        assertThat(Gameday.execute("proxy", "--port", "0", "--config", file.toString())).isEqualTo(2);
        assertThat(errors()).startsWith(file + ":2:");
        assertThat(Gameday.execute("proxy", "--port", "0", "--config", "nowhere.json")).isEqualTo(2);
        assertThat(errors()).contains("--config is nowhere.json, which is no file that can be read");
    }

    @Test
    void anAddressThatIsTakenEndsItWithTheLineOfTheProxy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Path file = config("[\n{\"name\":\"a\",\"upstream\":\"127.0.0.1:1\",\n\"listen\":\"127.0.0.1:"
                    + taken.getLocalPort() + "\"}]");
            assertThat(Gameday.execute("proxy", "--port", "0", "--config", file.toString())).isEqualTo(2);
            assertThat(errors()).isEqualTo(
                    file + ":3:10: listen tcp 127.0.0.1:" + taken.getLocalPort() + ": bind: address already in use\n");
            err.reset();
            assertThat(Gameday.execute("proxy", "--port", Integer.toString(taken.getLocalPort()))).isOne();
            assertThat(errors()).contains("cannot listen at 127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertThat(Gameday.execute("proxy", "--port", "65536")).isEqualTo(2);
        assertThat(Gameday.execute("proxy", "--allow-upstream", "db.test")).isEqualTo(2);
        assertThat(Gameday.execute("proxy", "--config-toxics")).isEqualTo(2);
        assertThat(errors()).contains("--port is 65536; allowed: 0 to 65535", "--allow-upstream is 'db.test'",
                "--config-toxics needs --config FILE");
    }

    @Test
    void itServesUntilItIsInterrupted() throws Exception {
        Path file = config("[{\"name\":\"a\",\"upstream\":\"db.test:5432\",\"toxics\":[{\"type\":\"noop\"}]}]");
        List<String> command = JavaCommand.of(Gameday.class, 128, List.of("proxy", "--port", "0", "--seed", "7",
                "--config", file.toString(), "--config-toxics", "--allow-upstream", "x.test:1,db.test:5432"));
        Process process = new ProcessBuilder(command).redirectError(folder.resolve("err").toFile()).start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                HttpClient client = HttpClient.newHttpClient()) {
            Matcher line = Pattern.compile("Toxiproxy API at (http://127.0.0.1:\\d+), seed 7; Ctrl-C ends it")
                    .matcher(String.valueOf(out.readLine()));
            assertThat(line.matches()).as(Files.readString(folder.resolve("err"))).isTrue();
            HttpRequest list = HttpRequest.newBuilder(URI.create(line.group(1) + "/proxies")).build();
            assertThat(client.send(list, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("\"upstream\":\"db.test:5432\"", "\"type\":\"noop\"");
            // SIGTERM; Ctrl-C takes the same way. By the handle, because the process would close its output besides.
            process.toHandle().destroy();
            assertThat(out.readLine()).isNull();
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}

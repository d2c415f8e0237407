package io.gameday.people;

import io.gameday.journal.Event;
import io.gameday.journal.Event.GuardAnswered;
import io.gameday.journal.PersonAct;
import io.gameday.journal.PersonAct.Opened.Outcome;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Fault;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class PeopleEndpointTest {

    private static final String ID = "0123456789abcdef";

    @TempDir
    private Path folder;

    @Test
    void theRunBeginsWhenAllHaveSaidGo() throws Exception {
        try (Table table = new Table(folder, "facilitator", "responder", "responder")) {
            assertThat(table.view("responder 1").path("lobby").booleanValue()).isTrue();
            for (String role : List.of("facilitator", "responder 1")) {
                assertThat(table.post(role, "/v1/go", "{\"go\":\"yes\"}").statusCode()).isEqualTo(200);
            }
            assertThat(table.gathered).isNotDone();
            assertThat(table.post("responder 1", "/v1/go", "{\"go\":\"yes\",\"for\":\"responder 2\",\"why\":\"ill\"}")
                    .body()).contains("responder 1 may not answer for responder 2");
            assertThat(table.post("facilitator", "/v1/go", "{\"go\":\"yes\",\"for\":\"responder 2\"}").body())
                    .contains("saying go for responder 2 needs a reason");
            assertThat(table.post("facilitator", "/v1/go", "{\"go\":\"yes\",\"for\":\"responder 2\",\"why\":\"ill\"}")
                    .statusCode()).isEqualTo(200);
            assertThat(table.gathered.join()).isEmpty();
            assertThat(table.journal())
                    .contains(new GuardAnswered("everybody who was invited says go", true, "3 of 3 say go"));
            assertThat(table.acts("responder 2")).contains(new PersonAct.Answered(true, "facilitator", "ill"));
            assertThat(table.view("responder 1").path("lobby").booleanValue()).isFalse();
        }
    }

    @Test
    void oneNoGoIsEnoughAndNeedsAReason() throws Exception {
        try (Table table = new Table(folder, "responder", "observer")) {
            HttpResponse<String> refused = table.post("observer", "/v1/go", "{\"go\":\"no\"}");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body())
                    .isEqualTo("{\"error\":\"a no-go needs a reason\",\"code\":\"no-go-needs-reason\",\"with\":{}}");
            assertThat(table.post("observer", "/v1/go", "{\"go\":\"no\",\"why\":\"a real incident\"}").statusCode())
                    .isEqualTo(200);
            assertThat(table.gathered.join()).isEqualTo(Optional.of("observer says no-go: a real incident"));
            assertThat(table.post("responder", "/v1/go", "{\"go\":\"yes\"}").body()).contains("does not wait");
        }
    }

    @Test
    void linksAreForTheOwnerOfTheRunAloneAndGoneAtItsEnd() throws Exception {
        Path file;
        String token;
        try (Table table = new Table(folder, "scribe", "observer")) {
            file = table.folder.path().resolve("invitations.json");
            token = table.token("scribe");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            assertThat(Invitations.read(table.folder.path()).orElseThrow()).isEqualTo(table.endpoint.invitations());
            assertThat(token).hasSize(32).isNotEqualTo(table.token("observer"));
            table.post("scribe", "/v1/join", "{}");
            table.end();
            assertThat(table.post("scribe", "/v1/notes", "{\"id\":\"" + ID + "\",\"text\":\"late\"}").body())
                    .contains("the run is over");
            assertThat(
                    table.post("scribe", "/v1/predictions", "{\"id\":\"" + ID + "\",\"signal\":\"page\"}").statusCode())
                    .isEqualTo(409);
            assertThat(table.journal().getLast()).isInstanceOf(Event.RunEnded.class);
        }
        assertThat(file).doesNotExist();
        assertThat(Files.readString(folder.resolve("2026-11-21T14-01-32Z-az-power-loss/journal.jsonl")))
                .doesNotContain(token);
    }

    @Test
    void thePageLoadsNothingAndLetsNothingElseRun() throws Exception {
        try (Table table = new Table(folder, "observer")) {
            HttpResponse<String> page = table.send(HttpRequest.newBuilder(table.at("/")).build());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                    .startsWith("default-src 'none'; script-src 'sha256-").contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(Pattern.compile("(src|href)=\"(?!data:)|url\\(|@import|innerHTML|eval\\(").matcher(page.body())
                    .find()).isFalse();
            assertThat(page.body()).doesNotContain("az-power-loss", table.token("observer"));
        }
    }

    @Test
    void whatIsSentAgainIsTakenOnce() throws Exception {
        try (Table table = new Table(folder, "scribe")) {
            String note = "{\"id\":\"" + ID
                    + "\",\"text\":\"<b>az1</b> is red\",\"typed\":\"2020-01-01T00:00:00Z\",\"sent\":\"";
            String first = table.post("scribe", "/v1/notes", note + "2020-01-01T00:01:00Z\"}").body();
            assertThat(table.post("scribe", "/v1/notes", note + "2020-01-01T00:02:00Z\"}").body()).isEqualTo(first);
            assertThat(table.post("scribe", "/v1/notes", "{\"id\":\"" + ID + "\",\"text\":\"other\"}").body())
                    .contains("was used for something else");
            // The wrong clock of the phone does not matter: only how long ago it was typed does.
            assertThat(table.journal()).filteredOn(Event.NoteTaken.class::isInstance).singleElement()
                    .satisfies(event -> assertThat(((Event.NoteTaken) event).typed()).isBetween(
                            Instant.now().minus(Duration.ofMinutes(3)), Instant.now().minus(Duration.ofSeconds(50))));
        }
    }

    @Test
    void twoWhoPressStopAreOneStopAndBothAreTold() throws Exception {
        try (Table table = new Table(folder, "observer", "observer")) {
            assertThat(table.post("observer 1", "/v1/stop", "{}").body())
                    .startsWith("{\"said\":\"stopping\",\"code\":\"stopping\"");
            assertThat(table.post("observer 2", "/v1/stop", "{}").body()).contains("\"code\":\"stopping-already\"");
            assertThat(table.journal()).filteredOn(Event.StopRequested.class::isInstance)
                    .containsExactly(new Event.StopRequested("observer 1", ""));
            assertThat(table.view("observer 2").path("picture").path("stoppedBy").stringValue())
                    .isEqualTo("observer 1");
        }
    }

    @Test
    void predictionsAreClosedUntilTheEndAndThenAnybodyCanCheckThem() throws Exception {
        try (Table table = new Table(folder, "responder", "observer")) {
            assertThat(table
                    .post("responder", "/v1/predictions",
                            "{\"id\":\"" + ID
                                    + "\",\"signal\":\"zone-impact of az1\",\"within\":\"15\",\"people\":\"nothing\"}")
                    .statusCode()).isEqualTo(200);
            assertThat(Files.readString(table.folder.journal())).doesNotContain("zone-impact");
            Path file = table.folder.path().resolve("predictions.people.json");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            assertThat(table.view("observer").toString()).doesNotContain("zone-impact");
            table.append(new Event.FaultInjected("f1", new Fault.ZonePowerLoss("az1"), Duration.ofSeconds(40),
                    Duration.ofSeconds(8)));
            assertThat(table.post("observer", "/v1/predictions", "{\"id\":\"" + ID + "\",\"signal\":\"page\"}").body())
                    .contains("before the first fault, and that has come");
            assertThat(table.post("observer", "/v1/predictions", "{\"id\":\"" + ID + "\"}").body())
                    .contains("\"code\":\"empty-prediction\"");
            assertThat(table.post("observer", "/v1/notes", "{\"id\":\"" + ID + "\",\"text\":\"\\u001b[31m\"}").body())
                    .contains("\"code\":\"control-character\"");
            table.append(
                    new Event.AlarmChanged("zone-impact", new Scope.Zone("az1"), AlarmState.OK, AlarmState.ALARM, "x"));
            table.end();

            PersonAct.Opened opened = table.acts("responder").stream().filter(PersonAct.Opened.class::isInstance)
                    .map(PersonAct.Opened.class::cast).findFirst().orElseThrow();
            assertThat(opened.text()).isEqualTo("signal: zone-impact of az1; within: 15 s; people: nothing");
            assertThat(opened.outcome()).isEqualTo(Outcome.HIT);
            assertThat(table.acts("responder"))
                    .contains(new PersonAct.Sealed("q1", Claim.hash(opened.salt(), opened.text())));
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void nobodySeesWhatIsBrokenBeforeLearn() throws Exception {
        try (Table table = new Table(folder, "injector", "responder")) {
            table.append(new Event.FaultInjected("f1", new Fault.ZonePowerLoss("az1"), null, Duration.ofSeconds(8)));
            table.post("injector", "/v1/notes", "{\"id\":\"" + ID + "\",\"text\":\"the plug is out\"}");
            table.post("responder", "/v1/noticed", "{\"id\":\"" + ID + "\",\"text\":\"checkout hangs\"}");
            String seen = table.get("responder", "/v1/view").body();
            assertThat(seen).contains("checkout hangs").doesNotContain("power", "plug is out", "az-power-loss");
            table.end();
            assertThat(table.get("responder", "/v1/view").body()).contains("power", "plug is out");
        }
    }

    @Test
    void whoIsNotHeardOfIsAwayAndComesBack() throws Exception {
        try (Table table = new Table(folder, "observer")) {
            table.post("observer", "/v1/join", "{\"sent\":\"" + Instant.now().plusSeconds(90) + "\"}");
            assertThat(table.acts("observer")).last().isInstanceOfSatisfying(PersonAct.Joined.class,
                    joined -> assertThat(joined.ahead()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(91)));
            table.nanos.addAndGet(Duration.ofSeconds(20).toNanos());
            await(table, PersonAct.Left.class);
            table.view("observer");
            await(table, PersonAct.Joined.class);
        }
    }

    @Test
    void offLoopbackThereIsNothingButTls() throws Exception {
        InetAddress outside = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress()).findFirst()
                .orElse(null);
        Assumptions.assumeTrue(outside != null, "this machine has no address but loopback");
        try (Table table = new Table(folder, new InetSocketAddress(outside, 0), "observer")) {
            assertThat(table.link("observer")).startsWith("https://" + outside.getHostAddress() + ":");
            assertThat(table.endpoint.invitations().fingerprint()).hasSize(95);
            assertThatThrownBy(() -> table.send(
                    HttpRequest.newBuilder(URI.create(table.at("/").toString().replace("https:", "http:"))).build()))
                    .isInstanceOf(IOException.class);
        }
    }

    /// The desk looks every second.
    private static void await(Table table, Class<? extends PersonAct> last) {
        while (!last.isInstance(table.acts("observer").getLast())) {
            Thread.onSpinWait();
        }
    }
}

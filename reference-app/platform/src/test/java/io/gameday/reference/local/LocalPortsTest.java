package io.gameday.reference.local;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.observability.Scope;
import io.gameday.process.ProcessIdentity;
import io.gameday.reference.Address;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.target.Answer;
import io.gameday.target.Automation.Action;
import io.gameday.target.Automation.Actor;
import io.gameday.target.Task;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The ports of the target over real sockets; the control plane is a server that says what the test wants.
@Timeout(60)
class LocalPortsTest {

    private static final String EVENT = """
            {"seq":%d,"at":"2026-11-21T12:00:0%dZ","actor":"AUTOMATION","name":"%s","scope":"zone az1","text":"words"}""";

    @TempDir
    Path folder;
    private final Network network = new Network("test");
    private final HttpCaller caller = new HttpCaller(network);
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final RealClock clock = new RealClock("test-loop", failures::add);
    private volatile String topology = "{}";
    private volatile List<String> events = List.of();
    private HttpServer controlPlane;
    private LocalApp app;

    @BeforeEach
    void start() throws IOException {
        AppFolder files = AppFolder.create(AppConfig.standard(1, 2, 150, 40, 1, folder.toString()), new Random(1));
        controlPlane = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.token(files.token()),
                (request, reply) -> reply.accept(switch (request.path()) {
                    case "/topology" -> HttpAnswer.json(200, topology);
                    default -> HttpAnswer.json(200, eventsAfter(Long.parseLong(request.query().get("after"))));
                }));
        AppAddresses addresses = new AppAddresses("127.0.0.1:1", Address.print(controlPlane.address()), "127.0.0.1:1",
                "127.0.0.1:1", "127.0.0.1:1", "gameday");
        app = LocalApp.attach(new AppState(folder.toString(), new ProcessIdentity(-1, -1, ""), addresses), addresses);
    }

    @AfterEach
    void end() {
        clock.close();
        controlPlane.close();
        network.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void theTasksAreThoseTheControlPlaneSees() throws Exception {
        topology = """
                {"tasks":[
                  {"id":"orders-1","cell":"cell-1","zone":"az1","state":"HEALTHY","address":"127.0.1.10:4","slots":3},
                  {"id":"orders-2","cell":"cell-1","zone":"az2","state":"STARTING","address":null,"slots":3}]}""";

        assertThat(tasks()).isEqualTo(
                new Answer.Ok<>(List.of(new Task("orders-1", "cell-1", "az1", Task.State.HEALTHY, "127.0.1.10:4", 3),
                        new Task("orders-2", "cell-1", "az2", Task.State.STARTING, "", 3))));
    }

    @Test
    void aControlPlaneThatIsAwayIsAnAnswerWithAReason() throws Exception {
        controlPlane.close();

        assertThat(tasks()).isInstanceOfSatisfying(Answer.Failed.class,
                failed -> assertThat(failed.why()).contains("the control plane at " + app.addresses().controlPlane()));
    }

    @Test
    void onlyWhatHappensFromNowOnIsHandedOverAndEachOnce() throws Exception {
        events = List.of(EVENT.formatted(7, 1, "steady-state"));
        BlockingQueue<Action> actions = new LinkedBlockingQueue<>();
        BlockingQueue<Long> polls = new LinkedBlockingQueue<>();
        asked = polls;
        BlockingQueue<String> unreadable = new LinkedBlockingQueue<>();
        new LocalAutomation(app, caller, clock, clock, unreadable::add).follow(actions::add);
        assertThat(polls.poll(30, TimeUnit.SECONDS)).isZero();
        assertThat(polls.poll(30, TimeUnit.SECONDS)).isEqualTo(7);

        events = List.of(EVENT.formatted(7, 1, "steady-state"), EVENT.formatted(8, 2, "weigh-away"),
                EVENT.formatted(9, 3, "odd").replace("AUTOMATION", "NOBODY"));

        assertThat(actions.poll(30, TimeUnit.SECONDS)).isEqualTo(new Action(Actor.AUTOMATION, "weigh-away",
                new Scope.Zone("az1"), "words", Instant.parse("2026-11-21T12:00:02Z")));
        assertThat(unreadable.poll(30, TimeUnit.SECONDS)).contains("NOBODY");
        polls.clear();
        assertThat(polls.poll(30, TimeUnit.SECONDS)).isEqualTo(9);
        assertThat(actions).isEmpty();
    }

    @Test
    void whatTheHostDoesByItselfIsHandedOverWithoutAControlPlane() throws Exception {
        AppAddresses addresses = new AppAddresses(Address.print(controlPlane.address()), "127.0.0.1:1", "127.0.0.1:1",
                "127.0.0.1:1", "127.0.0.1:1", "gameday");
        LocalApp alone = LocalApp.attach(new AppState(folder.toString(), new ProcessIdentity(-1, -1, ""), addresses),
                addresses);
        BlockingQueue<Action> actions = new LinkedBlockingQueue<>();
        BlockingQueue<Long> polls = new LinkedBlockingQueue<>();
        asked = polls;
        new LocalAutomation(alone, caller, clock, clock, text -> {
        }).follow(actions::add);
        assertThat(polls.poll(30, TimeUnit.SECONDS)).isZero();
        assertThat(polls.poll(30, TimeUnit.SECONDS)).isZero();

        events = List.of(EVENT.formatted(7, 1, "restart"));

        assertThat(actions.poll(30, TimeUnit.SECONDS)).isEqualTo(new Action(Actor.AUTOMATION, "restart",
                new Scope.Zone("az1"), "words", Instant.parse("2026-11-21T12:00:01Z")));
    }

    private volatile BlockingQueue<Long> asked = new LinkedBlockingQueue<>();

    private String eventsAfter(long seq) {
        asked.add(seq);
        return "{\"events\":[" + String.join(",", events.stream().filter(event -> number(event) > seq).toList()) + "]}";
    }

    private static long number(String event) {
        return Long.parseLong(event.replaceAll(".*\"seq\":(\\d+).*", "$1"));
    }

    private Answer<List<Task>> tasks() throws Exception {
        CompletableFuture<Answer<List<Task>>> answer = new CompletableFuture<>();
        new LocalTopology(app, caller, clock).tasks(answer::complete);
        return answer.get(30, TimeUnit.SECONDS);
    }
}

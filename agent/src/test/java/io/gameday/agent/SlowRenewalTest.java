package io.gameday.agent;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Answer;
import io.gameday.target.Faults;
import io.gameday.time.RealClock;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SlowRenewalTest {

    @Test
    void anAgentThatTellsHowAFaultStandsIsNotTakenForHung(@TempDir Path folder) throws Exception {
        AtomicInteger renewals = new AtomicInteger();
        List<String> notices = new CopyOnWriteArrayList<>();
        try (TestHost host = new TestHost(folder);
                Network network = new Network("test");
                RealClock clock = new RealClock("test", Throwable::printStackTrace);
                HttpServer agent = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(),
                        (request, reply) -> {
                            // The first renewal waits for the work of another fault.
                            if (!request.path().endsWith("/renew") || renewals.incrementAndGet() > 1) {
                                reply.accept(HttpAnswer.json(200, "{\"id\":\"r1.f1\"}"));
                            }
                        })) {
            Path token = Files.writeString(folder.resolve("agent.token"), "secret");
            AgentFile given = new AgentFile("a1", "127.0.0.1:" + agent.address().getPort(), token.toString(), "host:1",
                    ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow());
            AgentFaults faults = new AgentFaults(host.setup("r1", folder), given, clock, clock, network, notices::add);
            faults.start();
            Answer<Faults.Renewed> renewed = Await
                    .answer(told -> clock.execute(() -> faults.renew("f1", told::accept)));
            assertThat(renewed).isEqualTo(new Answer.Ok<>(new Faults.Renewed("f1")));
            assertThat(notices).isEmpty();
            faults.close();
        }
    }
}

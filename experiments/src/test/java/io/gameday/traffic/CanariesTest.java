package io.gameday.traffic;

import io.gameday.http.HttpAnswer;
import io.gameday.observability.Layout;
import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import io.gameday.observability.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CanariesTest {

    @Test
    void everyCellIsProbedInEveryZoneAndADeadZoneShows() throws Exception {
        CountDownLatch told = new CountDownLatch(24);
        try (FakeRouter router = new FakeRouter((request, reply) -> {
            boolean dead = request.path().endsWith("/az1");
            String attempt = dead ? "az1/orders-1/unreachable" : "az2/orders-2/200";
            reply.accept(new HttpAnswer(dead ? 502 : 200, Map.of(Attempt.HEADER, attempt),
                    "{}".getBytes(StandardCharsets.UTF_8)));
        })) {
            router.loop.execute(() -> router.signals.follow(m -> told.countDown()));
            try (Canaries _ = Canaries.start(router.caller, router.server.address(),
                    Layout.everywhere(List.of("cell-1", "cell-2"), List.of("az1", "az2")), FakeRouter.LONG, router.loop,
                    router.signals)) {
                FakeRouter.await(told);
            }
            Set<String> probed = new HashSet<>();
            assertThat(router.seenBy(Observer.CANARY)).hasSizeGreaterThanOrEqualTo(24).allSatisfy(m -> {
                probed.add(m.cell() + " " + m.zone());
                boolean dead = "az1".equals(m.zone());
                assertThat(m).isEqualTo(new Measurement(Observer.CANARY, m.cell(), m.zone(),
                        dead ? "orders-1" : "orders-2", null, dead ? Outcome.FAILED : Outcome.USEFUL, m.latency()));
            });
            assertThat(probed).containsExactlyInAnyOrder("cell-1 az1", "cell-1 az2", "cell-2 az1", "cell-2 az2");
        }
    }

    @Test
    void aProbeWithoutAnAnswerCountsAsTheLimitItWaitedFor() throws Exception {
        CountDownLatch told = new CountDownLatch(2);
        try (FakeRouter router = new FakeRouter((request, reply) -> {
        })) {
            router.loop.execute(() -> router.signals.follow(m -> told.countDown()));
            try (Canaries _ = Canaries.start(router.caller, router.server.address(),
                    Layout.everywhere(List.of("cell-1"), List.of("az1")), FakeRouter.SHORT, router.loop,
                    router.signals)) {
                FakeRouter.await(told);
            }
            assertThat(router.seenBy(Observer.CANARY)).first().isEqualTo(new Measurement(Observer.CANARY, "cell-1",
                    "az1", null, null, Outcome.UNANSWERED, FakeRouter.SHORT));
        }
    }
}

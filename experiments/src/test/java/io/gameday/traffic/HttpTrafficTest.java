package io.gameday.traffic;

import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import io.gameday.observability.Outcome;
import io.gameday.target.Traffic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HttpTrafficTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aServerThatNeverAnswersDoesNotSlowTheCustomersDown() throws Exception {
        CountDownLatch reached = new CountDownLatch(60);
        try (FakeRouter router = new FakeRouter((request, reply) -> reached.countDown())) {
            long beforeStart = System.nanoTime();
            router.start(10, 100, FakeRouter.SHORT);
            long afterStart = System.nanoTime();
            FakeRouter.await(reached);
            long beforeStop = System.nanoTime();
            Traffic.Stopped stopped = router.stop();
            long afterStop = System.nanoTime();

            // The schedule alone decides how many there were, however slow this machine is.
            assertThat((double) stopped.requests()).isBetween((beforeStop - afterStart) / 1e9 * 100 - 2,
                    (afterStop - beforeStart) / 1e9 * 100 + 2);
            assertThat(router.seenBy(Observer.CUSTOMER)).hasSize((int) stopped.requests())
                    .allSatisfy(m -> assertThat(m.outcome()).isEqualTo(Outcome.UNANSWERED))
                    .allSatisfy(m -> assertThat(m.latency()).isEqualTo(FakeRouter.SHORT))
                    .allSatisfy(m -> assertThat(m.cell()).isEqualTo("cell-1"));
        }
    }

    @Test
    void everyRequestCarriesItsCustomerAndAnIdOfItsOwn() throws Exception {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        CountDownLatch reached = new CountDownLatch(12);
        try (FakeRouter router = new FakeRouter((request, reply) -> {
            String id = JSON.readTree(request.text()).get("id").stringValue();
            String customer = request.headers().get("x-gameday-customer");
            if (request.method().equals("POST") && id.matches("r1-" + customer + "-\\d{6}")) {
                ids.add(id);
            }
            reply.accept(HttpAnswer.json(201, "{}"));
            reached.countDown();
        })) {
            assertThat(router.start(3, 200).customers()).containsExactly("c-01", "c-02", "c-03");
            FakeRouter.await(reached);
            Traffic.Stopped stopped = router.stop();

            assertThat(ids).hasSize((int) stopped.requests()).contains("r1-c-01-000000", "r1-c-03-000003");
        }
    }

    @Test
    void theAnswersHeadersTellCellZoneAndEveryAttempt() throws Exception {
        String attempts = "az1/orders-1/unreachable,az2/orders-5/201";
        try (FakeRouter router = answeringOnce(201, Map.of(Attempt.HEADER, attempts, "x-gameday-cell", "cell-2"))) {
            Measurement whole = firstOf(router, Observer.CUSTOMER);
            assertThat(whole).isEqualTo(new Measurement(Observer.CUSTOMER, "cell-2", "az2", "orders-5", "c-01",
                    Outcome.USEFUL, whole.latency()));
            assertThat(router.seenBy(Observer.ATTEMPT).limit(2)).containsExactly(
                    new Measurement(Observer.ATTEMPT, "cell-2", "az1", "orders-1", null, Outcome.FAILED,
                            whole.latency()),
                    new Measurement(Observer.ATTEMPT, "cell-2", "az2", "orders-5", null, Outcome.USEFUL,
                            whole.latency()));
        }
    }

    @Test
    void aMalformedAttemptsHeaderCostsTheRequestNothing() throws Exception {
        try (FakeRouter router = answeringOnce(201, Map.of(Attempt.HEADER, ",,/,az1//201,az1/orders-1/soon"))) {
            assertThat(firstOf(router, Observer.CUSTOMER).outcome()).isEqualTo(Outcome.USEFUL);
            assertThat(router.seenBy(Observer.ATTEMPT)).isEmpty();
        }
    }

    @Test
    void onlyAServerWithTooMuchToDoRefuses() throws Exception {
        try (FakeRouter router = answeringOnce(503, Map.of(Attempt.OVERLOADED, "true"))) {
            assertThat(firstOf(router, Observer.CUSTOMER).outcome()).isEqualTo(Outcome.REFUSED);
        }
        try (FakeRouter router = answeringOnce(503, Map.of())) {
            assertThat(firstOf(router, Observer.CUSTOMER).outcome()).isEqualTo(Outcome.FAILED);
        }
        try (FakeRouter router = answeringOnce(500, Map.of())) {
            assertThat(firstOf(router, Observer.CUSTOMER).outcome()).isEqualTo(Outcome.FAILED);
        }
    }

    @Test
    void aTimeOutThatTheRouterNamesIsChargedToTheInstanceThatDidNotAnswer() throws Exception {
        try (FakeRouter router = answeringOnce(504, Map.of(Attempt.HEADER, "az3/orders-3/timeout"))) {
            Measurement whole = firstOf(router, Observer.CUSTOMER);
            assertThat(whole).isEqualTo(new Measurement(Observer.CUSTOMER, "cell-1", "az3", "orders-3", "c-01",
                    Outcome.UNANSWERED, FakeRouter.LONG));
            assertThat(firstOf(router, Observer.ATTEMPT).outcome()).isEqualTo(Outcome.UNANSWERED);
        }
    }

    @Test
    void aRouterThatIsGoneFailsEveryRequestAndStopsNothing() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        try (FakeRouter router = new FakeRouter((request, reply) -> {
            reply.accept(HttpAnswer.json(201, "{}"));
            reached.countDown();
        })) {
            CountDownLatch failed = new CountDownLatch(20);
            router.loop.execute(() -> router.signals.follow(m -> {
                if (m.outcome() == Outcome.FAILED) {
                    failed.countDown();
                }
            }));
            router.start(5, 200);
            FakeRouter.await(reached);
            router.server.close();
            FakeRouter.await(failed);
            Traffic.Stopped stopped = router.stop();
            assertThat(router.seenBy(Observer.CUSTOMER)).hasSize((int) stopped.requests());
        }
    }

    @Test
    void acknowledgedOrdersAreReadBackAndLostOnesAreNamedByCustomer() throws Exception {
        Set<String> kept = ConcurrentHashMap.newKeySet();
        CountDownLatch reached = new CountDownLatch(100);
        try (FakeRouter router = new FakeRouter(shop(kept, reached))) {
            router.start(3, 300);
            FakeRouter.await(reached);
            Traffic.Stopped stopped = router.stop();
            kept.removeAll(Set.of("r1-c-02-000001", "r1-c-02-000002", "r1-c-03-000000"));
            Traffic.ReadBack result = router.readBack();

            assertThat(result).isEqualTo(new Traffic.ReadBack(stopped.requests(), stopped.requests() - 3,
                    Map.of("c-02", List.of("r1-c-02-000001", "r1-c-02-000002"), "c-03", List.of("r1-c-03-000000")),
                    Map.of()));
        }
    }

    @Test
    void onlyWhatWasAcknowledgedIsReadBack() throws Exception {
        CountDownLatch reached = new CountDownLatch(20);
        try (FakeRouter router = new FakeRouter((request, reply) -> {
            reply.accept(HttpAnswer.error(503, "full"));
            reached.countDown();
        })) {
            router.start(3, 300);
            FakeRouter.await(reached);
            router.stop();
            assertThat(router.readBack()).isEqualTo(new Traffic.ReadBack(0, 0, Map.of(), Map.of()));
        }
    }

    @Test
    void anOrderThatCannotBeAskedAboutIsUnknownAndNotLost() throws Exception {
        CountDownLatch reached = new CountDownLatch(10);
        Map<String, Integer> asked = new ConcurrentHashMap<>();
        try (FakeRouter router = new FakeRouter((request, reply) -> {
            if (request.method().equals("POST")) {
                reply.accept(HttpAnswer.json(201, "{}"));
                reached.countDown();
            } else if (asked.merge(request.path(), 1, Integer::sum) < 3 || request.path().endsWith("c-01-000000")) {
                reply.accept(HttpAnswer.error(500, "not now"));
            } else {
                reply.accept(HttpAnswer.json(200, "{}"));
            }
        })) {
            router.start(1, 200);
            FakeRouter.await(reached);
            Traffic.Stopped stopped = router.stop();
            Traffic.ReadBack result = router.readBack();

            assertThat(result).isEqualTo(new Traffic.ReadBack(stopped.requests(), stopped.requests() - 1, Map.of(),
                    Map.of("c-01", List.of("r1-c-01-000000"))));
            assertThat(asked).containsEntry("/orders/r1-c-01-000000", 3);
        }
    }

    @Test
    void aRouterThatDoesNotKnowTheCustomerSaysNothingAboutItsOrders() throws Exception {
        CountDownLatch reached = new CountDownLatch(3);
        try (FakeRouter router = new FakeRouter((request, reply) -> {
            boolean order = request.method().equals("POST");
            reply.accept(order ? HttpAnswer.json(201, "{}") : HttpAnswer.error(404, "customer c-01 has no cell"));
            reached.countDown();
        })) {
            router.start(1, 50);
            FakeRouter.await(reached);
            router.stop();
            Traffic.ReadBack result = router.readBack();
            assertThat(result.lost()).isEmpty();
            assertThat(result.unknown().get("c-01")).hasSize((int) result.acknowledged());
        }
    }

    @Test
    void whenNothingAnswersTheReadBackGivesUpAndNamesEveryOrderAsUnknown() throws Exception {
        Set<String> kept = ConcurrentHashMap.newKeySet();
        CountDownLatch reached = new CountDownLatch(300);
        try (FakeRouter router = new FakeRouter(shop(kept, reached))) {
            router.start(10, 1000);
            FakeRouter.await(reached);
            router.stop();
            router.server.close();
            Traffic.ReadBack result = router.readBack();

            assertThat(result.found()).isZero();
            assertThat(result.lost()).isEmpty();
            assertThat(result.unknown().values().stream().mapToInt(List::size).sum())
                    .isEqualTo((int) result.acknowledged()).isEqualTo(kept.size());
        }
    }

    @Test
    void aControlPlaneThatDoesNotTakeTheCustomersIsNamedWithItsAnswer() throws Exception {
        try (FakeRouter router = new FakeRouter((request, reply) -> reply.accept(HttpAnswer.json(200, "{}")))) {
            router.server.close();
            assertThatThrownBy(() -> router.start(3, 10)).hasRootCauseInstanceOf(AssertionError.class)
                    .hasMessageContaining("the control plane at /127.0.0.1:")
                    // A connection may still have been taken in while the server closed; it is then broken.
                    .hasMessageMatching("(?s).*did not take the customers: (unreachable|connection broken).*");
        }
    }

    private static Handler shop(Set<String> kept, CountDownLatch reached) {
        return (HttpRequest request, Consumer<HttpAnswer> reply) -> {
            if (request.method().equals("POST")) {
                kept.add(JSON.readTree(request.text()).get("id").stringValue());
                reply.accept(HttpAnswer.json(201, "{}"));
                reached.countDown();
            } else {
                String id = request.path().substring("/orders/".length());
                reply.accept(kept.contains(id)
                        ? HttpAnswer.json(200, "{}")
                        : new HttpAnswer(404, Map.of(Attempt.HEADER, "az1/orders-1/404"), new byte[0]));
            }
        };
    }

    /// A router that answers all requests alike, after traffic of one customer has been through it.
    private static FakeRouter answeringOnce(int status, Map<String, String> headers) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        FakeRouter router = new FakeRouter((request, reply) -> {
            reply.accept(new HttpAnswer(status, headers, "{}".getBytes(StandardCharsets.UTF_8)));
            reached.countDown();
        });
        router.start(1, 50);
        FakeRouter.await(reached);
        router.stop();
        return router;
    }

    private static Measurement firstOf(FakeRouter router, Observer observer) {
        List<Measurement> seen = router.seenBy(observer).collect(Collectors.toList());
        assertThat(seen).isNotEmpty();
        assertThat(seen).allSatisfy(m -> assertThat(m.latency()).isBetween(Duration.ZERO, Duration.ofMinutes(1)));
        return seen.getFirst();
    }
}

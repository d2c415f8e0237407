package io.gameday.observability;

import io.gameday.observability.ServerReport.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MeterTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final Meter meter = new Meter();

    @Test
    void aMeasurementCountsInEveryScopeItBelongsTo() {
        meter.record(customer("c-01", Outcome.USEFUL, 10));
        Second second = meter.close(START);
        assertThat(second.series().keySet()).containsExactlyInAnyOrder(key(Scope.SITE), key(new Scope.Cell("cell-1")),
                key(new Scope.Zone("az1")), key(new Scope.CellZone("cell-1", "az1")),
                key(new Scope.Instance("orders-1")));
        assertThat(second.start()).isEqualTo(START);
    }

    @Test
    void whatIsNotKnownIsNotCounted() {
        meter.record(new Measurement(Observer.CUSTOMER, null, null, null, "c-01", Outcome.FAILED, Duration.ZERO));
        assertThat(meter.close(START).series().keySet()).containsExactly(key(Scope.SITE));
    }

    @Test
    void theThreeObserversAreKeptApart() {
        meter.record(customer("c-01", Outcome.USEFUL, 10));
        meter.record(seenBy(Observer.ATTEMPT, "orders-1"));
        meter.record(seenBy(Observer.ATTEMPT, "orders-1"));
        Second second = meter.close(START);
        assertThat(second.tally(Observer.CUSTOMER, Scope.SITE).requests()).isEqualTo(1);
        assertThat(second.tally(Observer.ATTEMPT, Scope.SITE).requests()).isEqualTo(2);
        assertThat(second.tally(Observer.CANARY, Scope.SITE)).isEqualTo(Tally.NONE);
    }

    @Test
    void quantilesAreOfAllRequests() {
        for (int i = 1; i <= 100; i++) {
            meter.record(customer("c-01", Outcome.USEFUL, i));
        }
        Tally tally = meter.close(START).tally(Observer.CUSTOMER, Scope.SITE);
        // Two significant digits.
        assertThat(tally.p50Micros()).isBetween(50_000L, 50_500L);
        assertThat(tally.p99Micros()).isBetween(99_000L, 100_000L);
    }

    @Test
    void aLatencyBeyondTwoMinutesCountsAsTwoMinutes() {
        meter.record(customer("c-01", Outcome.UNANSWERED, 3_600_000));
        assertThat(meter.close(START).tally(Observer.CUSTOMER, Scope.SITE).p99Micros()).isBetween(119_000_000L,
                121_000_000L);
    }

    @Test
    void onlyCustomersAreHurtAndOnlyInstancesFail() {
        meter.record(customer("c-01", Outcome.USEFUL, 1));
        meter.record(customer("c-02", Outcome.REFUSED, 1));
        meter.record(customer("c-02", Outcome.UNANSWERED, 1));
        meter.record(seenBy(Observer.ATTEMPT, "orders-1"));
        meter.record(seenBy(Observer.CANARY, "orders-2"));
        Second second = meter.close(START);
        assertThat(second.hurt()).containsExactly("c-02");
        assertThat(second.failingInstances()).isEqualTo(Map.of("az1", Set.of("orders-1", "orders-2")));
    }

    @Test
    void whatTookLongerThanTheLimitOrWasNotAnsweredIsSlow() {
        Meter strict = new Meter(Duration.ofMillis(100));
        strict.record(customer("c-01", Outcome.USEFUL, 100));
        strict.record(customer("c-01", Outcome.USEFUL, 101));
        strict.record(customer("c-01", Outcome.REFUSED, 1));
        strict.record(customer("c-01", Outcome.UNANSWERED, 50));
        Tally tally = strict.close(START).tally(Observer.CUSTOMER, Scope.SITE);
        assertThat(tally.requests()).isEqualTo(4);
        assertThat(tally.useful()).isEqualTo(2);
        assertThat(tally.slow()).isEqualTo(2);
    }

    @Test
    void instancesAreSlowByAttemptsAndCanaries() {
        meter.record(customer("c-01", Outcome.USEFUL, 2_000));
        meter.record(new Measurement(Observer.ATTEMPT, "cell-1", "az1", "orders-1", null, Outcome.USEFUL,
                Duration.ofMillis(301)));
        meter.record(new Measurement(Observer.CANARY, "cell-1", "az2", "orders-2", null, Outcome.UNANSWERED,
                Duration.ofMillis(1)));
        meter.record(new Measurement(Observer.CANARY, "cell-1", "az2", "orders-3", null, Outcome.USEFUL, Meter.SLOW));
        assertThat(meter.close(START).slowInstances())
                .isEqualTo(Map.of("az1", Set.of("orders-1"), "az2", Set.of("orders-2")));
        assertThat(meter.close(START.plusSeconds(1)).slowInstances()).isEmpty();
    }

    @Test
    void aLimitThatNothingCouldMeetIsRefused() {
        assertThatThrownBy(() -> new Meter(Duration.ZERO)).hasMessage("limit is PT0S; allowed: more than zero");
    }

    @Test
    void eachSecondBeginsWithNothingCounted() {
        meter.record(customer("c-02", Outcome.FAILED, 1));
        Second first = meter.close(START);
        Second second = meter.close(START.plusSeconds(1));
        assertThat(second).isEqualTo(new Second(START.plusSeconds(1), Map.of(), Set.of(), Map.of()));
        meter.record(customer("c-01", Outcome.USEFUL, 7));
        Tally third = meter.close(START.plusSeconds(2)).tally(Observer.CUSTOMER, Scope.SITE);
        assertThat(third.requests()).isEqualTo(1);
        assertThat(first.tally(Observer.CUSTOMER, Scope.SITE).failed()).isEqualTo(1);
    }

    @Test
    void whatServersTellAddsUpByPlaceAndAFrontOfThemStandsAlone() {
        meter.record(told("orders-1", "cell-1", 20, 18, 2));
        meter.record(told("orders-2", "cell-2", 0, 0, 0));
        meter.record(new ServerReport.Counted(new Server("router", null, null), 50, 50, 0, List.of()));
        Second second = meter.close(START);

        Tally site = second.tally(Observer.SERVER, Scope.SITE);
        assertThat(site).returns(20L, Tally::requests).returns(18L, Tally::useful).returns(2L, Tally::refused);
        assertThat(second.series()).containsEntry(new SeriesKey(Observer.SERVER, new Scope.Cell("cell-2")), Tally.NONE);
        assertThat(second.tally(Observer.SERVER, new Scope.Instance("router")).requests()).isEqualTo(50);
        assertThat(meter.close(START.plusSeconds(1)).series()).isEmpty();
    }

    @Test
    void aServersQuantilesLieWithinItsBuckets() {
        List<Bucket> buckets = List.of(bucket(50, 100, 98), bucket(300, 400, 1), bucket(5000, 5000, 1));
        meter.record(new ServerReport.Counted(new Server("orders-1", "cell-1", "az1"), 100, 100, 0, buckets));
        Tally tally = meter.close(START).tally(Observer.SERVER, Scope.SITE);

        assertThat(tally.p50Micros()).isBetween(74_000L, 77_000L);
        assertThat(tally.p99Micros()).isBetween(347_000L, 353_000L);
        assertThat(tally.slow()).isEqualTo(2);
    }

    @Test
    void aServerThatDoesNotTellIsSilentAndNothingIsCountedOfIt() {
        Server server = new Server("orders-1", "cell-1", "az1");
        meter.record(new ServerReport.Unknown(server, "did not answer within 800 ms"));
        Second second = meter.close(START);
        assertThat(second.series()).isEmpty();
        assertThat(second.silent()).isEqualTo(Map.of(server, "did not answer within 800 ms"));
        assertThat(meter.close(START.plusSeconds(1)).silent()).isEmpty();
    }

    @Test
    void whatIsRefusedIsCountedByItselfAndOverloadIsCalledSoFromHalfOfTheFailedOn() {
        meter.record(customer("c-01", Outcome.REFUSED, 1));
        meter.record(customer("c-01", Outcome.FAILED, 1));
        Tally half = meter.close(START).tally(Observer.CUSTOMER, Scope.SITE);
        assertThat(half).returns(1L, Tally::refused).returns(true, Tally::overloaded);
        assertThat(half.plus(new Tally(1, 0, 1, 1)).overloaded()).isFalse();
        assertThat(new Tally(2, 0, 1, 1, 0, null).overloaded()).isFalse();
        assertThat(half.plus(new Tally(2, 0, 1, 1, 0, null)).refused()).isNull();
    }

    private static ServerReport told(String instance, String cell, long requests, long useful, long refused) {
        return new ServerReport.Counted(new Server(instance, cell, "az1"), requests, useful, refused, List.of());
    }

    private static Bucket bucket(long from, long to, long count) {
        return new Bucket(Duration.ofMillis(from), Duration.ofMillis(to), count);
    }

    private static Measurement customer(String name, Outcome outcome, int millis) {
        return new Measurement(Observer.CUSTOMER, "cell-1", "az1", "orders-1", name, outcome,
                Duration.ofMillis(millis));
    }

    private static Measurement seenBy(Observer observer, String instance) {
        return new Measurement(observer, "cell-1", "az1", instance, null, Outcome.FAILED, Duration.ofMillis(1));
    }

    private static SeriesKey key(Scope scope) {
        return new SeriesKey(Observer.CUSTOMER, scope);
    }
}

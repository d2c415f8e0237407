package io.gameday.traffic;

import io.gameday.http.HttpAnswer;
import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import io.gameday.observability.Outcome;
import io.gameday.target.OwnSystem;
import io.gameday.target.OwnSystem.Place;
import io.gameday.target.WebAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OwnErrandsTest {

    private static final Duration LATENCY = Duration.ofMillis(20);
    private static final OwnSystem.Request ASKED = new OwnSystem.Request("GET", "/checkout", "");
    private static final List<Place> PLACES = List.of(place("shop", "az1", 1), place("shop", "az2", 2),
            place("cart", "az1", 3), place("cart", "az2", 4));

    private static Place place(String cell, String zone, int port) {
        return new Place(cell, zone, new WebAddress("127.0.0.1", port, "/base"), "/", null, "", null);
    }

    private static OwnErrands errands(@Nullable WebAddress entry, @Nullable String zoneHeader) {
        return new OwnErrands(new OrderNames("r", 8),
                OwnServers.of(new OwnSystem(entry, PLACES, ASKED, zoneHeader, "x-cell")));
    }

    @Test
    void withoutAnEntryEachCustomerGoesToTheZonesOfItsCellInTurn() {
        OwnErrands errands = errands(null, null);
        assertThat(IntStream.range(0, 4).mapToObj(round -> errands.errand(0, round)))
                .extracting(Errands.Errand::cell, Errands.Errand::zone, e -> e.server().getPort())
                .containsExactly(tuple("shop", "az1", 1), tuple("shop", "az2", 2), tuple("shop", "az1", 1),
                        tuple("shop", "az2", 2));
        assertThat(IntStream.range(0, 4).mapToObj(customer -> errands.errand(customer, 0)))
                .extracting(Errands.Errand::cell, Errands.Errand::zone, e -> e.server().getPort())
                .containsExactly(tuple("shop", "az1", 1), tuple("cart", "az1", 3), tuple("shop", "az2", 2),
                        tuple("cart", "az2", 4));
        assertThat(errands.errand(1, 7).request()).satisfies(request -> {
            assertThat(request.path()).isEqualTo("/base/checkout");
            assertThat(request.headers()).containsEntry("x-request-id", "r-c-02-000007");
        });
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    @Test
    void behindAnEntryCellAndZoneAreWhatTheAnswerNames() {
        OwnErrands errands = errands(new WebAddress("127.0.0.1", 80, ""), "x-zone");
        Errands.Errand errand = errands.errand(0, 0);
        assertThat(errand.request().path()).isEqualTo("/checkout");
        assertThat(measured(errands, errand, Map.of("x-zone", "az2", "x-cell", "cart")))
                .isEqualTo(customer("cart", "az2"));
        assertThat(measured(errands, errand, Map.of("x-zone", "elsewhere"))).isEqualTo(customer(null, null));
        assertThat(measured(errands, errand, Map.of())).isEqualTo(customer(null, null));
    }

    private static Measurement measured(OwnErrands errands, Errands.Errand errand, Map<String, String> headers) {
        return errands.measured(errand, new HttpAnswer(200, headers, new byte[0]), Outcome.USEFUL, LATENCY).getFirst();
    }

    private static Measurement customer(@Nullable String cell, @Nullable String zone) {
        return new Measurement(Observer.CUSTOMER, cell, zone, null, "c-01", Outcome.USEFUL, LATENCY);
    }

    @Test
    void aRedirectIsUsefulAndTooManyRequestsIsARefusal() {
        assertThat(List.of(200, 302, 404, 429, 500, 503, 504)).extracting(Attempt::ofStatus).containsExactly(
                Outcome.USEFUL, Outcome.USEFUL, Outcome.FAILED, Outcome.REFUSED, Outcome.FAILED, Outcome.FAILED,
                Outcome.UNANSWERED);
    }

    @Test
    void aHostThatThereIsNotIsNamed() {
        OwnSystem system = new OwnSystem(new WebAddress("nowhere.invalid", 80, ""), PLACES, ASKED, null, null);
        assertThatThrownBy(() -> OwnServers.of(system))
                .hasMessageContaining("there is no host nowhere.invalid; the addresses stand under system");
    }
}

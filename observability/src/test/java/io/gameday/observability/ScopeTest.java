package io.gameday.observability;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScopeTest {

    private static final List<Scope> SAMPLES = List.of(Scope.SITE, new Scope.Zone("az1"), new Scope.Cell("cell-1"),
            new Scope.CellZone("cell-1", "az1"), new Scope.Instance("orders-7"));

    static Stream<Scope> samples() {
        return SAMPLES.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyScopeIsReadBackFromItsText(Scope scope) {
        assertThat(Scope.parse(scope.toString())).isEqualTo(scope);
    }

    @Test
    void thereIsASampleOfEveryScope() {
        assertThat(SAMPLES).extracting(Object::getClass)
                .containsExactlyInAnyOrder(Scope.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "zone", "cell", "instance", "site az1", "zone az1 az2", "cell c zone",
            "cell c zones az1", "cell c zone az1 more", "Zone az1", "region eu"})
    void whatIsNoScopeIsRefusedWithItsText(String text) {
        assertThatThrownBy(() -> Scope.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("scope is '" + text + "'; allowed: site, zone Z");
    }
}

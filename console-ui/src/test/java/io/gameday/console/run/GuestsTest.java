package io.gameday.console.run;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GuestsTest {

    @Test
    void nobodyAsksForNothing() {
        assertThat(Guests.NONE.options("simulated")).isEmpty();
        assertThat(new Guests(List.of(), "192.0.2.7").options("local")).isEmpty();
    }

    @Test
    void eachPersonIsARoleAndPhonesNeedAnAddress() {
        assertThat(new Guests(List.of("facilitator", "responder", "responder"), "").options("local"))
                .containsExactly("--invite", "facilitator,responder,responder");
        assertThat(new Guests(List.of("scribe"), "192.0.2.7").options("local")).containsExactly("--invite", "scribe",
                "--invite-at", "192.0.2.7");
    }

    @Test
    void inASimulationPeopleHaveTheirOwnTime() {
        assertThat(new Guests(List.of("scribe"), "").options("simulated")).containsExactly("--invite", "scribe",
                "--speed", "1");
    }
}

package io.gameday.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InviteOptionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--invite alice | --invite names the role 'alice'; allowed: owner, facilitator, injector",
            "--invite observer --wait 1s | --wait is '1s'; allowed: 5s to 12h",
            "--invite observer --invite-at 0.0.0.0 | --invite-at is '0.0.0.0', which is every address",
            "--invite observer --invite-at 127.0.0.1:99999 | --invite-at is '127.0.0.1:99999'; allowed: an address",
            "--wait 5m | --wait is given without --invite", "--invite-at ::1 | --invite-at is given without --invite",
            "--invite observer zone-latency | --invite is for one experiment, but there are 2"})
    void aMistakeIsNamedBeforeAnythingStarts(String options, String error) {
        Printed.Said said = Printed.of(("run az-power-loss --on simulated --speed 1 " + options).split(" "));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith(error);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void asFastAsPossibleIsTooFastForPeople() {
        Printed.Said said = Printed.of("run", "az-power-loss", "--on", "simulated", "--invite", "observer");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("give --speed");
    }
}

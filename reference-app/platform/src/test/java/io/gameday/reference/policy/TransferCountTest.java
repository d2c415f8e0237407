package io.gameday.reference.policy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TransferCountTest {

    @Test
    void whatGoesToAnotherZoneThanTheEntryCrosses() {
        TransferCount count = new TransferCount(Optional.of("az1"));
        count.add("az1", 300);
        count.add("az2", 700);

        assertThat(count).hasToString("1000/700");
    }

    @Test
    void whoseZoneIsShiftedAwayEntersWhereTheFirstAttemptGoes() {
        TransferCount count = new TransferCount(Optional.empty());
        count.add("az3", 300);
        count.add("az2", 700);

        assertThat(count).hasToString("1000/700");
        assertThat(count.entry()).contains("az3");
    }
}

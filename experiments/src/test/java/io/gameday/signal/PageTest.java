package io.gameday.signal;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageTest {

    private static final List<String> ALARMS = List.of("Errors", "Disk", "Checkout", "Checkout Errors", "Queue");

    @Test
    void everyAlarmThatIsNamedCounts() {
        assertThat(about("2 alerts: Disk, Queue")).containsExactlyInAnyOrder("Disk", "Queue");
    }

    @Test
    void aNameWithinALongerOneIsNotMeantUnlessItStandsThereToo() {
        assertThat(about("Checkout Errors is firing")).containsExactly("Checkout Errors");
        assertThat(about("Checkout Errors and Errors")).containsExactly("Checkout Errors", "Errors");
    }

    @Test
    void aPartOfAWordIsNoName() {
        assertThat(about("DiskFull on my-Queue")).isEmpty();
    }

    private static List<String> about(String subject) {
        return new Page(Instant.EPOCH, List.of("payments"), subject, null).about(ALARMS);
    }
}

package io.gameday.notification;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackOffTest {

    @Test
    void eachWaitIsLongerThanTheOneBeforeAndTheFifthFailureIsTheLast() {
        assertThat(BackOff.DEFAULT.waits()).isSorted().hasSize(4);
        assertThat(BackOff.DEFAULT.wait(1, Optional.empty())).contains(Duration.ofSeconds(1));
        assertThat(BackOff.DEFAULT.wait(4, Optional.empty())).contains(Duration.ofSeconds(8));
        assertThat(BackOff.DEFAULT.wait(5, Optional.empty())).isEmpty();
    }

    @Test
    void whoAsksForMoreTimeGetsItUpToHalfAMinute() {
        assertThat(BackOff.DEFAULT.wait(1, Optional.of(Duration.ofSeconds(20)))).contains(Duration.ofSeconds(20));
        assertThat(BackOff.DEFAULT.wait(1, Optional.of(Duration.ofHours(20)))).contains(Duration.ofSeconds(30));
        assertThat(BackOff.DEFAULT.wait(4, Optional.of(Duration.ofSeconds(1)))).contains(Duration.ofSeconds(8));
        assertThat(BackOff.DEFAULT.wait(5, Optional.of(Duration.ofSeconds(1)))).isEmpty();
    }
}

package io.gameday.cli;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InterruptTest {

    private static final Interrupt.Cause PARENT = new Interrupt.Cause("the closed parent",
            "standard input ended, so the program that started this run is gone");

    private final List<Interrupt.Cause> stops = new ArrayList<>();

    @Test
    void aParentThatIsGoneStopsWhatIsPlayedThen() {
        try (Interrupt interrupt = new Interrupt()) {
            interrupt.onStop(stops::add);
            assertThat(interrupt.requested()).isFalse();
            interrupt.parentClosed();
            assertThat(stops).containsExactly(PARENT);
            assertThat(interrupt.requested()).isTrue();
        }
    }

    @Test
    void aParentThatWasGoneBeforeStopsWhateverBegins() {
        try (Interrupt interrupt = new Interrupt()) {
            interrupt.parentClosed();
            interrupt.onStop(stops::add);
            interrupt.onStop(stops::add);
            assertThat(stops).containsExactly(PARENT, PARENT);
        }
    }
}

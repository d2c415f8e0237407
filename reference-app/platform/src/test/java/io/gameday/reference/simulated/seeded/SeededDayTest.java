package io.gameday.reference.simulated.seeded;

import io.gameday.reference.simulated.seeded.SeededDay.Broken;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeededDayTest {

    private static final int SEEDS = 500;
    private static final int SECONDS = 30;

    @Test
    void whateverGoesWrongWhatMustHoldHolds() {
        List<Broken> broken = LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> new SeededDay(seed, SECONDS).play())
                .flatMap(Optional::stream).toList();

        assertThat(broken).isEmpty();
    }

    @Test
    void aSeedPlaysTheSameAgain() {
        SeededDay first = new SeededDay(7, SECONDS);
        SeededDay second = new SeededDay(7, SECONDS);
        first.play();
        second.play();

        assertThat(first.done()).isNotEmpty().isEqualTo(second.done());
    }

    @Test
    void whatIsBrokenSaysHowToPlayItAgain() {
        assertThat(new Broken(17, 4, "a customer never changes cell", "c-01 went from cell-1 to cell-2",
                List.of("second 3: f1 BadAlarm[] for 9 s"))).hasToString("""
                        seed 17, second 4: not so: a customer never changes cell: c-01 went from cell-1 to cell-2
                          second 3: f1 BadAlarm[] for 9 s
                          replay: io.gameday.benchmark.SeedCampaign 17 1""");
    }
}

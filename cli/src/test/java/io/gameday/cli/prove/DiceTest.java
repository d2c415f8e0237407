package io.gameday.cli.prove;

import io.gameday.target.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DiceTest {

    private static final Ground GROUND = new Ground(List.of("cell-1", "cell-2"), List.of("az1", "az2", "az3", "az4"));

    @Test
    void theSameSeedDrawsTheSame() {
        assertThat(hundred(7)).isEqualTo(hundred(7)).isNotEqualTo(hundred(8));
    }

    @Test
    void everyKindAndEveryVictimComesAndPowerLossSeldom() {
        List<Draw> draws = hundred(7);

        assertThat(kinds(draws)).containsExactlyInAnyOrder("zone-power-loss", "task-hang", "zone-latency",
                "database-slow", "zone-loss", "zone-partition", "log-sink-stall");
        assertThat(draws).extracting(Draw::strike).containsOnly(Strike.CONTROLLER, Strike.BOTH, Strike.AGENT,
                Strike.AGENT_THEN_CONTROLLER);
        assertThat(draws.stream().filter(draw -> draw.fault() instanceof Fault.ZonePowerLoss).count()).isLessThan(20);
        assertThat(draws)
                .allSatisfy(draw -> assertThat(draw.after()).isBetween(Duration.ofMillis(300), Duration.ofSeconds(4)));
    }

    @Test
    void whereNothingIsHealthyNothingIsDrawn() {
        assertThat(new Dice(new Random(7), GROUND).next(List.of(), List.of())).isEmpty();
    }

    private static List<Draw> hundred(long seed) {
        Dice dice = new Dice(new Random(seed), GROUND);
        return IntStream.range(0, 100).mapToObj(_ -> dice.next(List.of(), GroundTest.everywhere(GROUND)).orElseThrow())
                .toList();
    }

    private static Set<String> kinds(List<Draw> draws) {
        return draws.stream().map(draw -> draw.fault().kind()).collect(Collectors.toSet());
    }
}

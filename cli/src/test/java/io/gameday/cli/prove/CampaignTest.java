package io.gameday.cli.prove;

import io.gameday.target.Reply;
import io.gameday.target.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CampaignTest {

    private static final Ground GROUND = new Ground(List.of("cell-1", "cell-2"), List.of("az1", "az2", "az3", "az4"));

    private final World world = new World();
    private final List<Proof> proofs = new ArrayList<>();
    private final List<String> over = new ArrayList<>();
    private int running;
    private int most;
    private boolean healthy = true;
    /// The number of the one whose controller injects nothing.
    private int givesUp;

    @Test
    void itEndsWithTheLastOfItsFaults() {
        campaign(12, Duration.ofHours(1)).start();

        world.clock.advance(Duration.ofMinutes(30));

        assertThat(over).containsExactly("all faults");
        assertThat(proofs).hasSize(12).allMatch(Proof::goneInTime);
        assertThat(most).isBetween(2, 3);
    }

    @Test
    void whenTimeIsUpNoFaultIsBegunAndThoseUnderWayAreFinished() {
        campaign(1000, Duration.ofSeconds(60)).start();

        world.clock.advance(Duration.ofMinutes(30));

        assertThat(over).containsExactly("time");
        assertThat(proofs).hasSizeBetween(3, 100).allMatch(Proof::goneInTime);
        assertThat(running).isZero();
    }

    @Test
    void aStopEndsItInOrder() {
        Campaign campaign = campaign(1000, Duration.ofHours(1));
        campaign.start();
        world.clock.advance(Duration.ofSeconds(20));

        campaign.stop("Ctrl-C");
        world.clock.advance(Duration.ofSeconds(60));

        assertThat(over).containsExactly("Ctrl-C");
        assertThat(running).isZero();
        assertThat(proofs).allMatch(proof -> !proof.wasInjected() || proof.goneInTime());
    }

    @Test
    void forOneThatWasNeverInjectedAnotherComes() {
        givesUp = 2;
        campaign(5, Duration.ofHours(1)).start();

        world.clock.advance(Duration.ofMinutes(10));

        assertThat(over).containsExactly("all faults");
        assertThat(proofs.stream().filter(Proof::wasInjected)).hasSize(5);
        assertThat(proofs).hasSize(6);
    }

    @Test
    void anAppThatDoesNotGetWellEndsItWithThatReason() {
        healthy = false;
        campaign(3, Duration.ofHours(1)).start();

        world.clock.advance(Duration.ofMinutes(5));

        assertThat(over).singleElement().asString().startsWith("no place for another fault");
        assertThat(proofs).isEmpty();
    }

    private Campaign campaign(int faults, Duration time) {
        Dice dice = new Dice(new Random(7), GROUND);
        return new Campaign(3, faults, time.toNanos(), dice, new Made(), world.clock, proofs::add, over::add);
    }

    /// Each controller has a world of its own, on one clock.
    private final class Made implements Starter {
        @Override
        public void healthy(Reply<List<Task>> reply) {
            reply.ok(healthy ? GroundTest.everywhere(GROUND) : List.of());
        }

        @Override
        public Attempt start(int number, Draw draw, Consumer<Proof> then) {
            running++;
            most = Math.max(most, running);
            World own = new World(world.clock).injectedAfter(Duration.ofSeconds(2));
            own.givesUp = number == givesUp;
            Attempt attempt = new Attempt("run-" + number, draw, own, () -> own.ledger(draw.fault()), own, world.clock,
                    proof -> {
                        running--;
                        then.accept(proof);
                    });
            attempt.start();
            return attempt;
        }
    }
}

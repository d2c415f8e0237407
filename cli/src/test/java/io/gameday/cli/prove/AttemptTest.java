package io.gameday.cli.prove;

import io.gameday.cli.prove.Proof.Bite;
import io.gameday.target.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class AttemptTest {

    private static final Fault FAULT = new Fault.TaskHang("cell-1", "az1");

    private final World world = new World().injectedAfter(Duration.ofSeconds(2));
    private final List<Proof> proofs = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(value = Strike.class, names = "NOBODY", mode = EnumSource.Mode.EXCLUDE)
    void whoeverIsKilledTheFaultIsSeenGoneInTime(Strike strike) {
        Proof proof = played(strike, Duration.ofSeconds(3));

        assertThat(proof.wasInjected()).isTrue();
        assertThat(proof.bite()).isEqualTo(Bite.SEEN);
        assertThat(proof.goneInTime()).isTrue();
        assertThat(proof.left()).isEmpty();
        assertThat(proof.name()).isEqualTo("task-hang cell-1 az1");
    }

    @Test
    void whenBothAreKilledTheLeaseEndsItAndTheOverrunSaysSo() {
        Proof proof = played(Strike.BOTH, Duration.ofSeconds(3));

        assertThat(world.done).startsWith("agent killed", "controller killed");
        assertThat(proof.overrun()).isBetween(World.LEASE, World.LEASE.plusSeconds(1));
    }

    @Test
    void aKilledAgentIsReplacedBeforeItsControllerIsAskedToEnd() {
        played(Strike.AGENT, Duration.ofSeconds(3));

        assertThat(world.done).containsExactly("agent killed", "asked to end");
    }

    @Test
    void anEarlyStrikeDoesNotWaitForTheLook() {
        assertThat(played(Strike.CONTROLLER, Duration.ofMillis(400)).bite()).isEqualTo(Bite.STRUCK_FIRST);
    }

    @Test
    void aFaultWithoutEffectIsSaidToHaveNone() {
        world.bites = false;

        Proof proof = played(Strike.CONTROLLER, Duration.ofSeconds(3));

        assertThat(proof.bite()).isEqualTo(Bite.NOT_SEEN);
        assertThat(proof.seen()).startsWith("not seen to bite, effect: seen, wanted effect; then effect: none");
    }

    @Test
    void aFaultThatNobodyEndsIsNotSeenGone() {
        world.endsByLease = false;

        Proof proof = played(Strike.BOTH, Duration.ofSeconds(3));

        assertThat(proof.seenGone()).isNull();
        assertThat(proof.goneInTime()).isFalse();
        assertThat(proof.seen()).isEqualTo("effect: there");
    }

    @Test
    void anAgentThatStaysIsNamed() {
        world.agentStays = true;

        assertThat(played(Strike.CONTROLLER, Duration.ofSeconds(3)).left()).containsExactly("agent (process 7)");
    }

    @Test
    void aControllerThatGivesUpHasInjectedNothing() {
        world.givesUp = true;

        Proof proof = played(Strike.BOTH, Duration.ofSeconds(3));

        assertThat(proof.wasInjected()).isFalse();
        assertThat(proof.seen()).contains("gave up").contains("controller.log");
        assertThat(world.done).doesNotContain("agent killed", "controller killed");
    }

    @Test
    void aStopAsksTheControllerToEndAndWaitsForTheProof() {
        Attempt attempt = attempt(new Draw(FAULT, Strike.BOTH, Duration.ofSeconds(4), Duration.ofSeconds(1)));
        attempt.start();
        world.clock.advance(Duration.ofMillis(2500));

        attempt.stop();
        world.clock.advance(Duration.ofSeconds(20));

        assertThat(world.done).containsExactly("asked to end");
        assertThat(proofs).singleElement().satisfies(proof -> {
            assertThat(proof.strike()).isEqualTo(Strike.NOBODY);
            assertThat(proof.goneInTime()).isTrue();
        });
    }

    private Proof played(Strike strike, Duration after) {
        attempt(new Draw(FAULT, strike, after, Duration.ofSeconds(1))).start();
        world.clock.advance(Duration.ofMinutes(3));
        assertThat(proofs).hasSize(1);
        return proofs.getFirst();
    }

    private Attempt attempt(Draw draw) {
        return new Attempt("run", draw, world, () -> world.ledger(FAULT), world, world.clock, proofs::add);
    }
}

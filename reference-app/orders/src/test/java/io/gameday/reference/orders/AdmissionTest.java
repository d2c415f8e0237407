package io.gameday.reference.orders;

import io.gameday.reference.orders.Admission.Overload;
import io.gameday.reference.orders.Admission.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AdmissionTest {
    private final Admission admission = new Admission(3, Duration.ofMillis(90), Overload.SHED);

    @ParameterizedTest
    @CsvSource({"3, 90, 16", "1, 90, 5", "2, 500, 2", "1, 501, 0", "1, 1, 500", "256, 90, 1422"})
    void theQueueHoldsHalfASecondOfWork(int slots, int holdMillis, int places) {
        assertThat(new Admission(slots, Duration.ofMillis(holdMillis), Overload.SHED).places()).isEqualTo(places);
    }

    @Test
    void theFirstAreGivenSlotsTheNextWaitAndTheRestAreRefused() {
        List<Ticket> tickets = enter(19);

        assertThat(admission.enter()).isNull();
        assertThat(tickets).filteredOn(Ticket::hasSlot).containsExactlyElementsOf(tickets.subList(0, 3));
        assertThat(admission.held()).isEqualTo(3);
        assertThat(admission.waiting()).isEqualTo(16);
    }

    @Test
    void withoutALimitNobodyIsRefusedAndEverybodyWaits() {
        Admission unbounded = new Admission(3, Duration.ofMillis(90), Overload.QUEUE);

        for (int n = 0; n < 1000; n++) {
            assertThat(unbounded.enter()).isNotNull();
        }
        assertThat(unbounded.held()).isEqualTo(3);
        assertThat(unbounded.waiting()).isEqualTo(997);
        assertThat(unbounded.takeRefused()).isZero();
    }

    @Test
    void aFreedSlotGoesToWhoeverWaitedLongest() {
        List<Ticket> tickets = enter(5);

        tickets.get(1).close();

        assertThat(tickets.get(3).hasSlot()).isTrue();
        assertThat(tickets.get(4).hasSlot()).isFalse();
        assertThat(admission.held()).isEqualTo(3);
    }

    @Test
    void whoLeavesTheQueueFreesAPlaceAndNoSlot() {
        List<Ticket> tickets = enter(19);

        tickets.get(10).close();

        assertThat(admission.held()).isEqualTo(3);
        assertThat(admission.waiting()).isEqualTo(15);
        assertThat(admission.enter()).isNotNull();
        assertThat(admission.enter()).isNull();
    }

    @Test
    void closingATicketTwiceFreesOneSlot() {
        List<Ticket> tickets = enter(2);

        tickets.get(0).close();
        tickets.get(0).close();

        assertThat(admission.held()).isEqualTo(1);
    }

    @Test
    void refusalsAreCountedUntilAskedFor() {
        enter(19);
        admission.enter();
        admission.enter();

        assertThat(admission.takeRefused()).isEqualTo(2);
        assertThat(admission.takeRefused()).isZero();
    }

    @Test
    void noOrderOfComingAndGoingLosesASlotOrGivesOneTooMany() {
        RandomGenerator random = new SplittableRandom(17);
        List<Ticket> inside = new ArrayList<>();
        for (int step = 0; step < 10_000; step++) {
            if (random.nextBoolean()) {
                Ticket ticket = admission.enter();
                assertThat(ticket == null).isEqualTo(inside.size() == 19);
                if (ticket != null) {
                    inside.add(ticket);
                }
            } else if (!inside.isEmpty()) {
                inside.remove(random.nextInt(inside.size())).close();
            }
            assertThat(inside).filteredOn(Ticket::hasSlot).hasSize(Math.min(3, inside.size()));
            assertThat(admission.held() + admission.waiting()).isEqualTo(inside.size());
        }
    }

    @Test
    void slotsAndHoldHaveToBePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Admission(0, Duration.ofMillis(90), Overload.SHED))
                .withMessage("slots is 0; allowed: 1 or more");
        assertThatIllegalArgumentException().isThrownBy(() -> new Admission(1, Duration.ZERO, Overload.SHED))
                .withMessage("hold is 0 ms; allowed: 1 ms or more");
    }

    private List<Ticket> enter(int count) {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tickets.add(Objects.requireNonNull(admission.enter()));
        }
        return tickets;
    }
}

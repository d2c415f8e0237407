package io.gameday.reference.policy;

import io.gameday.reference.policy.RestorePoint.Loss;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RestorePointTest {

    private static final Instant TAKEN = Instant.parse("2026-11-19T14:00:05.123Z");
    private static final Instant RESTORED = Instant.parse("2026-11-19T14:00:20.9Z");

    private final RestorePoint point = new RestorePoint(TAKEN, Set.of("o-1", "o-2"));

    @Test
    void whatTheBackupDoesNotHoldIsLostAndCountedByCustomer() {
        Loss loss = point.loss(Map.of("o-1", "c-01", "o-2", "c-02", "o-3", "c-07", "o-4", "c-01", "o-5", "c-07"),
                RESTORED);

        assertThat(loss).isEqualTo(new Loss(TAKEN, RESTORED, new TreeMap<>(Map.of("c-01", 1, "c-07", 2)), 0));
        assertThat(loss.total()).isEqualTo(3);
        assertThat(loss.words())
                .isEqualTo("3 orders from 2026-11-19T14:00:05Z to 2026-11-19T14:00:20Z are lost: c-01 1, c-07 2");
    }

    @Test
    void whatGamedayPlacedItselfIsNoCustomersLoss() {
        assertThat(point.loss(Map.of("o-3", "c-07", "p-1", "prober", "p-2", "prober"), RESTORED).words())
                .isEqualTo("1 order from 2026-11-19T14:00:05Z to 2026-11-19T14:00:20Z is lost: c-07 1; besides 2 of "
                        + "Gameday's own");
    }

    @Test
    void whoseOrdersAreAllInTheBackupLosesNone() {
        assertThat(point.loss(Map.of("o-1", "c-01"), RESTORED).words())
                .isEqualTo("no order from 2026-11-19T14:00:05Z to 2026-11-19T14:00:20Z is lost");
    }
}

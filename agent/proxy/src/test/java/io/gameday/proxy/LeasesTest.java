package io.gameday.proxy;

import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LeasesTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration LEASE = Duration.ofSeconds(8);

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final List<String> ended = new ArrayList<>();
    private final Leases leases = new Leases(clock, (id, why) -> ended.add(id + ": " + why));

    @Test
    void withoutRenewalAFaultEndsAfterItsLease() {
        leases.grant("f1", LONG, LEASE);

        clock.advance(Duration.ofMillis(7_999));
        assertThat(ended).isEmpty();
        clock.advance(Duration.ofMillis(1));

        assertThat(ended).containsExactly("f1: its lease of 8.0 s was not renewed");
        assertThat(leases.held()).isEmpty();
    }

    @Test
    void renewalsKeepAFault() {
        leases.grant("f1", LONG, LEASE);

        for (int second = 0; second < 60; second += 2) {
            clock.advance(Duration.ofSeconds(2));
            assertThat(leases.renew("f1")).isTrue();
        }

        assertThat(leases.held()).containsExactly(new Leases.Held("f1", LEASE, Duration.ofMinutes(9)));
    }

    @Test
    void theDurationEndsAFaultInSpiteOfRenewals() {
        leases.grant("f1", Duration.ofSeconds(9), LEASE);

        for (int second = 0; second < 20; second++) {
            clock.advance(Duration.ofSeconds(1));
            leases.renew("f1");
        }

        assertThat(ended).containsExactly("f1: its duration of 9.0 s is over");
    }

    @Test
    void aFaultIsTakenAwayOnceHoweverOftenThatIsAsked() {
        leases.grant("f1", LONG, LEASE);

        assertThat(leases.end("f1", "taken away")).isTrue();
        assertThat(leases.end("f1", "taken away")).isFalse();
        clock.advance(Duration.ofMinutes(1));

        assertThat(ended).containsExactly("f1: taken away");
    }

    @Test
    void whatRanOutDuringAStandstillEndsOnWaking() {
        leases.grant("f1", LONG, LEASE);

        clock.freeze(Duration.ofMinutes(1));
        assertThat(ended).isEmpty();
        clock.advance(Duration.ZERO);

        assertThat(ended).containsExactly("f1: its lease of 8.0 s was not renewed");
    }

    @Test
    void aRenewalReadAfterAStandstillComesTooLate() {
        leases.grant("f1", LONG, LEASE);

        clock.freeze(Duration.ofMinutes(1));

        assertThat(leases.renew("f1")).isFalse();
        assertThat(ended).containsExactly("f1: its lease of 8.0 s was not renewed");
    }

    @Test
    void oneFaultsEndLeavesTheOthers() {
        leases.grant("f1", LONG, Duration.ofSeconds(2));
        leases.grant("f2", LONG, LEASE);

        clock.advance(Duration.ofSeconds(2));

        assertThat(leases.held()).extracting(Leases.Held::id).containsExactly("f2");
    }

    @Test
    void anIdInForceIsNotGrantedAgainAndATimeMustBePositive() {
        leases.grant("f1", LONG, LEASE);

        assertThatThrownBy(() -> leases.grant("f1", LONG, LEASE)).hasMessageContaining("f1 is in force already");
        assertThatThrownBy(() -> leases.grant("f2", LONG, Duration.ZERO))
                .hasMessage("lease is PT0S; allowed: more than zero");
        assertThat(leases.holds("f2")).isFalse();
    }
}

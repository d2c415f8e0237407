package io.gameday.reference.policy;

import io.gameday.reference.policy.Suspicion.Attempts;
import io.gameday.reference.policy.Suspicion.TakeBack;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SuspicionTest {

    private static final Attempts WELL = attempts(100, 0, 100);

    private final Suspicion suspicion = new Suspicion();
    private long second;

    @Test
    void aNewStackThatFailsMoreThanTheOldOneIsTakenBackAfterThreeSuchSeconds() {
        Attempts ill = attempts(30, 12, 100);
        assertThat(look(WELL, attempts(30, 0, 100))).isEmpty();
        assertThat(look(WELL, ill)).as("first suspicion").isEmpty();
        assertThat(look(WELL, ill)).isEmpty();
        assertThat(look(WELL, ill)).hasValue(new TakeBack(Duration.ofSeconds(2).toNanos(),
                "36 of 120 requests failed there, of the old one 0 of 400"));
    }

    @Test
    void whatGoesWrongWithBothIsNoFaultOfTheChange() {
        for (int n = 0; n < 20; n++) {
            assertThat(look(attempts(100, 40, 100), attempts(30, 12, 100))).isEmpty();
        }
    }

    @Test
    void aNewStackThatIsSlowIsTakenBackAndOneThatIsALittleSlowerIsNot() {
        for (int n = 0; n < 20; n++) {
            assertThat(look(WELL, attempts(30, 0, 190))).isEmpty();
        }
        suspicion.forget();
        look(WELL, attempts(30, 0, 400));
        look(WELL, attempts(30, 0, 400));
        assertThat(look(WELL, attempts(30, 0, 400)).map(TakeBack::why))
                .hasValue("a request takes 400 ms there, of the old one 100 ms");
    }

    @Test
    void ofFewRequestsNothingIsConcluded() {
        for (int n = 0; n < 20; n++) {
            assertThat(look(WELL, attempts(3, 3, 100))).isEmpty();
            assertThat(look(attempts(3, 0, 100), attempts(0, 0, 0))).isEmpty();
        }
    }

    @Test
    void oneBadSecondIsNotEnoughOnceItIsOverInTime() {
        // 2 of 30 is above 5 %, 2 of 60 in the window of two seconds is not.
        look(WELL, attempts(30, 2, 100));
        assertThat(look(WELL, attempts(30, 0, 100))).isEmpty();
        for (int n = 0; n < 10; n++) {
            assertThat(look(WELL, attempts(30, 0, 100))).isEmpty();
        }
    }

    private Optional<TakeBack> look(Attempts old, Attempts fresh) {
        return suspicion.second(old, fresh, Duration.ofSeconds(++second).toNanos());
    }

    private static Attempts attempts(long requests, long faults, long meanMillis) {
        return new Attempts(requests, faults, requests * Duration.ofMillis(meanMillis).toNanos());
    }
}

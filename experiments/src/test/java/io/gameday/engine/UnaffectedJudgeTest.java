package io.gameday.engine;

import io.gameday.experiment.Expectation.CustomersUnaffected;
import io.gameday.experiment.Impact;
import io.gameday.journal.Verdict;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Second;
import io.gameday.observability.SeriesKey;
import io.gameday.observability.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Each letter is one second of customers: `o` well, `x` bad, `-` without requests, `i` and `j` the injection of step f or
/// g, `e` the fault of f begins to be taken away; these three take no time.
class UnaffectedJudgeTest {

    private static final Scope CELL = new Scope.Cell("cell-1");

    @Test
    void customersWhoAreWellAgainInTimeAreHeldAtTheEnd() {
        assertThat(judge("ooiooxxxxooooo", 5))
                .isEqualTo(Ruling.held("after 4 s", "affected from +2 s to +6 s after the injection"));
    }

    @Test
    void theTimeCountsFromTheBeginningOfTheImpactAndNotFromTheInjection() {
        assertThat(judge("iooooooooooxxxoo", 3).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void impactThatLastsLongerIsBrokenAtOnce() {
        assertThat(beforeTheEnd("ixxxxx", 5)).isEmpty();
        assertThat(beforeTheEnd("ixxxxxx", 5))
                .contains(Ruling.broken("> 5 s", "affected from +0 ms to +6 s after the injection"));
    }

    @Test
    void impactThatReturnsIsNotOver() {
        assertThat(judge("ixxooooooooooxxo", 10).verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(judge("ixxooooooooooxxo", 15).value()).isEqualTo("after 14 s");
    }

    @Test
    void customersWhoWereNeverAffectedAreHeld() {
        assertThat(judge("xxiooooo", 5)).isEqualTo(Ruling.held("not affected", "no second was below the objective"));
    }

    @Test
    void withoutARequestNothingIsKnown() {
        assertThat(judge("ooi-----", 5).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void customersWhoAreAffectedToTheEndAreNeitherHeldNorBrokenBeforeTheirTime() {
        assertThat(judge("ioxxx", 5).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judge("ioxxx---", 5).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void impactThatWentOnlyWithTheFaultSaysNothingAboutTheTimeItWouldHaveLasted() {
        Ruling ruling = judge("ioxxxxexooooo", 600);
        assertThat(ruling.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(ruling.detail()).contains("not well while the fault lasted, which was 5 s: too short to tell");
    }

    @Test
    void impactThatIsOverBeforeTheFaultIsTakenAwayOrComesAfterwardsIsTimedAsItIs() {
        assertThat(judge("ioxxxooeooooo", 5).value()).isEqualTo("after 3 s");
        assertThat(judge("iooooooexxooooo", 5).value()).isEqualTo("after 2 s");
    }

    @Test
    void whatBeginsAfterAnotherStepBelongsToThatOne() {
        assertThat(judge("ixxoojooooooxxxxxxxxxo", 5).value()).isEqualTo("after 2 s");
        assertThat(judge("ixxooxxjxxxxxxxxxoooo", 8).verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(judge("joxxxxxxxxxxooooixo", 5).value()).isEqualTo("after 1 s");
    }

    @Test
    void aCellHasItsOwnCustomers() {
        UnaffectedJudge judge = new UnaffectedJudge(new CustomersUnaffected(CELL, Duration.ofSeconds(2), "f"),
                new Impact(0.999));
        feed(judge, "ixxxxxxxx");
        assertThat(judge.observe(new Observed.Closed(Duration.ofSeconds(20))).orElseThrow().verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aStepThatWasNeverInjectedIsLeftToTheEndOfTheRun() {
        assertThat(beforeTheEnd("ooxxxo", 5)).isEmpty();
        assertThat(judgeFor(5).observe(new Observed.Closed(Duration.ZERO))).isEmpty();
    }

    private static Ruling judge(String seconds, int within) {
        UnaffectedJudge judge = judgeFor(within);
        Optional<Ruling> early = feed(judge, seconds);
        return early.orElseGet(() -> judge.observe(new Observed.Closed(Duration.ofHours(1))).orElseThrow());
    }

    private static Optional<Ruling> beforeTheEnd(String seconds, int within) {
        return feed(judgeFor(within), seconds);
    }

    private static UnaffectedJudge judgeFor(int within) {
        return new UnaffectedJudge(new CustomersUnaffected(Scope.SITE, Duration.ofSeconds(within), "f"),
                new Impact(0.999));
    }

    private static Optional<Ruling> feed(UnaffectedJudge judge, String seconds) {
        Duration now = Duration.ZERO;
        for (char letter : seconds.toCharArray()) {
            Duration end = now.plusSeconds(1);
            Observed observed = switch (letter) {
                case 'i' -> new Observed.Injected(now, Instant.EPOCH, "f");
                case 'j' -> new Observed.Injected(now, Instant.EPOCH, "g");
                case 'e' -> new Observed.FaultEnding(now, "f");
                case 'o' -> new Observed.Measured(now, end, second(new Tally(100, 100, 1, 1)));
                case 'x' -> new Observed.Measured(now, end, second(new Tally(100, 60, 1, 1)));
                default -> new Observed.Measured(now, end, second(null));
            };
            Optional<Ruling> ruling = judge.observe(observed);
            if (ruling.isPresent()) {
                return ruling;
            }
            now = observed.at();
        }
        return Optional.empty();
    }

    private static Second second(@Nullable Tally tally) {
        return new Second(Instant.EPOCH,
                tally == null ? Map.of() : Map.of(new SeriesKey(Observer.CUSTOMER, Scope.SITE), tally), Set.of(),
                Map.of());
    }
}

package io.gameday.engine;

import io.gameday.experiment.Expectation.PageAcknowledged;
import io.gameday.journal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// On-call has five minutes from the page; the fault comes after 100 s.
class AcknowledgementJudgeTest {

    private final Judge judge = new AcknowledgementJudge(new PageAcknowledged("on-call", Duration.ofMinutes(5), null),
            true);

    @Test
    void timeCountsFromThePageToThatRole() {
        assertThat(
                after(injected(), paged(110, "incident-manager"), paged(120, "on-call"), acknowledged(420, "on-call")))
                .contains(Ruling.held("5 min", "from the page to on-call"));
    }

    @Test
    void anAcknowledgementThatIsLateIsBroken() {
        assertThat(after(injected(), paged(120, "on-call"), acknowledged(421, "on-call")).orElseThrow().verdict())
                .isEqualTo(Verdict.BROKEN);
    }

    @Test
    void silenceIsBrokenOnceTheTimeIsUpAndSomebodyElsesAnswerIsNamed() {
        assertThat(after(injected(), paged(120, "on-call"), second(420))).isEmpty();
        assertThat(judge.waiting()).isTrue();
        assertThat(after(acknowledged(200, "deputy"), second(421)))
                .contains(Ruling.broken("not in time", "on-call did not acknowledge; deputy did"));
    }

    @Test
    void anAcknowledgementOfAnEarlierPageSaysNothingOfTheOneThatCounts() {
        assertThat(after(paged(90, "on-call"), injected(), paged(120, "on-call"), acknowledged(130, "on-call", 90)))
                .isEmpty();
        assertThat(after(acknowledged(180, "on-call", 120))).contains(Ruling.held("60 s", "from the page to on-call"));
    }

    @Test
    void anEarlierPageAnsweredIsNotAnAnswerWhenTheTimeIsUp() {
        assertThat(after(injected(), paged(120, "on-call"), acknowledged(421, "on-call", 90)))
                .contains(Ruling.broken("not in time", "on-call did not acknowledge"));
    }

    @Test
    void withoutAPageNothingIsKnownAndNothingIsWaitedFor() {
        assertThat(after(paged(90, "on-call"), injected(), second(1000))).isEmpty();
        assertThat(judge.waiting()).isFalse();
        assertThat(after(closed(1000)).orElseThrow().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aPageThatIsResolvedOrARunThatEndsBeforeTheTimeIsUpLeavesItUnknown() {
        assertThat(after(injected(), paged(120, "on-call"), new Observed.PagesResolved(seconds(150)))).contains(
                Ruling.unknown("every alarm had left ALARM 30 s after the page, before the time of on-call to "
                        + "acknowledge was up"));
        Judge ended = new AcknowledgementJudge(new PageAcknowledged("on-call", Duration.ofMinutes(5), null), true);
        ended.observe(injected());
        ended.observe(paged(120, "on-call"));
        assertThat(ended.observe(closed(130)).orElseThrow().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void whereNobodyIsThereItIsUnknown() {
        assertThat(new AcknowledgementJudge(new PageAcknowledged("on-call", Duration.ofMinutes(5), null), false)
                .observe(injected()))
                .contains(Ruling.unknown("nobody is there who could answer a page on this target"));
    }

    private Optional<Ruling> after(Observed... all) {
        Optional<Ruling> ruling = Optional.empty();
        for (Observed observed : all) {
            ruling = ruling.isPresent() ? ruling : judge.observe(observed);
        }
        return ruling;
    }

    private static Observed injected() {
        return new Observed.Injected(seconds(100), Instant.EPOCH, "f");
    }

    private static Observed paged(long at, String role) {
        return new Observed.Paged(seconds(at), role);
    }

    private static Observed acknowledged(long at, String role) {
        return new Observed.Acknowledged(seconds(at), role, null);
    }

    private static Observed acknowledged(long at, String role, long page) {
        return new Observed.Acknowledged(seconds(at), role, seconds(page));
    }

    private static Observed second(long at) {
        return new Observed.Counted(seconds(at), new Hurt(0, 40, 0, 1));
    }

    private static Observed closed(long at) {
        return new Observed.Closed(seconds(at));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}

package io.gameday.notification;

import io.gameday.engine.Pager;
import io.gameday.target.Answer;
import io.gameday.target.Reply;
import io.gameday.time.VirtualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChannelsTest {

    private static final Pager.Message PAGE = PagerContract.PAGE;
    private static final String KEY = "0123456789SECRETabcdef0123456789";

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final List<Reply<String>> slow = new ArrayList<>();
    private final List<Answer<String>> answers = new ArrayList<>();
    private final List<String> late = new ArrayList<>();

    /// One whose answers come when the test says so.
    private final class Slow implements Pager {
        @Override
        public void send(Message message, Reply<String> sent) {
            slow.add(sent);
        }
    }

    /// One with a defect.
    private static final class Defective implements Pager {
        @Override
        public void send(Message message, Reply<String> sent) {
            throw new IllegalStateException("SECRET");
        }
    }

    @Test
    void everyChannelIsToldAndAnswersForItself() {
        Pager quick = (message, sent) -> sent.ok("inbox");
        Channels channels = new Channels(List.of(quick, new Slow(), quick), late::add);
        channels.send(PAGE, answers::add);
        assertThat(answers).containsExactly(new Answer.Ok<>("inbox"), new Answer.Ok<>("inbox"));
        slow.getFirst().failed("Slack answered 404");
        assertThat(answers).last().isEqualTo(new Answer.Failed<>("Slack answered 404"));
        assertThat(late).isEmpty();
    }

    @Test
    void aDefectInOneChannelIsAnAnswerWithoutItsWords() {
        Channels channels = new Channels(List.of(new Defective(), new Slow()), late::add);
        channels.send(PAGE, answers::add);
        assertThat(answers).containsExactly(new Answer.Failed<>("Defective failed: IllegalStateException"));
        assertThat(slow).hasSize(1);
    }

    @Test
    void whatIsUnderWayIsKnownUntilItIsAnswered() {
        Channels channels = new Channels(List.of(new Slow()), late::add);
        channels.send(PAGE, answers::add);
        assertThat(channels.underWay()).containsExactly("Slow, " + PAGE.text());
        slow.getFirst().ok("slow");
        slow.getFirst().ok("slow");
        assertThat(channels.underWay()).isEmpty();
        assertThat(answers).hasSize(1);
    }

    @Test
    void whatComesOutAfterTheEndIsToldWhereItCanStillBeTold() {
        Channels channels = new Channels(List.of(new Slow()), late::add);
        channels.send(PAGE, answers::add);
        channels.send(PagerContract.RESOLVED, answers::add);
        channels.ended();
        List<String> quiet = new ArrayList<>();
        channels.whenQuiet(() -> quiet.add("quiet"));
        slow.getFirst().ok("slow");
        assertThat(quiet).isEmpty();
        slow.getLast().failed("Slack answered 404");
        assertThat(quiet).containsExactly("quiet");
        assertThat(late).containsExactly("this went out after the run had ended: Slow, " + PAGE.text(),
                "this did not go out: Slow, " + PagerContract.RESOLVED.text() + ": Slack answered 404");
    }

    @Test
    void whereNothingIsUnderWayItIsQuietAtOnce() {
        List<String> quiet = new ArrayList<>();
        new Channels(List.of(), late::add).whenQuiet(() -> quiet.add("quiet"));
        assertThat(quiet).containsExactly("quiet");
    }

    @Test
    void theEnvironmentNamesTheChannels() {
        assertThat(of(Map.of())).isEmpty();
        assertThat(of(Map.of("GAMEDAY_WEBHOOK", " ", "GAMEDAY_SLACK_WEBHOOK", ""))).isEmpty();
        assertThat(of(Map.of("GAMEDAY_WEBHOOK", "http://localhost/a", "GAMEDAY_SLACK_WEBHOOK",
                "https://hooks.slack.com/services/T0/B0/x", "GAMEDAY_PAGERDUTY_ROUTING_KEY", KEY)))
                .extracting(Object::getClass).containsExactly(Webhook.class, Slack.class, PagerDuty.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"GAMEDAY_WEBHOOK | SECRET | the address of the webhook is no web address",
            "GAMEDAY_SLACK_WEBHOOK | SECRET | the address of Slack is no web address",
            "GAMEDAY_PAGERDUTY_URL | SECRET | the address of PagerDuty is no web address",
            "GAMEDAY_PAGERDUTY_ROUTING_KEY | SECRET key | the routing key of PagerDuty has 10 characters"})
    void aMistakeNamesTheVariableAndNotItsValue(String name, String value, String message) {
        assertThatThrownBy(() -> of(Map.of(name, value))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + ": " + message).hasMessageNotContaining("SECRET").hasNoCause();
    }

    @Test
    void theAddressOfPagerDutyIsNothingWithoutItsKey() {
        assertThatThrownBy(() -> of(Map.of("GAMEDAY_PAGERDUTY_URL", "https://SECRET/")))
                .isInstanceOf(IllegalArgumentException.class).hasMessage(
                        "GAMEDAY_PAGERDUTY_URL is set, but GAMEDAY_PAGERDUTY_ROUTING_KEY is not; allowed: both, the "
                                + "key alone, or neither");
        assertThat(of(Map.of("GAMEDAY_PAGERDUTY_URL", "http://localhost/", "GAMEDAY_PAGERDUTY_ROUTING_KEY", KEY)))
                .singleElement().isInstanceOf(PagerDuty.class);
    }

    private List<Pager> of(Map<String, String> environment) {
        return Channels.of(environment, clock, clock);
    }
}

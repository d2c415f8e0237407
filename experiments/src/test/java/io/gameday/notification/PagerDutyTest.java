package io.gameday.notification;

import io.gameday.engine.Pager;
import io.gameday.http.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PagerDutyTest extends HttpPagerContract {

    private static final String KEY = "0123456789SECRETabcdef0123456789";

    @Override
    Pager pager(String address, Duration limit, BackOff backOff) {
        return new PagerDuty(address, KEY, loop, loop, limit, backOff);
    }

    @Override
    String name() {
        return "PagerDuty";
    }

    @Override
    String channel() {
        return "pagerduty";
    }

    @Override
    HttpAnswer taken() {
        return HttpAnswer.json(202,
                "{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"run-1/2\"}");
    }

    @Test
    void aPageTriggersAnAlert() throws Exception {
        JsonNode event = sent(PAGE);
        assertThat(event.path("routing_key").asString()).isEqualTo(KEY);
        assertThat(event.path("event_action").asString()).isEqualTo("trigger");
        JsonNode payload = event.path("payload");
        assertThat(payload.path("summary").asString())
                .isEqualTo("Game day: on-call: zone-impact zone az1 is in ALARM (50 of 50 <failed> & \"refused\")");
        assertThat(payload.path("source").asString()).isEqualTo("game day run-1");
        assertThat(payload.path("severity").asString()).isEqualTo("critical");
        assertThat(Instant.parse(payload.path("timestamp").asString())).isEqualTo(INCIDENT.began());
        assertThat(payload.path("component").asString()).isEqualTo("zone az1");
        assertThat(payload.path("group").asString()).isEqualTo("game day");
        assertThat(payload.path("class").asString()).isEqualTo("zone-impact");
        assertThat(payload.at("/custom_details/to").asString()).isEqualTo("on-call");
    }

    @Test
    void allMessagesOfAnIncidentHaveItsKey() throws Exception {
        assertThat(action(PAGE)).isEqualTo("trigger run-1/2");
        assertThat(action(ACKNOWLEDGED)).isEqualTo("acknowledge run-1/2");
        assertThat(action(RESOLVED)).isEqualTo("resolve run-1/2");
    }

    /// PagerDuty calls whom its own policy names, and a second trigger of an open alert calls nobody.
    @Test
    void whoIsPagedSecondIsNotSaidToBeCalled() throws Exception {
        assertThat(answerOf(working(), ESCALATED)).isEqualTo("loop: Ok[value=pagerduty, as a line of the open alert]");
        assertThat(action(ESCALATED)).isEqualTo("trigger run-1/2");
    }

    @Test
    void somebodyElseWhoSaysYesIsNotPagerDuty() throws Exception {
        next(200, "<title>Sign in</title>");
        assertThat(answerOf(working(), PAGE)).isEqualTo(failed("PagerDuty answered 200: <title>Sign in</title>"));
    }

    @Test
    void aKeyOfALongRunAndALongSummaryFit() throws Exception {
        Pager.Incident incident = new Pager.Incident("r".repeat(300), 3, INCIDENT.began(), "zone-impact",
                INCIDENT.scope(), "🚨".repeat(2_000));
        JsonNode event = sent(new Pager.Message.Page(incident, "on-call", Pager.Message.Page.Standing.FIRST));
        assertThat(event.path("dedup_key").asString()).hasSizeLessThanOrEqualTo(255).endsWith("/3");
        String summary = event.at("/payload/summary").asString();
        assertThat(summary.codePointCount(0, summary.length())).isEqualTo(1_024);
        assertThat(summary).endsWith("🚨…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key", "a key with SECRET spaces", "SECRET\nkey"})
    void aKeyThatCannotBeOneIsRefusedWithoutShowingIt(String key) {
        assertThatThrownBy(() -> new PagerDuty(PagerDuty.ADDRESS, key, loop, loop))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("allowed: the integration key")
                .hasMessageNotContaining("SECRET");
    }

    private String action(Pager.Message message) throws InterruptedException {
        JsonNode event = sent(message);
        return event.path("event_action").asString() + " " + event.path("dedup_key").asString();
    }
}

package io.gameday.notification;

import io.gameday.engine.Pager;
import io.gameday.http.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SlackTest extends HttpPagerContract {

    @Override
    Pager pager(String address, Duration limit, BackOff backOff) {
        return new Slack(address, loop, loop, limit, backOff);
    }

    @Override
    String name() {
        return "Slack";
    }

    @Override
    String channel() {
        return "slack";
    }

    @Override
    HttpAnswer taken() {
        return new HttpAnswer(200, Map.of("content-type", "text/html"), "ok".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPageIsTextForNotificationsAndBlocksForTheChannel() throws Exception {
        JsonNode body = sent(PAGE);
        String text = "on-call: zone-impact zone az1 is in ALARM (50 of 50 &lt;failed&gt; &amp; \"refused\")";
        assertThat(body.path("text").asString()).isEqualTo(text);
        assertThat(body.at("/blocks/0/type").asString()).isEqualTo("section");
        assertThat(body.at("/blocks/0/text/type").asString()).isEqualTo("mrkdwn");
        assertThat(body.at("/blocks/0/text/text").asString()).isEqualTo(text);
        assertThat(body.at("/blocks/0/text/verbatim").asBoolean()).isTrue();
        assertThat(body.at("/blocks/1/type").asString()).isEqualTo("context");
        assertThat(body.at("/blocks/1/elements/0/text").asString()).isEqualTo("Game day run-1, incident 2");
    }

    @Test
    void wordsOfPeopleMentionNobody() throws Exception {
        assertThat(sent(ACKNOWLEDGED).path("text").asString())
                .isEqualTo("zone-impact zone az1: acknowledged by responder &lt;a&amp;b&gt;");
    }

    @Test
    void whatIsTooLongForABlockIsCutBetweenCharacters() {
        assertThat(Slack.escaped("<".repeat(5_000), 3_000)).hasSizeLessThanOrEqualTo(3_000).endsWith("&lt;…");
        assertThat(Slack.escaped("🚨".repeat(5_000), 3_000)).hasSizeLessThanOrEqualTo(3_000).endsWith("🚨…");
        assertThat(Slack.escaped("x".repeat(2_999), 3_000)).isEqualTo("x".repeat(2_999));
    }
}

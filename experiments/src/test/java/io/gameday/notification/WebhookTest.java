package io.gameday.notification;

import io.gameday.engine.Pager;
import io.gameday.http.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookTest extends HttpPagerContract {

    @Override
    Pager pager(String address, Duration limit, BackOff backOff) {
        return new Webhook(address, loop, loop, limit, backOff);
    }

    @Override
    String name() {
        return "the webhook";
    }

    @Override
    String channel() {
        return "webhook";
    }

    @Override
    HttpAnswer taken() {
        return HttpAnswer.json(202, "{}");
    }

    @Test
    void isToldWhatAChatToolShowsAndWhatAProgramReads() throws Exception {
        assertThat(sent(RESOLVED).toString()).isEqualTo(
                "{\"text\":\"zone-impact zone az1: resolved, every alarm has left ALARM\",\"event\":\"resolved\","
                        + "\"why\":\"every alarm has left ALARM\",\"run\":\"run-1\",\"incident\":\"run-1/2\","
                        + "\"began\":\"2026-11-19T14:00:00Z\",\"subject\":\"zone-impact zone az1 is in ALARM\","
                        + "\"alarm\":\"zone-impact\",\"scope\":\"zone az1\","
                        + "\"evidence\":\"50 of 50 <failed> & \\\"refused\\\"\"}");
    }
}

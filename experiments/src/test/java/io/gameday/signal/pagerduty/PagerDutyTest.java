package io.gameday.signal.pagerduty;

import io.gameday.http.HttpAnswer;
import io.gameday.signal.FakeServer;
import io.gameday.signal.HttpSource;
import io.gameday.signal.Page;
import io.gameday.signal.PagerLog;
import io.gameday.signal.PagerLogContract;
import io.gameday.signal.Pages;
import io.gameday.signal.Period;
import io.gameday.signal.SourceFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Against answers written after PagerDuty's published API; no account was asked.
class PagerDutyTest extends PagerLogContract {

    private static final Instant BEGIN = Instant.parse("2026-11-21T14:00:00Z");
    private static final Period HOUR = new Period(BEGIN, BEGIN.plusSeconds(3600));
    private static final String INCIDENT = """
            "incident":{"id":"P1","type":"incident","title":"[FIRING:1] CheckoutErrors (cell-1)","summary":"[#7] x"},
            "service":{"id":"S1","type":"service_reference","summary":"Checkout"},
            "teams":[{"id":"T1","type":"team_reference","summary":"payments"}]""";

    private FakeServer fake;
    private HttpSource source;

    @BeforeEach
    void start() throws IOException {
        fake = new FakeServer();
        source = fake.source("PagerDuty", PagerDutyLog.headers("secret"), Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        source.close();
        fake.close();
    }

    @Test
    void theFirstNotificationOfATeamCountsAndWhenItAnswered() throws Exception {
        fake.answering("/log_entries", """
                {"log_entries":[
                 {"id":"4","type":"acknowledge_log_entry","created_at":"2026-11-21T14:14:00Z",%1$s},
                 {"id":"3","type":"notify_log_entry","created_at":"2026-11-21T14:13:00Z",
                  "user":{"summary":"A Person"},%1$s},
                 {"id":"2","type":"notify_log_entry","created_at":"2026-11-21T15:12:00+01:00",
                  "user":{"summary":"A Person"},%1$s},
                 {"id":"1","type":"trigger_log_entry","created_at":"2026-11-21T14:11:50Z",
                  "channel":{"type":"api","summary":"CheckoutErrors","details":{"firing":"Labels"}},%1$s}],
                 "limit":100,"offset":0,"more":false}""".formatted(INCIDENT));

        Pages pages = new PagerDutyLog(source).read(HOUR);

        assertThat(pages.pages()).singleElement().satisfies(page -> {
            assertThat(page.at()).isEqualTo(Instant.parse("2026-11-21T14:12:00Z"));
            assertThat(page.receivers()).containsExactly("payments", "Checkout");
            assertThat(page.acknowledged()).isEqualTo(Instant.parse("2026-11-21T14:14:00Z"));
            assertThat(page.subject()).contains("CheckoutErrors", "Labels");
        });
        assertThat(pages.toString()).doesNotContain("A Person");
        assertThat(fake.asked("/log_entries")).singleElement().satisfies(request -> {
            assertThat(request.headers()).containsEntry("authorization", "Token token=secret").containsEntry("accept",
                    "application/vnd.pagerduty+json;version=2");
            assertThat(request.query()).containsEntry("since", "2026-11-21T14:00:00Z").containsEntry("is_overview",
                    "false");
        });
    }

    @Test
    void aServiceWithoutATeamIsToldByItsName() throws Exception {
        fake.answering("/log_entries", """
                {"log_entries":[{"type":"notify_log_entry","created_at":"2026-11-21T14:12:00Z",
                 "incident":{"id":"P1","summary":"Disk"},"service":{"summary":"Storage"},"teams":[]}],"more":false}""");

        assertThat(new PagerDutyLog(source).read(HOUR).pages()).containsExactly(
                new Page(Instant.parse("2026-11-21T14:12:00Z"), List.of("Storage"), "Disk", null, "P1"));
    }

    @Test
    void aLongLogIsReadPageByPage() throws Exception {
        fake.answering("/log_entries", request -> HttpAnswer.json(200,
                entry(request.query().get("offset"), !request.query().get("offset").equals("200"))));

        assertThat(new PagerDutyLog(source).read(HOUR).pages()).hasSize(3);
        assertThat(fake.asked("/log_entries")).extracting(r -> r.query().get("offset")).containsExactly("0", "100",
                "200");
    }

    @Test
    void aLogWithoutAnEndIsNotReadForEver() {
        fake.answering("/log_entries", request -> HttpAnswer.json(200, entry(request.query().get("offset"), true)));

        assertThatThrownBy(() -> new PagerDutyLog(source).read(HOUR)).isInstanceOf(SourceFailure.class)
                .hasMessageContaining("more than 10000 log entries").hasMessageEndingWith("choose a shorter time");
        assertThat(fake.asked("/log_entries")).hasSize(100);
    }

    @Test
    void aWrongTokenIsSaidWithoutShowingIt() {
        fake.answering("/log_entries", request -> HttpAnswer.json(401, "{\"error\":{\"message\":\"Invalid\"}}"));

        assertThatThrownBy(() -> new PagerDutyLog(source).read(HOUR)).isInstanceOf(SourceFailure.class)
                .hasMessageContaining("the token is missing or wrong").hasMessageNotContaining("secret");
    }

    @Test
    void anAnswerOfSomethingElseIsSaid() {
        fake.answering("/log_entries", "{\"hello\":1}");

        assertThatThrownBy(() -> new PagerDutyLog(source).read(HOUR)).hasMessageEndingWith("is that PagerDuty's API?");
    }

    private static String entry(String incident, boolean more) {
        return """
                {"log_entries":[{"type":"notify_log_entry","created_at":"2026-11-21T14:12:00Z",
                 "incident":{"id":"P%s","summary":"Disk"},"service":{"summary":"Storage"},"teams":[]}],"more":%s}"""
                .formatted(incident, more);
    }

    @Override
    protected void twoPages(FakeServer server) {
        server.answering("/log_entries", """
                {"log_entries":[
                 {"type":"notify_log_entry","created_at":"2026-11-21T14:20:00Z","incident":{"id":"P2","title":"Errors"},
                  "teams":[{"summary":"platform"}]},
                 {"type":"notify_log_entry","created_at":"2026-11-21T14:12:00Z","incident":{"id":"P1","title":"Errors"},
                  "teams":[{"summary":"payments"}]}],"more":false}""");
    }

    @Override
    protected PagerLog log(FakeServer server, Duration limit) {
        return new PagerDutyLog(closing(server.source("PagerDuty", PagerDutyLog.headers("secret"), limit)));
    }

    @Override
    protected String path() {
        return "/log_entries";
    }
}

package io.gameday.signal.prometheus;

import io.gameday.signal.Alarms;
import io.gameday.signal.FakeServer;
import io.gameday.signal.Firing;
import io.gameday.signal.HttpSource;
import io.gameday.signal.KnownAlarm;
import io.gameday.signal.Page;
import io.gameday.signal.PagerLog;
import io.gameday.signal.PagerLogContract;
import io.gameday.signal.Pages;
import io.gameday.signal.Period;
import io.gameday.signal.SourceFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Against what an Alertmanager 0.25 answered, recorded.
class AlertmanagerTest extends PagerLogContract {

    private static final Instant BEGIN = Instant.parse("2026-11-21T14:00:00Z");
    private static final Period HOUR = new Period(BEGIN, BEGIN.plusSeconds(3600));
    private static final String CONFIG = """
            global:
              resolve_timeout: 5m
            route:
              receiver: platform
              group_by:
              - alertname
              continue: false
              routes:
              - receiver: payments
                matchers:
                - severity=~"page|critical"
                - team="payments"
                continue: true
                group_wait: 10s
              - receiver: archive
                match_re:
                  severity: pa.*
                continue: false
              - receiver: nobody
                match:
                  severity: info
                continue: false
              group_wait: 1m
              group_interval: 5m
            inhibit_rules:
            - source_matchers:
              - alertname="SiteDown"
              target_matchers:
              - severity="page"
              equal:
              - site
            receivers:
            - name: platform
            - name: payments
            - name: archive
            - name: nobody
            """;

    private final List<KnownAlarm> alarms = new ArrayList<>();
    private FakeServer fake;
    private HttpSource source;

    @BeforeEach
    void start() throws IOException {
        fake = new FakeServer().answering("/api/v2/alerts", "[]").answering("/api/v2/silences", "[]");
        source = fake.source("Alertmanager");
        configured(CONFIG);
        counted("alertmanager_notifications_failed_total", 7, 7);
    }

    @AfterEach
    void stop() {
        source.close();
        fake.close();
    }

    @Test
    void whoIsToldFollowsFromTheRoutes() throws Exception {
        rang("Errors", 600, 900, Map.of("severity", "page", "team", "payments"));
        rang("Disk", 1200, 1500, Map.of("severity", "ticket"));
        rang("Hint", 1800, 2000, Map.of("severity", "info"));

        Pages pages = read();

        assertThat(pages.pages()).containsExactly(page(610, "payments", "Errors"), page(660, "archive", "Errors"),
                page(1260, "platform", "Disk"), page(1860, "nobody", "Hint"));
        assertThat(pages.receivers()).containsExactly("archive", "nobody", "payments", "platform");
        assertThat(pages.notes()).singleElement().asString().contains("worked out", "keeps no log");
    }

    @Test
    void anAlarmThatIsOverBeforeItsGroupIsSentTellsNobody() throws Exception {
        rang("Disk", 600, 650, Map.of());

        assertThat(read().pages()).isEmpty();
    }

    @Test
    void alarmsOfOneGroupAreOnePage() throws Exception {
        rang("Disk", 600, 900, Map.of("host", "1"));
        rang("Disk", 605, 900, Map.of("host", "2"));

        assertThat(read().pages()).containsExactly(page(660, "platform", "Disk"));
    }

    @Test
    void aSilenceKeepsAPageBackUntilItEnds() throws Exception {
        rang("Disk", 600, 900, Map.of("host", "1"));
        rang("Memory", 600, 900, Map.of("host", "1"));
        fake.answering("/api/v2/silences", """
                [{"id":"1","status":{"state":"expired"},"startsAt":"2026-11-21T14:00:00.000Z",
                  "endsAt":"2026-11-21T14:13:20.000Z","createdBy":"x","comment":"y",
                  "matchers":[{"name":"alertname","value":"Di.*","isRegex":true,"isEqual":true}]},
                 {"id":"2","status":{"state":"expired"},"startsAt":"2026-11-21T14:00:00.000Z",
                  "endsAt":"2026-11-21T14:30:00.000Z","createdBy":"x","comment":"y",
                  "matchers":[{"name":"alertname","value":"Memory","isRegex":false,"isEqual":true}]}]""");

        assertThat(read().pages()).containsExactly(page(800, "platform", "Disk"));
    }

    @Test
    void anInhibitedAlarmTellsNobodyWhereTheLabelsAreTheSame() throws Exception {
        rang("SiteDown", 500, 1000, Map.of("site", "a"));
        rang("Errors", 600, 900, Map.of("severity", "page", "site", "a"));
        rang("Errors", 600, 900, Map.of("severity", "page", "site", "b"));

        assertThat(read().pages()).containsExactly(page(560, "platform", "SiteDown"), page(660, "archive", "Errors"));
    }

    @Test
    void labelsThatPrometheusAddsCountForRoutes() throws Exception {
        rang("Disk", 600, 900, Map.of());

        Alarms sent = new Alarms(alarms, Duration.ofSeconds(1), Map.of("severity", "info"), List.of());
        assertThat(new AlertmanagerPages(source, prometheus(), sent).read(HOUR).pages())
                .containsExactly(page(660, "nobody", "Disk"));
    }

    @Test
    void whereAlertmanagerItselfTellsSomebodyElseThatIsSaid() throws Exception {
        fake.answering("/api/v2/alerts", """
                [{"labels":{"alertname":"Disk"},"receivers":[{"name":"payments"}],"status":{"state":"active"}},
                 {"labels":{"alertname":"Errors"},"receivers":[{"name":"platform"}],"status":{"state":"active"}}]""");

        assertThat(read().notes()).filteredOn(note -> note.contains("not certain")).containsExactly(
                "of Disk, which rings now, Alertmanager tells [payments], and by its routes it would be [platform]: "
                        + "who was told is not certain");
    }

    @Test
    void aRouteThatIsSilentAtSomeTimesIsSaid() throws Exception {
        configured("route:\n  receiver: a\n  mute_time_intervals: [nights]\nreceivers:\n- name: a\n");
        rang("Disk", 600, 900, Map.of());

        assertThat(read().notes()).anyMatch(note -> note.startsWith("the route to a is silent at some times"));
    }

    @Test
    void severalMatchersInOneTextAreRead() throws Exception {
        configured("""
                route:
                  receiver: a
                  routes:
                  - receiver: b
                    matchers: ['{team="x,y", severity!~"info|debug", zone=z}']
                receivers: [{name: a}, {name: b}]
                """);
        rang("Both", 600, 900, Map.of("team", "x,y", "severity", "page", "zone", "z"));
        rang("Other", 600, 900, Map.of("team", "x,y", "severity", "info", "zone", "z"));

        assertThat(read().pages()).containsExactly(page(630, "b", "Both"), page(630, "a", "Other"));
    }

    @Test
    void aConfigurationThatCannotBeReadIsSaid() {
        configured("route:\n  receiver: a\n  routes: [{receiver: b, matchers: ['=?']}]\nreceivers:\n- name: a\n");

        assertThatThrownBy(this::read).isInstanceOf(SourceFailure.class)
                .hasMessageEndingWith("has a configuration that cannot be read here: the matcher =? cannot be read");
    }

    @Test
    void whatIsNoAlertmanagerIsSaid() {
        configured("");

        assertThatThrownBy(this::read).hasMessageEndingWith("is that an Alertmanager?");
    }

    @Test
    void whatWasSentMayNotHaveArrivedUnlessItIsKnownThatNothingFailed() throws Exception {
        assertThat(read().doubt()).isEmpty();

        counted("alertmanager_notifications_failed_total", 7, 2, 3);
        assertThat(read().doubt())
                .isEqualTo("it may not have arrived: alertmanager_notifications_failed_total rose by 3 in that time");

        counted("prometheus_notifications_dropped_total", 0, 0, 0);
        assertThat(read().doubt()).startsWith("whether it arrived is not known: Prometheus does not read");
    }

    private void counted(String counter, int... values) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add("[" + (BEGIN.getEpochSecond() + i) + ",\"" + values[i] + "\"]");
        }
        fake.answering("/api/v1/query_range",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":\""
                        + counter + "\"},\"values\":[" + String.join(",", points) + "]}]}}");
    }

    private PrometheusServer prometheus() {
        return new PrometheusServer(source, InstantSource.system());
    }

    private void configured(String config) {
        fake.answering("/api/v2/status", status(config));
    }

    private static String status(String config) {
        return "{\"cluster\":{\"status\":\"disabled\"},\"config\":{\"original\":"
                + JsonMapper.builder().build().writeValueAsString(config) + "}}";
    }

    private void rang(String alarm, int from, int to, Map<String, String> labels) {
        Map<String, String> all = new HashMap<>(labels);
        all.put("alertname", alarm);
        alarms.add(new KnownAlarm(alarm, List.of(),
                List.of(new Firing(Map.copyOf(all), BEGIN.plusSeconds(from), BEGIN.plusSeconds(to), false, false))));
    }

    private Pages read() throws SourceFailure {
        return new AlertmanagerPages(source, prometheus(),
                new Alarms(alarms, Duration.ofSeconds(1), Map.of(), List.of())).read(HOUR);
    }

    private static Page page(int at, String receiver, String alarm) {
        return new Page(BEGIN.plusSeconds(at), List.of(receiver), alarm, null);
    }

    @Override
    protected void twoPages(FakeServer server) {
        server.answering("/api/v2/alerts", "[]").answering("/api/v2/silences", "[]")
                .answering("/api/v2/status", status(CONFIG)).answering("/api/v1/query_range",
                        "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}");
        rang("Errors", 1140, 1500, Map.of("severity", "ticket"));
        rang("Errors", 710, 760, Map.of("severity", "page", "team", "payments"));
    }

    @Override
    protected PagerLog log(FakeServer server, Duration limit) {
        HttpSource from = closing(server.source("Alertmanager", Map.of(), limit));
        return new AlertmanagerPages(from, new PrometheusServer(from, InstantSource.system()),
                new Alarms(alarms, Duration.ofSeconds(1), Map.of(), List.of()));
    }

    @Override
    protected String path() {
        return "/api/v2/status";
    }
}

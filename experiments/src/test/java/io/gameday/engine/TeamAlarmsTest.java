package io.gameday.engine;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Event.PredictionJudged;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Port;
import io.gameday.target.Target;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.gameday.journal.Verdict.BROKEN;
import static io.gameday.journal.Verdict.HELD;
import static io.gameday.journal.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

/// Game days that grade the team's own alarms and pages, in virtual time.
class TeamAlarmsTest {

    private static final Instant FAR = Instant.parse("2050-01-01T00:00:00Z");
    private static final String FILE = """
            title: t
            hypothesis: h
            system: { cells: 2, zones: [az1, az2, az3], headroom: 150 % }
            traffic: { customers: 40, rate: 120/s }
            prepare:
              steadyState: [ { metric: availability, atLeast: 99.9 %, for: 10s } ]
              blastRadius: { zones: 1 }
            steps: [ { inject: zone-power-loss, zone: az1, at: 5s, for: 40s } ]
            detect:
              from: prometheus
              expect:
                - { alarm: CheckoutErrors, within: 15s, team: payments }
                - { silent: CheckoutSaturation }
            respond:
              from: alertmanager
              expect:
                - { page: payments, within: 25s }
            """;
    private static final String ACKNOWLEDGED = FILE.replace("from: alertmanager", "from: pagerduty")
            .replace("{ page: payments, within: 25s }", "{ acknowledged: payments, within: 60s }")
            .replace(", team: payments", "");
    private static final String FIRES = "alarm CheckoutErrors";
    private static final String TOLD = "told of CheckoutErrors payments";
    private static final String SILENT = "silent CheckoutSaturation";
    private static final String ANSWER = "acknowledged by payments";
    private static final String PAGE = "page payments";

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-19T14:00:00Z"));
    private final FakeTarget app = new FakeTarget(clock);
    private final FakeTools tools = new FakeTools(clock, this::zero).alarm("CheckoutErrors")
            .alarm("CheckoutSaturation");
    private final List<Entry> entries = new ArrayList<>();
    private final List<Pager.Message> messages = new ArrayList<>();
    private @Nullable ExitCode exit;

    @Test
    void theTeamsAlarmAndPageAreGradedWithTheirOwnTimesAndGamedayPagesNobody() {
        tools.rings("CheckoutErrors", 5, 40).tells("payments", 9, "CheckoutErrors");
        play(FILE);
        assertThat(judged(FIRES)).returns(HELD, PredictionJudged::verdict).returns("5 s", PredictionJudged::value);
        assertThat(judged(TOLD).verdict()).isEqualTo(HELD);
        assertThat(judged(SILENT).verdict()).isEqualTo(HELD);
        assertThat(judged(PAGE)).returns(HELD, PredictionJudged::verdict).returns("9 s", PredictionJudged::value);
        assertThat(exit).isEqualTo(ExitCode.HELD);
        assertThat(messages).isEmpty();
        assertThat(events(Event.PageSent.class)).singleElement().returns("Alertmanager", Event.PageSent::channel)
                .returns(zero().plusSeconds(9), Event.PageSent::when);
        assertThat(events(Event.RunStarted.class)).singleElement().returns("Prometheus", Event.RunStarted::alarmsFrom)
                .returns("Alertmanager", Event.RunStarted::pagesFrom);
    }

    @Test
    void gamedaysOwnAlarmsAreJournalledBesideTheTeamsAndDecideNothing() {
        play(FILE);
        assertThat(events(Event.AlarmChanged.class))
                .anyMatch(c -> c.alarm().equals("zone-impact") && c.to() == AlarmState.ALARM && c.source() == null)
                .anyMatch(c -> c.alarm().equals("CheckoutErrors") && "Prometheus".equals(c.source()));
        assertThat(judged(FIRES)).returns(BROKEN, PredictionJudged::verdict).returns("not in time",
                PredictionJudged::value);
        assertThat(judged(TOLD)).returns(BROKEN, PredictionJudged::verdict).returns("nobody was told",
                PredictionJudged::value);
        assertThat(judged(PAGE).verdict()).isEqualTo(BROKEN);
        assertThat(exit).isEqualTo(ExitCode.BROKEN);
    }

    @Test
    void anAlarmJustInTimeIsHeldThoughItIsReadLongAfterItsDeadline() {
        tools.lag = Duration.ofSeconds(17);
        tools.rings("CheckoutErrors", 14, 40).tells("payments", 20, "CheckoutErrors");
        play(FILE);
        assertThat(judged(FIRES)).returns(HELD, PredictionJudged::verdict).returns("14 s", PredictionJudged::value);
        assertThat(judged(SILENT).verdict()).isEqualTo(HELD);
    }

    @Test
    void anAlarmJustTooLateIsBroken() {
        tools.rings("CheckoutErrors", 16, 40);
        play(FILE);
        assertThat(judged(FIRES).verdict()).isEqualTo(BROKEN);
    }

    @Test
    void anAlarmThatHadToBeSilentAndRangIsBrokenAlsoWhereItIsReadAfterTheFault() {
        tools.lag = Duration.ofSeconds(15);
        tools.rings("CheckoutSaturation", 38, 39);
        play(FILE);
        assertThat(judged(SILENT)).returns(BROKEN, PredictionJudged::verdict).returns("in ALARM",
                PredictionJudged::value);
    }

    @Test
    void whoeverElseIsToldWasWronglyWoken() {
        tools.rings("CheckoutErrors", 5, 40).tells("platform", 8, "[FIRING:1] CheckoutErrors (shop)");
        play(FILE);
        assertThat(judged(TOLD)).returns(BROKEN, PredictionJudged::verdict)
                .returns("told was platform", PredictionJudged::value)
                .returns("platform was wrongly woken by CheckoutErrors; wanted is payments", PredictionJudged::detail);
        assertThat(judged(PAGE).verdict()).isEqualTo(BROKEN);
    }

    @Test
    void aMisspeltAlarmIsNotStartedAndTheNearestNameIsSuggested() {
        play(FILE.replace("alarm: CheckoutErrors", "alarm: CheckoutErors"));
        notStarted("CheckoutErors is not there; did you mean CheckoutErrors?");
    }

    @Test
    void aMisspeltSilentAlarmIsNotStartedEither() {
        play(FILE.replace("CheckoutSaturation", "CheckoutSaturatoin"));
        notStarted("did you mean CheckoutSaturation?");
    }

    @Test
    void anAlarmThatIsAlwaysOnIsNotStarted() {
        Instant now = clock.now();
        tools.rings("CheckoutErrors", (int) Duration.between(FAR, now).toSeconds() - 300, Integer.MAX_VALUE);
        play(FILE);
        notStarted("CheckoutErrors is in ALARM since");
    }

    @Test
    void anAlarmWhoseRuleIsBrokenIsNotStarted() {
        tools.trouble = "vector contains metrics with the same labelset";
        play(FILE);
        notStarted("CheckoutErrors cannot ring: vector contains metrics with the same labelset");
    }

    @Test
    void anAlarmWithoutDataIsNotStarted() {
        tools.missing = "it has no data: there is no series of errors";
        play(FILE);
        notStarted("CheckoutErrors cannot ring: it has no data");
    }

    @Test
    void aSilentAlarmWithoutDataIsUnknown() {
        tools.missing = "it has no data";
        play(FILE.replaceFirst("    - \\{ alarm: CheckoutErrors.*\n", ""));
        assertThat(judged(SILENT).verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void aReceiverWhomThePagerDoesNotKnowIsNotStarted() {
        play(FILE.replace("page: payments", "page: paymets"));
        notStarted("paymets is no receiver there; did you mean payments?");
    }

    @Test
    void aSourceThatGoesAwayForGoodLeavesWhatHangsOnItUnknownAndIsSaidAtOnce() {
        tools.awayFrom = 3;
        tools.rings("CheckoutErrors", 5, 40).tells("payments", 9, "CheckoutErrors");
        play(FILE);
        assertThat(List.of(judged(FIRES), judged(TOLD), judged(SILENT), judged(PAGE)))
                .allSatisfy(j -> assertThat(j.verdict()).isEqualTo(UNKNOWN))
                .allSatisfy(j -> assertThat(j.detail()).contains("did not answer"));
        assertThat(exit).isEqualTo(ExitCode.UNKNOWN);
        assertThat(entries.stream().filter(e -> e.event() instanceof Event.SourceAway).findFirst().orElseThrow().at())
                .isBefore(zero().plusSeconds(6));
    }

    @Test
    void whatASourceThatWasAwayDidNotSeeIsUnknownAndWhatItSawCounts() {
        tools.awayFrom = 6;
        tools.awayTo = 20;
        tools.rings("CheckoutErrors", 3, 40).tells("payments", 4, "CheckoutErrors");
        play(FILE);
        assertThat(judged(FIRES)).returns(HELD, PredictionJudged::verdict);
        assertThat(judged(SILENT)).returns(UNKNOWN, PredictionJudged::verdict)
                .satisfies(j -> assertThat(j.detail()).contains("Prometheus was away"));
        assertThat(judged(PAGE).verdict()).isEqualTo(HELD);
        assertThat(events(Event.SourceBack.class)).isNotEmpty();
    }

    @Test
    void aPageThatMayNotHaveArrivedIsNotHeld() {
        tools.doubt = "alertmanager_notifications_failed_total rose by 3";
        tools.rings("CheckoutErrors", 3, 40).tells("payments", 4, "CheckoutErrors");
        play(FILE);
        assertThat(judged(PAGE)).returns(UNKNOWN, PredictionJudged::verdict)
                .satisfies(j -> assertThat(j.detail()).contains("rose by 3"));
    }

    @Test
    void whereNothingWasHeardAtAllNobodyToldIsNotKnown() {
        tools.deaf = "no webhook of Alertmanager came at all";
        tools.rings("CheckoutErrors", 3, 40);
        play(FILE);
        assertThat(judged(PAGE)).returns(UNKNOWN, PredictionJudged::verdict)
                .returns("no webhook of Alertmanager came at all", PredictionJudged::detail);
        assertThat(judged(FIRES).verdict()).isEqualTo(HELD);
    }

    @Test
    void aPageWhoseAlarmIsNotNamedLeavesItUnknownWhetherTheTeamWasTold() {
        tools.rings("CheckoutErrors", 5, 40).tells("payments", 9, "something is wrong");
        play(FILE);
        assertThat(judged(TOLD).verdict()).isEqualTo(UNKNOWN);
        assertThat(judged(PAGE).verdict()).isEqualTo(HELD);
    }

    @Test
    void aPageAboutTwoAlarmsIsJournalledOnceWithBoth() {
        tools.rings("CheckoutErrors", 5, 40).tells("payments", 9, "CheckoutSaturation, CheckoutErrors");
        play(FILE);
        assertThat(judged(TOLD).verdict()).isEqualTo(HELD);
        assertThat(events(Event.PageSent.class)).singleElement().returns("CheckoutSaturation, CheckoutErrors",
                Event.PageSent::alarm);
    }

    @Test
    void aPageIsJournalledOnceThoughItsSubjectGrowsWithEveryReading() {
        tools.added = until -> " log entry of " + until;
        tools.rings("CheckoutErrors", 5, 40).tells("payments", 9, "CheckoutErrors", 12);
        play(FILE);
        assertThat(events(Event.PageSent.class)).hasSize(1);
        assertThat(events(Event.PageAcknowledged.class)).hasSize(1);
    }

    @Test
    void twoPagesOfOneMomentToOneTeamAreBothTold() {
        tools.rings("CheckoutErrors", 5, 40).tells("payments", 9, "CheckoutSaturation").tells("payments", 9,
                "CheckoutErrors");
        play(FILE);
        assertThat(judged(TOLD).verdict()).isEqualTo(HELD);
        assertThat(events(Event.PageSent.class)).hasSize(2);
    }

    @Test
    void theAcknowledgementOfAPageBeforeTheFaultIsNotThatOfTheOneAfterIt() {
        tools.rings("CheckoutErrors", 5, 40).tells("payments", -4, "Disk", 12).tells("payments", 9, "CheckoutErrors");
        play(ACKNOWLEDGED);
        assertThat(judged(ANSWER)).returns(BROKEN, PredictionJudged::verdict).returns("not in time",
                PredictionJudged::value);
    }

    @Test
    void aPageOfTheLastSecondsOfTheFaultIsWaitedForThoughItIsReadAfterItsEnd() {
        tools.lag = Duration.ofSeconds(15);
        tools.rings("CheckoutErrors", 5, 40).tells("payments", 39, "CheckoutErrors", 95);
        play(ACKNOWLEDGED);
        assertThat(judged(ANSWER)).returns(HELD, PredictionJudged::verdict).returns("56 s", PredictionJudged::value);
    }

    @Test
    void whereThePagerDoesNotListWhomItCanTellThatIsSaidAndWhoIsHeardToo() {
        tools.receivers = List.of();
        tools.hearsAll = false;
        tools.rings("CheckoutErrors", 5, 40).tells("payments", 9, "CheckoutErrors");
        play(FILE);
        assertThat(events(Event.GuardAnswered.class))
                .anyMatch(g -> g.granted() && g.toString()
                        .contains("Alertmanager does not list whom it can tell, so this was not checked"))
                .noneMatch(g -> g.guard().equals("everybody who is to be told is known to your pager"));
        assertThat(judged(TOLD)).returns("payments was told, and nobody else that is heard here",
                PredictionJudged::detail);
    }

    @Test
    void aTargetOfWhichNoToolOfTheTeamTellsIsNotStarted() {
        play(FILE, app.target());
        notStarted("no tool that keeps alarms is read");
    }

    @Test
    void acknowledgingToGamedayIsRefusedWhereTheTeamsPagerIsGraded() {
        Engine engine = engine(FILE, target(FILE));
        engine.start();
        clock.advance(Duration.ofSeconds(30));
        assertThat(engine.acknowledge("responder")).hasValueSatisfying(why -> assertThat(why).contains("Alertmanager"));
    }

    private void notStarted(String why) {
        assertThat(exit).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(events(Event.RunEnded.class)).singleElement()
                .satisfies(end -> assertThat(end.reason()).contains(why));
        assertThat(events(Event.FaultInjected.class)).isEmpty();
    }

    private void play(String file) {
        play(file, target(file));
    }

    private Target target(String file) {
        Experiment experiment = experiment(file);
        return app.target().with(Port.of(tools.alarms(experiment.namedAlarms())),
                Port.of(tools.pages(experiment.namedAlarms())));
    }

    private void play(String file, Target target) {
        engine(file, target).start();
        clock.advance(Duration.ofMinutes(6));
        assertThat(exit).as("the run ends by itself").isNotNull();
    }

    private Engine engine(String file, Target target) {
        Settings s = Settings.of("run", "test", 1, "salt");
        Settings atOnce = new Settings(s.run(), s.version(), s.seed(), s.salt(), s.gateLimit(), s.lease(),
                s.renewEvery(), s.proofLimit(), s.settleLimit(), s.unanswered(), Duration.ZERO);
        return new Engine(experiment(file), target, clock, event -> {
            Entry entry = new Entry(entries.size() + 1, clock.now(), "run", event);
            entries.add(entry);
            return entry;
        }, atOnce, (message, sent) -> messages.add(message), (salt, sealed) -> {
        }, code -> exit = code);
    }

    private static Experiment experiment(String file) {
        return ExperimentReader.read("x", "x.yaml", file).experiment().orElseThrow();
    }

    private Instant zero() {
        return entries.stream().filter(e -> e.event() instanceof Event.FaultInjected).map(Entry::at).findFirst()
                .orElse(FAR);
    }

    private PredictionJudged judged(String text) {
        return events(PredictionJudged.class).stream().filter(j -> j.text().equals(text)).findFirst().orElseThrow();
    }

    private <E extends Event> List<E> events(Class<E> type) {
        return entries.stream().map(Entry::event).filter(type::isInstance).map(type::cast).toList();
    }
}

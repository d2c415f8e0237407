package io.gameday.console.debrief;

import io.gameday.console.SimulatedRun;
import io.gameday.console.control.State;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalReader;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.gray.Moment;
import io.gameday.report.gray.Moment.Felt;
import io.gameday.report.gray.Moment.Observed;
import io.gameday.report.gray.Quadrant;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.target.Fault;
import io.gameday.target.TargetKind;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What Debrief shows of a run's detection, without a toolkit.
class DetectionTest {

    private static final Instant BEGIN = Instant.parse("2026-11-19T14:00:00Z");
    private static final Event.RunStarted STARTED = new Event.RunStarted("e", "t", "h", TargetKind.SIMULATED, 1, "v",
            List.of("cell-1"), List.of("az1", "az2"), 150, 40, 120, "owner", 0);

    @TempDir
    private static Path played;
    private static Path spreading;
    private static Path unscaled;

    private final DebriefViewModel model = new DebriefViewModel(Runnable::run, Runnable::run,
            new VirtualClock(Instant.EPOCH), new FakeNavigator(), new FakeDesk(), folder -> false);

    @BeforeAll
    static void gameDays() throws IOException {
        spreading = SimulatedRun.of("gray-by-spreading", played);
        unscaled = SimulatedRun.of("az-power-loss-unscaled", played);
    }

    private Detection detection(Path run) {
        model.open(run);
        return model.detectionProperty().get();
    }

    private PlaceLane lane(Detection detection, Scope place) {
        return detection.lane(place).orElseThrow();
    }

    private static Stream<DetectionLine.Finding> findings(Detection detection, String word) {
        return detection.lines().stream().filter(DetectionLine.Finding.class::isInstance)
                .map(DetectionLine.Finding.class::cast).filter(finding -> finding.word().equals(word));
    }

    @Test
    void everySecondOfEveryPlaceIsInOneQuadrantAndTheStripHasThemAll() {
        Detection detection = detection(spreading);
        assertThat(detection.places()).extracting(PlaceLane::name).containsExactly("az1", "az2", "az3", "cell-1",
                "cell-2");
        long seconds = model.timeline().stripProperty().get().length().toSeconds();
        assertThat(detection.places())
                .allSatisfy(place -> assertThat(Stream.of(Quadrant.values()).mapToLong(place::seconds).sum())
                        .isBetween(seconds - 5, seconds + 1));
    }

    @Test
    void theSquareIsThatOfTheScorecard() {
        Detection detection = detection(spreading);
        var entries = JournalReader.read(spreading.resolve("journal.jsonl")).entries();
        Scorecard card = Scorecard.of(entries, true, false);
        card.square().places().forEach(place -> {
            PlaceLane lane = lane(detection, place.place());
            assertThat(lane.seconds(Quadrant.GRAY)).isEqualTo(place.gray());
            assertThat(lane.seconds(Quadrant.DETECTED)).isEqualTo(place.detected());
            assertThat(lane.seconds(Quadrant.UNASKED)).isEqualTo(place.unasked());
        });
        assertThat(lane(detection, new Scope.Zone("az1")).seconds(Quadrant.GRAY)).isPositive();
    }

    @Test
    void everyQuadrantHasItsPlaceInThePicture() {
        List<Quadrant> shown = new ArrayList<>(QuadrantLook.silent());
        shown.addAll(QuadrantLook.said());
        shown.addAll(QuadrantLook.besides());
        assertThat(shown).containsExactlyInAnyOrder(Quadrant.values());
        assertThat(QuadrantLook.besides()).contains(Quadrant.UNASKED, Quadrant.UNREAD);
        assertThat(QuadrantLook.word(Quadrant.UNREAD)).isEqualTo("not known");
        assertThat(QuadrantLook.state(Quadrant.UNREAD)).isEqualTo(State.UNKNOWN);
    }

    @Test
    void secondsAlikeAreOneStretchUnlessSomethingLiesBetween() {
        List<PlaceLane.Stretch> stretches = PlaceLane
                .stretches(List.of(moment(0, Felt.WELL, false), moment(1, Felt.HURT, false),
                        moment(2, Felt.HURT, false), moment(3, Felt.HURT, true), moment(9, Felt.HURT, true)));
        assertThat(stretches).containsExactly(stretch(0, 1, Quadrant.HEALTHY), stretch(1, 3, Quadrant.GRAY),
                stretch(3, 4, Quadrant.DETECTED), stretch(9, 10, Quadrant.DETECTED));
    }

    private static Moment moment(int second, Felt felt, boolean said) {
        return new Moment(BEGIN.plusSeconds(second), felt, said ? Observed.UNWELL : Observed.NOTHING,
                Moment.Counted.UNKNOWN);
    }

    private static PlaceLane.Stretch stretch(int from, int to, Quadrant quadrant) {
        return new PlaceLane.Stretch(BEGIN.plusSeconds(from), BEGIN.plusSeconds(to), quadrant);
    }

    @Test
    void eachWindowOfTheSiteAndOfEachCellHasItsVerdict() {
        Detection detection = detection(unscaled);
        assertThat(findings(detection, "told")).extracting(DetectionLine.Finding::text)
                .anyMatch(text -> text.startsWith("site: 54.0 s")).anyMatch(text -> text.startsWith("cell-1: "));
        assertThat(findings(detection, "told")).allSatisfy(window -> {
            assertThat(window.state()).isEqualTo(State.HEALTHY);
            assertThat(window.second()).contains(" after ");
            assertThat(window.focus().ranges()).singleElement()
                    .satisfies(range -> assertThat(range.from()).isEqualTo(window.at()));
        });
    }

    @Test
    void eachPlaceHasItsDurationsAndWhatIsMissingIsSaidInWords() {
        Detection detection = detection(unscaled);
        DetectionLine.OfPlace cell = detection.lines().stream().filter(DetectionLine.OfPlace.class::isInstance)
                .map(DetectionLine.OfPlace.class::cast).filter(place -> place.name().equals("cell-1")).findFirst()
                .orElseThrow();
        assertThat(cell.parts()).extracting(DetectionLine.Part::caption).containsExactly("impact", "detect", "mitigate",
                "after fault");
        assertThat(cell.parts().get(2).value()).startsWith("> ");
        assertThat(cell.told()).contains("not while the fault lasted");
    }

    @Test
    void impactThatNoAlarmToldOfIsBlind() {
        Detection detection = DetectionMaking.of(facts(), Scorecard.of(journal(), false, false), Set.of());
        assertThat(findings(detection, "blind")).isNotEmpty().allSatisfy(window -> {
            assertThat(window.state()).isEqualTo(State.GRAY);
            assertThat(window.second()).isEqualTo("no alarm told of it");
        });
        assertThat(Figure.of(Scorecard.of(journal(), false, false), false)).filteredOn(f -> f.caption().equals("blind"))
                .singleElement().satisfies(figure -> assertThat(figure.state()).isEqualTo(State.ALARM));
    }

    @Test
    void impactOfWhichNobodyKnowsWhetherAnAlarmToldIsNeitherBlindNorTold() {
        Scorecard card = Scorecard.of(
                teams(new Event.SourceAway("Prometheus", BEGIN.plusSeconds(1), "Prometheus did not answer (503)")),
                false, false);
        assertThat(Figure.of(card, false)).filteredOn(f -> f.caption().equals("blind")).singleElement()
                .returns("not known", Figure::value).returns(State.UNKNOWN, Figure::state);
        assertThat(Figure.of(card, false)).filteredOn(f -> f.caption().equals("detect")).singleElement()
                .returns("not known", Figure::value)
                .satisfies(figure -> assertThat(figure.told()).contains("Prometheus did not answer (503)"));
    }

    @Test
    void whatTheTeamsToolsToldIsAtItsOwnTimeAndNotAtThatOfItsReading() {
        List<Entry> journal = teams(
                new Event.PageSent("on-call", "Alertmanager", "s", "CheckoutErrors", Scope.SITE, BEGIN.plusSeconds(4)),
                new Event.PageAcknowledged("on-call", BEGIN.plusSeconds(6)));
        Detection detection = DetectionMaking.of(new RunFacts(journal), Scorecard.of(journal, false, false), Set.of());
        assertThat(Stream.concat(findings(detection, "incident"), findings(detection, "acknowledged")))
                .extracting(DetectionLine.Finding::at).containsExactly(BEGIN.plusSeconds(4), BEGIN.plusSeconds(6));
    }

    @Test
    void onlyWhatTheExperimentMadeOfOtherAlarmsIsAComposite() {
        List<Entry> journal = journal(raised("slow-mean", null), raised("both", null), raised("both", "Prometheus"));
        Detection detection = DetectionMaking.of(new RunFacts(journal), Scorecard.of(journal, false, false),
                Set.of("both"));
        assertThat(findings(detection, "composite")).extracting(DetectionLine.Finding::text)
                .containsExactly("both in alarm");
    }

    private static Event raised(String alarm, @Nullable String source) {
        return new Event.AlarmChanged(alarm, Scope.SITE, AlarmState.OK, AlarmState.ALARM, "", source, null);
    }

    /// As [#journal(Event...)], graded by the team's alarms.
    private static List<Entry> teams(Event... more) {
        List<Entry> entries = journal(more);
        Event started = new Event.RunStarted("e", "t", "h", TargetKind.SIMULATED, 1, "v", List.of("cell-1"),
                List.of("az1", "az2"), 150, 40, 120, "owner", 0, "Prometheus", "Alertmanager");
        entries.set(0, new Entry(1, BEGIN, "run", started));
        return entries;
    }

    @Test
    void aZoneHasItsHurtSecondsOnTheStripInPlaceOfWindows() {
        Detection detection = detection(spreading);
        assertThat(lane(detection, new Scope.Zone("az1")).windows()).extracting(Strip.Span::label)
                .anyMatch(label -> label.startsWith("gray ")).anyMatch(label -> label.startsWith("detected "));
    }

    @Test
    void aChoiceShowsItsPlaceOnTheStripAndTheSameOnceMoreGoesBack() {
        Detection detection = detection(spreading);
        TimelineViewModel timeline = model.timeline();
        Focus gray = lane(detection, new Scope.Zone("az1")).focus(Quadrant.GRAY);
        timeline.look(gray);
        Strip strip = timeline.stripProperty().get();
        assertThat(strip.lane(timeline.focusProperty().get()).name()).isEqualTo("az1");
        assertThat(timeline.playhead().at()).isEqualTo(gray.ranges().getFirst().from());
        timeline.look(gray);
        assertThat(timeline.focusProperty().get()).isNull();
        assertThat(strip.lane(null)).isEqualTo(strip.site());
    }

    @Test
    void anIncidentNamesItsAlarmAndWhomItPaged() {
        assertThat(findings(detection(spreading), "incident")).singleElement().satisfies(incident -> {
            assertThat(incident.text()).isEqualTo("customers-hurt");
            assertThat(incident.second()).isEqualTo("paged on-call, +3.0 s, inbox");
        });
    }

    @Test
    void compositesThatPagedNobodyAreSaidAsWell() {
        assertThat(findings(detection(spreading), "composite")).extracting(DetectionLine.Finding::text)
                .contains("everybody in alarm", "one-zone in alarm").noneMatch(text -> text.contains("customers-hurt"));
    }

    @Test
    void anEscalationIsTheSameIncidentAndASecondPageToTheSameIsAnother() {
        List<Incidents.Incident> incidents = Incidents.of(facts(page("on-call", "inbox", "one-zone"),
                page("on-call", "slack", "one-zone"), page("manager", "inbox", "one-zone"),
                page("on-call", "inbox", "everybody"), page("on-call", "inbox", "one-zone")));
        assertThat(incidents).extracting(Incidents.Incident::alarm).containsExactly("one-zone", "everybody",
                "one-zone");
        assertThat(incidents.getFirst().roles()).containsExactly("on-call", "manager");
        assertThat(incidents.getFirst().channels()).isEqualTo("inbox, slack");
    }

    private static Event page(String to, String channel, String alarm) {
        return new Event.PageSent(to, channel, alarm + " site is in ALARM", alarm, Scope.SITE);
    }

    @Test
    void ofATeamsOwnSystemRequestsFailAndNotOrders() {
        List<Entry> own = journal(new Event.BlastRadiusPassed("failedOrders", "75 of 1,000", "≤ 5 %")).stream()
                .map(entry -> entry.event() instanceof Event.RunStarted
                        ? new Entry(entry.seq(), entry.at(), entry.run(),
                                new Event.RunStarted("e", "t", "h", TargetKind.HTTP, 1, "v", List.of("cell-1"),
                                        List.of("az1", "az2"), 0, 40, 120, "owner", 0))
                        : entry)
                .toList();
        Scorecard card = Scorecard.of(own, false, false);
        assertThat(Figure.of(card, false)).extracting(Figure::caption).contains("requests failed (15 %)");
        assertThat(Surprises.of(new RunFacts(own), card)).extracting(Surprise::told).noneMatch(t -> t.contains("order"))
                .anyMatch(t -> t.contains("75 of 300 requests (25 %)")).anyMatch(t -> t.contains("failed requests"));
        assertThat(DetectionMaking.of(new RunFacts(own), card, Set.of()).toString()).contains("75 of 300 requests")
                .doesNotContain("order");
    }

    private static RunFacts facts(Event... events) {
        return new RunFacts(journal(events));
    }

    /// A fault, two good seconds, three in which a quarter fails, and no alarm about it.
    private static List<Entry> journal(Event... more) {
        List<Event> events = new ArrayList<>(List.of(STARTED,
                new Event.AlarmChanged("site-availability", Scope.SITE, AlarmState.INSUFFICIENT_DATA, AlarmState.OK,
                        ""),
                new Event.FaultInjected("f1", new Fault.ZonePowerLoss("az1"), Duration.ofSeconds(40),
                        Duration.ofSeconds(8))));
        for (int n = 0; n < 10; n++) {
            long useful = n >= 2 && n < 5 ? 75 : 100;
            events.add(new Event.SecondMeasured(BEGIN.plusSeconds(n),
                    Map.of("customer site", new Tally(100, useful, 1, 1)), 0, 0, 40));
        }
        events.addAll(List.of(more));
        List<Entry> entries = new ArrayList<>();
        for (Event event : events) {
            Instant at = event instanceof Event.SecondMeasured second ? second.second().plusSeconds(1) : BEGIN;
            entries.add(new Entry(entries.size() + 1, at, "run", event));
        }
        return entries;
    }
}

package io.gameday.report.incident;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFormat;
import io.gameday.journal.Phase;
import io.gameday.journal.Verdict;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.TargetKind;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class IncidentJournalTest {

    private static <E extends Event> List<E> all(List<Entry> entries, Class<E> kind) {
        return entries.stream().map(Entry::event).filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void itBeginsAndEndsWithTheTimeAskedAboutAndCountsItsEntries() {
        List<Entry> entries = new Told().note(60, "responder", "looked").entries();

        assertThat(entries.getFirst().at()).isEqualTo(Told.at(0));
        assertThat(entries.getFirst().event()).isInstanceOfSatisfying(Event.RunStarted.class, started -> {
            assertThat(started.target()).isEqualTo(TargetKind.INCIDENT);
            assertThat(started.title()).isEqualTo("Checkout failed");
        });
        assertThat(entries.getLast().at()).isEqualTo(Told.at(3600));
        assertThat(entries.getLast().event()).isInstanceOf(Event.RunEnded.class);
        assertThat(entries).extracting(Entry::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, entries.size()).boxed().toList());
    }

    @Test
    void whatToolsAndPeopleToldStandsAtItsTime() {
        List<Entry> entries = new Told().customers(1200, 1800, 0.5).alarm("Errors", 1260, 1920).alarm("Disk")
                .paged(1290, "payments", "Errors is firing", 1320).note(1230, "participant", "checkout fails")
                .entries();

        assertThat(entries).filteredOn(entry -> entry.at().isAfter(Told.BEGIN))
                .filteredOn(entry -> !(entry.event() instanceof Event.SampleRead))
                .extracting(Entry::at, entry -> entry.event().getClass().getSimpleName())
                .containsExactly(tuple(Told.at(1230), "NoteTaken"), tuple(Told.at(1260), "AlarmChanged"),
                        tuple(Told.at(1290), "PageSent"), tuple(Told.at(1320), "PageAcknowledged"),
                        tuple(Told.at(1920), "AlarmChanged"), tuple(Told.at(3600), "RunEnded"));
        assertThat(all(entries, Event.PageSent.class)).extracting(Event.PageSent::to, Event.PageSent::alarm)
                .containsExactly(tuple("payments", "Errors"));
        assertThat(all(entries, Event.SampleRead.class)).hasSize(240);
        assertThat(all(entries, Event.MetricRead.class)).singleElement()
                .satisfies(metric -> assertThat(metric.atLeast()).isEqualTo(0.999));
    }

    @Test
    void ringsOfSeveralLabelsThatTouchAreOneRingOfTheAlarm() {
        List<Entry> entries = new Told().alarm("Errors", 600, 900, 700, 1000, 2000, 2100).entries();

        assertThat(all(entries, Event.AlarmChanged.class)).extracting(Event.AlarmChanged::when, Event.AlarmChanged::to)
                .containsExactly(tuple(Told.at(0), AlarmState.OK), tuple(Told.at(600), AlarmState.ALARM),
                        tuple(Told.at(1000), AlarmState.OK), tuple(Told.at(2000), AlarmState.ALARM),
                        tuple(Told.at(2100), AlarmState.OK));
    }

    @Test
    void anAlarmThatRangAlreadyTellsOfNothing() {
        Told told = new Told().customers(300, 600, 0.5).alarm("Watchdog", 0, 3600);

        assertThat(all(told.entries(), Event.AlarmChanged.class))
                .extracting(Event.AlarmChanged::from, Event.AlarmChanged::to)
                .containsExactly(tuple(AlarmState.ALARM, AlarmState.ALARM));
        assertThat(told.scorecard().impact()).singleElement().satisfies(window -> assertThat(window.told()).isNull());
    }

    @Test
    void whatHadToHappenIsJudgedAndNobodyClaimsToHaveSealedIt() {
        List<Entry> entries = new Told().customers(1200, 1800, 0.5).alarm("Errors", 1260, 1920).alarm("Disk")
                .wanted("Errors", 120, "payments").wanted("Disk", 60, null)
                .paged(1290, "payments", "Errors is firing", null).entries();

        assertThat(all(entries, Event.PredictionSealed.class)).isEmpty();
        assertThat(all(entries, Event.PredictionJudged.class))
                .extracting(Event.PredictionJudged::phase, Event.PredictionJudged::text,
                        Event.PredictionJudged::verdict, Event.PredictionJudged::value)
                .containsExactly(tuple(Phase.DETECT, "Errors rings within 2 min", Verdict.HELD, "after 60 s"),
                        tuple(Phase.RESPOND, "payments is told of Errors", Verdict.HELD, "after 90 s"),
                        tuple(Phase.DETECT, "Disk rings within 60 s", Verdict.BROKEN, "silent"));
    }

    @Test
    void withoutAMetricItIsNotKnownWhenAnAlarmWasDue() {
        List<Entry> entries = new Told().noMetric().alarm("Errors", 1260, 1920).wanted("Errors", 120, "payments")
                .entries();

        assertThat(all(entries, Event.PredictionJudged.class)).extracting(Event.PredictionJudged::verdict)
                .containsExactly(Verdict.UNKNOWN, Verdict.UNKNOWN);
        assertThat(all(entries, Event.RunEnded.class)).extracting(Event.RunEnded::exitCode).containsExactly(4);
    }

    @Test
    void aSourceThatWasAwayStandsInItAndJudgesNothing() {
        List<Entry> entries = new Told().alarm("Errors").wanted("Errors", 120, null)
                .away("Prometheus", "Prometheus did not answer").entries();

        assertThat(all(entries, Event.SourceAway.class))
                .containsExactly(new Event.SourceAway("Prometheus", Told.BEGIN, "Prometheus did not answer"));
        assertThat(all(entries, Event.PredictionJudged.class)).extracting(Event.PredictionJudged::value)
                .containsExactly("Prometheus did not answer");
        assertThat(all(entries, Event.SampleRead.class)).isEmpty();
    }

    @Test
    void howItEndedIsWhatCustomersHad() {
        assertThat(all(new Told().entries(), Event.RunEnded.class)).extracting(Event.RunEnded::verdict)
                .containsExactly(Verdict.HELD);
        assertThat(all(new Told().customers(600, 900, 0.5).entries(), Event.RunEnded.class))
                .extracting(Event.RunEnded::verdict).containsExactly(Verdict.BROKEN);
        assertThat(all(new Told().nothingMeasured(600, 900).entries(), Event.RunEnded.class))
                .extracting(Event.RunEnded::verdict).containsExactly(Verdict.UNKNOWN);
    }

    @Test
    void itIsReadAsItWasWritten() {
        List<Entry> entries = new Told().customers(600, 900, 0.5).requests(10).alarm("Errors", 660, 900).entries();

        assertThat(IncidentJournal.text(entries).lines().map(JournalFormat::read)).isEqualTo(entries);
        assertThat(new Told().entries()).isEqualTo(new Told().entries());
    }
}

package io.gameday.report.grade;

import io.gameday.experiment.Objective;
import io.gameday.report.grade.Grade.AlarmLine;
import io.gameday.report.grade.Grade.Conduct;
import io.gameday.report.grade.Grade.Gain;
import io.gameday.report.grade.Grade.Gap;
import io.gameday.report.grade.Grade.PageLine;
import io.gameday.report.grade.Grade.Prediction;
import io.gameday.report.grade.Grade.Told;
import io.gameday.report.grade.Grade.Waking;
import io.gameday.report.grade.Grade.Window;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static io.gameday.journal.Verdict.BROKEN;
import static io.gameday.journal.Verdict.HELD;
import static io.gameday.journal.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class GradingTest {

    @Test
    void anIncidentThatItsAlarmToldOfInTimeIsAsPredicted() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Errors", 640, 910).wanted("Errors", 60, "payments")
                .receivers("payments", "platform").paged(650, "payments", "Errors", 690).grade();

        assertThat(grade.verdict()).isEqualTo(HELD);
        assertThat(grade.windows())
                .containsExactly(new Window(1, Incident.at(600), Incident.at(900), true, true, "90 %", Incident.at(600),
                        List.of(new Told("Errors", Incident.at(640), seconds(40), true)), seconds(40)));
        assertThat(grade.predictions()).containsExactly(
                new Prediction("an alarm tells of every window, before it is over", HELD, "the one there was"),
                new Prediction("Errors rings within 60 s", HELD, "after 40 s"),
                new Prediction("payments is told of Errors", HELD, "after 50 s, answered after another 40 s"));
        assertThat(grade.pages()).containsExactly(
                new PageLine(Incident.at(650), "payments", "Errors", 1, Waking.RIGHTLY, "window 1", seconds(40)));
        assertThat(grade.blind()).isEqualTo(seconds(40));
    }

    @Test
    void anAlarmThatIsTooLateIsBroken() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Errors", 700, 910).wanted("Errors", 60, null)
                .grade();

        assertThat(judged(grade, "Errors rings")).isEqualTo(BROKEN + ": after 100 s");
    }

    @Test
    void aWindowThatNoAlarmToldOfIsBlindAlsoWhenAnEarlierOneWasDetected() {
        Grade grade = new Incident().customers(600, 900, 0.9).customers(1800, 2000, 0.5).alarm("Errors", 640, 910)
                .wanted("Errors", 60, null).grade();

        assertThat(grade.windows()).extracting(Window::blind).containsExactly(seconds(40), seconds(200));
        assertThat(grade.blind()).isEqualTo(seconds(240));
        assertThat(judged(grade, "an alarm")).isEqualTo(BROKEN + ": flying blind in window 2");
        assertThat(judged(grade, "Errors rings")).isEqualTo(BROKEN + ": window 2: silent");
    }

    @Test
    void anAlarmThatRingsSinceAnEarlierWindowTellsNothingOfTheNext() {
        Grade grade = new Incident().customers(600, 900, 0.9).customers(1800, 2000, 0.5).alarm("Errors", 640, 2100)
                .wanted("Errors", 60, null).grade();

        assertThat(grade.windows().get(1).told()).isEmpty();
        assertThat(judged(grade, "Errors rings"))
                .isEqualTo(UNKNOWN + ": window 2: it was in ALARM since 14:10:40, which tells nothing of it");
        assertThat(grade.verdict()).isEqualTo(BROKEN);
    }

    @Test
    void anAlarmThatRingsAsOftenForNothingMayHaveToldByChance() {
        Incident incident = new Incident().customers(1200, 1500, 0.9).alarm("Disk", 100, 200, 1300, 1400, 3000, 3100);

        assertThat(judged(incident.grade(), "an alarm"))
                .isEqualTo(UNKNOWN + ": Disk may have told of window 1 by chance: it rang 2 times apart from windows");
        assertThat(judged(incident.wanted("Disk", 120, null).grade(), "an alarm")).startsWith("HELD");
    }

    @Test
    void anAlarmJustAfterTheWindowLeavesAllOfItBlind() {
        Grade grade = new Incident().customers(600, 700, 0.9).alarm("Errors", 720, 800).grade();

        assertThat(grade.windows().getFirst().told()).extracting(Told::after).containsExactly(seconds(120));
        assertThat(grade.blind()).isEqualTo(seconds(100));
        assertThat(grade.verdict()).isEqualTo(BROKEN);
    }

    @Test
    void anAlarmThatSeesItBeforeCustomersDoLeavesNothingBlind() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Latency", 540, 900).wanted("Latency", 60, null)
                .grade();

        assertThat(grade.blind()).isZero();
        assertThat(judged(grade, "Latency rings")).isEqualTo(HELD + ": 60 s before customers felt it");
    }

    @Test
    void anAlarmThatIsAlwaysOnIsUnknownAndTellsNothing() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Watchdog", 0, 3600).alarm("Errors", 640, 900)
                .wanted("Watchdog", 60, null).grade();

        assertThat(judged(grade, "Watchdog rings"))
                .isEqualTo(UNKNOWN + ": it was in ALARM all the time, which tells nothing");
        assertThat(grade.windows().getFirst().told()).extracting(Told::alarm).containsExactly("Errors");
        assertThat(grade.alarms()).extracting(AlarmLine::name, AlarmLine::conduct)
                .contains(tuple("Watchdog", Conduct.ALWAYS_ON));
        assertThat(grade.verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void anAlarmThatNeverExistedIsUnknownAndTheNearestIsNamed() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("CheckoutErrors", 640, 900)
                .wanted("ChekoutErrors", 60, "payments").receivers("payments").grade();

        String there = UNKNOWN + ": there is no alarm 'ChekoutErrors'; did you mean 'CheckoutErrors'?";
        assertThat(judged(grade, "ChekoutErrors rings")).isEqualTo(there);
        assertThat(judged(grade, "payments is told")).isEqualTo(there);
        assertThat(grade.verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void anAlarmThatCannotBeEvaluatedIsUnknown() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Errors", 640, 900)
                .condition("Slow", seconds(30), "many-to-many matching not allowed").wanted("Slow", 60, null).grade();

        assertThat(judged(grade, "Slow rings"))
                .isEqualTo(UNKNOWN + ": it cannot be evaluated: many-to-many matching not allowed");
    }

    @Test
    void aMetricThatNeverReportsIsUnknown() {
        Grade grade = new Incident().nothingMeasured(0, 3600).alarm("Errors", 640, 900).wanted("Errors", 60, "payments")
                .paged(650, "payments", "Errors", null).grade();

        assertThat(grade.predictions()).extracting(Prediction::verdict).containsOnly(UNKNOWN);
        assertThat(judged(grade, "an alarm")).contains("never reports", "not known for 1 h");
        assertThat(grade.pages()).extracting(PageLine::waking).containsExactly(Waking.NOT_JUDGED);
    }

    @Test
    void aGapIsMissingAndNotAnImpact() {
        Grade grade = new Incident().customers(600, 900, 0.9).nothingMeasured(1200, 1500).alarm("Errors", 640, 900)
                .grade();

        assertThat(grade.gaps()).containsExactly(new Gap(Incident.at(1200), Incident.at(1500)));
        assertThat(grade.windows()).hasSize(1);
        assertThat(grade.verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void aGapWithinAnImpactMakesTwoWindowsOfIt() {
        Grade grade = new Incident().customers(600, 900, 0.9).nothingMeasured(700, 800).grade();

        assertThat(grade.windows()).extracting(Window::to).containsExactly(Incident.at(700), Incident.at(900));
        assertThat(grade.windows()).extracting(Window::over).containsExactly(false, true);
        assertThat(grade.windows()).extracting(Window::began).containsExactly(true, false);
    }

    @Test
    void oneGoodSampleDoesNotMakeTwoWindowsOfOne() {
        assertThat(new Incident().customers(600, 900, 0.9).customers(700, 710, 1).grade().windows()).hasSize(1);
        assertThat(new Incident().customers(600, 900, 0.9).customers(700, 720, 1).grade().windows()).hasSize(2);
    }

    @Test
    void whereCustomersFeltNothingNoAlarmWasDue() {
        Grade grade = new Incident().alarm("Errors").wanted("Errors", 60, null).grade();

        assertThat(judged(grade, "Errors rings"))
                .isEqualTo(UNKNOWN + ": customers had at least 99.9 % whenever it was measured, so no alarm was due");
        assertThat(grade.verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void aWindowThatWasThereFromTheBeginningIsNotJudged() {
        Grade grade = new Incident().customers(0, 300, 0.9).alarm("Errors", 0, 300).wanted("Errors", 60, null).grade();

        assertThat(judged(grade, "Errors rings")).isEqualTo(
                UNKNOWN + ": window 1 was there as the measuring began, at 14:00:00; choose an earlier --from");
        assertThat(grade.windows().getFirst().blind()).isNull();
    }

    @Test
    void aWindowThatWasOverBeforeTheAlarmWasDueDoesNotCount() {
        Incident incident = new Incident().customers(600, 640, 0.9).customers(1200, 1500, 0.9)
                .alarm("Errors", 1240, 1500).wanted("Errors", 60, null);

        assertThat(judged(incident.grade(), "Errors rings")).isEqualTo(HELD + ": window 2: after 40 s");
    }

    @Test
    void anAlarmThatIsDueAfterTheEndIsUnknown() {
        Grade grade = new Incident().customers(3570, 3600, 0.9).alarm("Errors").wanted("Errors", 60, null).grade();

        assertThat(judged(grade, "Errors rings"))
                .isEqualTo(UNKNOWN + ": due at 15:00:30, which is not asked about; choose a later --to");
    }

    @Test
    void aPercentageThatIsGivenInPercentIsRefusedAndNotJudged() {
        Grade grade = new Incident().customers(0, 3600, 99.7).alarm("Errors", 640, 900).wanted("Errors", 60, null)
                .grade();

        assertThat(grade.verdict()).isEqualTo(UNKNOWN);
        assertThat(judged(grade, "Errors rings")).contains("99.7", "Divide it by 100, or give 'atMost'");
    }

    @Test
    void anObjectiveCanBeALimitThatIsNotToBePassed() {
        Grade grade = new Incident().objective(new Objective.AtMost(0.5)).customers(0, 3600, 0.2)
                .customers(600, 900, 0.9).customers(650, 660, 1.25).alarm("Slow", 640, 900).grade();

        assertThat(grade.verdict()).isEqualTo(HELD);
        assertThat(grade.objective()).isEqualTo("at most 0.5");
        assertThat(grade.windows()).extracting(Window::worst).containsExactly("1.25");
    }

    @Test
    void whoIsToldOfSomebodyElsesAlarmIsWokenWrongly() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Errors", 640, 900).wanted("Errors", 60, "payments")
                .receivers("payments", "platform").paged(650, "platform", "Errors", null).grade();

        assertThat(grade.pages()).containsExactly(new PageLine(Incident.at(650), "platform", "Errors", 1,
                Waking.WRONGLY, "window 1, but wanted is payments", null));
        assertThat(judged(grade, "payments is told")).isEqualTo(BROKEN + ": told was platform");
    }

    @Test
    void aPageAboutTwoAlarmsTellsOfBoth() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Errors", 640, 900).alarm("Slow", 640, 900)
                .alarm("Disk", 640, 650, 1000, 1100).wanted("Errors", 60, "payments").wanted("Slow", 60, "payments")
                .wanted("Disk", 60, "platform").receivers("payments", "platform")
                .paged(650, "payments", "[FIRING:3] Disk, Errors, Slow", null).grade();

        assertThat(judged(grade, "payments is told of Errors")).startsWith(HELD.toString());
        assertThat(judged(grade, "payments is told of Slow")).startsWith(HELD.toString());
        assertThat(judged(grade, "platform is told of Disk")).isEqualTo(BROKEN + ": told was payments");
        assertThat(grade.pages()).extracting(PageLine::alarm, PageLine::waking).containsExactly(
                tuple("Errors", Waking.RIGHTLY), tuple("Disk", Waking.NOT_JUDGED), tuple("Slow", Waking.RIGHTLY));
        assertThat(grade.pages().get(1).why())
                .isEqualTo("window 1, but wanted is platform; the same page rightly told of Errors");
    }

    @Test
    void whoIsToldWhileCustomersAreWellIsWokenWrongly() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Errors", 640, 900, 3000, 3100)
                .wanted("Errors", 60, "payments").paged(650, "payments", "[FIRING:1] Errors (cell-1)", null)
                .paged(3010, "payments", "Errors", null).grade();

        assertThat(grade.pages()).extracting(PageLine::waking).containsExactly(Waking.RIGHTLY, Waking.WRONGLY);
        assertThat(grade.pages().getLast().why()).isEqualTo("customers were well");
        assertThat(grade.alarms()).extracting(AlarmLine::outside).containsExactly(1);
    }

    @Test
    void aPageThatNamesNoKnownAlarmIsNotJudged() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Errors", 640, 900).wanted("Errors", 60, "payments")
                .paged(650, "payments", "ErrorsElsewhere", null).grade();

        assertThat(grade.pages()).extracting(PageLine::waking, PageLine::why)
                .containsExactly(tuple(Waking.NOT_JUDGED, "no alarm that is known here is named in: ErrorsElsewhere"));
        assertThat(judged(grade, "payments is told")).isEqualTo(BROKEN + ": nobody was");
    }

    @Test
    void aTeamThatIsNoReceiverIsUnknownAndTheNearestIsNamed() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Errors", 640, 900).wanted("Errors", 60, "paymants")
                .receivers("payments", "platform").grade();

        assertThat(judged(grade, "paymants is told"))
                .isEqualTo(UNKNOWN + ": there is no receiver 'paymants'; did you mean 'payments'?");
    }

    @Test
    void aPageThatMayNotHaveArrivedIsNotGreen() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Errors", 640, 900).wanted("Errors", 60, "payments")
                .paged(650, "payments", "Errors", null).doubted("it may not have arrived").grade();

        assertThat(judged(grade, "payments is told")).isEqualTo(UNKNOWN + ": after 50 s, but it may not have arrived");
    }

    @Test
    void ofManyWindowsTheFirstAreNamedAndTheOthersCounted() {
        Incident incident = new Incident().alarm("Errors").wanted("Errors", 60, null);
        for (int i = 1; i <= 9; i++) {
            incident.customers(i * 300, i * 300 + 100, 0.9);
        }

        assertThat(judged(incident.grade(), "Errors rings"))
                .isEqualTo(BROKEN + ": window 1: silent; window 2: silent; window 3: silent; and in 6 windows more");
    }

    @Test
    void withoutAPagerLogItIsNotKnownWhoWasTold() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Errors", 640, 900).wanted("Errors", 60, "payments")
                .grade();

        assertThat(judged(grade, "payments is told")).isEqualTo(UNKNOWN + ": no pager log was read");
        assertThat(grade.verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void everyAlarmThatStayedSilentIsListed() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Errors", 640, 900).alarm("Disk", 2000, 2100)
                .alarm("Saturation").wanted("Saturation", 60, null).grade();

        assertThat(grade.alarms()).extracting(AlarmLine::name, AlarmLine::conduct, AlarmLine::wanted).containsExactly(
                tuple("Errors", Conduct.TOLD, false), tuple("Saturation", Conduct.SILENT, true),
                tuple("Disk", Conduct.RANG_FOR_NOTHING, false));
    }

    @Test
    void aShorterDelayIsRungAgainFromTheConditionItself() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Errors", 730, 910)
                .breaching("Errors", Duration.ofMinutes(2), 610, 910, 2000, 2040).wanted("Errors", 60, null).grade();

        assertThat(grade.gains()).contains(
                new Gain("Errors", "for: 60 s instead of 2 min", 1, seconds(70), seconds(130), 0, 0),
                new Gain("Errors", "for: 30 s instead of 2 min", 1, seconds(40), seconds(130), 1, 0),
                new Gain("Errors", "for: 0 s instead of 2 min", 1, seconds(10), seconds(130), 1, 0));
        assertThat(grade.notes()).isEmpty();
    }

    @Test
    void anAlarmThatCountsDatapointsIsRungAgainWithFewer() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Errors", 660, 910)
                .breaching("Errors", Duration.ofSeconds(60), 610, 910, 2000, 2030).datapoints("Errors", 6, 7).grade();

        assertThat(grade.gains()).containsExactly(
                new Gain("Errors", "4 of 7 datapoints instead of 6 of 7", 1, seconds(40), seconds(60), 0, 0),
                new Gain("Errors", "3 of 7 datapoints instead of 6 of 7", 1, seconds(30), seconds(60), 1, 0),
                new Gain("Errors", "1 of 7 datapoints instead of 6 of 7", 1, seconds(10), seconds(60), 1, 0));
    }

    @Test
    void aConditionThatFlickersIsHeardByMOfN() {
        Grade grade = new Incident().customers(600, 900, 0.9).condition("Errors", Duration.ofSeconds(80), "")
                .breaching("Errors", Duration.ofSeconds(80), 610, 670, 680, 740, 750, 800).grade();

        assertThat(grade.gains())
                .contains(new Gain("Errors", "true at 6 of 9 evaluations instead of all", 1, seconds(60), null, 0, 0));
    }

    @Test
    void anAlarmThatDoesNotRingAgainAsItDidIsNotClaimedAnythingOf() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Errors", 850, 910)
                .breaching("Errors", Duration.ofMinutes(2), 610, 910).grade();

        assertThat(grade.gains()).isEmpty();
        assertThat(grade.notes())
                .containsExactly("other settings of Errors were not tried: rung again as it is set now,"
                        + " it tells of window 1 at 14:12:10, and it was seen to at 14:14:10");
    }

    @Test
    void aGradeIsTheSameAfterWritingAndReading() {
        Grade grade = new Incident().customers(600, 900, 0.9).alarm("Errors", 730, 910)
                .breaching("Errors", Duration.ofMinutes(2), 610, 910).wanted("Errors", 60, "payments")
                .paged(740, "payments", "Errors", 760).grade();

        assertThat(GradeJson.read(GradeJson.write(grade))).isEqualTo(grade);
    }

    private static String judged(Grade grade, String begin) {
        return grade.predictions().stream().filter(p -> p.text().startsWith(begin))
                .map(p -> p.verdict() + ": " + p.seen()).findFirst().orElseThrow();
    }

    private static Duration seconds(int n) {
        return Duration.ofSeconds(n);
    }
}

package io.gameday.cli;

import io.gameday.experiment.GradeFile.Wanted;
import io.gameday.report.grade.Evidence;
import io.gameday.report.grade.Grading;
import io.gameday.report.text.Figures;
import io.gameday.signal.AlarmCondition;
import io.gameday.signal.AlarmHistory;
import io.gameday.signal.Alarms;
import io.gameday.signal.ClockOffset;
import io.gameday.signal.HttpSource;
import io.gameday.signal.PagerLog;
import io.gameday.signal.Pages;
import io.gameday.signal.Period;
import io.gameday.signal.Series;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.pagerduty.PagerDutyLog;
import io.gameday.signal.webhook.HeardPages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Asks a team's tools for all that a grade needs. Without what holds alarms and metrics there is none; what else cannot
/// be read is said, and what hangs on it is unknown.
final class IncidentReading implements AutoCloseable {

    private static final int MOST_TESTED = 20;
    /// Evaluations of one alarm that are asked for again.
    private static final long MOST_EVALUATIONS = 100_000;

    private final Monitoring monitoring;
    private final @Nullable HttpSource pagerduty;
    private final @Nullable HeardPages heard;

    /// @param monitoring closed with this
    /// @param pagerduty  whose log is read instead of what `monitoring` knows of pages; null when it is not asked
    /// @param heard      what `gameday listen` kept, read instead of what `monitoring` knows of pages; null when it is not
    ///                   asked
    /// @throws IllegalArgumentException when an address is none, or a token is missing
    IncidentReading(Monitoring monitoring, @Nullable String pagerduty, @Nullable HeardPages heard, Duration limit,
            InstantSource clock, Map<String, String> environment) {
        this.monitoring = monitoring;
        this.heard = heard;
        this.pagerduty = pagerduty == null ? null : new ToolAddresses(limit, clock, environment).pagerduty(pagerduty);
    }

    /// @throws SourceFailure when alarms or metric were not answered, or any source refused the question
    Evidence read(Period period, Duration step, String customers, List<Wanted> wanted) throws SourceFailure {
        Set<String> notes = new LinkedHashSet<>();
        Series series = monitoring.customers(customers).read(period, step);
        AlarmHistory history = monitoring.alarms();
        Alarms alarms = history.read(period, step);
        notes.addAll(series.notes());
        notes.addAll(alarms.notes());
        Map<String, Evidence.Tested> tested = tested(history, alarms, wanted, period, notes);
        String noPages = monitoring.noPages();
        Pages pages = null;
        try {
            PagerLog log = pagerLog(alarms);
            if (log != null) {
                pages = log.read(period);
                notes.addAll(pages.notes());
            }
        } catch (SourceFailure failed) {
            if (failed.whose() == SourceFailure.Cause.QUESTION) {
                throw failed;
            }
            noPages = String.valueOf(failed.getMessage());
            notes.add(noPages);
        }
        monitoring.clocks().forEach(offset -> said(offset, notes));
        if (pagerduty != null) {
            pagerduty.offset().ifPresent(offset -> said(offset, notes));
        }
        return new Evidence(period, series, alarms, pages, pages == null ? noPages : "", tested, List.copyOf(notes));
    }

    private static void said(ClockOffset offset, Set<String> notes) {
        if (offset.worthSaying()) {
            notes.add("the clock of " + offset.source() + " is " + Figures.seconds(offset.ahead().abs())
                    + (offset.ahead().isNegative() ? " behind" : " ahead of")
                    + " ours; times of different sources are as much apart");
        }
    }

    private @Nullable PagerLog pagerLog(Alarms alarms) {
        if (heard != null) {
            return heard;
        }
        return pagerduty == null ? monitoring.pages(alarms) : new PagerDutyLog(pagerduty);
    }

    private static Map<String, Evidence.Tested> tested(AlarmHistory history, Alarms alarms, List<Wanted> wanted,
            Period period, Set<String> notes) {
        Map<String, Evidence.Tested> tested = new TreeMap<>();
        for (Map.Entry<String, AlarmCondition> one : Grading.worthTesting(alarms.alarms(), wanted, MOST_TESTED)
                .entrySet()) {
            if (period.length().dividedBy(one.getValue().every()) > MOST_EVALUATIONS) {
                notes.add("other settings of " + one.getKey() + " were not tried: too many evaluations in that time");
                continue;
            }
            try {
                tested.put(one.getKey(), new Evidence.Tested(one.getValue(), history.breaches(one.getValue(), period)));
            } catch (SourceFailure failed) {
                notes.add("other settings of " + one.getKey() + " were not tried: " + failed.getMessage());
            }
        }
        return tested;
    }

    @Override
    public void close() {
        monitoring.close();
        if (pagerduty != null) {
            pagerduty.close();
        }
    }
}

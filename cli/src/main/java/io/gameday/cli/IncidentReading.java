package io.gameday.cli;

import io.gameday.experiment.GradeFile.Wanted;
import io.gameday.report.grade.Evidence;
import io.gameday.report.grade.Grading;
import io.gameday.report.incident.Incident.Away;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Asks a team's tools for all that a grade needs. Without what holds alarms and metrics there is none; what else cannot
/// be read is said, and what hangs on it is unknown.
final class IncidentReading implements AutoCloseable {

    private static final int MOST_TESTED = 20;
    /// Evaluations of one alarm that are asked for again.
    private static final long MOST_EVALUATIONS = 100_000;

    private final @Nullable Monitoring monitoring;
    private final @Nullable HttpSource pagerduty;
    private final @Nullable HeardPages heard;

    /// @param monitoring closed with this; null when nothing that holds alarms and metrics is asked
    /// @param pagerduty  whose log is read instead of what `monitoring` knows of pages; null when it is not asked
    /// @param heard      what `gameday listen` kept, read instead of what `monitoring` knows of pages; null when it is not
    ///                   asked
    /// @throws IllegalArgumentException when an address is none, or a token is missing
    IncidentReading(@Nullable Monitoring monitoring, @Nullable String pagerduty, @Nullable HeardPages heard,
            Duration limit, InstantSource clock, Map<String, String> environment) {
        this.monitoring = monitoring;
        this.heard = heard;
        this.pagerduty = pagerduty == null ? null : new ToolAddresses(limit, clock, environment).pagerduty(pagerduty);
    }

    /// @throws SourceFailure when alarms or metric were not answered, or any source refused the question
    Evidence read(Period period, Duration step, String customers, List<Wanted> wanted) throws SourceFailure {
        Monitoring monitoring = Objects.requireNonNull(this.monitoring, "a grade needs alarms and a metric");
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

    /// @param alarms null where they are not known
    private @Nullable PagerLog pagerLog(@Nullable Alarms alarms) {
        if (heard != null) {
            return heard;
        }
        if (pagerduty != null) {
            return new PagerDutyLog(pagerduty);
        }
        return monitoring == null || alarms == null ? null : monitoring.pages(alarms);
    }

    /// What each tool told of an incident. What one did not answer is null, and why is in `away`.
    record Gathered(@Nullable Series customers, @Nullable Series requests, @Nullable Alarms alarms,
            @Nullable Pages pages, List<Away> away, List<String> limits) {
    }

    /// @param customers query of what customers felt; empty when that is not asked
    /// @param requests  query of requests per second; null when that is not asked
    /// @param holds     name of what holds alarms and metrics, and `pager` of what knows who was told; null when not asked
    /// @throws SourceFailure when a source refused the question
    Gathered gather(Period period, Duration step, String customers, @Nullable String requests, @Nullable String holds,
            @Nullable String pager) throws SourceFailure {
        Set<String> limits = new LinkedHashSet<>();
        Map<String, Away> away = new LinkedHashMap<>();
        Series felt = null;
        Series rate = null;
        Alarms alarms = null;
        Monitoring asked = monitoring;
        if (asked != null && holds != null) {
            felt = customers.isEmpty() ? null : told(() -> asked.customers(customers).read(period, step), holds, away);
            rate = requests == null ? null : told(() -> asked.customers(requests).read(period, step), holds, away);
            alarms = told(() -> asked.alarms().read(period, step), holds, away);
        }
        Stream.of(felt, rate).filter(Objects::nonNull).forEach(series -> limits.addAll(series.notes()));
        if (alarms != null) {
            limits.addAll(alarms.notes());
        }
        Pages pages = null;
        PagerLog log = pagerLog(alarms);
        if (log != null && pager != null) {
            pages = told(() -> log.read(period), pager, away);
        } else if (pager != null && holds != null) {
            away.putIfAbsent(pager, new Away(pager,
                    "who was told is worked out from the alarms of " + holds + ", and these were not read"));
        }
        if (pages != null) {
            limits.addAll(pages.notes());
        }
        if (asked != null && away.isEmpty()) {
            List<ClockOffset> clocks = told(asked::clocks, String.valueOf(holds), away);
            Stream.ofNullable(clocks).flatMap(List::stream).forEach(offset -> said(offset, limits));
        }
        if (pagerduty != null) {
            pagerduty.offset().ifPresent(offset -> said(offset, limits));
        }
        return new Gathered(felt, rate, alarms, pages, List.copyOf(away.values()), List.copyOf(limits));
    }

    private interface Asked<T> {
        T answer() throws SourceFailure;
    }

    private static <T> @Nullable T told(Asked<T> asked, String source, Map<String, Away> away) throws SourceFailure {
        try {
            return asked.answer();
        } catch (SourceFailure failed) {
            if (failed.whose() == SourceFailure.Cause.QUESTION) {
                throw failed;
            }
            away.putIfAbsent(source, new Away(source, String.valueOf(failed.getMessage())));
            return null;
        }
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
        if (monitoring != null) {
            monitoring.close();
        }
        if (pagerduty != null) {
            pagerduty.close();
        }
    }
}

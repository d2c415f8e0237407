package io.gameday.cli.view;
import io.gameday.journal.Event.RunStarted;
import io.gameday.journal.Event.SecondMeasured;
import io.gameday.journal.view.AlarmView;
import io.gameday.journal.view.FaultView;
import io.gameday.journal.view.RunView;
import io.gameday.journal.view.Seconds;
import io.gameday.journal.view.Style;
import io.gameday.journal.view.Words;
import io.gameday.observability.Tally;
import io.gameday.report.scorecard.Blind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When it was noticed, who was told, and when customers were well again. A value that came back only because the
/// fault ended is not credited to anybody's response.
final class Times {

    private final RunView run;
    private final @Nullable Blind blind;

    /// @param blind null where nobody has worked it out
    Times(RunView run, @Nullable Blind blind) {
        this.run = run;
        this.blind = blind;
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        List<AlarmView> first = firstAlarms();
        lines.add(first.isEmpty()
                ? noAlarm()
                : row("detect", Style.PLAIN, run.sinceZero(first.getFirst().firstRaised())).add(Style.QUIET,
                        "  " + named(first)));
        if (run.paged() != null) {
            lines.add(row("page", Style.PLAIN, run.sinceZero(run.paged())));
            lines.add(row("engage", Style.PLAIN,
                    run.acknowledged() == null ? unanswered(run) : run.sinceZero(run.acknowledged())));
        }
        lines.addAll(recovery());
        return lines;
    }

    private Line noAlarm() {
        if (blind == null || blind.windows() + blind.unread() == 0) {
            return row("detect", Style.PLAIN, "no alarm");
        }
        return row("detect", Style.ALARM, blind.windows() > 0 ? "no alarm: flying blind" : "no alarm is known");
    }

    /// Of a page that nobody is known to have acknowledged.
    static String unanswered(RunView run) {
        RunStarted started = run.started();
        String unknown = started == null ? null : started.answersUnknown();
        return unknown == null ? "not acknowledged" : unknown;
    }

    private List<Line> recovery() {
        Instant unwell = unwell();
        Instant ended = lastRevert();
        if (unwell == null) {
            return List.of(row("mitigate", Style.HEALTHY, "nothing to mitigate").add(Style.QUIET,
                    "  availability never below " + Words.percent(Words.WELL)));
        }
        Instant well = Seconds.end(lastUnwell());
        boolean toTheEnd = !run.seconds().isEmpty() && Seconds.end(run.seconds().newest()).equals(well);
        if (toTheEnd) {
            return List.of(row("mitigate", Style.DEGRADED, "not before the run ended"));
        }
        if (ended == null || well.isBefore(ended)) {
            return List
                    .of(row("mitigate", Style.PLAIN, run.sinceZero(well)).add(Style.QUIET, "  while the fault lasted"));
        }
        return List.of(
                row("mitigate", Style.DEGRADED,
                        "not while the fault lasted (> " + run.sinceZero(ended).substring(1) + ")"),
                row("recover", Style.PLAIN, Words.tenths(Duration.between(ended, well))).add(Style.QUIET,
                        "  after the fault was taken away"));
    }

    /// Those of any place that were raised at the first instant at which any was.
    private List<AlarmView> firstAlarms() {
        Optional<Instant> first = run.alarms().stream().map(AlarmView::firstRaised).filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        return run.alarms().stream()
                .filter(alarm -> first.isPresent() && Objects.equals(alarm.firstRaised(), first.orElseThrow()))
                .toList();
    }

    private static String named(List<AlarmView> alarms) {
        AlarmView first = alarms.getFirst();
        return first.name() + " " + Words.name(first.scope())
                + (alarms.size() == 1 ? "" : ", and " + Words.count(alarms.size() - 1, "more alarm"));
    }

    private @Nullable Instant unwell() {
        return secondsUnwell().stream().findFirst().map(SecondMeasured::second).orElse(null);
    }

    private SecondMeasured lastUnwell() {
        return secondsUnwell().getLast();
    }

    private List<SecondMeasured> secondsUnwell() {
        Instant zero = run.zero();
        if (zero == null) {
            return List.of();
        }
        return run.seconds().since(zero.minusMillis(999)).stream().filter(second -> {
            Tally tally = second.series().getOrDefault(Seconds.SITE, Tally.NONE);
            return tally.requests() > 0 && tally.availability().orElseThrow() < Words.WELL;
        }).toList();
    }

    private @Nullable Instant lastRevert() {
        return run.faults().stream().map(FaultView::reverted).reduce(null,
                (a, b) -> a == null || b != null && b.isAfter(a) ? b : a);
    }

    private static Line row(String name, Style style, String value) {
        return Line.of(Style.QUIET, "  " + name).to(13).add(style, value);
    }
}

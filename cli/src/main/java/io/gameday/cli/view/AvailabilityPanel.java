package io.gameday.cli.view;
import io.gameday.journal.Event.RunStarted;
import io.gameday.journal.Event.SecondMeasured;
import io.gameday.journal.view.AlarmView;
import io.gameday.journal.view.RunView;
import io.gameday.journal.view.Seconds;
import io.gameday.journal.view.Style;
import io.gameday.journal.view.Words;
import io.gameday.observability.Scope;
import io.gameday.observability.Share;
import io.gameday.observability.Tally;
import io.gameday.target.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The middle of the live screen: one row for the site and one per zone, one column per second, and how far away the
/// end of the fault is.
final class AvailabilityPanel {

    static final int WINDOW_SECONDS = 10;

    private static final int LABEL = 17;
    private static final int STATE = 19;
    private static final int LONGEST_FUTURE = 16;

    private final RunView run;
    private final RunStarted started;
    private final Instant now;
    private final int bar;
    private final int future;

    AvailabilityPanel(RunView run, RunStarted started, Instant now, int width) {
        this.run = run;
        this.started = started;
        this.now = now;
        bar = Math.max(8, width - LABEL - STATE);
        Instant end = run.faultsEnd();
        long left = end == null ? 0 : Math.max(0, Duration.between(now, end).toSeconds());
        future = (int) Math.min(left, Math.min(LONGEST_FUTURE, bar / 2));
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(row("site", Seconds.SITE, site()));
        started.zones().forEach(zone -> lines.add(row(zone, Seconds.zone(zone), zone(zone))));
        lines.add(marks());
        lines.add(requests());
        lines.add(customers());
        servers().ifPresent(lines::add);
        return lines;
    }

    /// What the tasks of each zone count of themselves; empty where none was ever asked.
    private Optional<Line> servers() {
        List<SecondMeasured> recent = run.seconds().last(WINDOW_SECONDS);
        boolean asked = recent.stream().anyMatch(
                second -> !second.silent().isEmpty() || second.series().containsKey(Seconds.server(Scope.SITE)));
        return asked
                ? Optional.of(Line.of(Style.QUIET,
                        started.zones().stream().map(zone -> zone + " " + servers(zone, recent))
                                .collect(Collectors.joining(", ", "servers count themselves: ", ""))))
                : Optional.empty();
    }

    private static String servers(String zone, List<SecondMeasured> recent) {
        Scope scope = new Scope.Zone(zone);
        boolean told = recent.stream().anyMatch(second -> second.series().containsKey(Seconds.server(scope)));
        long silent = recent.getLast().silent().stream().filter(server -> server.within(scope)).count();
        String share = told ? Words.percent(Seconds.sum(recent, Seconds.server(scope))) : "no data";
        return share + (silent == 0 ? "" : " (" + silent + " silent)");
    }

    /// A state as people see it: never by colour alone.
    record State(String symbol, Style style, String words) {
    }

    private Line row(String name, String series, State state) {
        Tally recent = Seconds.sum(run.seconds().last(WINDOW_SECONDS), series);
        String percent = Words.percent(recent);
        Line line = Line.of(state.style(), state.symbol()).add(" ").add(Style.STRONG, name).to(15 - percent.length())
                .add(state.style(), percent).to(LABEL);
        boolean heardOf = run.seconds().everHeardOf(series);
        List<SecondMeasured> past = run.seconds().last(bar - future);
        line.add(" ".repeat(bar - future - past.size()));
        for (SecondMeasured second : past) {
            Tally tally = second.series().getOrDefault(series, Tally.NONE);
            if (heardOf || tally.requests() > 0) {
                Sparkline.column(line, tally);
            } else {
                line.add(" ");
            }
        }
        return line.add(Style.QUIET, "·".repeat(future)).add("  ").add(state.style(), state.words());
    }

    private State site() {
        Tally recent = Seconds.sum(run.seconds().last(WINDOW_SECONDS), Seconds.SITE);
        if (recent.requests() == 0) {
            return new State("○", Style.PLAIN, "no requests");
        }
        return recent.availability().orElseThrow() >= Words.WELL
                ? new State("✓", Style.HEALTHY, "well")
                : new State("◐", Style.DEGRADED, "degraded");
    }

    private State zone(String zone) {
        if (run.withoutPower(zone)) {
            return new State("×", Style.DEAD, "no power");
        }
        Tally recent = Seconds.sum(run.seconds().last(WINDOW_SECONDS), Seconds.zone(zone));
        if (recent.requests() == 0) {
            return new State("○", Style.PLAIN, "no requests");
        }
        if (recent.availability().orElseThrow() >= Words.WELL) {
            return new State("✓", Style.HEALTHY, "well");
        }
        if (alarmOf(zone)) {
            return new State("!", Style.ALARM, "zonal impact");
        }
        if (recent.overloaded()) {
            return new State("◐", Style.DEGRADED, "overload");
        }
        boolean told = run.alarms().stream().anyMatch(AlarmView::raised);
        if (told) {
            return new State("◐", Style.DEGRADED, "impact, not zonal");
        }
        return unhealthy(zone) ? new State("◐", Style.DEGRADED, "degraded") : new State("◐", Style.DEGRADED, "gray");
    }

    private boolean alarmOf(String zone) {
        return run.alarms().stream()
                .anyMatch(alarm -> alarm.raised() && alarm.scope().toString().equals("zone " + zone));
    }

    private boolean unhealthy(String zone) {
        return started.cells().stream().flatMap(cell -> run.tasks(cell, zone).stream())
                .anyMatch(task -> task.state() == Task.State.UNHEALTHY);
    }

    /// Where the fault began, where the first alarm came, where we are, where the fault ends.
    private Line marks() {
        char[] row = " ".repeat(LABEL + bar + STATE).toCharArray();
        int nowColumn = LABEL + bar - future - 1;
        Instant alarm = run.alarms().stream().map(AlarmView::firstRaised).reduce(null,
                (a, b) -> a == null || b != null && b.isBefore(a) ? b : a);
        int fault = column(run.zero());
        put(row, fault - 6, "fault ↑");
        put(row, column(alarm), "!alarm");
        if (!run.seconds().isEmpty() && future > 0) {
            put(row, nowColumn - 4, "now ↑");
            put(row, nowColumn + future - 5, "ends ↑");
        }
        return Line.of(Style.FAULT, new String(row).stripTrailing());
    }

    private int column(@Nullable Instant at) {
        if (at == null || run.seconds().isEmpty()) {
            return -1;
        }
        Instant end = Seconds.end(run.seconds().newest());
        long back = Math.floorDiv(Duration.between(at, end).toMillis() - 1, 1000L);
        long column = LABEL + (bar - future) - 1 - back;
        return column < LABEL || back < 0 ? -1 : (int) column;
    }

    /// Writes `text` where there is room; a mark never covers another.
    private static void put(char[] row, int at, String text) {
        if (at < 0 || at + text.length() > row.length) {
            return;
        }
        for (int i = Math.max(0, at - 1); i < Math.min(row.length, at + text.length() + 1); i++) {
            if (row[i] != ' ') {
                return;
            }
        }
        text.getChars(0, text.length(), row, at);
    }

    private Line requests() {
        if (run.seconds().isEmpty()) {
            return Line.of(Style.QUIET, "nothing measured yet");
        }
        Tally second = run.seconds().newest().series().getOrDefault(Seconds.SITE, Tally.NONE);
        // Unanswered requests count as the limit they waited for, so with failures the quantile is a lower bound.
        String atLeast = second.failed() > 0 ? "at least " : "";
        Line line = Line.of(Style.QUIET,
                String.format(Locale.ROOT, "p99 %s%d ms", atLeast, Math.round(second.p99Micros() / 1000.0)));
        Instant zero = run.zero();
        if (zero != null) {
            Tally since = Seconds.sum(run.seconds().since(zero.minusMillis(999)), Seconds.SITE);
            line.add(Style.QUIET,
                    " · useful answers since the fault " + Words.ofTotal(since.useful(), since.requests()));
        }
        return line;
    }

    private Line customers() {
        if (run.seconds().isEmpty()) {
            return Line.empty();
        }
        SecondMeasured newest = run.seconds().newest();
        Style style = newest.hurtEver() > 0 ? Style.DEGRADED : Style.QUIET;
        Line line = Line.of(style, "customers hurt: " + Share.count(newest.hurtNow()) + " now, "
                + Share.count(newest.hurtEver()) + " of " + Share.count(newest.total()) + " at any time");
        run.passed().forEach(over -> line.add(Style.DEGRADED,
                " · over: " + over.what() + " " + over.value() + ", limit " + over.limit()));
        return line;
    }
}

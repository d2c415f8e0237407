package io.gameday.cli.view;
import io.gameday.journal.Event;
import io.gameday.journal.Event.PredictionJudged;
import io.gameday.journal.Event.RunStarted;
import io.gameday.journal.Phase;
import io.gameday.journal.Verdict;
import io.gameday.journal.view.AlarmView;
import io.gameday.journal.view.FaultView;
import io.gameday.journal.view.Happening;
import io.gameday.journal.view.RunView;
import io.gameday.journal.view.Seconds;
import io.gameday.journal.view.Style;
import io.gameday.journal.view.Words;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The picture of a run that is going on, as lines. Pure: the same run and instant give the same lines. Where there is
/// too little room "happened" goes first, then the tasks, then predictions; faults and their time left never.
final class LiveScreen {

    private static final int FULL_WIDTH = 80;
    private static final int WIDTH_FOR_TASKS = 64;
    private static final int RECENT = 4;

    private final ZoneId zone;

    LiveScreen(ZoneId zone) {
        this.zone = zone;
    }

    /// @param now    by the clock of the journal
    /// @param width  columns of the terminal; at least 40 are assumed
    /// @param height rows of the terminal
    List<Line> render(RunView run, Instant now, int width, int height) {
        RunStarted started = run.started();
        if (started == null) {
            return List.of(Line.of(Style.QUIET, "starting …"));
        }
        int columns = Math.max(40, width);
        List<Line> head = head(run, started, now, columns);
        List<Line> availability = titled("availability, last 10 s · 1 column = 1 s", columns,
                new AvailabilityPanel(run, started, now, Math.min(columns, 100)).lines());
        List<Line> people = columns < WIDTH_FOR_TASKS ? List.of() : PeopleLines.waitedFor(run.people(), columns);
        List<Line> tasks = columns < WIDTH_FOR_TASKS ? List.of() : tasks(run, started, now, columns);
        List<Line> alarms = alarms(run, columns);
        List<Line> predictions = predictions(run, columns);
        List<Line> faults = titled("faults", columns, faults(run, now, columns));
        List<Line> happened = columns < FULL_WIDTH ? List.of() : happened(run, columns);
        List<Line> foot = List.of(Line.empty(), foot(run));

        List<List<Line>> droppable = new ArrayList<>(List.of(happened, tasks, predictions, alarms, availability));
        int room = height - 1;
        int taken = Stream.concat(Stream.of(head, people, faults, foot), droppable.stream()).mapToInt(List::size).sum();
        List<List<Line>> dropped = new ArrayList<>();
        for (List<Line> next : droppable) {
            if (taken <= room) {
                break;
            }
            dropped.add(next);
            taken -= next.size();
        }
        return Stream.of(head, people, availability, tasks, alarms, predictions, faults, happened, foot)
                .filter(panel -> dropped.stream().noneMatch(gone -> gone == panel)).flatMap(List::stream)
                .map(line -> line.cut(columns)).toList();
    }

    static List<Line> titled(String title, int width, List<Line> lines) {
        List<Line> panel = new ArrayList<>();
        panel.add(Line.empty());
        panel.add(Line.of(Style.QUIET, "── " + title + " "));
        panel.getLast().add(Style.QUIET,
                "─".repeat(Math.max(0, Math.min(width, FULL_WIDTH) - panel.getLast().columns())));
        panel.addAll(lines);
        return panel;
    }

    private static List<Line> head(RunView run, RunStarted started, Instant now, int width) {
        Instant zero = run.zero();
        String clock = zero == null ? "" : "T+" + Words.whole(Duration.between(zero, now));
        Line title = Line.of(Style.STRONG, started.experiment())
                .add(Style.QUIET,
                        String.format(Locale.ROOT, "  %s · %d cells in %d zones · %.0f req/s", started.target().words(),
                                started.cells().size(), started.zones().size(), started.rate()))
                .cut(width - clock.length() - 1);
        Line phases = Line.empty();
        for (Phase phase : Phase.values()) {
            phases.add(phase(run, phase, now)).add("   ");
        }
        return List.of(title.to(Math.min(width, FULL_WIDTH) - clock.length()).add(Style.STRONG, clock), phases);
    }

    private static Line phase(RunView run, Phase phase, Instant now) {
        String name = phase.name().toLowerCase(Locale.ROOT);
        Instant from = run.entered(phase);
        if (phase == run.phase() && run.ended() == null && from != null) {
            return Line.of(Style.STRONG, "● " + name).add(" " + Words.whole(Duration.between(from, now)));
        }
        if (phase.compareTo(run.phase()) > 0) {
            return Line.of(Style.QUIET, "○ " + name);
        }
        Instant end = Stream.of(Phase.values()).filter(next -> next.compareTo(phase) > 0).map(run::entered)
                .filter(next -> next != null).findFirst().orElse(now);
        return from == null
                ? Line.of(Style.QUIET, "– " + name)
                : Line.of(Style.HEALTHY, "✓ " + name).add(Style.QUIET, " " + Words.tenths(Duration.between(from, end)));
    }

    private static List<Line> tasks(RunView run, RunStarted started, Instant now, int width) {
        int label = 2 + started.cells().stream().mapToInt(Line::columns).max().orElse(0) + 1;
        int column = Math.max(12, (Math.min(width, FULL_WIDTH) - label) / Math.max(1, started.zones().size()));
        List<Line> lines = new ArrayList<>();
        Line head = Line.empty();
        for (int i = 0; i < started.zones().size(); i++) {
            head.to(label + i * column + 2).add(Style.QUIET, started.zones().get(i));
        }
        lines.add(head);
        for (String cell : started.cells()) {
            Line line = Line.of(Style.PLAIN, "  " + cell);
            for (int i = 0; i < started.zones().size(); i++) {
                line.to(label + i * column).add(tasks(run, cell, started.zones().get(i), now).cut(column - 1));
            }
            lines.add(line);
        }
        return titled("tasks: ✓ well  ◐ degraded  × none  ↻ starting", width, lines);
    }

    private static Line tasks(RunView run, String cell, String zone, Instant now) {
        List<Task> tasks = run.tasks(cell, zone);
        List<Task> running = tasks.stream().filter(task -> task.state() != Task.State.STARTING).toList();
        int window = Math.min(AvailabilityPanel.WINDOW_SECONDS, run.seconds().all().size());
        Tally tally = Seconds.sum(run.seconds().last(window), Seconds.cellZone(cell, zone));
        Line line;
        if (running.isEmpty()) {
            line = Line.of(Style.DEAD, "× no task");
        } else {
            boolean well = tally.requests() == 0 || tally.availability().orElseThrow() >= Words.WELL;
            String count = running.size() == 1 ? "" : running.size() + " · ";
            String rate = window == 0 ? "" : String.format(Locale.ROOT, "%.1f/s", (double) tally.requests() / window);
            line = Line.of(well ? Style.HEALTHY : Style.DEGRADED, well ? "✓ " : "◐ ")
                    .add(count + rate + (tally.requests() == 0 ? "" : " " + Words.percent(tally)));
        }
        for (Task task : tasks) {
            Instant since = task.state() == Task.State.STARTING ? run.startingSince(task) : null;
            if (since != null) {
                line.add(Style.REPLACED, " ↻ " + Words.whole(Duration.between(since, now)));
            }
        }
        return line;
    }

    private static List<Line> alarms(RunView run, int width) {
        List<Line> lines = new ArrayList<>();
        for (AlarmView alarm : run.alarms()) {
            if (alarm.raised()) {
                lines.add(Line.of(Style.ALARM, "! " + alarm.words()).to(30)
                        .add("in ALARM since " + since(run, alarm.since())));
            }
        }
        for (AlarmView alarm : run.alarms()) {
            if (!alarm.raised() && alarm.firstRaised() != null) {
                lines.add(Line.of(Style.HEALTHY, "✓ " + alarm.words()).to(30).add("was in ALARM from "
                        + since(run, alarm.firstRaised()) + ", left " + since(run, alarm.since())));
            }
        }
        if (run.paged() != null) {
            lines.add(Line.of(Style.ALARM, "! ")
                    .add("paged " + since(run, run.paged())
                            + (run.acknowledged() == null
                                    ? ", " + Times.unanswered(run)
                                    : ", acknowledged " + since(run, run.acknowledged()))));
        }
        quiet(run, AlarmState.OK, "silent so far: ", width, lines);
        quiet(run, AlarmState.INSUFFICIENT_DATA, "without data: ", width, lines);
        if (lines.isEmpty()) {
            lines.add(Line.of(Style.QUIET, "○ no alarm has had data yet"));
        }
        return titled("alarms", width, lines);
    }

    private static void quiet(RunView run, AlarmState state, String label, int width, List<Line> lines) {
        List<String> names = run.alarms().stream()
                .filter(alarm -> alarm.state() == state && alarm.firstRaised() == null).map(AlarmView::words).toList();
        Line line = Line.of(Style.QUIET, "○ " + label);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i) + (i + 1 < names.size() ? ", " : "");
            if (line.columns() + Line.columns(name) > Math.min(width, FULL_WIDTH)) {
                lines.add(line);
                line = Line.of(Style.QUIET, "  ");
            }
            line.add(Style.QUIET, name);
        }
        if (!names.isEmpty()) {
            lines.add(line);
        }
    }

    private static String since(RunView run, @Nullable Instant at) {
        Instant zero = run.zero();
        return at == null ? "?" : zero == null || at.isBefore(zero) ? "before the fault" : run.sinceZero(at);
    }

    private static List<Line> predictions(RunView run, int width) {
        if (run.sealed() == 0) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        for (PredictionJudged judged : run.judged()) {
            lines.add(prediction(judged));
        }
        return titled("predictions: " + run.judged().size() + " of " + run.sealed() + " decided", width, lines);
    }

    static Line prediction(PredictionJudged judged) {
        Style style = Words.style(judged.verdict());
        String word = judged.verdict().name().toLowerCase(Locale.ROOT);
        Line line = Line.of(style, Words.symbol(judged.verdict()) + " " + word).to(10)
                .add(Line.of(Style.PLAIN, judged.text()).cut(33)).to(44);
        line.add(Style.QUIET, " ".repeat(Math.max(0, 9 - Line.columns(judged.wanted()))) + judged.wanted());
        line.add(judged.verdict() == Verdict.HELD ? Style.PLAIN : style,
                " " + " ".repeat(Math.max(1, 23 - Line.columns(judged.value()))) + judged.value());
        return line;
    }

    private static List<Line> faults(RunView run, Instant now, int width) {
        List<Line> lines = new ArrayList<>();
        for (FaultView fault : run.faults()) {
            lines.addAll(FaultLines.live(fault, now, width));
        }
        Event.PersonAsked asked = run.asked();
        if (asked != null) {
            boolean begin = asked.turn() == Event.PersonAsked.Turn.BEGIN;
            lines.add(Line.of(Style.STRONG, "? " + (begin ? "begin by hand: " : "end by hand: ") + asked.what()).add(
                    Style.QUIET, "  then, in a second terminal: gameday external RUN " + (begin ? "begun" : "ended")));
        }
        if (lines.isEmpty()) {
            lines.add(Line.of(Style.QUIET, "none of this run yet"));
        }
        return lines;
    }

    private List<Line> happened(RunView run, int width) {
        List<Happening> all = run.happenings();
        List<Line> lines = all.subList(Math.max(0, all.size() - RECENT), all.size()).reversed().stream()
                .map(happening -> line(happening, zone)).toList();
        return lines.isEmpty() ? List.of() : titled("happened", width, lines);
    }

    static Line line(Happening happening, ZoneId zone) {
        return Line.of(Style.QUIET, Words.timeOfDay(happening.at(), zone)).add("  ")
                .add(happening.style(), happening.symbol()).to(14).add(happening.text());
    }

    private static Line foot(RunView run) {
        return run.stopping()
                ? Line.of(Style.STRONG, "stopping").add(Style.QUIET,
                        ": faults are taken away and looked for, then the report is written")
                : Line.of(Style.STRONG, "Ctrl-C").add(Style.QUIET,
                        " stops: faults are taken away and proved gone, the report is written");
    }
}

package io.gameday.cli.view;

import io.gameday.engine.ExitCode;
import io.gameday.journal.Verdict;
import io.gameday.journal.view.Style;
import io.gameday.journal.view.Words;
import io.gameday.report.grade.Grade;
import io.gameday.report.grade.Grade.AlarmLine;
import io.gameday.report.grade.Grade.Conduct;
import io.gameday.report.grade.Grade.Gain;
import io.gameday.report.grade.Grade.PageLine;
import io.gameday.report.grade.Grade.Prediction;
import io.gameday.report.grade.Grade.Told;
import io.gameday.report.grade.Grade.Window;
import io.gameday.report.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an incident showed of alarms and pages, once.
public final class GradeScreen {

    private static final int WIDTH = 80;
    private static final int INDENT = 4;
    private static final int MOST_LINES = 12;

    private final Grade grade;

    public GradeScreen(Grade grade) {
        this.grade = grade;
    }

    public static ExitCode exitCode(Verdict verdict) {
        return switch (verdict) {
            case HELD -> ExitCode.HELD;
            case BROKEN -> ExitCode.BROKEN;
            case UNKNOWN -> ExitCode.UNKNOWN;
        };
    }

    public List<String> render(Terminal terminal) {
        List<Line> lines = new ArrayList<>(head());
        lines.addAll(LiveScreen.titled("what customers felt", WIDTH, customers()));
        lines.addAll(LiveScreen.titled("predictions", WIDTH, predictions()));
        lines.addAll(LiveScreen.titled("alarms", WIDTH, alarms()));
        if (!grade.pages().isEmpty()) {
            lines.addAll(LiveScreen.titled("who was woken", WIDTH, pages()));
        }
        if (!grade.gains().isEmpty()) {
            lines.addAll(LiveScreen.titled("another setting would have told sooner, in this incident", WIDTH, gains()));
        }
        List<Line> notes = notes();
        if (!notes.isEmpty()) {
            lines.addAll(LiveScreen.titled("what limits this grade", WIDTH, notes));
        }
        lines.add(Line.empty());
        lines.add(
                Line.of(Style.QUIET, "exit code ").add(Style.STRONG, String.valueOf(exitCode(grade.verdict()).code())));
        return lines.stream().map(terminal::print).toList();
    }

    private List<Line> head() {
        Line verdict = switch (grade.verdict()) {
            case HELD -> Line.of(Style.HEALTHY, "✓ AS PREDICTED");
            case BROKEN -> Line.of(Style.ALARM, "× NOT AS PREDICTED");
            case UNKNOWN -> Line.of(Style.PLAIN, "○ NOT KNOWN");
        };
        if (!grade.title().isEmpty()) {
            verdict.add("   ").add(Style.STRONG, grade.title());
        }
        boolean sameDay = Figures.date(grade.from()).equals(Figures.date(grade.to()));
        return List.of(verdict.add(Style.QUIET, "   PAST INCIDENT"),
                Line.of(Style.QUIET,
                        Figures.date(grade.from()) + ", " + Figures.second(grade.from()) + " to "
                                + (sameDay ? "" : Figures.date(grade.to()) + ", ") + Figures.second(grade.to())
                                + " UTC, times exact to " + Figures.length(grade.exactTo())));
    }

    private List<Line> customers() {
        List<Line> lines = new ArrayList<>();
        lines.add(row("objective", Style.PLAIN, grade.objective()).add(Style.QUIET,
                "  " + Figures.many(grade.samples(), "value") + " measured"));
        boolean asked = grade.alarms().stream().anyMatch(AlarmLine::wanted);
        grade.windows().stream().limit(MOST_LINES).forEach(window -> lines.addAll(window(window, asked)));
        more(lines, grade.windows().size());
        if (grade.windows().isEmpty() && grade.samples() > 0) {
            lines.add(row("windows", Style.PLAIN, "○ none outside the objective was seen"));
        }
        if (grade.samples() == 0) {
            lines.add(row("windows", Style.PLAIN, "○ not known: the metric never reports"));
        }
        grade.gaps().stream().limit(MOST_LINES)
                .forEach(gap -> lines.add(row("not known", Style.PLAIN, "○ " + between(gap.from(), gap.to()))));
        more(lines, grade.gaps().size());
        if (!grade.windows().isEmpty()) {
            lines.add(row("blind", grade.blind().isZero() ? Style.HEALTHY : Style.ALARM, Figures.length(grade.blind()))
                    .add(Style.QUIET, "  before any alarm told, all windows together"));
        }
        return lines;
    }

    private static String between(Instant from, Instant to) {
        return Figures.second(from) + " to " + Figures.second(to) + ", " + Figures.length(Duration.between(from, to));
    }

    /// @param asked whether any alarm had to ring
    private static List<Line> window(Window window, boolean asked) {
        List<Line> lines = new ArrayList<>();
        lines.add(row("window " + window.number(), Style.DEGRADED, between(window.from(), window.to())).add(Style.QUIET,
                (window.began() ? "" : " or longer") + (window.over() ? "" : ", not seen over") + "; worst "
                        + window.worst() + " at " + Figures.second(window.worstAt())));
        if (window.told().isEmpty()) {
            lines.add(row("", Style.ALARM, "× no alarm told of it: flying blind"));
            return lines;
        }
        Told first = window.told().getFirst();
        boolean late = window.blind() != null && window.blind().equals(window.length());
        lines.add(row("", late ? Style.ALARM : Style.PLAIN, (late ? "× " : "✓ ") + first.alarm() + " "
                + after(first, asked) + (late ? ", when it was over: flying blind" : "")));
        window.told().stream().skip(1).limit(3)
                .forEach(told -> lines.add(row("", Style.QUIET, "  then " + told.alarm() + " " + after(told, asked))));
        return lines;
    }

    private static String after(Told told, boolean asked) {
        String when = told.after().isNegative()
                ? Figures.length(told.after().abs()) + " before"
                : "after " + Figures.length(told.after());
        return when + (asked && !told.wanted() ? " (not asked for)" : "");
    }

    private List<Line> predictions() {
        List<Line> lines = new ArrayList<>();
        for (Prediction prediction : grade.predictions()) {
            lines.addAll(listed(Words.style(prediction.verdict()), Words.symbol(prediction.verdict()),
                    prediction.text() + ": " + prediction.seen()));
        }
        return lines;
    }

    private List<Line> alarms() {
        List<Line> lines = new ArrayList<>();
        List<AlarmLine> silent = alarms(Conduct.SILENT);
        for (AlarmLine alarm : alarms(Conduct.TOLD)) {
            lines.addAll(
                    listed(Style.HEALTHY, "✓", alarm.name() + " told of " + windows(alarm.windows()) + outside(alarm)));
        }
        for (AlarmLine alarm : silent.stream().filter(AlarmLine::wanted).toList()) {
            lines.addAll(listed(Style.DEGRADED, "×", alarm.name() + " stayed silent"));
        }
        for (AlarmLine alarm : alarms(Conduct.RANG_FOR_NOTHING).stream().limit(MOST_LINES).toList()) {
            lines.addAll(listed(Style.PLAIN, "!", alarm.name() + outside(alarm).substring(1)));
        }
        more(lines, alarms(Conduct.RANG_FOR_NOTHING).size());
        alarms(Conduct.ALWAYS_ON)
                .forEach(alarm -> lines.addAll(listed(Style.PLAIN, "○", alarm.name() + " was in ALARM all the time")));
        alarms(Conduct.NOT_EVALUATED)
                .forEach(alarm -> lines.addAll(listed(Style.PLAIN, "○", alarm.name() + ": " + alarm.why())));
        List<String> others = silent.stream().filter(alarm -> !alarm.wanted()).map(AlarmLine::name).toList();
        if (!others.isEmpty()) {
            String rest = others.size() > MOST_LINES ? " and " + (others.size() - MOST_LINES) + " more" : "";
            lines.addAll(listed(Style.QUIET, "○", "silent, and not asked for: "
                    + String.join(", ", others.stream().limit(MOST_LINES).toList()) + rest));
        }
        if (grade.alarms().isEmpty()) {
            lines.addAll(listed(Style.ALARM, "×", "there is no alarm at all"));
        }
        return lines;
    }

    private List<AlarmLine> alarms(Conduct conduct) {
        return grade.alarms().stream().filter(alarm -> alarm.conduct() == conduct).toList();
    }

    private static String windows(List<Integer> numbers) {
        return (numbers.size() == 1 ? "window " : "windows ")
                + Figures.list(numbers.stream().map(String::valueOf).toList());
    }

    private static String outside(AlarmLine alarm) {
        return alarm.outside() == 0 ? "" : "; rang " + Figures.many(alarm.outside(), "time") + " apart from windows";
    }

    private List<Line> pages() {
        List<Line> lines = new ArrayList<>();
        for (PageLine page : grade.pages().stream().limit(3 * MOST_LINES).toList()) {
            String answered = answered(page.acknowledged());
            String text = Figures.second(page.at()) + "  " + page.receiver() + " ";
            lines.addAll(switch (page.waking()) {
                case RIGHTLY ->
                    listed(Style.HEALTHY, "✓", text + "rightly, by " + page.alarm() + ": " + page.why() + answered);
                case WRONGLY ->
                    listed(Style.DEGRADED, "×", text + "wrongly, by " + page.alarm() + ": " + page.why() + answered);
                case NOT_JUDGED -> listed(Style.PLAIN, "○", text + "not judged: " + page.why() + answered);
            });
        }
        if (grade.pages().size() > 3 * MOST_LINES) {
            lines.add(row("", Style.QUIET, "and " + (grade.pages().size() - 3 * MOST_LINES) + " more"));
        }
        return lines;
    }

    private static String answered(@Nullable Duration after) {
        return after == null ? "" : "; answered after " + Figures.length(after);
    }

    private List<Line> gains() {
        List<Line> lines = new ArrayList<>();
        for (Gain gain : grade.gains().stream().limit(MOST_LINES).toList()) {
            Duration instead = gain.instead();
            lines.addAll(listed(Style.PLAIN, "→",
                    gain.alarm() + ", " + gain.setting() + ": window " + gain.window() + " after "
                            + Figures.length(gain.after()) + " instead of "
                            + (instead == null ? "not at all" : Figures.length(instead))
                            + "; rings apart from windows: " + gain.falseRings() + " instead of " + gain.falseNow()));
        }
        more(lines, grade.gains().size());
        return lines;
    }

    private List<Line> notes() {
        return grade.notes().stream().flatMap(note -> listed(Style.QUIET, "·", note).stream()).toList();
    }

    private static void more(List<Line> lines, int all) {
        if (all > MOST_LINES) {
            lines.add(row("", Style.QUIET, "and " + (all - MOST_LINES) + " more"));
        }
    }

    private static List<Line> listed(Style style, String symbol, String text) {
        List<Line> lines = new ArrayList<>();
        for (String part : FinalScreen.wrap(text, WIDTH - INDENT)) {
            lines.add(Line.of(style, lines.isEmpty() ? "  " + symbol + " " : "    ").add(Style.PLAIN, part));
        }
        return lines;
    }

    private static Line row(String name, Style style, String value) {
        return Line.of(Style.PLAIN, "  " + name).to(13).add(style, value);
    }
}

package io.gameday.cli.view;

import io.gameday.journal.view.Style;
import io.gameday.report.history.Axis;
import io.gameday.report.history.History;
import io.gameday.report.history.History.Dot;
import io.gameday.report.history.History.Group;
import io.gameday.report.history.History.Judgements;
import io.gameday.report.history.History.Missing;
import io.gameday.report.history.History.NotCounted;
import io.gameday.report.history.History.Plot;
import io.gameday.report.history.History.Prediction;
import io.gameday.report.history.History.Row;
import io.gameday.report.history.PastRun;
import io.gameday.report.history.PastRuns.Unread;
import io.gameday.report.history.Quantity;
import io.gameday.report.history.Summary;
import io.gameday.report.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Runs of one experiment side by side: a strip of dots for each quantity and group, over one axis.
public final class HistoryScreen {

    private static final int WIDTH = 80;
    private static final int INDENT = 4;
    /// Columns of a strip; its first and last are the ends of the axis.
    private static final int STRIP = 73;
    private static final int MOST_LINES = 12;
    private static final Pattern UNIT = Pattern.compile("(?<=\\d) (?=(?:%|s|min)(?!\\w))");

    private final History history;

    public HistoryScreen(History history) {
        this.history = history;
    }

    public List<String> render(Terminal terminal) {
        List<Line> lines = new ArrayList<>(head());
        for (Plot plot : history.plots()) {
            lines.addAll(
                    LiveScreen.titled(plot.quantity().name() + ": " + plot.quantity().formula(), WIDTH, plot(plot)));
        }
        if (!history.predictions().isEmpty()) {
            lines.addAll(LiveScreen.titled("predictions", WIDTH, predictions()));
        }
        if (!history.notCounted().isEmpty()) {
            lines.addAll(LiveScreen.titled("shown, not counted", WIDTH, notCounted()));
        }
        lines.addAll(unread(history.unread()));
        if (!history.notes().isEmpty()) {
            lines.addAll(LiveScreen.titled("before comparing", WIDTH,
                    history.notes().stream().flatMap(note -> listed(Style.QUIET, "·", note).stream()).toList()));
        }
        return lines.stream().map(terminal::print).toList();
    }

    private List<Line> head() {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Style.STRONG, history.title()).add(Style.QUIET,
                "   " + Figures.many(history.runs(), "run").toUpperCase(Locale.ROOT)));
        if (!history.cut().isEmpty()) {
            FinalScreen.wrap(history.cut(), WIDTH).forEach(part -> lines.add(Line.of(Style.QUIET, part)));
        }
        for (Group group : history.groups()) {
            Line line = Line.of(Style.PLAIN, "  " + group.name()).to(22).add(group.ended());
            if (!group.runs().isEmpty()) {
                PastRun first = group.runs().getFirst();
                PastRun last = group.runs().getLast();
                line.add(Style.QUIET,
                        "  " + Figures.date(first.at())
                                + (Figures.date(first.at()).equals(Figures.date(last.at()))
                                        ? ""
                                        : " to " + Figures.date(last.at())));
            }
            lines.add(line.cut(WIDTH));
        }
        lines.add(Line.of(Style.QUIET, "  ● a run   2 to 9, + several   › at least   ├──▲──┤ p25, median, p75"));
        return lines;
    }

    private static List<Line> plot(Plot plot) {
        List<Line> lines = new ArrayList<>();
        Axis axis = plot.axis();
        for (Row row : plot.rows()) {
            lines.addAll(named(row, plot.quantity().unit()));
            Summary summary = row.summary();
            if (axis != null && summary != null) {
                lines.add(Line.of(Style.STRONG, " ".repeat(INDENT) + dots(row.dots(), axis)));
                lines.add(Line.of(Style.QUIET, " ".repeat(INDENT) + box(summary, axis)));
            }
            if (summary != null) {
                row.missing().forEach(missing -> lines.addAll(listed(Style.PLAIN, "  ○", missing.words())));
            }
        }
        if (axis != null) {
            lines.addAll(axis(axis));
        }
        return lines;
    }

    private static List<Line> named(Row row, Quantity.Unit unit) {
        Summary summary = row.summary();
        String text = row.runs() == 0
                ? "no run"
                : summary == null
                        ? "no value, " + row.missing().stream().map(Missing::words).collect(Collectors.joining(", "))
                        : summary.words(unit).replaceFirst("^n \\d+",
                                "$0" + (summary.n() == row.runs() ? "" : " of " + row.runs()));
        List<Line> lines = new ArrayList<>();
        for (String part : wrap(row.group() + ": " + text, WIDTH - INDENT)) {
            lines.add(Line.of(Style.PLAIN, (lines.isEmpty() ? "  " : "    ") + part));
        }
        return lines;
    }

    /// A number stays with its unit.
    private static List<String> wrap(String text, int width) {
        return FinalScreen.wrap(UNIT.matcher(text).replaceAll("\u00a0"), width).stream()
                .map(part -> part.replace('\u00a0', ' ')).toList();
    }

    private static String dots(List<Dot> dots, Axis axis) {
        int[] count = new int[STRIP];
        boolean[] atLeast = new boolean[STRIP];
        for (Dot dot : dots) {
            int column = column(dot.value(), axis);
            count[column]++;
            atLeast[column] |= dot.atLeast();
        }
        StringBuilder strip = new StringBuilder();
        for (int column = 0; column < STRIP; column++) {
            strip.append(switch (count[column]) {
                case 0 -> " ";
                case 1 -> atLeast[column] ? "›" : "●";
                case 2, 3, 4, 5, 6, 7, 8, 9 -> String.valueOf(count[column]);
                default -> "+";
            });
        }
        return strip.toString().stripTrailing();
    }

    private static String box(Summary summary, Axis axis) {
        StringBuilder box = new StringBuilder(" ".repeat(STRIP));
        int from = column(summary.p25(), axis);
        int to = column(summary.p75(), axis);
        for (int column = from; column <= to; column++) {
            box.setCharAt(column, '─');
        }
        if (to > from) {
            box.setCharAt(from, '├');
            box.setCharAt(to, '┤');
        }
        box.setCharAt(column(summary.median(), axis), '▲');
        return box.toString().stripTrailing();
    }

    /// Labels are centred below their ticks, and the outer ones kept inside.
    private static List<Line> axis(Axis axis) {
        StringBuilder line = new StringBuilder("─".repeat(STRIP));
        StringBuilder words = new StringBuilder(" ".repeat(STRIP + INDENT));
        for (Axis.Tick tick : axis.ticks()) {
            int column = column(tick.at(), axis);
            line.setCharAt(column, '┴');
            int begin = Math.clamp(INDENT + column - tick.words().length() / 2, INDENT,
                    STRIP + INDENT - tick.words().length());
            words.replace(begin, begin + tick.words().length(), tick.words());
        }
        return List.of(Line.of(Style.QUIET, " ".repeat(INDENT) + line),
                Line.of(Style.QUIET, words.toString().stripTrailing()));
    }

    private static int column(double value, Axis axis) {
        return Math.clamp(Math.round(axis.share(value) * (STRIP - 1)), 0, STRIP - 1);
    }

    private List<Line> predictions() {
        List<Line> lines = new ArrayList<>();
        List<Prediction> others = history.predictions().stream().filter(p -> !p.alwaysHeld()).toList();
        for (Prediction prediction : others) {
            boolean broken = prediction.groups().stream().anyMatch(group -> group.broken() > 0);
            lines.addAll(broken
                    ? listed(Style.DEGRADED, "×", prediction.words())
                    : listed(Style.PLAIN, "○", prediction.words()));
            for (Judgements group : prediction.groups()) {
                lines.add(Line.of(Style.QUIET, "      " + group.group()).to(26).add(group.words()));
            }
        }
        int held = history.predictions().size() - others.size();
        if (held > 0) {
            lines.addAll(listed(Style.HEALTHY, "✓",
                    "held in every run that made them: " + held + (others.isEmpty() ? "" : " more")));
        }
        return lines;
    }

    private List<Line> notCounted() {
        List<Line> lines = new ArrayList<>();
        for (NotCounted run : history.notCounted().stream().limit(MOST_LINES).toList()) {
            lines.addAll(listed(Style.PLAIN, "○", run.run() + " (" + run.group() + "), " + run.why()));
        }
        lines.addAll(more(history.notCounted().size()));
        return lines;
    }

    /// Run folders that could not be read, with the reason; nothing where all could.
    static List<Line> unread(List<Unread> unread) {
        if (unread.isEmpty()) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        for (Unread run : unread.stream().limit(MOST_LINES).toList()) {
            lines.addAll(listed(Style.PLAIN, "○", run.name() + ": " + run.why()));
        }
        lines.addAll(more(unread.size()));
        return LiveScreen.titled("not read", WIDTH, lines);
    }

    private static List<Line> more(int all) {
        return all > MOST_LINES
                ? List.of(Line.of(Style.QUIET, "    and " + (all - MOST_LINES) + " more; --json has them all"))
                : List.of();
    }

    private static List<Line> listed(Style style, String symbol, String text) {
        List<Line> lines = new ArrayList<>();
        int indent = 3 + symbol.length();
        for (String part : wrap(text, WIDTH - indent)) {
            lines.add(
                    Line.of(style, lines.isEmpty() ? "  " + symbol + " " : " ".repeat(indent)).add(Style.PLAIN, part));
        }
        return lines;
    }
}

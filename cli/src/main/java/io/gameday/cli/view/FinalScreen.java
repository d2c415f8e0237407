package io.gameday.cli.view;
import io.gameday.journal.Event.OrdersReadBack;
import io.gameday.journal.Event.RunEnded;
import io.gameday.journal.Event.RunStarted;
import io.gameday.journal.Event.SecondMeasured;
import io.gameday.journal.Verdict;
import io.gameday.journal.view.RunView;
import io.gameday.journal.view.Seconds;
import io.gameday.journal.view.Style;
import io.gameday.journal.view.Words;
import io.gameday.observability.Tally;
import io.gameday.report.receipt.Receipt;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.target.TargetKind;
import io.gameday.target.Transfer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What a run came to, once. Also for a run whose controller was killed: it then says that there is no verdict.
public final class FinalScreen {

    private static final int WIDTH = 80;
    private static final int COLUMNS = 48;
    private static final int BEFORE_SECONDS = 10;

    private final RunView run;
    private final ZoneId zone;

    public FinalScreen(RunView run, ZoneId zone) {
        this.run = run;
        this.zone = zone;
    }

    /// @param folder  of the run, as the caller would type it
    /// @param files   that were written there, by name
    /// @param card of this run; null when there is none
    public List<String> render(Path folder, List<String> files, @Nullable Scorecard card, Terminal terminal) {
        RunStarted started = run.started();
        if (started == null) {
            return List.of("The journal in " + folder + " holds no run.");
        }
        List<Line> lines = new ArrayList<>(verdict(started));
        if (run.zero() != null) {
            lines.addAll(LiveScreen.titled("customers", WIDTH, customers(started, run.zero(), card)));
            lines.addAll(availability(started));
            lines.addAll(predictions());
            lines.addAll(LiveScreen.titled("times, counted from the first fault", WIDTH,
                    new Times(run, card == null ? null : card.blind()).lines()));
            lines.addAll(LiveScreen.titled("faults", WIDTH, faults()));
        }
        Receipt receipt = card == null ? null : card.receipt();
        if (receipt != null && (run.zero() != null || receipt.injected() > 0)) {
            lines.add(receipt(receipt).cut(WIDTH));
        }
        lines.addAll(LiveScreen.titled("files", WIDTH, files(folder, files)));
        lines.add(Line.empty());
        lines.addAll(exitCode());
        return lines.stream().map(terminal::print).toList();
    }

    private List<Line> verdict(RunStarted started) {
        RunEnded ended = run.ended();
        Line line = ended == null
                ? Line.of(Style.ALARM, "○ NO VERDICT: the journal ends before the run did")
                : verdict(ended);
        List<Line> lines = new ArrayList<>(List.of(line.add("   ").add(Style.STRONG, started.experiment())
                .add(Style.QUIET, "   " + started.target().origin())));
        wrap("“" + started.hypothesis() + "”", WIDTH - 2).forEach(text -> lines.add(Line.of(Style.QUIET, "  " + text)));
        return lines;
    }

    private static Line verdict(RunEnded ended) {
        return switch (ended.exitCode()) {
            case 1 -> Line.of(Style.ALARM, "× GAMEDAY FAILED");
            case 5 -> Line.of(Style.PLAIN, "○ NOT STARTED");
            case 6 -> Line.of(Style.PLAIN, "○ STOPPED");
            case 7 -> Line.of(Style.ALARM, "× A FAULT IS NOT CONFIRMED GONE");
            default -> switch (ended.verdict()) {
                case HELD -> Line.of(Style.HEALTHY, "✓ HYPOTHESIS HELD");
                case BROKEN -> Line.of(Style.DEGRADED, "× HYPOTHESIS BROKEN");
                case UNKNOWN -> Line.of(Style.PLAIN, "○ HYPOTHESIS NOT DECIDED");
            };
        };
    }

    private List<Line> customers(RunStarted started, Instant zero, @Nullable Scorecard card) {
        List<SecondMeasured> since = since(zero);
        Tally site = Seconds.sum(since, Seconds.SITE);
        int hurt = since.isEmpty() ? 0 : since.getLast().hurtEver();
        int total = since.isEmpty() ? started.customers() : since.getLast().total();
        List<Line> lines = new ArrayList<>();
        lines.add(row("hurt", hurt == 0 ? Style.HEALTHY : Style.DEGRADED, Words.ofTotal(hurt, total)).add(Style.QUIET,
                "  at any time since the first fault"));
        Line failed = row("no answer", site.failed() == 0 ? Style.HEALTHY : Style.DEGRADED,
                Words.ofTotal(site.failed(), site.requests())).add(Style.QUIET, "  requests without a useful answer");
        lines.add(failed);
        Optional<SecondMeasured> first = since.stream().filter(FinalScreen::failing).findFirst();
        first.ifPresent(from -> {
            SecondMeasured until = since.stream().filter(FinalScreen::failing).reduce((a, b) -> b).orElse(from);
            lines.add(row("from", Style.PLAIN,
                    Words.timeOfDay(from.second(), zone) + " to " + Words.timeOfDay(Seconds.end(until), zone)));
        });
        if (card != null && !card.impact().isEmpty()) {
            lines.add(row("flying blind",
                    card.blind().windows() + card.blind().unread() == 0 ? Style.HEALTHY : Style.ALARM,
                    card.blind().words()).cut(WIDTH));
        }
        OrdersReadBack orders = run.readBack();
        lines.add(orders == null ? notAsked(started) : orders(orders));
        Transfer transfer = run.transfer();
        if (transfer != null) {
            lines.add(row("cross-zone", Style.PLAIN, transfer.words()).cut(WIDTH));
        }
        return lines;
    }

    private static Line notAsked(RunStarted started) {
        return row(started.target() == TargetKind.HTTP ? "kept" : "orders kept", Style.PLAIN, "○ not asked");
    }

    private static Line orders(OrdersReadBack orders) {
        long lost = orders.lost().values().stream().mapToLong(List::size).sum();
        long unknown = orders.unknown().values().stream().mapToLong(List::size).sum();
        Line line = row("orders kept", lost > 0 ? Style.ALARM : unknown > 0 ? Style.PLAIN : Style.HEALTHY,
                String.format(Locale.ROOT, "%,d of %,d", orders.found(), orders.acknowledged()))
                .add(Style.QUIET, "  acknowledged orders read back");
        line.add(lost > 0 ? Style.ALARM : Style.QUIET, lost > 0 ? ", " + lost + " lost" : "");
        return line.add(unknown > 0 ? ", " + unknown + " could not be asked about" : "");
    }

    private static boolean failing(SecondMeasured second) {
        return second.series().getOrDefault(Seconds.SITE, Tally.NONE).failed() > 0;
    }

    private static Line row(String name, Style style, String value) {
        return Line.of(Style.PLAIN, "  " + name).to(15).add(style, value);
    }

    private List<Line> availability(RunStarted started) {
        List<SecondMeasured> all = shown();
        if (all.isEmpty()) {
            return LiveScreen.titled("availability", WIDTH, List.of(Line.of(Style.PLAIN, "  nothing was measured")));
        }
        int perColumn = Math.ceilDiv(all.size(), COLUMNS);
        List<Line> lines = new ArrayList<>();
        lines.add(availability("site", Seconds.SITE, perColumn));
        started.zones().forEach(name -> lines.add(availability(name, Seconds.zone(name), perColumn)));
        char[] marks = " ".repeat(10 + COLUMNS + 8).toCharArray();
        run.faults().forEach(fault -> {
            mark(marks, fault.injected(), perColumn, "↑fault");
            mark(marks, fault.reverted(), perColumn, "↑gone");
        });
        lines.add(Line.of(Style.FAULT, new String(marks).stripTrailing()));
        return LiveScreen.titled("availability by zone · 1 column = " + perColumn + " s · lowest of 1 s", WIDTH, lines);
    }

    /// From a little before the first fault: what the start of the traffic looked like is another story.
    private List<SecondMeasured> shown() {
        Instant zero = run.zero();
        return zero == null ? run.seconds().all() : run.seconds().since(zero.minusSeconds(BEFORE_SECONDS));
    }

    private Line availability(String name, String series, int perColumn) {
        List<SecondMeasured> all = shown();
        Line line = Line.of(Style.PLAIN, "  " + name).to(10);
        for (int i = 0; i < all.size(); i += perColumn) {
            Sparkline.column(line, Seconds.sum(all.subList(i, Math.min(all.size(), i + perColumn)), series));
        }
        double lowest = lowest(series);
        line.to(10 + COLUMNS + 2);
        long silent = all.stream().filter(second -> !second.series().containsKey(series)).count();
        if (silent == all.size()) {
            return line.add("no requests");
        }
        if (lowest >= Words.WELL && silent > 0) {
            return line.add("no requests for " + Words.whole(Duration.ofSeconds(silent)));
        }
        return line.add(Style.QUIET, "lowest ").add(lowest >= Words.WELL ? Style.PLAIN : Style.DEGRADED,
                Words.percent(lowest));
    }

    /// Of one second since the first fault, as in the document: a column of several would hide the worst.
    private double lowest(String series) {
        Instant zero = run.zero();
        return (zero == null ? run.seconds().all() : since(zero)).stream()
                .map(second -> second.series().getOrDefault(series, Tally.NONE).availability())
                .flatMapToDouble(OptionalDouble::stream).min().orElse(1);
    }

    private List<SecondMeasured> since(Instant zero) {
        return run.seconds().since(zero.minusMillis(999));
    }

    private void mark(char[] row, @Nullable Instant at, int perColumn, String text) {
        if (at == null) {
            return;
        }
        long second = Duration.between(shown().getFirst().second(), at).toSeconds();
        int column = (int) (10 + second / perColumn);
        if (second >= 0 && column + text.length() <= row.length && row[column] == ' ' && row[column - 1] == ' ') {
            text.getChars(0, text.length(), row, column);
        }
    }

    private List<Line> predictions() {
        long held = count(Verdict.HELD);
        long broken = count(Verdict.BROKEN);
        long unknown = count(Verdict.UNKNOWN);
        long open = run.sealed() - held - broken - unknown;
        String title = "predictions: " + held + " held, " + broken + " broken, " + unknown + " unknown"
                + (open > 0 ? ", " + open + " not decided" : "");
        List<Line> lines = new ArrayList<>();
        run.judged().forEach(judged -> {
            lines.add(Line.of(Style.PLAIN, "  ").add(LiveScreen.prediction(judged)).cut(WIDTH));
            if (judged.verdict() != Verdict.HELD && !judged.detail().isEmpty()) {
                wrap(judged.detail(), WIDTH - 12)
                        .forEach(text -> lines.add(Line.of(Style.QUIET, " ".repeat(12) + text)));
            }
        });
        return LiveScreen.titled(title, WIDTH, lines);
    }

    private long count(Verdict verdict) {
        return run.judged().stream().filter(judged -> judged.verdict() == verdict).count();
    }

    private List<Line> faults() {
        List<Line> lines = new ArrayList<>();
        run.faults().forEach(fault -> {
            boolean looked = fault.gone() != null;
            Line line = looked ? FaultLines.ended(fault, fault.gone()) : FaultLines.leftOpen(fault);
            lines.add(Line.of(Style.PLAIN, "  ").add(line));
            if (!looked && fault.injected() != null && fault.lasts() != null) {
                lines.add(Line.of(Style.PLAIN, "    take it away by hand with: " + fault.undo()));
            }
        });
        return lines;
    }

    private static Line receipt(Receipt receipt) {
        return Line.of(Style.PLAIN, "  ")
                .add(receipt.clear() ? Style.HEALTHY : Style.ALARM, receipt.clear() ? "✓" : "×")
                .add(" receipt: " + receipt.words());
    }

    private static List<Line> files(Path folder, List<String> files) {
        List<Line> lines = new ArrayList<>(List.of(Line.of(Style.PLAIN, "  " + folder + "/")));
        wrap(String.join("  ", files), WIDTH - 4).forEach(text -> lines.add(Line.of(Style.REPLACED, "    " + text)));
        return lines;
    }

    private List<Line> exitCode() {
        RunEnded ended = run.ended();
        if (ended == null) {
            return List.of(Line.of(Style.QUIET, "no exit code"));
        }
        List<Line> lines = new ArrayList<>();
        wrap(ended.reason(), WIDTH).forEach(text -> lines.add(Line.of(Style.PLAIN, text)));
        lines.add(Line.of(Style.QUIET, "exit code ").add(Style.STRONG, String.valueOf(ended.exitCode())));
        return lines;
    }

    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && Line.columns(line + " " + word) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString().strip());
        return lines;
    }
}

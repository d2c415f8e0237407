package io.gameday.cli.view;

import io.gameday.cli.prove.Proof;
import io.gameday.cli.prove.ProveReceipt;
import io.gameday.journal.view.Style;
import io.gameday.journal.view.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a campaign came to, once.
public final class ProveScreen {

    private static final int WIDTH = 80;
    private static final int HASH = 16;

    private final ProveReceipt receipt;

    public ProveScreen(ProveReceipt receipt) {
        this.receipt = receipt;
    }

    /// @param folder of the campaign, as the caller would type it
    public List<String> render(Path folder, Terminal terminal) {
        List<Line> lines = new ArrayList<>();
        lines.add(verdict());
        lines.addAll(LiveScreen.titled("faults", WIDTH, faults()));
        lines.addAll(LiveScreen.titled("by kind", WIDTH, kinds()));
        lines.addAll(LiveScreen.titled("customers", WIDTH, customers()));
        lines.addAll(LiveScreen.titled("receipt", WIDTH, hashes(folder)));
        lines.add(Line.empty());
        lines.add(Line.of(Style.QUIET, "exit code ").add(Style.STRONG, String.valueOf(receipt.exitCode())));
        return lines.stream().map(terminal::print).toList();
    }

    private Line verdict() {
        Line line = switch (receipt.exitCode()) {
            case 0 -> Line.of(Style.HEALTHY, "✓ EVERY FAULT WAS SEEN GONE");
            case 6 -> Line.of(Style.PLAIN, "○ STOPPED, EVERY FAULT SEEN GONE");
            case 7 -> Line.of(Style.ALARM, "× A FAULT WAS NOT SEEN GONE");
            default -> Line.of(Style.ALARM, receipt.injected() == 0 ? "○ NOTHING WAS PROVED" : "× NOT ALL IS WELL");
        };
        return line.add("   ").add(Style.STRONG, "kill campaign").add(Style.QUIET,
                "   EXPERIMENT   seed " + receipt.seed());
    }

    private List<Line> faults() {
        List<Line> lines = new ArrayList<>();
        lines.add(row("injected", Style.PLAIN, String.valueOf(receipt.injected())).add(Style.QUIET,
                "  of " + receipt.wanted() + " wanted; ended by: " + receipt.endedBy()));
        lines.add(row("seen to bite", receipt.withoutEffect() == 0 ? Style.PLAIN : Style.ALARM,
                Words.ofTotal(receipt.seenToBite(), receipt.injected()))
                .add(Style.QUIET, "  before anybody was killed; " + receipt.withoutEffect() + " without effect"));
        lines.add(row("seen gone", receipt.seenGone() == receipt.injected() ? Style.HEALTHY : Style.ALARM,
                Words.ofTotal(receipt.seenGone(), receipt.injected()))
                .add(Style.QUIET, "  by the independent prober, within " + receipt.limit().toSeconds() + " s"));
        lines.add(row("overrun", Style.PLAIN, seconds(receipt.longestOverrun())).add(Style.QUIET,
                "  the longest, from its keepers' death to seen gone"));
        lines.add(row("killed", Style.PLAIN,
                times(receipt.killed().controllers(), "controller") + ", " + times(receipt.killed().agents(), "agent"))
                .add(Style.QUIET, "  with SIGKILL"));
        lines.add(receipt.left().isEmpty()
                ? row("left", Style.HEALTHY, "nothing").add(Style.QUIET, "  no process, no lease in force")
                : row("left", Style.ALARM, String.valueOf(receipt.left().size())));
        receipt.left().forEach(left -> lines.addAll(listed(left)));
        receipt.notInjected().forEach(why -> lines.addAll(listed("not injected: " + why)));
        receipt.faults().stream().filter(proof -> proof.wasInjected() && proof.bite() == Proof.Bite.NOT_SEEN)
                .forEach(proof -> lines.addAll(listed(proof.name() + " proves nothing: " + proof.seen())));
        receipt.faults().stream().filter(proof -> proof.wasInjected() && !proof.goneInTime()).forEach(
                proof -> lines.addAll(listed("NOT SEEN GONE in time: " + proof.name() + " (" + seconds(proof.overrun())
                        + "): " + proof.seen() + ". By hand: gameday recover --run " + proof.run())));
        return lines;
    }

    private static List<Line> listed(String text) {
        return FinalScreen.wrap(text, WIDTH - 6).stream().map(part -> Line.of(Style.ALARM, "    " + part)).toList();
    }

    private List<Line> kinds() {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Style.QUIET, columns("", "injected", "seen to bite", "seen gone", "longest overrun")));
        receipt.kinds()
                .forEach(kind -> lines.add(Line.of(kind.seenGone() == kind.injected() ? Style.PLAIN : Style.ALARM,
                        columns(kind.kind(), String.valueOf(kind.injected()), String.valueOf(kind.seenToBite()),
                                String.valueOf(kind.seenGone()), seconds(kind.longestOverrun())))));
        return lines;
    }

    private static String columns(String kind, String injected, String bite, String gone, String overrun) {
        return String.format(Locale.ROOT, "  %-20s%10s%15s%12s%18s", kind, injected, bite, gone, overrun);
    }

    private List<Line> customers() {
        ProveReceipt.Customers customers = receipt.customers();
        List<Line> lines = new ArrayList<>();
        lines.add(row("during", Style.PLAIN, Words.ofTotal(customers.during(), customers.of())).add(Style.QUIET,
                "  useful answers while faults came and went"));
        lines.add(row("after", customers.well() ? Style.HEALTHY : Style.ALARM,
                Words.ofTotal(customers.after(), customers.afterOf()))
                .add(Style.QUIET, "  useful answers after the last one"));
        ProveReceipt.Orders orders = receipt.orders();
        lines.add(orders == null
                ? row("orders kept", Style.PLAIN, "○ not asked")
                : row("orders kept", orders.found() == orders.acknowledged() ? Style.HEALTHY : Style.ALARM,
                        String.format(Locale.ROOT, "%,d of %,d", orders.found(), orders.acknowledged()))
                        .add(Style.QUIET, "  acknowledged orders read back"));
        return lines;
    }

    private List<Line> hashes(Path folder) {
        return List.of(
                row("journal", Style.PLAIN, receipt.journal().substring(0, HASH) + "…").add(Style.QUIET,
                        "  sha256 of prove.jsonl"),
                row("ledgers", Style.PLAIN, receipt.ledgers().substring(0, HASH) + "…").add(Style.QUIET,
                        "  sha256 of the list of their hashes"),
                Line.of(Style.PLAIN, "  " + folder + "/"), Line.of(Style.REPLACED, "    prove.json  prove.jsonl"));
    }

    private static String times(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private static String seconds(@Nullable Duration duration) {
        return duration == null ? "–" : Words.tenths(duration);
    }

    private static Line row(String name, Style style, String value) {
        return Line.of(Style.PLAIN, "  " + name).to(16).add(style, value);
    }
}

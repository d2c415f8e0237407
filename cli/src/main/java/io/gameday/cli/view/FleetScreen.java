package io.gameday.cli.view;

import io.gameday.journal.view.Style;
import io.gameday.reference.fleet.FleetFault.Planned;
import io.gameday.reference.fleet.FleetResult;
import io.gameday.reference.fleet.FleetResult.Day;
import io.gameday.reference.fleet.FleetResult.Outcome;
import io.gameday.reference.fleet.Generation;
import io.gameday.report.text.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a day did to a fleet on three generations, one below the other under the same fault.
public final class FleetScreen {

    private static final int WIDTH = 80;
    private static final int[] FAULT = {12, 25, 36, 48, 62, 76};
    private static final int[] DAY = {18, 28, 38, 50, 62, 76};

    private static final List<String> LEGEND = List.of(
            "hurt: customers (above, of the Region) who missed too many answers in a minute",
            "worst minute: requests answered in it   well in: until nobody was hurt any more",
            "What is from the talk and what is modelled: docs/fleet.md");

    private final FleetResult result;

    public FleetScreen(FleetResult result) {
        this.result = result;
    }

    public List<String> render(Terminal terminal) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Style.STRONG, result.title()).add(Style.QUIET,
                "   SIMULATED BY RATES   seed " + result.seed() + ", " + result.minutes() / 60 + " h"));
        lines.add(Line.of(Style.QUIET,
                Figures.many(result.regions(), "Region") + ", " + Figures.many(result.clusters(), "cluster") + ", "
                        + Figures.many(result.cells(), "cell") + "; " + result.busiest() + " peaks at "
                        + Figures.count(Math.round(result.busiestPeak())) + " requests/s"));
        lines.add(Line.empty());
        for (Day day : result.days()) {
            lines.add(Line.of(Style.STRONG, "  " + day.generation().number()).add("  " + day.generation().words())
                    .add(Style.QUIET, ": " + Figures.count(day.stacks()) + " in all"));
        }
        for (int fault = 0; fault < result.days().getFirst().faults().size(); fault++) {
            lines.addAll(fault(fault));
        }
        lines.addAll(LiveScreen.titled("the whole time", WIDTH, day()));
        lines.addAll(LiveScreen.titled("zone affinity", WIDTH, affinity()));
        lines.add(Line.empty());
        for (String line : LEGEND) {
            lines.add(Line.of(Style.QUIET, line));
        }
        return lines.stream().map(terminal::print).toList();
    }

    private List<Line> fault(int number) {
        Planned fault = result.days().getFirst().faults().get(number).fault();
        List<Line> rows = new ArrayList<>();
        rows.add(row(Style.QUIET, FAULT, "", "hurt", "worst minute", "well in", "1st alarm", "cells out",
                "alarms, pages"));
        for (Day day : result.days()) {
            Outcome outcome = day.faults().get(number);
            rows.add(row(outcome.hurt() == 0 ? Style.HEALTHY : Style.PLAIN, FAULT,
                    String.valueOf(day.generation().number()), Figures.percent(outcome.hurt(), outcome.customers()),
                    Figures.percent(1 - outcome.worst()), recovery(outcome),
                    outcome.firstAlarm() == null ? "none" : minutes(outcome.firstAlarm()),
                    outcome.cellsOut() + (outcome.failedOpen() ? " open" : ""),
                    outcome.cellAlarms() + " → " + outcome.pages()));
        }
        String title = fault.kind().word() + " " + fault.place() + ", " + minutes(fault.until() - fault.from())
                + " from " + clock(fault.from());
        return LiveScreen.titled(title, WIDTH, rows);
    }

    private List<Line> day() {
        List<Line> rows = new ArrayList<>();
        rows.add(row(Style.QUIET, DAY, "", "not answered", "hurt", "hosts", "hosts, $", "total, $", "alarms, pages"));
        for (Day day : result.days()) {
            rows.add(row(Style.PLAIN, DAY, String.valueOf(day.generation().number()), Figures.count(day.failed()),
                    Figures.percent(day.hurtEver(), result.customers()), Figures.count(day.cost().hosts()),
                    Figures.count(Math.round(day.cost().hostDollars())),
                    Figures.count(Math.round(day.cost().dollars())), day.cellAlarms() + " → " + day.pages()));
        }
        return rows;
    }

    private List<Line> affinity() {
        List<Line> rows = new ArrayList<>();
        for (Day day : result.days()) {
            String without = day.generation() == Generation.ZONAL_CELLS
                    ? "; balanced over all zones $ " + Figures.count(Math.round(day.cost().withoutAffinity()))
                    : "";
            rows.add(
                    Line.of(Style.PLAIN, "  " + day.generation().number() + "  ")
                            .add(Figures.percent(day.cost().crossing()) + " of all hops leave their zone, $ "
                                    + Figures.count(Math.round(day.cost().crossingDollars())))
                            .add(Style.QUIET, without));
        }
        return rows;
    }

    private static String recovery(Outcome outcome) {
        return outcome.hurt() == 0 ? "–" : outcome.stillHurt() ? "not seen" : minutes(outcome.recovery());
    }

    private static String minutes(int minutes) {
        return minutes + " min";
    }

    private static String clock(int minute) {
        Duration time = Duration.ofMinutes(minute);
        return String.format(Locale.ROOT, "%02d:%02d", time.toHours(), time.toMinutesPart());
    }

    /// @param ends columns at which the cells after the first end
    private static Line row(Style style, int[] ends, String first, String... cells) {
        Line line = Line.of(style, "  " + first);
        for (int i = 0; i < cells.length; i++) {
            line.to(ends[i] - cells[i].length()).add(style, cells[i]);
        }
        return line;
    }
}

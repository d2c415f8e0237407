package io.gameday.console.prepare;

import io.gameday.console.text.Texts;
import io.gameday.experiment.Experiment.BlastRadius;
import io.gameday.yaml.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A computed reach in the words of the screen.
final class ReachWords {

    private final PlannedReach reach;
    private final BlastRadius limit;
    private final List<String> over = new ArrayList<>();
    private final List<String> within = new ArrayList<>();

    ReachWords(PlannedReach reach) {
        this.reach = reach;
        limit = reach.experiment().prepare().blastRadius();
        if (reach.doubt().isEmpty()) {
            compare("zones", reach.zones().size(), limit.zones());
            compare("cells", reach.cells().size(), limit.cells());
            compare("tasks", reach.tasks(), limit.tasks());
        } else {
            over.add(Texts.of("prepare.check.notKnown", reach.doubt()));
        }
    }

    private void compare(String what, long reached, @Nullable Integer most) {
        if (most != null) {
            String words = Texts.of("prepare.reach." + what, String.valueOf(reached), String.valueOf(most));
            (reached > most ? over : within).add(words);
        }
    }

    /// Whether the reach keeps to every limit of the file.
    boolean inside() {
        return over.isEmpty();
    }

    /// Each limit with what is reached of it; only what is passed where something is.
    String compared() {
        if (!over.isEmpty()) {
            return String.join(", ", over);
        }
        return within.isEmpty()
                ? Texts.of("prepare.reach.noLimit", String.valueOf(reach.tasks()))
                : String.join(", ", within);
    }

    /// What a task is asked, such as `20 → 30/s`.
    String asked(String cell, String zone) {
        String before = figure(reach.askedBefore());
        String after = figure(reach.askedAfter(cell));
        return reach.hits(cell, zone) || before.equals(after)
                ? Texts.of("prepare.reach.asked", before)
                : Texts.of("prepare.reach.askedMore", before, after);
    }

    /// What a task is asked in the end, where there is room for one figure only.
    String briefly(String cell, String zone) {
        return figure(reach.hits(cell, zone) ? reach.askedBefore() : reach.askedAfter(cell));
    }

    String holds() {
        return Double.isInfinite(reach.holds())
                ? Texts.of("prepare.reach.holds.unknown")
                : Texts.of("prepare.reach.holds", figure(reach.holds()));
    }

    /// Whether a task of the cell is asked more than it holds once what is aimed at is gone.
    boolean overloaded(String cell) {
        return reach.askedAfter(cell) > reach.holds() + 1e-9;
    }

    String zonesAtMost() {
        int all = reach.experiment().system().zones().size();
        return limit.zones() == null
                ? Texts.of("prepare.reach.none")
                : Texts.of("prepare.reach.of", String.valueOf(limit.zones()), String.valueOf(all));
    }

    /// The limit in whole customers: one more than this breaks it.
    String customersAtMost() {
        int all = reach.experiment().traffic().customers();
        Double percent = limit.customersPercent();
        return percent == null
                ? Texts.of("prepare.reach.none")
                : Texts.of("prepare.reach.ofPercent", String.valueOf((int) Math.floor(all * percent / 100 + 1e-9)),
                        String.valueOf(all), figure(percent));
    }

    String customersInReach() {
        return Texts.of("prepare.reach.of", String.valueOf(reach.customers()),
                String.valueOf(reach.experiment().traffic().customers()));
    }

    /// What operators do besides, which breaks nothing and so is in no reach; empty where they do nothing.
    String operations() {
        return reach.experiment().operations().stream()
                .map(step -> Texts.of(step.lasts() == null ? "prepare.reach.operation" : "prepare.reach.operationLasts",
                        step.operation().words(), Units.words(step.at()),
                        step.lasts() == null ? "" : Units.words(step.lasts())))
                .collect(Collectors.joining(" · "));
    }

    /// What it means when what is left cannot hold what it will be asked; empty when it can, or nobody knows what it
    /// holds.
    Optional<String> warning() {
        if (Double.isInfinite(reach.holds())) {
            return Optional.empty();
        }
        var system = reach.experiment().system();
        String headroom = String.valueOf(system.headroomPercent());
        if (system.zones().stream().anyMatch(reach::takes)) {
            long left = system.zones().stream().filter(zone -> !reach.takes(zone)).count();
            long tasks = system.layout().parts().stream().filter(part -> !reach.takes(part.zone())).count();
            return shortfall(reach.experiment().traffic().rate(), tasks * reach.holds(), "prepare.warn.zones", headroom,
                    String.valueOf(left));
        }
        for (String cell : reach.cells()) {
            long left = system.layout().zonesOf(cell).stream().filter(zone -> !reach.hits(cell, zone)).count();
            Optional<String> warning = shortfall(reach.experiment().traffic().rate() / system.cells(),
                    left * reach.holds(), "prepare.warn.cell", headroom, cell);
            if (warning.isPresent()) {
                return warning;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> shortfall(double asked, double held, String key, String headroom, String what) {
        if (held >= asked - 1e-9) {
            return Optional.empty();
        }
        String percent = String.valueOf((int) Math.ceil(100 * (asked - held) / asked - 1e-9));
        return Optional.of(Texts.of(key, headroom, what, figure(held), figure(asked), percent));
    }

    static String figure(double number) {
        return Math.abs(number - Math.rint(number)) < 0.05
                ? String.valueOf(Math.round(number))
                : String.format(Locale.ROOT, "%.1f", number);
    }
}

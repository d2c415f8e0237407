package io.gameday.engine;

import io.gameday.experiment.Experiment;
import io.gameday.journal.Event;
import io.gameday.journal.Journal;
import io.gameday.observability.Share;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells at once when more is hit than planned; the end decides. Failed orders are compared with all orders of the
/// time that the faults were planned to take, so that one failure among the first few is no alarm.
final class BlastRadiusWatch {

    private final Journal journal;
    private final @Nullable Double customersPercent;
    private final @Nullable Double failedPercent;
    private final double plannedOrders;
    private boolean customersTold;
    private boolean failedTold;
    private StopConditions.@Nullable Met passed;

    BlastRadiusWatch(Experiment experiment, Journal journal) {
        this.journal = journal;
        customersPercent = experiment.prepare().blastRadius().customersPercent();
        failedPercent = experiment.prepare().blastRadius().failedOrdersPercent();
        double seconds = experiment.steps().stream()
                .mapToDouble(step -> step.at().toSeconds() + (step.lasts() == null ? 0 : step.lasts().toSeconds()))
                .max().orElse(0);
        double first = experiment.steps().stream().mapToDouble(step -> step.at().toSeconds()).min().orElse(0);
        plannedOrders = (seconds - first) * experiment.traffic().rate();
    }

    void measured(Hurt hurt) {
        if (!customersTold && customersPercent != null
                && 100.0 * hurt.customers() > customersPercent * hurt.allCustomers()) {
            customersTold = true;
            pass("customers", Share.of(hurt.customers(), hurt.allCustomers()), customersPercent);
        }
        if (!failedTold && failedPercent != null
                && 100.0 * hurt.failed() > failedPercent * Math.max(hurt.requests(), plannedOrders)) {
            failedTold = true;
            pass("failedOrders", Share.of(hurt.failed(), hurt.requests()), failedPercent);
        }
    }

    private void pass(String what, String value, double limit) {
        journal.append(new Event.BlastRadiusPassed(what, value, shown(limit)));
        passed = new StopConditions.Met("blastRadius." + what + " " + shown(limit), value);
    }

    /// The newest limit that was passed, if any was.
    Optional<StopConditions.Met> passed() {
        return Optional.ofNullable(passed);
    }

    private static String shown(double percent) {
        return "≤ " + (percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent)) + " %";
    }
}

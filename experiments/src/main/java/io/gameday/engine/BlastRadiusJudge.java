package io.gameday.engine;

import io.gameday.observability.Share;
import io.gameday.target.TargetKind;
import java.time.Duration;
import java.util.Optional;

/// The measured part of the blast radius: a prediction like any other, decided at the end.
final class BlastRadiusJudge implements Judge {

    private final double limitPercent;
    private final boolean customers;
    private final String detail;
    private Hurt hurt = new Hurt(0, 0, 0, 0);

    private BlastRadiusJudge(double limitPercent, boolean customers, String detail) {
        this.limitPercent = limitPercent;
        this.customers = customers;
        this.detail = detail;
    }

    static BlastRadiusJudge customers(double limitPercent) {
        return new BlastRadiusJudge(limitPercent, true, "customers with a request without a useful answer");
    }

    /// @param target whose requests have a name of their own
    static BlastRadiusJudge failedOrders(double limitPercent, TargetKind target) {
        return new BlastRadiusJudge(limitPercent, false,
                "of all " + target.requests() + " from the first fault to the end of the run");
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        return switch (observed) {
            case Observed.Counted(Duration at, Hurt counted) -> {
                hurt = counted;
                yield Optional.empty();
            }
            case Observed.Closed closed -> Optional.of(ruling());
            default -> Optional.empty();
        };
    }

    private Ruling ruling() {
        long affected = customers ? hurt.customers() : hurt.failed();
        long all = customers ? hurt.allCustomers() : hurt.requests();
        // Customers without a request were not measured, which is not the same as unhurt.
        if (all == 0 || hurt.requests() == 0) {
            return Ruling.unknown("there was no traffic after the first fault");
        }
        double percent = 100.0 * affected / all;
        String value = Share.of(affected, all);
        return percent <= limitPercent ? Ruling.held(value, detail) : Ruling.broken(value, detail);
    }

    @Override
    public String wanted() {
        return "≤ " + (limitPercent == Math.rint(limitPercent)
                ? String.valueOf((long) limitPercent)
                : String.valueOf(limitPercent)) + " %";
    }
}

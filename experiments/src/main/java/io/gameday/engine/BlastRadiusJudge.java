package io.gameday.engine;

import io.gameday.observability.Share;
import java.time.Duration;
import java.util.Optional;

/// The measured part of the blast radius: a prediction like any other, decided at the end.
final class BlastRadiusJudge implements Judge {

    private final double limitPercent;
    private final boolean customers;
    private Hurt hurt = new Hurt(0, 0, 0, 0);

    private BlastRadiusJudge(double limitPercent, boolean customers) {
        this.limitPercent = limitPercent;
        this.customers = customers;
    }

    static BlastRadiusJudge customers(double limitPercent) {
        return new BlastRadiusJudge(limitPercent, true);
    }

    static BlastRadiusJudge failedOrders(double limitPercent) {
        return new BlastRadiusJudge(limitPercent, false);
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
        String detail = customers
                ? "customers with a request without a useful answer"
                : "of all orders from the first fault to the end of the run";
        return percent <= limitPercent ? Ruling.held(value, detail) : Ruling.broken(value, detail);
    }

    @Override
    public String wanted() {
        return "≤ " + (limitPercent == Math.rint(limitPercent)
                ? String.valueOf((long) limitPercent)
                : String.valueOf(limitPercent)) + " %";
    }
}

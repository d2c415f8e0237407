package io.gameday.reference.fleet;

import io.gameday.reference.fleet.Fleet.Transfer;
import java.util.List;

/// Adds up the minutes of a generation.
final class Ledger {

    private static final double KILOBYTES_OF_GIGABYTE = 1e6;

    private final Transfer transfer;
    private double requests;
    private double failed;
    private double hourRequests;
    private double hourFailed;
    private int hosts;
    private int most;
    private double hostDollars;
    private double crossing;
    private double without;
    private int cells;
    private int names;
    private int pages;

    Ledger(Transfer transfer) {
        this.transfer = transfer;
    }

    void minute(List<RegionDay> regions) {
        hosts = 0;
        for (RegionDay region : regions) {
            hourRequests += 60 * region.load();
            hourFailed += 60 * region.failed();
            hosts += region.hosts();
            hostDollars += region.dollars();
            crossing += 60 * (region.crossingIn() + region.crossing());
            without += 60 * (region.crossingIn() + region.crossingWithoutAffinity());
        }
        most = Math.max(most, hosts);
    }

    void rung(Alarms.Rung rung) {
        cells += rung.cells();
        names += rung.names();
        pages += rung.pages();
    }

    /// Closes an hour.
    FleetEvent.HourMeasured hour() {
        requests += hourRequests;
        failed += hourFailed;
        var measured = new FleetEvent.HourMeasured(Math.round(hourRequests), Math.round(hourFailed), hosts);
        hourRequests = 0;
        hourFailed = 0;
        return measured;
    }

    FleetResult.Day day(Generation generation, int stacks, List<FleetResult.Outcome> faults, int hurtEver) {
        double all = requests + hourRequests;
        FleetResult.Cost cost = new FleetResult.Cost(most, hostDollars, crossing / (all * (1 + transfer.hops())),
                dollars(crossing), dollars(without));
        return new FleetResult.Day(generation, stacks, faults, Math.round(all), Math.round(failed + hourFailed),
                hurtEver, cost, cells, names, pages);
    }

    private double dollars(double hops) {
        return hops * transfer.kilobytes() / KILOBYTES_OF_GIGABYTE * transfer.dollars();
    }
}

package io.gameday.reference.fleet;

import io.gameday.reference.fleet.FleetFault.Planned;
import java.util.BitSet;

/// What one fault did to its Region, from its first minute to half an hour after its last.
final class Impact {

    static final int AFTER = 30;

    private final Planned fault;
    private final BitSet hurt = new BitSet();
    private double requests;
    private double failed;
    private double worst;
    private int last = -1;
    private int firstAlarm = -1;
    private int left;
    private boolean failedOpen;
    private int cells;
    private int names;
    private int pages;

    Impact(Planned fault) {
        this.fault = fault;
    }

    boolean covers(String region, int minute) {
        return region.equals(fault.region()) && minute >= fault.from() && minute < fault.until() + AFTER;
    }

    void minute(int minute, RegionDay region, Alarms.Rung rung) {
        double load = region.load();
        requests += 60 * load;
        failed += 60 * region.failed();
        worst = Math.max(worst, load == 0 ? 0 : region.failed() / load);
        int first = 0;
        for (Front front : region.fronts()) {
            for (int i = front.hurt().nextSetBit(0); i >= 0; i = front.hurt().nextSetBit(i + 1)) {
                hurt.set(first + i);
                last = minute;
            }
            first += front.customers();
        }
        cells += rung.cells();
        names += rung.names();
        pages += rung.pages();
        if (rung.cells() > 0 && firstAlarm < 0) {
            firstAlarm = minute;
        }
    }

    void left(boolean failOpen) {
        left++;
        failedOpen |= failOpen;
    }

    Planned fault() {
        return fault;
    }

    FleetResult.Outcome outcome(int customers) {
        return new FleetResult.Outcome(fault, hurt.cardinality(), customers, Math.round(requests), Math.round(failed),
                worst, last < 0 ? 0 : last + 1 - fault.from(), last + 1 >= fault.until() + AFTER,
                firstAlarm < 0 ? null : firstAlarm + 1 - fault.from(), left, failedOpen, cells, names, pages);
    }
}

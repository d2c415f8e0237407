package io.gameday.benchmark.detection;

/// The newest seconds added up, by zone and instance.
final class Window {

    private final int[][][] requests;
    private final int[][][] faults;
    private final Counted sums;
    private int next;

    Window(int zones, int instances, int seconds) {
        requests = new int[seconds][zones][instances];
        faults = new int[seconds][zones][instances];
        sums = new Counted(zones, instances);
    }

    void add(Counted second) {
        for (int zone = 0; zone < second.zones(); zone++) {
            for (int i = 0; i < requests[next][zone].length; i++) {
                sums.requests()[zone][i] += second.requests()[zone][i] - requests[next][zone][i];
                requests[next][zone][i] = second.requests()[zone][i];
                sums.faults()[zone][i] += second.faults()[zone][i] - faults[next][zone][i];
                faults[next][zone][i] = second.faults()[zone][i];
            }
        }
        next = (next + 1) % requests.length;
    }

    int[][] requests() {
        return sums.requests();
    }

    int[][] faults() {
        return sums.faults();
    }

    long requests(int zone) {
        return sums.requests(zone);
    }

    long faults(int zone) {
        return sums.faults(zone);
    }

    /// Instances of a zone with at least one fault.
    int failing(int zone) {
        return Integer.bitCount(sums.failing(zone));
    }
}

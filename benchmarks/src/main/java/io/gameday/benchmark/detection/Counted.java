package io.gameday.benchmark.detection;

import java.util.Arrays;

/// One second: requests and faults of each instance of each zone. Written over again each second.
///
/// @param requests by zone and instance
/// @param faults   by zone and instance; at most as many as requests
record Counted(int[][] requests, int[][] faults) {

    Counted(int zones, int instances) {
        this(new int[zones][instances], new int[zones][instances]);
    }

    int zones() {
        return requests.length;
    }

    long requests(int zone) {
        return sum(requests[zone]);
    }

    long faults(int zone) {
        return sum(faults[zone]);
    }

    private static long sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /// The zone's instances with at least one fault, instance n as bit n.
    int failing(int zone) {
        int failing = 0;
        for (int i = 0; i < faults[zone].length; i++) {
            failing |= faults[zone][i] > 0 ? 1 << i : 0;
        }
        return failing;
    }

    void clear() {
        for (int zone = 0; zone < zones(); zone++) {
            Arrays.fill(requests[zone], 0);
            Arrays.fill(faults[zone], 0);
        }
    }
}

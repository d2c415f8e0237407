package io.gameday.reference.fleet;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// The hosts of a stack over its zones: spread evenly over those with power, started before others are stopped.
final class Hosts {

    private final int starts;
    /// Numbers of the Region's zones that the stack is in.
    private final List<Integer> zones;
    private final int[] ready;
    /// What lay in a zone when it lost its power, for as long as that is away.
    private final int[] lost;
    private final int[] starting;
    private final Deque<Start> onTheirWay = new ArrayDeque<>();

    private record Start(int zone, int minute) {
    }

    /// @param starts minutes that a host takes to start
    /// @param all    zones of the Region
    Hosts(int starts, List<Integer> zones, int all, int wanted) {
        this.starts = starts;
        this.zones = zones;
        ready = new int[all];
        lost = new int[all];
        starting = new int[all];
        int[] first = spread(wanted, new boolean[all]);
        System.arraycopy(first, 0, ready, 0, all);
    }

    /// Goes to the next minute.
    void minute(int minute, int wanted, boolean[] dark) {
        while (!onTheirWay.isEmpty() && onTheirWay.peekFirst().minute <= minute) {
            Start done = onTheirWay.removeFirst();
            starting[done.zone]--;
            ready[done.zone] += dark[done.zone] ? 0 : 1;
        }
        for (int zone : zones) {
            if (dark[zone]) {
                lost[zone] += ready[zone];
                ready[zone] = 0;
            } else {
                lost[zone] = 0;
            }
        }
        int[] target = spread(wanted, dark);
        for (int zone : zones) {
            for (int missing = target[zone] - ready[zone] - starting[zone]; missing > 0; missing--) {
                onTheirWay.addLast(new Start(zone, minute + starts));
                starting[zone]++;
            }
        }
        for (int zone : zones) {
            while (ready[zone] > target[zone] && ready() > wanted) {
                ready[zone]--;
            }
        }
    }

    private int[] spread(int wanted, boolean[] dark) {
        int[] target = new int[dark.length];
        List<Integer> lit = zones.stream().filter(zone -> !dark[zone]).toList();
        for (int i = 0; i < lit.size(); i++) {
            target[lit.get(i)] = wanted / lit.size() + (i < wanted % lit.size() ? 1 : 0);
        }
        return target;
    }

    int ready(int zone) {
        return ready[zone];
    }

    /// What is registered there, working or not.
    int registered(int zone) {
        return ready[zone] + lost[zone];
    }

    int ready() {
        return Arrays.stream(ready).sum();
    }

    int registered() {
        return ready() + Arrays.stream(lost).sum();
    }

    /// What is paid for.
    int paid() {
        return ready() + Arrays.stream(starting).sum();
    }

    int zonesLit(boolean[] dark) {
        return (int) zones.stream().filter(zone -> !dark[zone]).count();
    }

    List<Integer> zones() {
        return zones;
    }
}

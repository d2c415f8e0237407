package io.gameday.reference.fleet;

import io.gameday.reference.fleet.Fleet.Sizing;
import io.gameday.reference.policy.CellEvacuation;
import io.gameday.reference.policy.TargetTracking;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/// Hosts behind one balancer with one size and one threshold: a cell, or what there was before cells. By rates, a minute
/// at a time.
///
/// The balancer learns by its health checks within a minute which hosts are ill and sends nothing there any more; when all
/// are ill it sends to all. What the working hosts cannot take is refused.
final class Stack {

    /// The policies count in seconds of which five stand for a minute.
    static final int SECONDS = 5;
    /// More than so many failed attempts make a host ill to who counts attempts.
    private static final double ILL = 0.2;
    /// Load of what the hosts can do at which the last of them looks ill. At one quarter too much half of them do: then a
    /// fifth of the attempts fails.
    private static final double ALL_ILL = 1.5;
    private static final int LEAST = 2;
    /// Of what its share of the peak needs.
    private static final int MOST = 4;
    private static final Duration COOL_DOWN = Duration.ofSeconds(SECONDS);

    private final String name;
    private final Sizing sizing;
    private final Hosts hosts;
    private final TargetTracking scaling;
    private final boolean[] knownIll;
    private int wanted;
    private double load;
    private double failed;
    private double healthy;

    /// @param least hosts that are there at any time
    record Size(Sizing sizing, int starts, int least, double peak, double first) {

        int floor() {
            return Math.max(LEAST, least);
        }

        int most() {
            return Math.max(floor(), MOST * sizing.hosts(peak));
        }

        int begin() {
            return Math.min(most(), Math.max(floor(), sizing.hosts(first)));
        }
    }

    /// @param zones numbers of the Region's zones that it is in
    /// @param all   zones of the Region
    Stack(String name, Size size, List<Integer> zones, int all) {
        this.name = name;
        this.sizing = size.sizing();
        wanted = size.begin();
        hosts = new Hosts(size.starts(), zones, all, wanted);
        knownIll = new boolean[all];
        // A host that starts does not work yet, and one minute more shows what it does.
        Duration warmUp = Duration.ofSeconds((long) SECONDS * (size.starts() + 1));
        scaling = new TargetTracking(new TargetTracking.Rule(sizing.scaleAt(), warmUp, COOL_DOWN), size.floor(),
                size.most());
    }

    /// One minute with so many requests a second.
    void minute(int minute, double requests, Conditions conditions) {
        hosts.minute(minute, wanted, conditions.dark());
        load = requests;
        boolean open = hosts.zones().stream().allMatch(zone -> knownIll[zone]);
        int registered = hosts.zones().stream().filter(zone -> open || !knownIll[zone]).mapToInt(hosts::registered)
                .sum();
        double working = 0;
        double capacity = 0;
        failed = registered == 0 ? requests : 0;
        for (int zone : hosts.zones()) {
            if (registered > 0 && (open || !knownIll[zone])) {
                double sent = requests * hosts.registered(zone) / registered;
                double lost = conditions.ill(zone) ? sent : sent * conditions.loss()[zone];
                failed += lost;
                working += sent - lost;
                capacity += conditions.ill(zone) ? 0 : hosts.ready(zone) * sizing.rate();
            }
            knownIll[zone] = conditions.ill(zone);
        }
        // Thirds do not add up to a whole in binary.
        failed = Math.min(requests, failed + Math.max(0, working - capacity));
        see(conditions, capacity == 0 ? 1 : working / capacity);
        scale(minute, capacity == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, working / capacity)));
    }

    private void see(Conditions conditions, double use) {
        double well = Math.clamp((ALL_ILL - use) / (ALL_ILL - 1), 0, 1);
        healthy = 0;
        for (int zone : hosts.zones()) {
            boolean ill = conditions.ill(zone) || conditions.loss()[zone] > ILL;
            healthy += ill ? 0 : well * hosts.ready(zone);
        }
    }

    private void scale(int minute, OptionalDouble use) {
        for (int second = 0; second < SECONDS; second++) {
            scaling.second(use, wanted, ticks(minute, second)).ifPresent(decision -> wanted = decision.tasks());
        }
    }

    static long ticks(int minute, int second) {
        return Duration.ofSeconds((long) minute * SECONDS + second).toNanos();
    }

    String name() {
        return name;
    }

    /// Requests a second that came in the newest minute.
    double load() {
        return load;
    }

    double failed() {
        return failed;
    }

    /// Of the requests that came; 0 when none did.
    double failedShare() {
        return load == 0 ? 0 : failed / load;
    }

    /// Of the hosts; 0 where there is none.
    double healthyShare() {
        return hosts.registered() == 0 ? 0 : healthy / hosts.registered();
    }

    CellEvacuation.Hosts seen() {
        return new CellEvacuation.Hosts((int) healthy, hosts.registered());
    }

    int hosts() {
        return hosts.ready();
    }

    /// In this minute.
    double dollars() {
        return hosts.paid() * sizing.dollars() / 60;
    }

    /// How likely it is that a hop within the stack leaves its zone.
    double crossing(Conditions conditions) {
        return 1 - 1.0 / Math.max(1, hosts.zonesLit(conditions.dark()));
    }
}

package io.gameday.reference.fleet;

import static org.assertj.core.api.Assertions.assertThat;

/// Two Regions, three clusters, seventeen cells.
final class SmallFleet {

    static final String TEXT = """
            title: A small one
            hostStarts: 3m
            trough: 45 %
            hurtFrom: 1 %
            alarms: { healthyHosts: 50 %, errors: 1 %, requests: 30 % }
            transfer: { kilobytes: 8, hops: 9, dollars: 0.02 }
            instances:
              - { instance: large, rate: 5200/s, dollars: 0.68 }
              - { instance: small, rate: 320/s, dollars: 0.034 }
            before: { instance: large, scaleAt: 35 % }
            regions:
              - region: north
                zones: [n1, n2, n3]
                peakAt: 11h
                clusters:
                  - { cluster: web, peak: 60000/s, customers: 300, cells: { n1: 2, n2: 2, n3: 2 }, instance: large, scaleAt: 45 % }
                  - { cluster: batch, peak: 1400/s, customers: 150, cells: { n1: 2, n2: 2, n3: 1 }, instance: small, scaleAt: 70 % }
              - region: south
                zones: [s1, s2]
                peakAt: 20h
                clusters:
                  - { cluster: mail, peak: 3000/s, customers: 120, cells: { s1: 3, s2: 3 }, instance: small, scaleAt: 45 % }
            faults:
              - { fault: zone-power-loss, region: north, zone: n1, for: 30m }
              - { fault: zone-loss, region: north, zone: n2, share: 40 %, for: 40m }
              - { fault: bad-config, region: north, zone: n3, for: 30m }
              - { fault: surge, cluster: batch, rate: 2900/s, for: 60m }
            """;

    private SmallFleet() {
    }

    static Fleet read() {
        FleetReader.Reading reading = FleetReader.read("small.yaml", TEXT);
        assertThat(reading.problems()).isEmpty();
        return reading.fleet().orElseThrow();
    }
}

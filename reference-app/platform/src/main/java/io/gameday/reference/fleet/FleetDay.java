package io.gameday.reference.fleet;

import io.gameday.reference.fleet.Fleet.Region;
import io.gameday.reference.fleet.FleetFault.Planned;
import io.gameday.reference.policy.CellEvacuation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Plays a fleet by rates, a minute at a time, once for each generation: the same requests, the same faults at the same
/// minutes. Everything random comes from the seed, so the same file and seed give the same journal, byte for byte.
///
/// Not for use by several threads.
public final class FleetDay {

    private static final Instant BEGIN = Instant.parse("2026-11-19T00:00:00Z");
    private static final int HOUR = 60;
    // One seed, three sources: what one of them draws must not change the others, or generations could not be compared.
    private static final long OF_TRAFFIC = 0x9E3779B97F4A7C15L;
    private static final long OF_CUSTOMERS = 0xC2B2AE3D27D4EB4FL;

    private final Fleet fleet;
    private final long seed;
    private final int minutes;
    private final List<Planned> faults;
    private final Consumer<FleetEntry> journal;
    private final Progress progress;
    private long entries;

    /// Told after each simulated hour.
    public interface Progress {
        void hour(Generation generation, int hours);
    }

    /// @param minutes to play; 60 or more
    /// @param journal gets every event
    public FleetDay(Fleet fleet, long seed, int minutes, Consumer<FleetEntry> journal, Progress progress) {
        this.fleet = fleet;
        this.seed = seed;
        this.minutes = minutes;
        this.journal = journal;
        this.progress = progress;
        faults = FaultPlan.of(fleet, minutes, new SplittableRandom(seed));
    }

    public FleetResult play() {
        tell(0, 0, new FleetEvent.DayStarted(fleet.title(), seed, minutes, fleet.regions().size(), fleet.clusters(),
                fleet.cells()));
        List<FleetResult.Day> days = new ArrayList<>();
        for (Generation generation : Generation.values()) {
            days.add(new OneGeneration(generation).play());
        }
        return new FleetResult(fleet.title(), seed, minutes, fleet.regions().size(), fleet.clusters(), fleet.cells(),
                fleet.customers(), fleet.busiest().name(), fleet.busiest().peak(), days);
    }

    private void tell(int minute, int generation, FleetEvent event) {
        journal.accept(new FleetEntry(++entries, BEGIN.plus(Duration.ofMinutes(minute)), generation, event));
    }

    /// The day of one generation.
    private final class OneGeneration {
        private final Generation generation;
        private final List<RegionDay> regions = new ArrayList<>();
        private final List<Impact> impacts = faults.stream().map(Impact::new).toList();
        private final SplittableRandom customers = new SplittableRandom(seed ^ OF_CUSTOMERS);
        private final List<BitSet> hurt = new ArrayList<>();
        private final Ledger ledger = new Ledger(fleet.transfer());

        OneGeneration(Generation generation) {
            this.generation = generation;
            Traffic traffic = new Traffic(fleet.trough(), faults, new SplittableRandom(seed ^ OF_TRAFFIC));
            for (Region region : fleet.regions()) {
                regions.add(new RegionDay(fleet, region, generation, traffic));
            }
        }

        FleetResult.Day play() {
            int stacks = regions.stream().flatMap(region -> region.fronts().stream())
                    .mapToInt(front -> front.stacks().size()).sum();
            regions.stream().flatMap(region -> region.fronts().stream()).forEach(front -> hurt.add(new BitSet()));
            tell(0, generation.number(), new FleetEvent.GenerationStarted(generation, stacks));
            for (int minute = 0; minute < minutes; minute++) {
                minute(minute);
            }
            return ledger.day(generation, stacks,
                    impacts.stream().map(impact -> impact.outcome(customersOf(impact.fault().region()))).toList(),
                    hurt.stream().mapToInt(BitSet::cardinality).sum());
        }

        private int customersOf(String name) {
            return fleet.regions().stream().filter(region -> region.name().equals(name)).mapToInt(Region::customers)
                    .sum();
        }

        private void minute(int minute) {
            for (Planned fault : faults) {
                if (fault.from() == minute) {
                    tell(minute, generation.number(), new FleetEvent.FaultBegan(fault));
                }
                if (fault.until() == minute) {
                    tell(minute, generation.number(), new FleetEvent.FaultEnded(fault));
                }
            }
            int front = 0;
            for (RegionDay region : regions) {
                region(region, minute);
                for (Front each : region.fronts()) {
                    hurt.get(front++).or(each.hurt());
                }
            }
            ledger.minute(regions);
            if ((minute + 1) % HOUR == 0) {
                tell(minute, generation.number(), ledger.hour());
                progress.hour(generation, (minute + 1) / HOUR);
            }
        }

        private void region(RegionDay day, int minute) {
            String name = day.region().name();
            List<Planned> here = faults.stream().filter(fault -> fault.region().equals(name)).toList();
            List<Impact> open = impacts.stream().filter(impact -> impact.covers(name, minute)).toList();
            Alarms.Rung rung = day.minute(minute, Conditions.of(day.region().zones(), here, generation, minute),
                    customers, change -> changed(minute, change, open), (alarm, to, evidence) -> tell(minute,
                            generation.number(), new FleetEvent.AlarmChanged(alarm, to, evidence)));
            if (rung.pages() > 0) {
                tell(minute, generation.number(), new FleetEvent.Paged(day.pager()));
            }
            ledger.rung(rung);
            open.forEach(impact -> impact.minute(minute, day, rung));
        }

        private void changed(int minute, CellEvacuation.Change change, List<Impact> open) {
            tell(minute, generation.number(), switch (change) {
                case CellEvacuation.Out(String cell, String why, boolean failOpen) -> {
                    open.forEach(impact -> impact.left(failOpen));
                    yield new FleetEvent.CellLeft(cell, why, failOpen);
                }
                case CellEvacuation.Back(String cell) -> new FleetEvent.CellBack(cell);
            });
        }
    }
}

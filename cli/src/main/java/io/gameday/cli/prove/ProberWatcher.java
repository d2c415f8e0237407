package io.gameday.cli.prove;

import io.gameday.agent.ledger.Reach;
import io.gameday.agent.ledger.Standing;
import io.gameday.agent.prober.Prober;
import io.gameday.agent.prober.Suspects;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Looks with a prober of this process, by the reach that the ledger says the fault was aimed at. What lies outside of
/// it belongs to the other lanes, and is no concern of this look.
record ProberWatcher(Prober prober) implements Watcher {

    @Override
    public void bites(Standing fault, Consumer<Observation> then) {
        prober.observe(fault.fault(), fault.intent().reach(), others(fault), Presence.BITES, then);
    }

    @Override
    public void gone(Standing fault, Consumer<Observation> then) {
        prober.confirmGone(fault.fault(), fault.intent().reach(), others(fault), then);
    }

    private static Suspects others(Standing fault) {
        Reach reach = fault.intent().reach();
        List<String> own = fault.intent().plan().zones();
        Set<String> zones = new HashSet<>();
        reach.machines().stream().map(Reach.Machine::zone).filter(zone -> !own.contains(zone)).forEach(zones::add);
        Set<String> tasks = new HashSet<>();
        reach.places().stream().filter(place -> !place.planned()).map(Reach.Place::task).forEach(tasks::add);
        return new Suspects(zones, tasks);
    }
}

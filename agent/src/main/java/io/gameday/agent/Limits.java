package io.gameday.agent;

import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the agent refuses, whatever the controller thought of it.
///
/// @param maxZones how many zones may be hit at once, by the experiment's blast radius
/// @param kinds    the fault kinds that there are drivers for
record Limits(int maxZones, Set<String> kinds) {

    Limits {
        kinds = Set.copyOf(kinds);
    }

    /// @param dark the zones that have no power already
    /// @return why not, or nothing
    Optional<String> refusal(FaultPlan plan, Collection<String> dark) {
        if (!kinds.contains(plan.fault().kind())) {
            return Optional.of(
                    "fault kind is '" + plan.fault().kind() + "'; allowed: " + String.join(", ", new TreeSet<>(kinds)));
        }
        if (plan.zones().size() > maxZones) {
            return Optional.of("the plan reaches " + plan.zones().size() + " zones (" + String.join(", ", plan.zones())
                    + "); allowed by blastRadius: " + maxZones);
        }
        Set<String> zones = new TreeSet<>(plan.zones());
        zones.addAll(dark);
        if (plan.fault() instanceof Fault.ZonePowerLoss && zones.size() > maxZones) {
            return Optional.of("with what is in force already, " + zones.size() + " zones would be hit ("
                    + String.join(", ", zones) + "); allowed by blastRadius: " + maxZones);
        }
        return Optional.empty();
    }
}

/// The reference app as a model: its own policies, control plane logic, zones and leases over modelled tasks, network
/// and customers, on one clock and one source of chance. Start with [io.gameday.reference.simulated.SimulatedApp].
@NullMarked
package io.gameday.reference.simulated;

import org.jspecify.annotations.NullMarked;

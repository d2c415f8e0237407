/// What the platform decides, and nothing else: values and time in, decisions out, without threads, sockets or clocks
/// of its own, so that the real control plane, the real router and the simulation decide alike. Start with
/// [io.gameday.reference.policy.ServiceScheduler] (one cell's tasks), [io.gameday.reference.policy.WeighAway] (the
/// zones) and [io.gameday.reference.policy.Routing] (one request).
@NullMarked
package io.gameday.reference.policy;

import org.jspecify.annotations.NullMarked;

/// The agent: a process of its own that injects faults, keeps their ledger, and takes them away when its controller is
/// gone. Start with [io.gameday.agent.AgentFaults] on the controller's side and [io.gameday.agent.AgentMain] on its own.
@NullMarked
package io.gameday.agent;

import org.jspecify.annotations.NullMarked;

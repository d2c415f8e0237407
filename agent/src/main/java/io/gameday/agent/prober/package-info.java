/// Independent looks, through the network, at whether a fault bites or is gone. Start with
/// [io.gameday.agent.prober.Prober].
@NullMarked
package io.gameday.agent.prober;

import org.jspecify.annotations.NullMarked;

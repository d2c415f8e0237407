/// The customers and the canaries: requests sent on a fixed schedule over real sockets, whatever the answers do, and
/// what became of them. Start with [io.gameday.traffic.HttpTraffic] and [io.gameday.traffic.Canaries].
@NullMarked
package io.gameday.traffic;

import org.jspecify.annotations.NullMarked;

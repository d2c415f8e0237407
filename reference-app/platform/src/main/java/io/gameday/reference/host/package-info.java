/// The host: the machines of the app's zones. It starts and ends processes, holds each zone's power and slots, and
/// enforces the lease of every fault it carries; it decides nothing. Start with [io.gameday.reference.host.HostMain].
@NullMarked
package io.gameday.reference.host;

import org.jspecify.annotations.NullMarked;

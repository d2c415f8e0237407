/// Requests that no endpoint of ours may take, made from requests that it does take. Start with
/// [io.gameday.hostile.HostileRequests]; other modules' tests use it, too.
@NullMarked
package io.gameday.hostile;

import org.jspecify.annotations.NullMarked;

/// The HTTP API of the proxy: Toxiproxy's, so that its clients drive ours, and what we offer besides under one key,
/// `gameday`. Start with [io.gameday.proxy.api.ProxyServer].
@NullMarked
package io.gameday.proxy.api;

import org.jspecify.annotations.NullMarked;

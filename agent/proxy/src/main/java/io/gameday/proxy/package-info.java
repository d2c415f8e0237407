/// A TCP proxy that can be told to misbehave: toxics per direction and connection as Toxiproxy has them, and faults
/// per HTTP request. Start with [io.gameday.proxy.Proxies].
@NullMarked
package io.gameday.proxy;

import org.jspecify.annotations.NullMarked;

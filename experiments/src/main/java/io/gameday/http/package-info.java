/// Small HTTP/1.1 servers and a client on Netty, for the endpoints our processes speak to each other through and for
/// the traffic of customers. Start with [io.gameday.http.HttpServer] and [io.gameday.http.HttpCaller].
@NullMarked
package io.gameday.http;

import org.jspecify.annotations.NullMarked;

/// How others speak to a run while its controller lives: a console, a second terminal, a phone. Start with
/// [io.gameday.endpoint.RunEndpoint] on the controller's side and [io.gameday.endpoint.RunClient] on the other.
@NullMarked
package io.gameday.endpoint;

import org.jspecify.annotations.NullMarked;

package io.gameday.chaostoolkit.play;

import io.gameday.chaostoolkit.Json;
import io.gameday.chaostoolkit.Provider;
import io.gameday.target.Reply;
import io.gameday.time.Clock.Cancellable;

/// Does what activities ask for: calls an address, starts a program, asks a function.
@FunctionalInterface
public interface Calls {

    /// Begins, and answers once on the loop, also when the call takes too long by the provider's own limit. An answer with
    /// a status of failure is an answer.
    ///
    /// @param provider with the values put in for its names
    /// @return what breaks it off; it may then answer or not
    Cancellable call(Provider provider, Reply<Json> reply);
}

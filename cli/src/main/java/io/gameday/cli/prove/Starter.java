package io.gameday.cli.prove;

import io.gameday.target.Reply;
import io.gameday.target.Task;
import java.util.List;
import java.util.function.Consumer;

/// What a campaign needs of the world.
interface Starter {

    /// The tasks that are healthy now; answered on the loop.
    void healthy(Reply<List<Task>> reply);

    /// Starts the controller of fault number `number`; answers on the loop when all of it is over.
    Attempt start(int number, Draw draw, Consumer<Proof> then);
}

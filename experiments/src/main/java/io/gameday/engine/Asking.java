package io.gameday.engine;

import io.gameday.target.Answer;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One question to a port. It is answered once, whatever the port does: an answer that does not come in time, or a
/// port that breaks while it is asked, is a failed answer; a second answer is dropped.
final class Asking<T> implements Reply<T> {

    private final Reply<T> reply;
    private Clock.@Nullable Cancellable givingUp;
    private boolean answered;

    private Asking(Reply<T> reply) {
        this.reply = reply;
    }

    /// @param what  what is asked, as a message says it
    /// @param limit how long to wait
    /// @param call  asks the port
    static <T> void ask(Clock clock, String what, Duration limit, Consumer<Reply<T>> call, Reply<T> reply) {
        Asking<T> asking = new Asking<>(reply);
        asking.givingUp = clock.at(limit, () -> asking.failed(what + " was not answered within " + Units.words(limit)));
        try {
            call.accept(asking);
        } catch (RuntimeException failure) {
            if (asking.answered) {
                // Not the port broke, but what came of its answer.
                throw failure;
            }
            asking.failed(what + " failed: " + failure);
        }
    }

    @Override
    public void accept(Answer<T> answer) {
        if (answered) {
            return;
        }
        answered = true;
        if (givingUp != null) {
            givingUp.cancel();
        }
        reply.accept(answer);
    }
}

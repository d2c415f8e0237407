package io.gameday.console.run;

import io.gameday.endpoint.RunClient;
import io.gameday.http.HttpCaller;
import io.gameday.journal.Event.PersonAsked.Turn;
import io.gameday.journal.JournalFailure;
import io.gameday.target.Answer;
import io.gameday.target.Reply;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The line to a controller through the run endpoint that its folder names.
final class EndpointLine implements ControllerLine {

    private final Path folder;
    private final HttpCaller caller;
    private final Executor ui;
    private volatile @Nullable RunClient client;

    EndpointLine(Path folder, HttpCaller caller, Executor ui) {
        this.folder = folder;
        this.caller = caller;
        this.ui = ui;
    }

    @Override
    public boolean alive() {
        try {
            Optional<RunClient> found = RunClient.of(folder, caller);
            found.ifPresent(there -> client = there);
            return found.isPresent();
        } catch (JournalFailure unreadable) {
            // An endpoint file that cannot be read leads to no controller; the next look may find a better one.
            return false;
        }
    }

    @Override
    public void greet(Runnable answered) {
        RunClient there = client;
        if (there != null) {
            there.state(answer -> {
                if (answer instanceof Answer.Ok) {
                    answered.run();
                }
            });
        }
    }

    @Override
    public Optional<RunControls> controls() {
        return Optional.ofNullable(client).map(Controls::new);
    }

    private final class Controls implements RunControls {

        private final RunClient there;

        private Controls(RunClient there) {
            this.there = there;
        }

        @Override
        public void stop(String by, String why, Reply<Asked> reply) {
            ask(reply, then -> there.stop(by, why, then));
        }

        @Override
        public void note(String role, String text, Reply<Asked> reply) {
            ask(reply, then -> there.note(role, text, then));
        }

        @Override
        public void acknowledge(String role, Reply<Asked> reply) {
            ask(reply, then -> there.acknowledge(role, then));
        }

        @Override
        public void answered(String id, Turn turn, String by, Reply<Asked> reply) {
            ask(reply, then -> there.answered(id, turn, by, then));
        }

        @Override
        public void goForTheAbsent(String by, String why, Reply<Asked> reply) {
            ask(reply, then -> there.go(by, "", true, why, then));
        }

        @Override
        public void endFault(String id, String by, Reply<Asked> reply) {
            ask(reply, then -> there.endFault(id, by, then));
        }
    }

    /// Calls `send`, and replies on the UI thread. What may not be sent at all is a failure like any other.
    private void ask(Reply<RunControls.Asked> reply, Consumer<Reply<Long>> send) {
        try {
            send.accept(answer -> ui.execute(() -> {
                switch (answer) {
                    case Answer.Ok<Long> ok -> reply.ok(new RunControls.Asked());
                    case Answer.Failed<Long>(String why) -> reply.failed(why);
                }
            }));
        } catch (IllegalArgumentException notAllowed) {
            reply.failed(String.valueOf(notAllowed.getMessage()));
        }
    }
}

package io.gameday.cli;

import io.gameday.endpoint.RunClient;
import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.journal.RunFolder;
import io.gameday.target.Answer;
import io.gameday.target.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/// Asks the controller of a run, which is another process, one thing.
final class SecondTerminal {

    private SecondTerminal() {
    }

    /// Returns what the controller answered.
    ///
    /// @throws Refused when there is no such run or a text is not allowed (2), nobody can be asked, or the run refuses (1)
    static <T> T ask(Path run, BiConsumer<RunClient, Reply<T>> what) {
        if (!Files.isDirectory(run)) {
            throw new Refused(ExitCodes.USAGE, "there is no run folder " + run
                    + ". Run folders are made by `gameday run`, in runs/ unless --out was given");
        }
        try (Network network = new Network("network"); HttpCaller caller = new HttpCaller(network)) {
            RunClient client = RunClient.of(run, caller).orElseThrow(() -> nobody(run));
            CompletableFuture<Answer<T>> answer = new CompletableFuture<>();
            what.accept(client, answer::complete);
            return switch (answer.join()) {
                case Answer.Ok<T>(T value) -> value;
                case Answer.Failed<T>(String why) -> throw new Refused(ExitCodes.FAILED, why);
            };
        } catch (IllegalArgumentException notAllowed) {
            throw new Refused(ExitCodes.USAGE, String.valueOf(notAllowed.getMessage()));
        }
    }

    private static Refused nobody(Path run) {
        if (!Files.exists(new RunFolder(run).journal())) {
            return new Refused(ExitCodes.FAILED, "run " + run + " has not begun to play: its system is still starting, "
                    + "or did not start. Ask again once it plays; until then Ctrl-C in its own terminal ends it");
        }
        return new Refused(ExitCodes.FAILED, "run " + run + " has no controller any more: it has ended, or was killed,"
                + " and then its faults ended by themselves within 8 s. See what came of it with: gameday report "
                + run);
    }
}

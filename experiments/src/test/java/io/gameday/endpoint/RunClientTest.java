package io.gameday.endpoint;

import io.gameday.journal.Event;
import io.gameday.journal.Event.PersonAsked.Turn;
import io.gameday.journal.JournalFailure;
import io.gameday.target.Answer;
import io.gameday.target.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class RunClientTest {

    private static final String NAME = "2026-11-21T14-01-32Z-test";

    @TempDir
    private Path parent;
    private PlayedRun run;

    @BeforeEach
    void play() throws IOException {
        run = new PlayedRun(parent);
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void aRunIsFollowedFromItsFolderToItsEnd() {
        RunClient client = run.client();
        assertThat(this.<RunClient.RunState>ask(client::state))
                .isEqualTo(new Answer.Ok<>(new RunClient.RunState(NAME, 0, false)));
        CompletableFuture<Answer<RunClient.Entries>> next = new CompletableFuture<>();
        client.events(0, Duration.ofSeconds(20), next::complete);
        run.append(new Event.NoteTaken("operator", "one"));
        assertThat(events(next.join())).containsExactly(new Event.NoteTaken("operator", "one"));
        run.end();
        assertThat(events(this.<RunClient.Entries>ask(reply -> client.events(1, Duration.ofSeconds(20), reply))))
                .singleElement().isInstanceOf(Event.RunEnded.class);
    }

    @Test
    void whatIsAskedOfItIsJournalledAndNumbered() {
        RunClient client = run.client();
        assertThat(List.of(this.<Long>ask(reply -> client.note("on-call", "a \"quoted\" ✓ text", reply)),
                this.<Long>ask(reply -> client.acknowledge("on-call", reply)),
                this.<Long>ask(reply -> client.endFault("f1", "the second terminal", reply)),
                this.<Long>ask(reply -> client.stop("console", "", reply))))
                .containsExactly(new Answer.Ok<>(1L), new Answer.Ok<>(2L), new Answer.Ok<>(3L), new Answer.Ok<>(4L));
        assertThat(events(this.<RunClient.Entries>ask(reply -> client.events(0, Duration.ZERO, reply))))
                .containsExactly(new Event.NoteTaken("on-call", "a \"quoted\" ✓ text"),
                        new Event.PageAcknowledged("on-call"),
                        new Event.FaultReverted("f1", "taken away by the second terminal", true, ""),
                        new Event.StopRequested("console", ""));
    }

    @Test
    void whatTheRunRefusesIsOneSentence() {
        assertThat(this.<Long>ask(reply -> run.client().endFault("../f 9?", "console", reply)))
                .isEqualTo(new Answer.Failed<>("run " + NAME
                        + " refuses: fault is '../f 9?'; allowed: a fault in force now, by its id in the journal, such as f1"));
    }

    @Test
    void whereNoPageIsOpenNothingIsAcknowledged() {
        RunClient client = run.client();
        assertThat(this.<Long>ask(reply -> client.acknowledge("on-call", reply))).isEqualTo(new Answer.Ok<>(1L));
        assertThat(this.<Long>ask(reply -> client.acknowledge("incident-manager", reply)))
                .isEqualTo(new Answer.Failed<>("run " + NAME + " refuses: no page is open"));
        assertThat(events(this.<RunClient.Entries>ask(reply -> client.events(0, Duration.ZERO, reply))))
                .containsExactly(new Event.PageAcknowledged("on-call"));
    }

    @Test
    void aTextThatIsNotAllowedIsNotSent() {
        assertThatThrownBy(() -> run.client().note("on-call", "", answer -> {
            throw new AssertionError("sent");
        })).isInstanceOf(IllegalArgumentException.class).hasMessage("text is ''; allowed: 1 to 4000 characters");
    }

    @Test
    void aRunThatHasEndedHasNobodyToAsk() {
        assertThat(RunClient.isPlayed(run.folder.path())).isTrue();
        run.endpoint.close();
        assertThat(RunClient.of(run.folder.path(), run.caller)).isEmpty();
        assertThat(RunClient.isPlayed(run.folder.path())).isFalse();
    }

    @Test
    void aRunWhoseControllerWasKilledHasNobodyToAsk() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        EndpointFile here = EndpointFile.read(run.folder.path()).orElseThrow();
        replace(new EndpointFile(here.address(), here.token(), gone.pid(), here.startTicks(), here.bootId()));
        assertThat(RunClient.of(run.folder.path(), run.caller)).isEmpty();
    }

    @Test
    void anotherProcessWithTheControllersPidIsNotAsked() throws IOException {
        EndpointFile here = EndpointFile.read(run.folder.path()).orElseThrow();
        replace(new EndpointFile(here.address(), here.token(), here.pid(), here.startTicks() - 1, here.bootId()));
        assertThat(RunClient.of(run.folder.path(), run.caller)).isEmpty();
    }

    @Test
    void aControllerThatDoesNotAnswerIsOneSentenceWithTheNextStep() {
        RunClient client = run.client();
        String address = "127.0.0.1:" + run.endpoint.address().getPort();
        run.endpoint.close();
        assertThat(this.<RunClient.RunState>ask(client::state)).isInstanceOfSatisfying(Answer.Failed.class,
                failed -> assertThat(failed.why())
                        .startsWith("the controller of run " + NAME + " does not answer at " + address + " (")
                        .endsWith("); its faults end by themselves within 8 s; check with: gameday recover"));
    }

    @Test
    void aControllerThatEndsWhileItIsWaitedForIsOneSentenceToo() {
        RunClient client = run.client();
        CompletableFuture<Answer<Long>> waiting = new CompletableFuture<>();
        client.endFault("never", "console", waiting::complete);
        run.neverEnding.join();
        run.endpoint.close();
        assertThat(waiting.join()).isInstanceOfSatisfying(Answer.Failed.class,
                failed -> assertThat(failed.why()).contains("ended before it answered", "gameday recover"));
    }

    @Test
    void whoWasAskedToBreakSomethingSaysThatItHasBegun() {
        RunClient client = run.client();
        Answer<Long> begun = this.<Long>ask(reply -> client.answered("f3", Turn.BEGIN, "facilitator", reply));
        assertThat(begun).isEqualTo(new Answer.Ok<>(run.tail.last()));
        assertThat(this.<Long>ask(reply -> client.answered("f3", Turn.END, "facilitator", reply)))
                .isEqualTo(new Answer.Failed<>(
                        "run " + NAME + " refuses: nobody was asked to end fault 'f3', or it was answered already"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com:80", "127.0.0.1:0", "127.0.0.1:99999", "127.0.0.1", "10.0.0.1:80"})
    void theTokenIsSentToNobodyElse(String address) throws IOException {
        EndpointFile here = EndpointFile.read(run.folder.path()).orElseThrow();
        replace(new EndpointFile(address, here.token(), here.pid(), here.startTicks(), here.bootId()));
        assertThatThrownBy(() -> RunClient.of(run.folder.path(), run.caller)).isInstanceOf(JournalFailure.class)
                .hasMessage(run.folder.path().resolve("endpoint.json") + ": address is '" + address
                        + "'; allowed: 127.0.0.1:PORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "{}", "[1]",
            "{\"address\":\"127.0.0.1:80\",\"token\":\"x\",\"pid\":\"no\"}"})
    void aFileThatIsNoEndpointIsNamed(String text) throws IOException {
        Path file = run.folder.path().resolve("endpoint.json");
        Files.writeString(file, text);
        assertThatThrownBy(() -> RunClient.of(run.folder.path(), run.caller)).isInstanceOf(JournalFailure.class)
                .hasMessageStartingWith(file + " is not ");
    }

    private void replace(EndpointFile file) throws IOException {
        file.write(run.folder);
    }

    private static List<Event> events(Answer<RunClient.Entries> answer) {
        assertThat(answer).isInstanceOf(Answer.Ok.class);
        return ((Answer.Ok<RunClient.Entries>) answer).value().entries().stream().map(entry -> entry.event()).toList();
    }

    private <T> Answer<T> ask(Consumer<Reply<T>> what) {
        CompletableFuture<Answer<T>> answer = new CompletableFuture<>();
        what.accept(answer::complete);
        return answer.join();
    }
}

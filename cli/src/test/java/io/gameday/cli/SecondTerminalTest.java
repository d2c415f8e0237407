package io.gameday.cli;

import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What a second terminal, or the program that started a run, does to it while it lives.
@Timeout(600)
class SecondTerminalTest {

    @TempDir
    private Path folder;
    @RegisterExtension
    private final Printed printed = new Printed();

    @AfterEach
    void listenNoMore() {
        System.clearProperty("gameday.home");
    }

    @Test
    void notesAndStopsARunInItsMiddle() throws Exception {
        // Without --with-parent a standard input that is closed means nothing.
        Path closed = Files.createFile(folder.resolve("nothing"));
        try (Controller controller = Controller.start(folder, Redirect.from(closed.toFile()))) {
            controller.await(Event.FaultInjected.class);
            String run = controller.run().toString();

            assertThat(Gameday.execute("note", run, "az1", "is", "red", "--role", "on-call")).isZero();
            assertThat(out()).matches("✓ noted as on-call, entry \\d+ of the journal\n");
            assertThat(Gameday.execute("note", run, "\u001b[2J")).isEqualTo(2);
            assertThat(err()).startsWith("text holds the control character U+001B");
            assertThat(Gameday.execute("stop", run, "--why", "a real incident")).isZero();
            assertThat(out()).startsWith("✓ the run is stopping: its faults are being taken away");

            assertThat(controller.ended()).isEqualTo(6);
            assertThat(controller.journal()).contains(new Event.NoteTaken("on-call", "az1 is red"),
                    new Event.StopRequested("gameday stop", "a real incident"));
            assertStoppedWithTheFaultGone(controller);
            assertThat(controller.run().resolve("endpoint.json")).doesNotExist();

            assertThat(Gameday.execute("stop", run)).isOne();
            assertThat(err()).startsWith("run " + run + " has no controller any more")
                    .endsWith("gameday report " + run + "\n").hasLineCount(1);
        }
    }

    @Test
    void acknowledgesTheOpenPageOfARunOnce() throws Exception {
        Path closed = Files.createFile(folder.resolve("nothing"));
        try (Controller controller = Controller.start(folder, Redirect.from(closed.toFile()))) {
            controller.await(Event.PageSent.class);
            String run = controller.run().toString();
            assertThat(Gameday.execute("acknowledge", run, "--by", "incident-manager")).isZero();
            assertThat(out()).matches("✓ acknowledged by incident-manager, entry \\d+ of the journal\n");
            assertThat(Gameday.execute("acknowledge", run)).isOne();
            assertThat(err()).endsWith("the page was acknowledged already, by incident-manager\n");
            assertThat(Gameday.execute("acknowledge", run, "--by", " ")).isEqualTo(2);
            assertThat(err()).startsWith("role is ' '; allowed: 1 to 60 characters");

            assertThat(Gameday.execute("stop", run)).isZero();
            assertThat(controller.ended()).isEqualTo(6);
            assertThat(controller.journal()).containsOnlyOnce(new Event.PageAcknowledged("incident-manager"));
            assertThat(Gameday.execute("acknowledge", run)).isOne();
            assertThat(err()).startsWith("run " + run + " has no controller any more");
        }
    }

    @Test
    void aRunEndsWithTheProgramThatStartedIt() throws Exception {
        try (Controller controller = Controller.start(folder, Redirect.PIPE, "--with-parent")) {
            controller.await(Event.FaultInjected.class);
            controller.closeStandardInput();

            assertThat(controller.ended()).isEqualTo(6);
            assertThat(controller.journal()).contains(new Event.StopRequested("the closed parent",
                    "standard input ended, so the program that started this run is gone"));
            assertStoppedWithTheFaultGone(controller);
        }
    }

    @Test
    void aRunWhoseParentIsGoneAlreadyInjectsNothing() throws Exception {
        Path closed = Files.createFile(folder.resolve("nothing"));
        try (Controller controller = Controller.start(folder, Redirect.from(closed.toFile()), "--with-parent")) {
            assertThat(controller.ended()).isEqualTo(6);
            if (Files.exists(folder.resolve("runs"))) {
                assertThat(controller.journal()).noneMatch(event -> event instanceof Event.FaultInjected);
            }
        }
    }

    @Test
    void theSameSeedWritesTheSameJournalAtAnySpeed() throws IOException {
        assertThat(journal("fast")).isEqualTo(journal("paced", "--speed", "1000"));
    }

    private String journal(String name, String... more) throws IOException {
        Path runs = folder.resolve(name);
        List<String> arguments = Stream
                .concat(Stream.of("run", "task-crash", "--on", "simulated", "--out", runs.toString()), Stream.of(more))
                .toList();
        assertThat(Gameday.execute(arguments.toArray(String[]::new))).isZero();
        try (Stream<Path> all = Files.list(runs)) {
            Path run = all.findFirst().orElseThrow();
            assertThat(run.resolve("endpoint.json")).doesNotExist();
            return Files.readString(run.resolve("journal.jsonl"));
        }
    }

    @ParameterizedTest
    @CsvSource({"local, 10, --speed is for --on simulated: real processes take the time they take.",
            "simulated, 0, --speed is 0.0; allowed: 0.1 to 1000 virtual seconds per second",
            "simulated, 1001, --speed is 1001.0; allowed: 0.1 to 1000 virtual seconds per second",
            "simulated, NaN, --speed is NaN; allowed: 0.1 to 1000 virtual seconds per second"})
    void aSpeedThatCannotBeIsAUsageError(String on, String speed, String message) {
        String runs = folder.resolve("runs").toString();
        assertThat(Gameday.execute("run", "task-crash", "--on", on, "--speed", speed, "--out", runs)).isEqualTo(2);
        assertThat(err()).startsWith(message).hasLineCount(1);
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"note", "stop", "acknowledge"})
    void whereThereIsNoRunTheMessageSaysWhereRunsAre(String command) {
        String[] arguments = command.equals("note")
                ? new String[]{"note", "nowhere", "text"}
                : new String[]{command, "nowhere"};
        assertThat(Gameday.execute(arguments)).isEqualTo(2);
        assertThat(err()).isEqualTo("there is no run folder nowhere. Run folders are made by `gameday run`, in "
                + "runs/ unless --out was given\n");
    }

    @Test
    void aRunWhoseSystemIsStillStartingCannotBeAskedYet() {
        assertThat(Gameday.execute("stop", folder.toString())).isOne();
        assertThat(err()).startsWith("run " + folder + " has not begun to play").hasLineCount(1);
    }

    private static void assertStoppedWithTheFaultGone(Controller controller) throws IOException {
        List<Event> journal = controller.journal();
        assertThat(journal).filteredOn(event -> event instanceof Event.FaultConfirmedGone).singleElement()
                .isInstanceOfSatisfying(Event.FaultConfirmedGone.class,
                        gone -> assertThat(gone.gone()).isEqualTo(Verdict.HELD));
        assertThat(journal.getLast()).isInstanceOfSatisfying(Event.RunEnded.class,
                end -> assertThat(end.exitCode()).isEqualTo(6));
        assertThat(controller.run().resolve("coe.md")).exists();
    }

    private static String said(ByteArrayOutputStream stream) {
        String text = stream.toString(StandardCharsets.UTF_8);
        stream.reset();
        return text;
    }

    private String out() {
        String text = printed.out();
        printed.reset();
        return text;
    }

    private String err() {
        String text = printed.err();
        printed.reset();
        return text;
    }
}

package io.gameday.console;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.browser.Chromium;
import io.gameday.console.debrief.Desk;
import io.gameday.console.prepare.Machine;
import io.gameday.console.prepare.ThisMachine;
import io.gameday.console.text.Texts;
import io.gameday.journal.Event;
import io.gameday.journal.PersonAct;
import io.gameday.journal.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

/// A game day as it is held: one person at the console, three with the page in a browser of their own, and one of these
/// stops it. The fault lasts so long that no slow machine sees its end.
@ExtendWith(ApplicationExtension.class)
class WholeGameDayTest {

    private static final String FILE = "long-power-loss.yaml";

    private static final String FEED = ".feed";
    private static final List<String> ROLES = List.of("responder", "observer", "scribe");

    private final DayFolder day = DayFolder.make();
    private final Path here = day.path();
    private final Clicks screen = new Clicks("whole-game-day");

    private final Desk desk = new Desk() {
        @Override
        public Optional<Path> saveAs(String name) {
            throw new AssertionError("nobody exported " + name);
        }

        @Override
        public void open(Path folder) {
            throw new AssertionError("nobody asked for " + folder);
        }
    };

    @Start
    void start(Stage stage) throws IOException {
        String shipped = Files.readString(SimulatedRun.catalog().resolve("az-power-loss.yaml"));
        Path own = Files.createDirectories(here.resolve("gamedays"));
        Files.writeString(own.resolve(FILE), shipped.replace("for: 40s", "for: 20h"));
        new ConsoleWindow(stage, DayFolder.gameday(SimulatedInstead.class.getName()), DayFolder.home(), here,
                new StateFolder(here.resolve("state")), desk).open(null);
    }

    /// Where the test ended before the run did.
    @AfterEach
    void endWhatIsLeft() {
        ProcessHandle.current().children().filter(child -> Arrays.asList(child.info().arguments().orElse(new String[0]))
                .contains(SimulatedInstead.class.getName())).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void threeGuestsSealSayGoNoteNoticeAcknowledgeAndStop() throws Exception {
        Path program = Chromium.installed().orElse(null);
        Assumptions.assumeTrue(program != null, "no chromium, chromium-browser or google-chrome on the PATH");
        Machine.Seen room = new ThisMachine(new StateFolder(here), here, here).room();
        Assumptions.assumeTrue(room.well(), () -> "the console starts nothing on this machine now: " + room.what());

        theRunIsPreparedWithThreeInvited();
        screen.until(() -> saidGo(0, 0));
        List<String> links = ROLES.stream().map(this::copied).toList();
        try (Chromium responder = browser(program, "responder");
                Chromium observer = browser(program, "observer");
                Chromium scribe = browser(program, "scribe")) {
            List<Chromium> guests = List.of(responder, observer, scribe);
            for (int i = 0; i < ROLES.size(); i++) {
                Chromium guest = guests.get(i);
                guest.open(links.get(i));
                guest.until("typeof view !== 'undefined' && view && !document.getElementById('lobby').hidden");
                assertThat(guest.evaluate("view.you").asString("")).isEqualTo(ROLES.get(i));
            }
            theySealAndSayGo(responder, observer, scribe);
            theyNoteNoticeAndAcknowledge(responder, observer, scribe);
            observer.click("#stop");
            until("stop asked for by observer");
            guests.forEach(guest -> guest.until("document.getElementById('line').textContent.match(/ended|is over/)"));
            guests.forEach(guest -> assertThat(guest.complaints).isEmpty());
        }
        theConsoleTellsWhoStoppedAndNobodysPrediction();
        screen.click("#live-debrief");
        screen.until(() -> screen.shown("#debrief-verdict"));
        predictionsAreOpenedWithoutWhose();
        theTimelineHasWhatPeopleSaid();
    }

    private void theRunIsPreparedWithThreeInvited() {
        screen.click("#home-search");
        screen.robot().write("long-power-loss");
        screen.click(FILE);
        screen.until(() -> screen.shown("#yaml"));
        screen.click("#invite");
        ROLES.forEach(screen::choose);
        screen.until(() -> screen.shown(Texts.of("prepare.guests.many", 3)));
        screen.robot().type(KeyCode.ESCAPE);
        screen.click("#everybody-knows");
        screen.click("#play");
    }

    private Chromium browser(Path program, String profile) throws IOException, InterruptedException {
        return new Chromium(program, here.resolve(profile));
    }

    /// As the facilitator takes it from the console to hand it out.
    private String copied(String role) {
        screen.clickCalled(copyOf(role));
        return Clicks.onScreen(() -> Clipboard.getSystemClipboard().getString());
    }

    private static String copyOf(String role) {
        return Texts.of("live.people.copy-of", role);
    }

    private boolean saidGo(int go, int here) {
        return screen.shown(Texts.of("live.people.summary", go, 3, here));
    }

    private void theySealAndSayGo(Chromium responder, Chromium observer, Chromium scribe) throws IOException {
        seal(responder, "zone-impact of az1", "900", "tasks move away");
        seal(observer, "page", "0", "");
        seal(scribe, "", "", "nothing at all");
        sayGo(responder);
        sayGo(observer);
        screen.until(() -> saidGo(2, 3));
        ROLES.forEach(role -> until(role + " sealed prediction"));
        assertThat(day.events(Event.FaultInjected.class)).isEmpty();
        // Who hands out links with the keyboard does not lose their place when somebody arrives.
        assertThat(screen.called(copyOf(ROLES.getLast())))
                .hasValueSatisfying(button -> assertThat(button.isFocused()).isTrue());
        sayGo(scribe);
        screen.until(() -> saidGo(3, 3));
    }

    private void theyNoteNoticeAndAcknowledge(Chromium responder, Chromium observer, Chromium scribe) {
        screen.until(() -> !day.events(Event.FaultInjected.class).isEmpty());
        List<Chromium> guests = List.of(responder, observer, scribe);
        guests.forEach(guest -> guest.until("document.getElementById('sealing').hidden"));
        guests.forEach(guest -> guest.until("!document.getElementById('paged').hidden"));
        write(scribe, "az1 is red here", "button.main");
        write(observer, "orders hang", "button.plain");
        responder.click("#ack");
        guests.forEach(guest -> guest.until("document.getElementById('ack').disabled"));
        until("note by scribe: az1 is red here");
        until("observer noticed, without an alarm: orders hang");
        until("page acknowledged by responder");
    }

    private void theConsoleTellsWhoStoppedAndNobodysPrediction() throws IOException {
        screen.until(() -> screen.shown(Texts.of("live.banner.ended-text", 6, "stopped by observer")));
        screen.until(() -> screen.enabled("#stop").isEmpty());
        assertThat(screen.lines(FEED)).filteredOn(line -> line.contains("a sealed prediction")).hasSize(3)
                .noneMatch(WholeGameDayTest::namesAGuest);
        assertThat(day.events(Event.StopRequested.class)).containsExactly(new Event.StopRequested("observer", ""));
        assertThat(day.events(Event.FaultConfirmedGone.class)).singleElement()
                .satisfies(gone -> assertThat(gone.gone()).isEqualTo(Verdict.HELD));
        screen.until(() -> Files.notExists(day.onlyRun().resolve("invitations.json")));
    }

    private static boolean namesAGuest(String line) {
        return ROLES.stream().anyMatch(line::contains);
    }

    /// Returns when Live tells it.
    private void until(String happened) {
        screen.until(() -> screen.lines(FEED).stream().anyMatch(line -> line.contains(happened)));
    }

    private static void seal(Chromium guest, String signal, String within, String system) {
        guest.type("#signal", signal);
        guest.type("#within", within);
        guest.type("#system", system);
        guest.click("#sealform button");
        guest.until("document.getElementById('sealsaid').textContent.startsWith('✓')");
    }

    private static void sayGo(Chromium guest) {
        guest.click("#goform button.main");
        guest.until("document.getElementById('gosaid').textContent.startsWith('✓')");
    }

    private static void write(Chromium guest, String text, String button) {
        guest.type("#text", text);
        guest.click("#noteform " + button);
        guest.until("document.getElementById('notesaid').textContent.startsWith('✓')");
    }

    private void predictionsAreOpenedWithoutWhose() throws IOException {
        screen.until(() -> screen.lines("#debrief-predictions").stream().filter(line -> line.contains("somebody"))
                .count() == 3);
        assertThat(screen.lines("#debrief-predictions")).filteredOn(line -> line.contains("somebody"))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains(Texts.of("debrief.guess.hit"),
                                "signal: zone-impact of az1; within: 900 s; system: tasks move away"),
                        line -> assertThat(line).contains(Texts.of("debrief.guess.miss"), "signal: page; within: 0 s"),
                        line -> assertThat(line).contains(Texts.of("debrief.guess.unobserved"),
                                "system: nothing at all"))
                .noneMatch(WholeGameDayTest::namesAGuest);
        assertThat(day.events(Event.PersonActed.class)).filteredOn(acted -> acted.act() instanceof PersonAct.Opened)
                .hasSize(3);
    }

    private void theTimelineHasWhatPeopleSaid() throws IOException {
        Path coe = day.onlyRun().resolve("coe.md");
        screen.until(() -> Files.exists(coe));
        List<String> timeline = Files.readAllLines(coe).stream().filter(line -> line.contains("| J-")).toList();
        assertThat(timeline).anyMatch(row -> row.contains("az1 is red here") && row.contains("scribe"))
                .anyMatch(row -> row.contains("orders hang") && row.contains("observer"))
                .anyMatch(row -> row.contains("Page acknowledged") && row.contains("responder"))
                .anyMatch(row -> row.contains("Stop asked for") && row.contains("observer"))
                .filteredOn(row -> row.contains("Predicted,")).hasSize(3).noneMatch(WholeGameDayTest::namesAGuest);
    }
}

package io.gameday.cli;

import io.gameday.journal.Event;
import io.gameday.journal.PersonAct;
import io.gameday.people.Invitations;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The page of those who were invited, in a real browser, against a run that is a process of its own.
@Timeout(600)
class GuestPageTest {

    private static final Path PICTURES = Repository.root().resolve("cli/target/people");
    private static final String WRITTEN = "<img src=x onerror=\"document.title='owned'\"> az1 is red";

    /// The browser may still write into its profile while that is removed.
    @TempDir(cleanup = CleanupMode.NEVER)
    private Path folder;
    @RegisterExtension
    private final Printed printed = new Printed();

    @Test
    void aGameDayOnAPhone() throws Exception {
        Path program = Chromium.installed().orElse(null);
        Assumptions.assumeTrue(program != null, "no chromium, chromium-browser or google-chrome on the PATH");
        Path closed = Files.createFile(folder.resolve("nothing"));
        try (Controller controller = Controller.start(folder, Redirect.from(closed.toFile()), "--invite",
                "facilitator,responder,observer", "--wait", "12h")) {
            controller.await(Event.PersonActed.class);
            Path run = controller.run();
            Invitations invitations = Invitations.read(run).orElseThrow();
            try (Chromium phone = new Chromium(program, folder.resolve("profile"))) {
                phone.open(link(invitations, "responder"));
                phone.until("typeof view !== 'undefined' && view !== null && !document.getElementById('lobby').hidden");
                assertThat(phone.evaluate("location.hash").stringValue()).isEmpty();
                pictures(phone, "1-lobby");

                phone.type("#signal", "zone-impact of az1");
                phone.type("#within", "15");
                phone.type("#todo", "nothing");
                phone.click("#sealform button");
                phone.until("document.getElementById('sealsaid').textContent.startsWith('✓ sealed as q1')");
                phone.click("#goform button.main");
                phone.until("document.getElementById('gosaid').textContent === '✓ you said go'");
                assertThat(Gameday.execute("go", run.toString(), "--why", "they watch from the back row")).isZero();

                controller.await(Event.PageSent.class);
                phone.until("!document.getElementById('paged').hidden");
                // Without the network what is written stays in the phone, and comes in once.
                phone.offline(true);
                phone.type("#text", WRITTEN);
                phone.click("#noteform button.main");
                phone.until("document.getElementById('mine').childElementCount === 1");
                phone.until("!document.getElementById('line').hidden");
                pictures(phone, "2-away");
                phone.offline(false);
                phone.until("document.getElementById('notesaid').textContent === '✓ noted'");
                phone.until("document.getElementById('feed').textContent.includes('az1 is red')");
                phone.click("#ack");
                phone.until("document.getElementById('paged').hidden");
                pictures(phone, "3-respond");
                phone.click("#stop");
                phone.until("document.getElementById('stop').textContent !== 'STOP'");
                pictures(phone, "4-stopping");
                assertThat(phone.evaluate("document.title").stringValue()).isEqualTo("responder · game day");
                assertThat(phone.evaluate("document.querySelectorAll('img').length").intValue()).isZero();
                assertThat(phone.complaints).isEmpty();
            }
            assertThat(controller.ended()).isEqualTo(6);
            List<Event> journal = controller.journal();
            assertThat(journal).filteredOn(Event.NoteTaken.class::isInstance).extracting(Object::toString)
                    .filteredOn(note -> note.contains("az1 is red")).hasSize(1);
            assertThat(journal).contains(new Event.StopRequested("responder", ""),
                    new Event.PageAcknowledged("responder"), new Event.PersonActed("observer",
                            new PersonAct.Answered(true, "owner", "they watch from the back row")));
            assertThat(journal).filteredOn(
                    event -> event instanceof Event.PersonActed acted && acted.act() instanceof PersonAct.Opened)
                    .hasSize(1);
            assertThat(run.resolve("invitations.json")).doesNotExist();
            assertThat(Files.readString(run.resolve("coe.html"))).doesNotContain("<img src=x");
        }
    }

    private static String link(Invitations invitations, String role) {
        return invitations.links().stream().filter(link -> link.role().equals(role)).findFirst().orElseThrow().link();
    }

    private static void pictures(Chromium browser, String name) throws Exception {
        for (String scheme : List.of("light", "dark")) {
            browser.picture(390, 844, scheme, PICTURES.resolve(name + "-phone-" + scheme + ".png"));
            assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth").booleanValue())
                    .as("nothing lies beside the screen").isTrue();
            browser.picture(1280, 800, scheme, PICTURES.resolve(name + "-laptop-" + scheme + ".png"));
        }
    }
}

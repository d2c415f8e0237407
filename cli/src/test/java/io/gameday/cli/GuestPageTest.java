package io.gameday.cli;

import io.gameday.browser.Chromium;
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
            try (Chromium phone = new Chromium(program, folder.resolve("profile"));
                    Chromium japanese = new Chromium(program, folder.resolve("japanese"), "ja")) {
                japanese.open(link(invitations, "observer"));
                japanese.until("typeof view !== 'undefined' && view !== null");
                phone.open(link(invitations, "responder"));
                phone.until("typeof view !== 'undefined' && view !== null && !document.getElementById('lobby').hidden");
                assertThat(phone.evaluate("location.hash").stringValue()).isEmpty();
                pictures(phone, "1-lobby");
                theLobbyInJapanese(japanese);

                phone.type("#signal", "zone-impact of az1");
                phone.type("#within", "15");
                phone.type("#todo", "nothing");
                phone.click("#sealform button");
                phone.until("document.getElementById('sealsaid').textContent.startsWith('✓ sealed as q2')");
                phone.click("#goform button.main");
                phone.until("document.getElementById('gosaid').textContent === '✓ you said go'");
                assertThat(Gameday.execute("go", run.toString(), "--why", "they watch from the back row")).isZero();

                controller.await(Event.PageSent.class);
                phone.until("!document.getElementById('paged').hidden");
                japanese.until("!document.getElementById('paged').hidden");
                japanese.offline(true);
                japanese.type("#text", "注文が遅い");
                japanese.click("#noteform button.plain");
                japanese.until("document.getElementById('line').textContent.startsWith('実行から応答がありません')");
                pictures(japanese, "2-away-ja");
                japanese.offline(false);
                japanese.until("document.getElementById('feed').textContent.includes('observer がアラームなしで気づいた: 注文が遅い')");
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
                phone.until("document.getElementById('ack').disabled");
                pictures(phone, "3-respond");
                japanese.until("document.getElementById('feed').textContent.includes('responder が呼び出しに応答')");
                japanese.evaluate("call('POST', '/v1/acknowledgements', { id: fresh() })"
                        + ".then(({ told }) => say('acksaid', () => why(told)))");
                japanese.until(
                        "document.getElementById('acksaid').textContent" + " === 'この呼び出しには responder がすでに応答しています'");
                japanese.picture(390, 2600, "light", PICTURES.resolve("3-respond-ja-long.png"));
                pictures(japanese, "3-respond-ja");
                phone.click("#stop");
                phone.until("document.getElementById('stop').textContent !== 'STOP'");
                pictures(phone, "4-stopping");
                japanese.until("document.getElementById('line').textContent.startsWith('responder の要求で')"
                        + " || document.getElementById('line').textContent.includes('終わりました')");
                pictures(japanese, "4-stopping-ja");
                japanese.until("document.getElementById('line').textContent.includes('終わりました')");
                // What would be written now would reach nobody.
                japanese.until("document.getElementById('text').readOnly");
                pictures(japanese, "5-ended-ja");
                japanese.picture(390, 6000, "dark", PICTURES.resolve("5-ended-ja-long.png"));
                assertThat(phone.evaluate("document.title").stringValue()).isEqualTo("responder · game day");
                assertThat(phone.evaluate("document.querySelectorAll('img').length").intValue()).isZero();
                assertThat(phone.complaints).isEmpty();
                assertThat(japanese.complaints).isEmpty();
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
                    .hasSize(2);
            assertThat(run.resolve("invitations.json")).doesNotExist();
            assertThat(Files.readString(run.resolve("coe.html"))).doesNotContain("<img src=x");
        }
    }

    /// Whoever reads Japanese is refused in Japanese, may change to English for this tab, and their keyboard's digits count.
    private static void theLobbyInJapanese(Chromium phone) throws Exception {
        assertThat(phone.evaluate("document.documentElement.lang").stringValue()).isEqualTo("ja");
        assertThat(phone.evaluate("location.hash").stringValue()).isEmpty();
        pictures(phone, "1-lobby-ja");
        phone.picture(390, 2200, "dark", PICTURES.resolve("1-lobby-ja-long.png"));
        phone.click("#goform button.plain");
        phone.until("document.getElementById('gosaid').textContent === '× NO-GO には理由が必要です'");
        phone.click("#sealform button");
        phone.until("document.getElementById('sealsaid').textContent.startsWith('× 予測が空です')");
        phone.click("#languages button[lang=en]");
        assertThat(phone.evaluate("document.getElementById('gosaid').textContent").stringValue())
                .isEqualTo("× a no-go needs a reason");
        phone.open(phone.evaluate("location.href").stringValue());
        phone.until("typeof view !== 'undefined' && view !== null");
        assertThat(phone.evaluate("document.documentElement.lang").stringValue()).isEqualTo("en");
        phone.click("#languages button[lang=ja]");
        phone.type("#signal", "page");
        phone.type("#within", "９０");
        phone.click("#sealform button");
        phone.until("document.getElementById('sealsaid').textContent.startsWith('✓ q1 として封印しました')");
        assertThat(phone.evaluate("document.title").stringValue()).isEqualTo("observer · ゲームデー");
    }

    private static String link(Invitations invitations, String role) {
        return invitations.links().stream().filter(link -> link.role().equals(role)).findFirst().orElseThrow().link();
    }

    private static void pictures(Chromium browser, String name) throws Exception {
        for (String scheme : List.of("light", "dark")) {
            browser.picture(390, 844, scheme, PICTURES.resolve(name + "-phone-" + scheme + ".png"));
            assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth").booleanValue())
                    .as("nothing lies beside the screen").isTrue();
            assertThat(browser.evaluate("[...document.querySelectorAll('button, h1, h2, label, p, li')]"
                    + ".filter(element => element.scrollWidth > element.clientWidth + 1)"
                    + ".map(element => element.textContent).join()").stringValue()).as("cut off").isEmpty();
            browser.picture(1280, 800, scheme, PICTURES.resolve(name + "-laptop-" + scheme + ".png"));
        }
    }
}

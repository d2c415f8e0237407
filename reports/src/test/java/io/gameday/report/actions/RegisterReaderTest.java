package io.gameday.report.actions;

import io.gameday.report.actions.Register.Unreadable;
import io.gameday.report.export.RegisterCsv;
import io.gameday.report.export.RegisterHtml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RegisterReaderTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @TempDir
    private Path runs;

    private void coe(String folder, String text) throws IOException {
        Files.writeString(Files.createDirectories(runs.resolve(folder)).resolve("coe.yaml"), text);
    }

    private Register read() throws IOException {
        return RegisterReader.read(runs, TODAY);
    }

    @Test
    void overdueOnesComeFirstThenByTheirDayAndThoseWithoutLast() throws IOException {
        coe("2026-11-01-by-hand", """
                coe: 1
                actions:
                  - { id: A1, title: never }
                  - { id: A2, title: soon, due: 2026-12-01 }
                  - { id: A3, title: late, due: 2026-11-20 }
                  - { id: A4, title: today, due: 2026-11-22 }
                  - { id: A5, title: later, due: 2026-11-21 }
                  - { id: A6, title: was, due: 2026-10-01, status: done, verifiedBy: run-7 }
                """);

        Register register = read();

        assertThat(register.actions()).extracting(Registered::id).containsExactly("A3", "A5", "A6", "A4", "A2", "A1");
        assertThat(register.actions()).extracting(Registered::overdue).containsExactly(2L, 1L, 0L, 0L, 0L, 0L);
        assertThat(register.actions()).extracting(Registered::age).containsOnly(21L);
        assertThat(register.open()).isEqualTo(5);
        assertThat(register.overdue()).isEqualTo(2);
    }

    @Test
    void theDayOfACoeMadeByHandIsThatOfItsFolderElseTheLastThatPeopleToldOf() throws IOException {
        coe("kinesis", """
                coe: 1
                timeZone: Asia/Tokyo
                timeline: [ { at: 2026-11-20 00:30:00, text: a }, { at: 2026-11-19 00:30:00, text: b } ]
                actions: [ { id: A1 } ]
                """);
        coe("unknown", "coe: 1\nactions: [ { id: A1 } ]\n");

        assertThat(read().actions()).extracting(Registered::age).containsExactly(2L, null);
    }

    @Test
    void anUnreadableFileIsToldWithItsProblemsAndTheOthersAreThere() throws IOException {
        coe("a", "coe: 1\nactions: [ { id: A1, due: soon } ]\n");
        coe("b", "coe: 1\nactions: [ { id: A1, title: fine } ]\n");
        coe("c", "coe: 1\nactions: [ { id: A1, title: kept } ]\n");
        Files.writeString(runs.resolve("c/journal.jsonl"), "nonsense\nmore\n{}\n");
        Files.createDirectories(runs.resolve("no-coe"));

        Register register = read();

        assertThat(register.actions()).extracting(Registered::title).containsExactly("fine", "kept");
        assertThat(register.unreadable()).extracting(Unreadable::file)
                .containsExactly(runs.resolve("a/coe.yaml").toString(), runs.resolve("c/journal.jsonl").toString());
        assertThat(register.unreadable().getFirst().problems()).containsExactly(
                runs.resolve("a/coe.yaml") + ":2:27: actions[1].due is 'soon'; allowed: a date such as 2026-12-01");
    }

    @Test
    void theSameTitleInAnotherCoeOfTheComponentIsARecurrenceWhileBothAreOpen() throws IOException {
        coe("a", "coe: 1\ntags: [router]\nactions: [ { id: A1, title: 'Add alarm: p99' } ]\n");
        coe("b", "coe: 1\ntags: [router, edge]\nactions: [ { id: A7, title: add alarm  p99 } ]\n");
        coe("c", "coe: 1\ntags: [database]\nactions: [ { id: A1, title: Add alarm p99 } ]\n");
        coe("d", "coe: 1\ntags: [router]\nactions: [ { id: A1, title: Add alarm p99, status: done } ]\n");

        assertThat(read().actions()).extracting(action -> String.join(" ", action.recurrences()))
                .containsExactly("b/A7", "a/A1", "", "");
    }

    @Test
    void aSpreadsheetTakesNoCellForAFormula() throws IOException {
        coe("2026-11-21-x",
                """
                        coe: 1
                        title: 日本語
                        actions:
                          - { id: A1, title: '=HYPERLINK("http://x")', owner: "a, b", doneWhen: "+1", ticket: "@x", provedBy: "-y" }
                          - id: A2
                            title: |
                              two
                              lines
                        """);

        assertThat(RegisterCsv.write(read())).isEqualTo("""
                run,id,title,owner,age days,due,overdue days,horizon,type,addresses,done when,proved by,status,\
                verified by,ticket,recurs in,coe
                2026-11-21-x,A1,"'=HYPERLINK(""http://x"")","a, b",1,,,,,,'+1,'-y,open,,'@x,,日本語
                2026-11-21-x,A2,"two<LF>lines",,1,,,,,,,,open,,,,日本語
                """.replace("\n", "\r\n").replace("<LF>", "\n"));
    }

    @Test
    void onPaperEverythingIsEscapedAndNothingIsLoaded() throws IOException {
        coe("a", "coe: 1\nactions: [ { id: A1, title: <script>x</script>, due: 2026-11-20, type: reduce-blast-radius } ]\n");
        coe("b", "coe: 2\n");

        String html = RegisterHtml.write(read(), null);

        assertThat(html).contains("&lt;script&gt;x", "overdue: 2 d", "not known", "reduce-blast-radius",
                "1 open, 1 of them overdue", "b/coe.yaml could not be read", "coe is 2; allowed: 1 to 1",
                "default-src 'none'").doesNotContain("<script", "http://", "https://", "src=");
    }
}

package io.gameday.report.incident;

import io.gameday.report.incident.PastedNotes.Note;
import io.gameday.report.lint.Lexicon;
import io.gameday.signal.Period;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PastedNotesTest {

    private static final Lexicon LEXICON = Lexicon.read(null).lexicon().orElseThrow();
    private static final Period AFTERNOON = new Period(Instant.parse("2026-11-21T13:00:00Z"),
            Instant.parse("2026-11-21T15:00:00Z"));

    private static PastedNotes read(String text, Period period, String zone) {
        return PastedNotes.read("chat.txt", text, period, ZoneId.of(zone), LEXICON::role);
    }

    private static PastedNotes read(String text) {
        return read(text, AFTERNOON, "UTC");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"14:02 errors rise | 14:02:00", "14:02:05 errors rise | 14:02:05",
            "[14:02] errors rise | 14:02:00", "(14:02:05) errors rise | 14:02:05", "14:02 — errors rise | 14:02:00",
            "14:02 - errors rise | 14:02:00", "14:02: errors rise | 14:02:00", "- 14:02 errors rise | 14:02:00",
            "2:02 PM errors rise | 14:02:00", "2026-11-21T14:02:05Z errors rise | 14:02:05",
            "2026-11-21T15:02:05.5+01:00 errors rise | 14:02:05.5", "2026-11-21 14:02 errors rise | 14:02:00",
            "[2026-11-21, 14:02:05] errors rise | 14:02:05", "[11/21/2026 2:02 PM] errors rise | 14:02:00",
            "21.11.2026 14:02 errors rise | 14:02:00"})
    void aNoteBeginsWithItsTime(String line, String time) {
        assertThat(read(line).notes())
                .containsExactly(new Note(Instant.parse("2026-11-21T" + time + "Z"), "participant", "errors rise", 1));
    }

    @Test
    void timesWithoutAZoneAreThoseOfTheZoneThatIsGiven() {
        assertThat(read("15:02 errors rise", AFTERNOON, "Europe/Berlin").notes()).extracting(Note::at)
                .containsExactly(Instant.parse("2026-11-21T14:02:00Z"));
    }

    @Test
    void linesWithoutATimeGoOnWithTheNoteAbove() {
        assertThat(read("14:02 errors rise\n  in cell-1\n\nand cell-2\n14:05 less").notes()).extracting(Note::text)
                .containsExactly("errors rise in cell-1 and cell-2", "less");
    }

    @Test
    void whatStandsBeforeTheFirstTimeIsKeptAndTold() {
        PastedNotes pasted = read("#incident-42\n14:02 errors rise");

        assertThat(pasted.notes()).extracting(Note::at, Note::text).containsExactly(
                tuple(AFTERNOON.from(), "(before the first time) #incident-42"),
                tuple(Instant.parse("2026-11-21T14:02:00Z"), "errors rise"));
        assertThat(pasted.troubles())
                .containsExactly("chat.txt: 1 line before the first time; kept as one note at 2026-11-21T13:00:00Z");
    }

    @Test
    void aFileWithoutAnyTimeIsOneNote() {
        assertThat(read("errors rise\nand fall").notes()).extracting(Note::text)
                .containsExactly("(before the first time) errors rise and fall");
    }

    @Test
    void whoeverWroteIsARoleAndNamesStayBehind() {
        PastedNotes pasted = read("""
                [14:02] Anna Smith: checkout fails, @bob.jones please look
                [14:03] Bob Jones: I see it too, so does Anna; mail anna.smith@example.com
                [14:04] on-call engineer: paged @here
                """);

        assertThat(pasted.notes()).extracting(Note::role, Note::text).containsExactly(
                tuple("participant", "checkout fails, participant please look"),
                tuple("participant", "I see it too, so does participant; mail (mail address left out)"),
                tuple("on-call engineer", "paged @here"));
        assertThat(pasted.names()).containsExactly("Anna Smith", "Bob Jones", "bob.jones");
        assertThat(pasted.words()).isEqualTo("3 notes; 3 names and 1 mail address left out");
    }

    @Test
    void aSubjectBeforeAColonIsNobody() {
        PastedNotes pasted = read("14:02 checkout: errors rise\n14:03 Decision: roll back\n14:04 all well");

        assertThat(pasted.notes()).extracting(Note::text).containsExactly("checkout: errors rise",
                "Decision: roll back", "all well");
        assertThat(pasted.names()).isEmpty();
    }

    @Test
    void whereMostNotesHaveSomebodyASmallWordIsSomebodyToo() {
        PastedNotes pasted = read("14:02 anna: errors rise\n14:03 bob: I look\n14:04 anna: all well");

        assertThat(pasted.notes()).extracting(Note::role, Note::text).containsExactly(
                tuple("participant", "errors rise"), tuple("participant", "I look"), tuple("participant", "all well"));
        assertThat(pasted.names()).containsExactly("anna", "bob");
    }

    @Test
    void aTimeMayStandOnALineOfItsOwnOrBehindTheName() {
        PastedNotes pasted = read("""
                Anna Smith
                14:02
                errors rise

                Bob Jones  2:05 PM
                restarted cell-1
                it helps
                [14:09] Anna Smith
                all well
                """);

        assertThat(pasted.notes()).extracting(Note::at, Note::role, Note::text).containsExactly(
                tuple(Instant.parse("2026-11-21T14:02:00Z"), "participant", "errors rise"),
                tuple(Instant.parse("2026-11-21T14:05:00Z"), "participant", "restarted cell-1 it helps"),
                tuple(Instant.parse("2026-11-21T14:09:00Z"), "participant", "all well"));
    }

    @Test
    void afterMidnightTheNextDayHasBegun() {
        Period night = new Period(Instant.parse("2026-11-21T23:30:00Z"), Instant.parse("2026-11-22T01:00:00Z"));

        assertThat(read("23:50 slow\n00:05 slower\n00:20 well", night, "UTC").notes()).extracting(Note::at)
                .containsExactly(Instant.parse("2026-11-21T23:50:00Z"), Instant.parse("2026-11-22T00:05:00Z"),
                        Instant.parse("2026-11-22T00:20:00Z"));
    }

    @Test
    void notesOutOfOrderAreOfTheSameDayAndSorted() {
        assertThat(read("14:05 slow\n14:02 a deployment").notes()).extracting(Note::at, Note::text).containsExactly(
                tuple(Instant.parse("2026-11-21T14:02:00Z"), "a deployment"),
                tuple(Instant.parse("2026-11-21T14:05:00Z"), "slow"));
    }

    @Test
    void aNoteOfAnotherTimeThanTheIncidentIsKeptAndTold() {
        PastedNotes pasted = read("12:30 deployed v42\n14:02 errors rise");

        assertThat(pasted.notes()).extracting(Note::at).startsWith(Instant.parse("2026-11-21T12:30:00Z"));
        assertThat(pasted.troubles()).containsExactly(
                "chat.txt:1: the note of 2026-11-21T12:30:00Z is not between --from and --to; kept as it is");
    }

    @Test
    void whatIsNoTimeIsText() {
        assertThat(read("14:02 see\n25:00 is no time\n3:1 was the score").notes()).extracting(Note::text)
                .containsExactly("see 25:00 is no time 3:1 was the score");
    }
}

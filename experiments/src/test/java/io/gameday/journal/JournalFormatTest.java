package io.gameday.journal;

import io.gameday.observability.Tally;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JournalFormatTest {

    static Stream<Event> samples() {
        return EventSamples.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyEventIsReadAsItWasWrittenAndTakesOneLine(Event event) {
        Entry entry = new Entry(1, EventSamples.AT, "run-1", event);
        String line = JournalFormat.write(entry);
        assertThat(line).doesNotContain("\n").doesNotContain("\r");
        assertThat(JournalFormat.read(line)).isEqualTo(entry);
    }

    /// A new event without a sample is one that nobody has seen come back.
    @Test
    void thereIsASampleOfEveryEvent() {
        assertThat(EventSamples.ALL.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
        assertThat(EventSamples.ALL.stream().filter(Event.PersonActed.class::isInstance)
                .<Class<?>>map(acted -> ((Event.PersonActed) acted).act().getClass()).distinct())
                .containsExactlyInAnyOrder(PersonAct.class.getPermittedSubclasses());
    }

    @Test
    void aLineIsReadableByPeople() {
        assertThat(JournalFormat.write(new Entry(3, EventSamples.AT, "run-1", new Event.PageAcknowledged("on-call"))))
                .contains("\"seq\":3", "\"at\":\"2026-11-21T12:00:00.123456789Z\"", "\"run\":\"run-1\"",
                        "\"type\":\"PageAcknowledged\"", "\"by\":\"on-call\"");
    }

    /// Ours are read by place; what stands elsewhere has to be read as before.
    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-21T12:00:00Z, 2026-11-21T12:00:00Z
            2026-11-21T12:00:00.5Z, 2026-11-21T12:00:00.500Z
            2026-11-21T12:00:00.123456789Z, 2026-11-21T12:00:00.123456789Z
            2026-11-21T13:00:00+01:00, 2026-11-21T12:00:00Z
            2026-11-21T13:00:00.25+01:00, 2026-11-21T12:00:00.250Z
            2026-11-21T24:00:00Z, 2026-11-22T00:00:00Z
            +12026-11-21T12:00:00Z, +12026-11-21T12:00:00Z
            """)
    void anInstantIsReadHoweverItIsWritten(String written, Instant instant) {
        assertThat(JournalFormat.read(ofInstant(written)).at()).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13-21T12:00:00Z", "2026-11-21T12:00:00", "2026-11-21T12:00:00.1234567891Z",
            "2026-11-21 noon", "12:00:00Z", "2026-11-21T12:00:0xZ", "2026/11/21T12:00:00Z"})
    void whatIsNoInstantIsRefused(String written) {
        assertThatThrownBy(() -> JournalFormat.read(ofInstant(written))).isInstanceOf(JacksonException.class)
                .hasMessageContaining(written);
    }

    private static String ofInstant(String written) {
        return "{\"seq\":1,\"at\":\"" + written
                + "\",\"run\":\"r\",\"event\":{\"type\":\"PageAcknowledged\",\"by\":\"a\"}}";
    }

    @Test
    void fieldsOfANewerProgramAreIgnored() {
        String line = "{\"seq\":1,\"at\":\"2026-11-21T12:00:00Z\",\"run\":\"r\",\"new\":1,"
                + "\"event\":{\"type\":\"PageAcknowledged\",\"by\":\"a\",\"mood\":\"good\"}}";
        assertThat(JournalFormat.read(line).event()).isEqualTo(new Event.PageAcknowledged("a"));
    }

    @Test
    void aJournalFromBeforeSlowRequestsWereCountedHasNoneAndDoesNotKnowWhichWereRefused() {
        String line = "{\"seq\":1,\"at\":\"2026-11-21T12:00:00Z\",\"run\":\"r\",\"event\":{\"type\":\"SecondMeasured\","
                + "\"second\":\"2026-11-21T12:00:00Z\",\"series\":{\"customer site\":{\"requests\":3,\"useful\":2,"
                + "\"p50Micros\":1,\"p99Micros\":2}},\"hurtNow\":0,\"hurtEver\":0,\"total\":40}}";
        assertThat(JournalFormat.read(line).event())
                .isEqualTo(new Event.SecondMeasured(Instant.parse("2026-11-21T12:00:00Z"),
                        Map.of("customer site", new Tally(3, 2, 1, 2, 0, null)), 0, 0, 40));
    }

    @Test
    void aScopeThatIsNoneIsNamed() {
        String line = "{\"seq\":1,\"at\":\"2026-11-21T12:00:00Z\",\"run\":\"r\",\"event\":{\"type\":\"AlarmChanged\","
                + "\"alarm\":\"a\",\"scope\":\"zone\",\"from\":\"OK\",\"to\":\"ALARM\",\"evidence\":\"\"}}";
        assertThatThrownBy(() -> JournalFormat.read(line)).isInstanceOf(JacksonException.class)
                .hasMessageContaining("scope is 'zone'; allowed: site");
    }

    @Test
    void everyEntryIsReadAsTheLibraryReadsIt() {
        for (Event event : EventSamples.ALL) {
            String line = JournalFormat.write(new Entry(7, Instant.parse("2026-11-21T12:00:00.25Z"), "run-1", event));
            assertThat(JournalFormat.read(line)).isEqualTo(JournalFormat.mapper().readValue(line, Entry.class));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"requests\":5,\"useful\":4}",
            "{\"useful\":4,\"requests\":5,\"refused\":null,\"later\":{\"a\":[1]}}",
            "{\"requests\":5,\"useful\":4,\"p50Micros\":10,\"p99Micros\":20,\"slow\":1,\"totalMicros\":60,\"refused\":1}",
            "{}", "{\"requests\":\"5\",\"useful\":4}"})
    void aCountOfAnyAgeIsReadAsTheLibraryReadsIt(String tally) {
        String line = second(tally);
        assertThat(JournalFormat.read(line)).isEqualTo(JournalFormat.mapper().readValue(line, Entry.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"requests\":4,\"useful\":5}", "{\"requests\":\"many\"}", "[]", "\"none\""})
    void aCountThatCannotBeIsRefused(String tally) {
        String line = second(tally);
        assertThatThrownBy(() -> JournalFormat.read(line)).isInstanceOf(JacksonException.class);
    }

    private static String second(String tally) {
        return """
                {"at":"2026-11-21T12:00:00Z","seq":7,"run":"run-1","newer":[1,2],"event":{"type":"SecondMeasured",\
                "second":"2026-11-21T11:59:59Z","series":{"customer site":%s},"hurtNow":0,"hurtEver":0,"total":4}}"""
                .formatted(tally);
    }
}

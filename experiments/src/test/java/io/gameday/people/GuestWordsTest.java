package io.gameday.people;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Event.SteadyStateMeasured.When;
import io.gameday.journal.PersonAct;
import io.gameday.journal.PersonAct.Opened.Outcome;
import io.gameday.journal.Verdict;
import io.gameday.journal.view.Happening;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The page of those who were invited says the same in each of its languages.
class GuestWordsTest {

    private static final Wording JAPANESE = Wording.read("ja");
    private static final Instant AT = Instant.parse("2026-11-21T14:00:03.200Z");
    private static final Pattern KEY = Pattern.compile("word\\('([\\w-]+)'|data-(?:say|hint|label)=\"([\\w-]+)\"");

    @Test
    void bothLanguagesHaveTheSameKeysAndGaps() {
        assertThat(gaps(JAPANESE.page())).isEqualTo(gaps(Wording.ENGLISH.page()));
        assertThat(gaps(JAPANESE.run())).isEqualTo(gaps(Wording.ENGLISH.run()));
        assertThat(
                Stream.of(JAPANESE.page(), JAPANESE.run(), JAPANESE.role()).flatMap(table -> table.values().stream()))
                .noneMatch(String::isBlank);
    }

    @Test
    void everyCodeOfTheRunHasWordsAndNoWordsLackACode() {
        assertThat(Wording.ENGLISH.run().keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Saying.values()).map(Saying::code).toList());
        assertThat(JAPANESE.role().keySet()).containsExactlyInAnyOrderElementsOf(Arrays.stream(Role.values())
                .flatMap(role -> Stream.of(role.code() + "-duty", role.code() + "-avoids")).toList());
    }

    @Test
    void whatThePageAsksForIsThere() {
        String page = Page.read().answer().text();
        Set<String> asked = KEY.matcher(page).results().map(key -> key.group(1) == null ? key.group(2) : key.group(1))
                .filter(key -> !key.endsWith("-")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).hasSizeGreaterThan(40).isSubsetOf(Wording.ENGLISH.page().keySet());
        // Others are chosen from in the script; each is named there at least.
        assertThat(Wording.ENGLISH.page().keySet()).filteredOn(key -> !key.startsWith("phase-"))
                .allMatch(key -> page.contains("'" + key + "'") || page.contains("\"" + key + "\">"));
        assertThat(page).contains("ゲームデー").doesNotContain("/* words */");
        assertThat(page.split("</script>", -1)).hasSize(2);
    }

    static Stream<Event> events() {
        Scope az1 = new Scope.Zone("az1");
        return Stream.of(new Event.NoteTaken("scribe", "az1 is red", null),
                new Event.NoteTaken("scribe", "$1 {who}", AT),
                new Event.AlarmChanged("zone-impact", az1, AlarmState.OK, AlarmState.ALARM, "50 of 50 failed"),
                new Event.AlarmChanged("zone-impact", az1, AlarmState.ALARM, AlarmState.OK, "0 of 50 failed"),
                new Event.AlarmChanged("zone-impact", Scope.SITE, AlarmState.ALARM, AlarmState.INSUFFICIENT_DATA, "-"),
                new Event.InterventionRecorded(null, "shift", az1, "az1 is left", AT),
                new Event.InterventionRecorded("responder", "shift", az1, "az1 is left", AT),
                new Event.PageSent("on-call", "inbox", "zone-impact zone az1 is in ALARM", "zone-impact", az1),
                new Event.PageAcknowledged("responder"), new Event.StopConditionMet("availability < 50 %", "41 %"),
                new Event.StopRequested("Ctrl-C", ""), new Event.StopRequested("observer", "a real incident"),
                new Event.SteadyStateMeasured(When.BEFORE, "availability at least 99 %", Verdict.HELD, "100 %", 9, 9,
                        Duration.ofSeconds(10)),
                new Event.SteadyStateMeasured(When.AFTER, "availability at least 99 %", Verdict.BROKEN, "70 %", 10, 7,
                        Duration.ofSeconds(10)),
                new Event.RunEnded(6, Verdict.UNKNOWN, "stopped by responder"),
                new Event.RunEnded(1, Verdict.UNKNOWN, "whatever else ends a run"),
                new Event.GuardAnswered("reach", true, "1 zone"), new Event.GuardAnswered("reach", false, "2 zones"),
                new Event.FaultInjected("f1", new Fault.ZonePowerLoss("az1"), null, Duration.ofSeconds(8)),
                new Event.FaultInjected("f1", new Fault.ZonePowerLoss("az1"), Duration.ofSeconds(40),
                        Duration.ofSeconds(8)),
                new Event.FaultReverted("f1", "planned end", true, ""),
                new Event.FaultReverted("f1", "stop", false, "no answer"), act(new PersonAct.Joined(null)),
                act(new PersonAct.Joined(Duration.ofMillis(-3400))), act(new PersonAct.Joined(Duration.ofSeconds(95))),
                act(new PersonAct.Left(AT)), act(new PersonAct.Answered(true, "responder 1", "")),
                act(new PersonAct.Answered(true, "owner", "they watch")),
                act(new PersonAct.Answered(false, "responder 1", "a real incident")),
                act(new PersonAct.Answered(false, "owner", "ill")), act(new PersonAct.Noticed("checkout hangs", null)),
                act(new PersonAct.Noticed("checkout hangs", AT)), act(new PersonAct.Sealed("q1", "00")),
                act(new PersonAct.Opened("q1", "page", "00", Outcome.HIT, "it came after 10.0 s")),
                act(new PersonAct.Opened("q1", "page", "00", Outcome.MISS, "it did not come")),
                act(new PersonAct.Opened("q1", "page", "00", Outcome.NOT_OBSERVED, "nothing was injected")));
    }

    private static Event act(PersonAct act) {
        return new Event.PersonActed("responder 1", act);
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatHappenedReadsInEnglishAsEverywhereElse(Event event) {
        Happening happening = Happening.of(new Entry(1, AT, "run", event)).orElseThrow();
        Phrase retold = Retold.of(event, happening);
        assertThat(retold.english()).isEqualTo(happening.text());
        assertThat(retold.code()).isNotEmpty();
        assertThat(retold.with().keySet()).isEqualTo(gaps(Wording.ENGLISH.run()).get(retold.code()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no page is open: nobody was paged so far. Say what you see with: gameday note | nobody-paged | {}
            the page was acknowledged already, by responder 1 | acknowledged-already | {who=responder 1}
            Gameday pages nobody in this run; acknowledge it where PagerDuty does | paged-elsewhere | {tool=PagerDuty}
            stopped by Ctrl-C | ended-stopped | {who=Ctrl-C}
            stopped by observer: owner says no-go: no | ended-stopped-why | {who=observer, why=owner says no-go: no}
            observer says no-go: x says for y no-go: z | ended-no-go | {who=observer, why=x says for y no-go: z}
            owner says for observer no-go: ill | ended-no-go-for | {by=owner, who=observer, why=ill}
            after 30 min these have not answered: scribe, observer | ended-unanswered | {time=30 min, who=scribe, observer}
            5 of 6 predictions held, 0 broken, 1 unknown | ended-held | {all=6, broken=0, held=5, unknown=1}
            zone-power-loss (f1) is not confirmed gone. Clear it with: gameday recover | ended-not-gone | {fault=zone-power-loss (f1)}
            text holds the control character U+001B; allowed: 1 to 4000 characters, without control characters and line breaks | control-character | {character=U+001B, field=text, least=1, most=4000}
            the coffee is cold | '' | {}
            """)
    void whatOtherPartsSayIsKnownByItsEnglish(String english, String code, String with) {
        Phrase phrase = Saying.of(english);
        assertThat(phrase.english()).isEqualTo(english);
        assertThat(phrase.code()).isEqualTo(code);
        assertThat(new TreeMap<>(phrase.with())).hasToString(with);
    }

    private static Map<String, Set<String>> gaps(Map<String, String> table) {
        Map<String, Set<String>> gaps = new TreeMap<>();
        table.forEach((key, text) -> gaps.put(key, Pattern.compile("\\{([^}]*)}").matcher(text).results()
                .map((MatchResult gap) -> gap.group(1)).collect(Collectors.toCollection(TreeSet::new))));
        return gaps;
    }
}

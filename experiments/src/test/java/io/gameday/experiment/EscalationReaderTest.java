package io.gameday.experiment;

import io.gameday.experiment.Experiment.Escalation;
import io.gameday.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EscalationReaderTest {

    private static final String TWO = "escalation: [ { page: on-call, after: 0s }, { page: incident-manager, after: 5m } ]";

    @Test
    void onCallIsPagedAtOnceUnlessSomethingElseIsSaid() throws IOException {
        assertThat(read("").experiment().orElseThrow().escalation()).isEqualTo(Escalation.DEFAULT);
    }

    @Test
    void whoIsPagedIsReadInItsOrder() throws IOException {
        assertThat(read(TWO).experiment().orElseThrow().escalation()).isEqualTo(List.of(
                new Escalation("on-call", Duration.ZERO), new Escalation("incident-manager", Duration.ofMinutes(5))));
    }

    @Test
    void theFirstIsPagedAtOnceWhereItHasNoTime() throws IOException {
        assertThat(read("escalation: [ { page: on-call } ]").experiment().orElseThrow().escalation())
                .isEqualTo(Escalation.DEFAULT);
    }

    @Test
    void aPageToWhomTheEscalationPagesCanBeExpected() throws IOException {
        var reading = read(TWO, "page: incident-manager");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.experiment().orElseThrow().respond()).extracting(Expectation::words)
                .contains("page incident-manager");
    }

    @Test
    void anAcknowledgementByWhomTheEscalationPagesCanBeExpected() throws IOException {
        var reading = read(TWO, "acknowledged: incident-manager");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.experiment().orElseThrow().respond()).extracting(Expectation::words)
                .contains("acknowledged by incident-manager");
        assertThat(read(TWO, "acknowledged: nobody").problems()).extracting(Problem::message).singleElement().asString()
                .startsWith("respond.expect[3].acknowledged is 'nobody'; ");
    }

    @Test
    void interventionsMayBeThoseOfARole() throws IOException {
        var reading = read("", "page: on-call", "interventions: 0, by: dba");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.experiment().orElseThrow().respond()).extracting(Expectation::words)
                .contains("interventions 0 by dba");
        assertThat(read("", "page: on-call", "interventions: 0, by: The DBA").problems()).extracting(Problem::message)
                .singleElement().asString().contains(".by is 'The DBA'; allowed: a role of up to 40");
        assertThat(read("", "page: on-call, by: dba").problems()).extracting(Problem::message).singleElement()
                .asString().startsWith("unknown field 'respond.expect[3].by'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "escalation: | 'respond.escalation' is empty; allowed: a list of at least one, such as { page: on-call, after: 0s }",
            "escalation: [] | 'respond.escalation' is empty; allowed: a list of at least one, such as { page: on-call, after: 0s }",
            "escalation: { page: on-call } | respond.escalation is a group of fields; allowed: a list",
            "escalation: [ { page: on-call }, { page: deputy } ] | 'respond.escalation[2].after' is missing; allowed: 0 ms to 24 h",
            "escalation: [ { page: on-call, after: 5m }, { page: deputy, after: 10s } ] | respond.escalation[2].after is 10 s; allowed: 5 min or more, as the one before it",
            "escalation: [ { page: on-call, after: soon } ] | respond.escalation[1].after is 'soon'; allowed: a number with ms, s, m or h, such as 500ms, 40s or 2m",
            "escalation: [ { page: on-call, after: 25h } ] | respond.escalation[1].after is 25h; allowed: 0 ms to 24 h",
            "escalation: [ { page: on-call, in: 5m } ] | unknown field 'respond.escalation[1].in'; allowed: after, page",
            "escalation: [ { after: 5m }, { page: on-call, after: 5m } ] | 'respond.escalation[1].page' is missing; allowed: words",
            "escalaton: [ { page: on-call } ] | unknown field 'respond.escalaton'; did you mean 'escalation'?; allowed: escalation, expect, from, pageOn"})
    void aMistakeIsNamedWithFieldValueAndWhatIsAllowed(String respond, String message) throws IOException {
        assertThat(read(respond).problems()).extracting(Problem::message).containsExactly(message);
    }

    @Test
    void aRoleIsAWord() throws IOException {
        assertThat(read("escalation: [ { page: On Call }, { page: on-call, after: 1m } ]").problems())
                .extracting(Problem::message).containsExactly(
                        "respond.escalation[1].page is 'On Call'; allowed: a role of up to 40 lower-case letters, "
                                + "digits and hyphens, a letter first, such as on-call or incident-manager");
    }

    @Test
    void aPageToSomebodyWhomNothingPagesIsRefusedBeforeItIsPlayed() throws IOException {
        assertThat(read("", "page: incident-manager").problems()).extracting(Problem::message).containsExactly(
                "respond.expect[3].page is 'incident-manager'; allowed: whom respond.escalation pages, on-call");
        assertThat(read(TWO, "page: incident-manger").problems()).extracting(Problem::message).containsExactly(
                "respond.expect[3].page is 'incident-manger'; did you mean 'incident-manager'?; allowed: whom "
                        + "respond.escalation pages, incident-manager, on-call");
    }

    @Test
    void theAlarmsThatPageAreReadAndMustBeThere() throws IOException {
        assertThat(read("").experiment().orElseThrow().pageOn()).isEmpty();
        assertThat(read("pageOn: [cell-impact, traffic-drop]").experiment().orElseThrow().pageOn())
                .containsExactly("cell-impact", "traffic-drop");
        assertThat(read("pageOn: [cel-impact]").problems()).extracting(Problem::message).singleElement()
                .satisfies(message -> assertThat(message)
                        .startsWith("respond.pageOn holds 'cel-impact'; did you mean 'cell-impact'?; allowed: "
                                + "site-availability, traffic-drop, cell-impact, zone-impact"));
        assertThat(read("pageOn: []").problems()).extracting(Problem::message)
                .containsExactly("'respond.pageOn' is empty; allowed: a list of words");
    }

    private static ExperimentReader.Reading read(String respond) throws IOException {
        return read(respond, "page: on-call");
    }

    private static ExperimentReader.Reading read(String respond, String page) throws IOException {
        return read(respond, page, "interventions: 0");
    }

    private static ExperimentReader.Reading read(String respond, String page, String interventions) throws IOException {
        String text = Files.readString(Path.of("catalog", "az-power-loss.yaml"))
                .replace("respond:\n", "respond:\n  " + respond + "\n")
                .replace("page: on-call, within", page + ", within").replace("interventions: 0", interventions);
        return ExperimentReader.read("x", "x.yaml", text);
    }
}

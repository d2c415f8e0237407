package io.gameday.report.lint;

import io.gameday.report.lint.Moment.What;
import io.gameday.report.timeline.Row;
import io.gameday.report.timeline.Row.Kind;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.Told;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MomentTest {

    private static final Instant BEGIN = Instant.parse("2026-11-19T14:00:00Z");
    private static final Instant END = BEGIN.plusSeconds(3600);

    private static Row gap(boolean byPeople) {
        return new Row(BEGIN, END, Kind.GAP, "To be explained by people:", "an hour", "people", "", byPeople);
    }

    @Test
    void aTimeOfWhichNobodyKnowsOrThatWaitsForWordsExplainsNothing() {
        assertThat(Moment.merged(List.of(gap(false), gap(true)), List.of())).isEmpty();
    }

    @Test
    void onlyAPersonExplainsAGap() {
        Told told = new Told(BEGIN, END, CoeFile.Kind.GAP_EXPLANATION, "", "waiting for access", List.of(), false,
                false);

        assertThat(Moment.merged(List.of(gap(true)), List.of(told))).singleElement()
                .returns(What.GAP_EXPLAINED, Moment::what).returns(END, Moment::until);
    }
}

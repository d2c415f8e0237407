package io.gameday.experiment;

import io.gameday.journal.Verdict;
import io.gameday.yaml.Problem;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoryReaderTest {

    private static final String WHOLE = """
            title: Two sides
            source: a talk
            happened: It broke.
            lesson: Mend it.
            seed: 7
            asItWas: { experiment: worse, words: without, verdict: broken }
            withTheFix: { experiment: better, words: with it }
            rows:
              - { measure: pages, talk: 5 alarms }
              - { acts: evacuation }
            """;

    private static StoryReader.Reading read(String text) {
        return new StoryReader(Set.of("pages", "impact"), Set.of("worse", "better")).read("two-sides", "two-sides.yaml",
                text);
    }

    @Test
    void aStoryIsTwoExperimentsAndWhatTheyAreComparedBy() {
        Story story = read(WHOLE).story().orElseThrow();
        assertThat(story.asItWas()).isEqualTo(new Story.Side("worse", "without", Verdict.BROKEN));
        assertThat(story.withTheFix()).isEqualTo(new Story.Side("better", "with it", Verdict.HELD));
        assertThat(story.rows()).containsExactly(new Story.Row("pages", false, "5 alarms"),
                new Story.Row("evacuation", true, null));
        assertThat(story.seed()).isEqualTo(7);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithItsPlaceAndWhatIsAllowed() {
        assertThat(
                read(WHOLE.replace("experiment: worse", "experiment: wors").replace("measure: pages", "measure: page")
                        .replace("verdict: broken", "verdict: unknown").replace("lesson: Mend it.", "moral: Mend it.")
                        .replace("{ acts: evacuation }", "{ acts: evacuation, measure: impact }")).problems())
                .extracting(Problem::toString)
                .anySatisfy(text -> assertThat(text).startsWith("two-sides.yaml:6:").contains("'wors'",
                        "did you mean 'worse'", "allowed: better, worse"))
                .anySatisfy(text -> assertThat(text).startsWith("two-sides.yaml:6:").contains("'unknown'",
                        "allowed: broken, held"))
                .anySatisfy(text -> assertThat(text).startsWith("two-sides.yaml:9:").contains("'page'",
                        "did you mean 'pages'"))
                .anySatisfy(text -> assertThat(text).startsWith("two-sides.yaml:10:")
                        .contains("exactly one of 'measure' and 'acts'"))
                .anySatisfy(text -> assertThat(text).contains("'lesson' is missing"))
                .anySatisfy(text -> assertThat(text).startsWith("two-sides.yaml:4:").contains("moral")).hasSize(6);
    }

    @Test
    void bothSidesBeingTheSameIsNoComparison() {
        assertThat(read(WHOLE.replace("experiment: better", "experiment: worse")).problems()).singleElement()
                .extracting(Problem::toString).asString().startsWith("two-sides.yaml:7:").contains("another one");
    }
}

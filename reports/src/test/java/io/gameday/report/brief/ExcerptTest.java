package io.gameday.report.brief;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptTest {

    @Test
    void whatFitsIsWhole() {
        assertThat(Excerpt.of(" twelve chars ", 12)).isEqualTo(new Excerpt("twelve chars", false, true));
    }

    @Test
    void whatDoesNotFitEndsWithAWholeWordAndSaysSo() {
        assertThat(Excerpt.of("the headroom was cut", 15)).isEqualTo(new Excerpt("the headroom", true, true));
    }

    @Test
    void japaneseIsCutBetweenLettersWhichCountAsTwo() {
        assertThat(Excerpt.of("余裕が削られた", 8)).isEqualTo(new Excerpt("余裕が削", true, true));
    }

    @Test
    void aSingleWordThatIsTooLongIsCutInside() {
        assertThat(Excerpt.of("x".repeat(50), 10)).isEqualTo(new Excerpt("x".repeat(10), true, true));
        assertThat(Excerpt.of("🧨".repeat(50), 5)).isEqualTo(new Excerpt("🧨🧨", true, true));
    }
}

package io.gameday.report.export.docx;

import io.gameday.report.export.docx.ColumnWidths.Column;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnWidthsTest {

    private static Column free(double least, double most) {
        return new Column(OptionalDouble.empty(), least, most);
    }

    private static Column share(double share, double least) {
        return new Column(OptionalDouble.of(share), least, least);
    }

    @Test
    void whereThereIsRoomForAllEachGetsItsPart() {
        assertThat(ColumnWidths.of(List.of(free(10, 100), free(10, 300)), 1000)).containsExactly(250, 750);
    }

    @Test
    void whereThereIsNotEachKeepsItsLongestWordAndLongTextsShareTheRest() {
        assertThat(ColumnWidths.of(List.of(free(100, 100), free(50, 1050), free(50, 550)), 500)).containsExactly(100,
                250, 150);
    }

    @Test
    void whatTheTemplateSaysIsKeptUnlessAWordIsLonger() {
        assertThat(ColumnWidths.of(List.of(share(0.2, 50), share(0.1, 300), free(10, 10)), 1000)).containsExactly(200,
                300, 500);
    }

    @Test
    void whatAsksForMoreThanThereIsGetsLess() {
        assertThat(ColumnWidths.of(List.of(free(600, 600), free(1000, 1000)), 800)).containsExactly(300, 500);
        assertThat(ColumnWidths.of(List.of(share(0.8, 0), share(0.8, 0)), 800)).containsExactly(400, 400);
    }

    @Test
    void emptyColumnsAreAlike() {
        assertThat(ColumnWidths.of(List.of(free(0, 0), free(0, 0)), 800)).containsExactly(400, 400);
    }
}

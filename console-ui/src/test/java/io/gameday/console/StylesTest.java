package io.gameday.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StylesTest {

    @ParameterizedTest
    @CsvSource({"1280, 1", "1920, 1", "2559, 1", "2560, 1.25", "3199, 1.25", "3200, 1.5", "3840, 1.5"})
    void wideScreensDrawLarger(double width, double factor) {
        assertThat(Styles.factor(width)).isEqualTo(factor);
    }

    @Test
    void everyLengthIsScaledAndNothingElse() {
        assertThat(Styles.scaled(".a { -fx-padding: 4px 8.5px; -fx-opacity: 0.5; }", 1.5))
                .isEqualTo(".a { -fx-padding: 6.00px 12.75px; -fx-opacity: 0.5; }");
    }

    @Test
    void aScreensOwnSheetIsScaledOnce() {
        List<String> sheets = new ArrayList<>(
                List.of(Objects.requireNonNull(Styles.class.getResource("console.css")).toExternalForm()));

        Styles.scale(sheets, 1.25);
        List<String> once = List.copyOf(sheets);
        Styles.scale(sheets, 1.25);

        assertThat(sheets).isEqualTo(once).allMatch(sheet -> sheet.startsWith("data:text/css"));
    }

    @Test
    void theSharedSheetAsksForNoWeightThatTheFontsDoNotHave() throws IOException {
        URL sheet = Objects.requireNonNull(Styles.class.getResource("console.css"));
        try (InputStream in = sheet.openStream()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContainPattern("font-weight:\\s*[56]00");
        }
    }
}

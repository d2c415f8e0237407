package io.gameday.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StylesTest {

    @Test
    void theSharedSheetAsksForNoWeightThatTheFontsDoNotHave() throws IOException {
        URL sheet = Objects.requireNonNull(Styles.class.getResource("console.css"));
        try (InputStream in = sheet.openStream()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContainPattern("font-weight:\\s*[56]00");
        }
    }
}

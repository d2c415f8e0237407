package io.gameday.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The examples of the guides, as they stand there. One that is a single section stands for that section of the whole
/// example, which `docs/experiment.md` begins with.
class ExperimentGuideTest {

    @ParameterizedTest
    @ValueSource(strings = {"experiment.md", "pages.md", "your-system.md"})
    void everyExampleOfTheGuideIsValid(String guide) throws IOException {
        String whole = examples("experiment.md").getFirst();
        assertThat(examples(guide)).isNotEmpty().allSatisfy(example -> assertThat(
                ExperimentReader.read("guide", "guide.yaml", inItsPlace(example, whole)).problems()).isEmpty());
    }

    private static String inItsPlace(String example, String whole) {
        if (example.startsWith("title:")) {
            return example;
        }
        String section = example.substring(0, example.indexOf(':'));
        if (!Pattern.compile("(?m)^" + section + ":").matcher(whole).find()) {
            return whole + "\n" + example;
        }
        String placed = whole.replaceFirst("(?ms)^" + section + ":.*?(?=^\\S)", Matcher.quoteReplacement(example));
        assertThat(placed).contains(example);
        return placed;
    }

    private static List<String> examples(String guide) throws IOException {
        return Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", guide))).results()
                .map((MatchResult found) -> found.group(1)).toList();
    }
}

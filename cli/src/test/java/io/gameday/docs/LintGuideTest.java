package io.gameday.docs;

import io.gameday.cli.LintedRun;
import io.gameday.report.lint.Linter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LintGuideTest {

    private static final Pattern ROW = Pattern.compile("\\| COE-\\w+ \\| [EWI] \\|.*");

    @Test
    void theTableIsTheRulesWordByWord() throws IOException {
        List<String> rows = LintedRun.guide().lines().filter(ROW.asMatchPredicate()).toList();

        assertThat(rows).containsExactlyElementsOf(Linter.rules().stream().map(rule -> "| " + rule.id() + " | "
                + rule.severity().letter() + " | " + rule.says() + " | " + rule.mend() + " |").toList());
    }

    @Test
    void theOutputIsWhatTheCommandShows() throws IOException {
        try (InputStream picture = Objects
                .requireNonNull(LintedRun.class.getResourceAsStream("/io/gameday/cli/view/lint.txt"))) {
            assertThat(LintedRun.guide())
                    .contains("```\n" + new String(picture.readAllBytes(), StandardCharsets.UTF_8) + "```");
        }
    }
}

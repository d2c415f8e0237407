package io.gameday.cli.view;

import io.gameday.cli.LintedRun;
import io.gameday.report.lint.Finding;
import io.gameday.report.lint.Linting;
import io.gameday.report.lint.Severity;
import io.gameday.report.words.CoeFile.Status;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LintScreenTest {

    private static final Terminal PLAIN = new Terminal(80, 60, false);

    @Test
    void whatBlocksReviewComesFirstAndIsSaidPlainly() throws IOException {
        List<String> screen = new LintScreen(LintedRun.linted(), "runs/…/coe.yaml").render(PLAIN);

        Picture.matches("lint.txt", screen);
        assertThat(screen).allMatch(line -> Line.columns(line) <= 80);
    }

    @Test
    void informationsAloneAreClean() {
        Linting linting = new Linting(Status.DRAFT, List
                .of(new Finding("COE-L03", Severity.INFORMATION, "summary", 2, "TTM is not spelt out", "Spell it.")),
                List.of());

        assertThat(new LintScreen(linting, "coe.yaml").render(PLAIN)).contains("✓ CLEAN   coe.yaml",
                "0 errors, 0 warnings, 1 for information, 0 accepted; status: draft", "exit code 0");
    }
}

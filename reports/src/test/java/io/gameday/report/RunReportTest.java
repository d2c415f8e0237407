package io.gameday.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {

    @TempDir
    Path folder;

    @Test
    void everyFormatIsWritten() throws IOException {
        Reports reports = RunReport.write(JournalBuilder.write(folder, JournalBuilder.unscaled().entries(), ""));
        assertThat(reports.problems()).isEmpty();
        assertThat(folder).isDirectoryContaining("glob:**/coe.pdf");
        String keep = System.getProperty("reports.keep");
        if (keep != null) {
            Path to = Path.of(keep);
            for (Path file : reports.files()) {
                java.nio.file.Files.copy(file, to.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}

package io.gameday.report.export;

import io.gameday.report.JournalBuilder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SupportingPagesTest {

    @Test
    void theSupportingPartEndsWhereTheWhysBegin(@TempDir Path folder) throws IOException {
        JournalBuilder.report(JournalBuilder.write(folder, JournalBuilder.unscaled().entries(), ""));

        assertThat(SupportingPages.of(folder.resolve("coe.pdf"))).isBetween(1, 3);
    }

    @Test
    void withoutADocumentItIsNotKnown(@TempDir Path folder) throws IOException {
        assertThat(SupportingPages.of(folder.resolve("coe.pdf"))).isNull();
    }
}

package io.gameday.report;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.gameday.report");

    @Test
    void theRulesBelowLookAtSomething() {
        assertThat(OURS).hasSizeGreaterThan(30);
    }

    @Test
    void reportsReadNoClockAndNoChance() {
        noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(System.class, "nanoTime").orShould().callMethod(LocalDate.class, "now")
                .orShould().callMethod(ZonedDateTime.class, "now").orShould().dependOnClassesThat()
                .areAssignableTo(Clock.class).orShould().dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random").orShould().dependOnClassesThat()
                .haveFullyQualifiedName("io.gameday.time.Clock")
                .because("a report is a projection of the journal: the same journal gives the same bytes").check(OURS);
    }

    @Test
    void reportsKnowTheJournalAndNotTheSystemUnderTest() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("io.gameday.engine..", "io.gameday.agent..", "io.gameday.reference..",
                        "io.gameday.cli..", "io.gameday.console..", "io.gameday.http..", "io.gameday.process..")
                .because("imports go down: reports are made from the journal alone").check(OURS);
    }

    @Test
    void onlyTheExportersKnowTheDocumentLibraries() {
        classes().that().resideOutsideOfPackage("io.gameday.report.export..").should().onlyDependOnClassesThat()
                .resideOutsideOfPackages("io.pebbletemplates..", "com.openhtmltopdf..", "org.apache.pdfbox..",
                        "org.apache.fontbox..", "org.apache.poi..", "org.openxmlformats..", "org.apache.batik..",
                        "org.w3c.dom..")
                .because("the model serves the console and other formats as well").check(OURS);
    }
}

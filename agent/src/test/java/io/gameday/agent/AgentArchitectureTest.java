package io.gameday.agent;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class AgentArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.gameday.agent");

    @Test
    void proberAndDriversDoNotKnowEachOther() {
        assertThat(classes.size()).isGreaterThan(20);
        noClasses().that().resideInAPackage("..agent.prober..").should().dependOnClassesThat()
                .resideInAnyPackage("..agent.driver..", "io.gameday.agent")
                .because("who looks whether a fault bites must not believe who injected it").check(classes);
        noClasses().that().resideInAPackage("..agent.driver..").should().dependOnClassesThat()
                .resideInAnyPackage("..agent.prober..", "..agent.ledger..", "io.gameday.agent")
                .because("a driver does, and nothing else").check(classes);
    }

    @Test
    void theLedgerStandsAlone() {
        noClasses().that().resideInAPackage("..agent.ledger..").should().dependOnClassesThat()
                .resideInAnyPackage("..agent.driver..", "..agent.prober..", "io.gameday.agent")
                .because("it must be readable when nothing else works").check(classes);
    }
}

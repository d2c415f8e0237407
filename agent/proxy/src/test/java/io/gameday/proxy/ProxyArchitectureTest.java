package io.gameday.proxy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class ProxyArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.gameday.proxy");

    @Test
    void theProxyKnowsNobodyWhoUsesIt() {
        assertThat(classes.size()).isGreaterThan(30);
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("io.gameday.agent..", "io.gameday.reference..", "io.gameday.experiment..",
                        "io.gameday.target..", "io.gameday.journal..")
                .because("it serves a game day, a test of somebody's own, and a command line alike").check(classes);
    }

    @Test
    void theEngineDoesNotKnowItsApi() {
        noClasses().that().resideInAPackage("io.gameday.proxy").should().dependOnClassesThat()
                .resideInAPackage("io.gameday.proxy.api..").because("the arrows point one way").check(classes);
    }
}

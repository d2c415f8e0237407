package io.gameday.reference.policy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class PolicyRulesTest {

    private static final JavaClasses POLICY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.gameday.reference.policy");

    @Test
    void policiesKnowValuesAndTheDetectorOnly() {
        classes().should().onlyDependOnClassesThat()
                .resideInAnyPackage("io.gameday.reference.policy", "io.gameday.observability.alarm", "java.lang..",
                        "java.util", "java.util.function", "java.util.random", "java.util.stream", "java.time",
                        "java.math", "java.nio.charset", "org.jspecify..")
                .because("the real control plane and the simulation must decide alike").check(POLICY);
    }

    @Test
    void policiesReadNoClock() {
        noClasses().should().callMethod(System.class, "nanoTime").orShould()
                .callMethod(System.class, "currentTimeMillis").orShould().callMethod(Instant.class, "now")
                .because("time is an argument").check(POLICY);
    }
}

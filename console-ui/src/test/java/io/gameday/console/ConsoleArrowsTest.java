package io.gameday.console;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class ConsoleArrowsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.gameday.console");

    @Test
    void thereIsSomethingToCheck() {
        assertThat(CLASSES.stream().filter(type -> type.getSimpleName().endsWith("ViewModel"))).isNotEmpty();
    }

    @Test
    void aViewModelKnowsPropertiesAndNoControls() {
        noClasses().that().haveSimpleNameEndingWith("ViewModel").should().dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..", "javafx.geometry..")
                .because("what a screen decides is tested without a toolkit").check(CLASSES);
    }

    @Test
    void noRunIsPlayedInsideTheConsole() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("io.gameday.engine.Engine").orShould()
                .dependOnClassesThat().resideInAnyPackage("io.gameday.cli..")
                .because("a window that freezes or dies must not touch a run: the console starts a controller as a"
                        + " process of its own")
                .check(CLASSES);
    }

    @Test
    void screensDoNotKnowEachOther() {
        // The audience's window is no screen: live and debrief both show it, and it knows neither.
        for (String screen : new String[]{"home", "prepare", "live", "debrief", "audience"}) {
            noClasses().that().resideInAPackage("io.gameday.console." + screen + "..").should().dependOnClassesThat()
                    .resideInAnyPackage(others(screen))
                    .because("a screen hands over through the Navigator and can be read alone").check(CLASSES);
        }
    }

    @Test
    void whatFollowsRunsKnowsNoScreenAndNoControl() {
        classes().that().resideInAPackage("io.gameday.console.run..").should().onlyDependOnClassesThat()
                .resideOutsideOfPackages("javafx.scene..", "javafx.stage..", "io.gameday.console.frame..",
                        "io.gameday.console.control..")
                .because("a run is the same run on every screen").check(CLASSES);
    }

    private static String[] others(String screen) {
        return Stream.of("home", "prepare", "live", "debrief").filter(other -> !other.equals(screen))
                .map(other -> "io.gameday.console." + other + "..").toArray(String[]::new);
    }
}

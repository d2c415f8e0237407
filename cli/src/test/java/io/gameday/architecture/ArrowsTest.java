package io.gameday.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class ArrowsTest {

    private static final List<String> OBSERVABILITY = List.of("io.gameday.time", "io.gameday.observability");
    private static final List<String> EXPERIMENTS = List.of("io.gameday.experiment", "io.gameday.engine",
            "io.gameday.journal", "io.gameday.target", "io.gameday.http", "io.gameday.traffic",
            "io.gameday.notification", "io.gameday.process", "io.gameday.endpoint", "io.gameday.prometheus",
            "io.gameday.signal", "io.gameday.yaml", "io.gameday.people", "io.gameday.chaostoolkit");
    private static final List<String> PROXY = List.of("io.gameday.proxy");
    private static final List<String> AGENT = List.of("io.gameday.agent");
    private static final List<String> PLATFORM = List.of("io.gameday.reference");
    private static final List<String> AWS = List.of("io.gameday.aws");
    private static final List<String> REPORTS = List.of("io.gameday.report");
    private static final List<String> CONSOLE = List.of("io.gameday.console");
    private static final List<String> CLI = List.of("io.gameday.cli");

    /// @param packages what the arrow starts from
    /// @param may      what else of ours it may point to
    private record Arrow(String folder, List<String> packages, List<String> may, String because) {
        @Override
        public String toString() {
            return folder;
        }
    }

    static Stream<Arrow> arrows() {
        return Stream.of(
                new Arrow("the clock", List.of("io.gameday.time"), List.of(),
                        "everything that decides takes the clock as an argument, so the clock knows nobody"),
                new Arrow("observability", List.of("io.gameday.observability"), List.of("io.gameday.time"),
                        "the same alarms serve the system under test and its grading; they must not know either"),
                new Arrow("target", List.of("io.gameday.target"), OBSERVABILITY,
                        "the seam to the system under test must not know who sits on either side of it"),
                new Arrow("journal", List.of("io.gameday.journal"),
                        joined(List.of(OBSERVABILITY, List.of("io.gameday.target"))),
                        "the journal is the truth, and a record that knows its readers begins to serve them"),
                new Arrow("experiments", EXPERIMENTS, OBSERVABILITY,
                        "the engine must run against any target and without any report or screen"),
                new Arrow("proxy", PROXY, List.of("io.gameday.time", "io.gameday.http"),
                        "it runs in the machines of the reference app and alone, so it knows neither app nor agent"),
                new Arrow("agent", AGENT, joined(List.of(OBSERVABILITY, EXPERIMENTS, PROXY)),
                        "the agent knows the system under test by HTTP only, so that it can outlive it"),
                new Arrow("reference app", PLATFORM, joined(List.of(OBSERVABILITY, EXPERIMENTS, PROXY)),
                        "a system that knew the agent or the reports could learn of a fault from them"),
                new Arrow("AWS", AWS, joined(List.of(OBSERVABILITY, EXPERIMENTS)),
                        "an account is one more source of signals: nothing of ours may need one"),
                new Arrow("reports", REPORTS, joined(List.of(OBSERVABILITY, EXPERIMENTS)),
                        "a document is made from a journal alone, also where nothing runs any more"),
                new Arrow("console", CONSOLE, joined(List.of(OBSERVABILITY, EXPERIMENTS, REPORTS, AGENT, PLATFORM)),
                        "the console and the command line are two heads over the same body"),
                new Arrow("command line", CLI,
                        joined(List.of(OBSERVABILITY, EXPERIMENTS, REPORTS, AGENT, PLATFORM, PROXY, AWS)),
                        "the command line must start where there is no screen"));
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void importsGoDown(Arrow arrow) {
        List<String> there = arrow.packages().stream().filter(Ours::exists).toList();
        if (there.isEmpty()) {
            return;
        }
        DescribedPredicate<JavaClass> forbidden = resideInAPackage("io.gameday..")
                .and(not(resideInAnyPackage(within(joined(List.of(arrow.packages(), arrow.may()))))))
                .as("lie in another part of Gameday than %s", arrow.may());

        noClasses().that().resideInAnyPackage(within(there)).should().dependOnClassesThat(forbidden)
                .because(arrow.because()).check(Ours.CLASSES);
    }

    @Test
    void theEngineDoesNotKnowSockets() {
        if (Ours.exists("io.gameday.engine")) {
            noClasses().that().resideInAPackage("io.gameday.engine..").should().dependOnClassesThat()
                    .resideInAnyPackage("io.gameday.http..", "io.gameday.traffic..", "io.gameday.endpoint..")
                    .because("the engine is a state machine on the loop; sockets and real traffic post to it")
                    .check(Ours.CLASSES);
        }
    }

    @Test
    void theLibraryOfAwsIsTouchedInOnePlace() {
        noClasses().that().resideOutsideOfPackage("io.gameday.aws..").and()
                .doNotHaveFullyQualifiedName("io.gameday.cli.CloudWatchMonitoring").should().dependOnClassesThat()
                .resideInAnyPackage("io.gameday.aws.cloudwatch..", "software.amazon..")
                .because("it is large, and a command that does not need it must not load it").check(Ours.CLASSES);
    }

    @Test
    void templatesOfFisAreReadPlayedAndServedWithoutTheLibraryOfAws() {
        noClasses().that().resideInAPackage("io.gameday.aws.fis..").should().dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "io.gameday.aws.cloudwatch..")
                .because("no account is asked for what is played here").check(Ours.CLASSES);
        noClasses().that().resideOutsideOfPackage("io.gameday.aws..").and()
                .haveNameNotMatching("io[.]gameday[.]cli[.]Fis.*").should().dependOnClassesThat()
                .resideInAPackage("io.gameday.aws.fis..")
                .because("all others know experiments of ours alone, into which templates are made")
                .check(Ours.CLASSES);
    }

    @Test
    void nobodyImportsTheTask() {
        noClasses().should().dependOnClassesThat().resideInAPackage("io.gameday.reference.orders..")
                .because("the task is the system under test; it is reached as customers reach it, by HTTP")
                .check(Ours.CLASSES);
    }

    @Test
    void everyPackageOfOursHasAnArrow() {
        List<String> known = arrows().flatMap(arrow -> arrow.packages().stream()).toList();

        assertThat(Ours.CLASSES.stream().map(JavaClass::getPackageName).distinct())
                .allMatch(name -> known.stream().anyMatch(root -> name.equals(root) || name.startsWith(root + ".")));
    }

    private static String[] within(List<String> roots) {
        return roots.stream().map(root -> root + "..").toArray(String[]::new);
    }

    private static List<String> joined(List<List<String>> lists) {
        return lists.stream().flatMap(List::stream).distinct().toList();
    }
}

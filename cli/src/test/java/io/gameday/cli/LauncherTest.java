package io.gameday.cli;

import io.gameday.cli.Checkout.Said;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class LauncherTest {

    @TempDir
    private Path folder;
    private Checkout checkout;

    @BeforeEach
    void aCheckout() throws IOException {
        // Real path: the launcher prints resolved names, and the temporary folder may lie behind a link.
        checkout = Checkout.in(folder.toRealPath());
    }

    @Test
    void withoutANewEnoughJdkItSaysWhereItLookedAndWhatToInstall() throws Exception {
        Path old = checkout.jdk("jdk-17", "17.0.2");
        Path older = checkout.jdk("jdk-8", "1.8.0_402");

        Said said = checkout.start("list");

        assertThat(said).isEqualTo(new Said(1, "",
                """
                        gameday: needs a JDK 25 or newer, and found none. Looked at:
                          JAVA_HOME: not set
                          java on PATH: none
                          %s: Java 17.0.2
                          %s: Java 1.8.0_402
                        Install one (Temurin: the package temurin-25-jdk; macOS: brew install openjdk; or: sdk install java 25-tem)
                        or point JAVA_HOME at one, then call gameday again.
                        """
                        .formatted(old, older)));
    }

    @Test
    void javaHomeWinsWhenItIsNewEnough() throws Exception {
        Path chosen = checkout.jdk("chosen", "25.0.1");
        checkout.jdk("newer", "26");

        ProcessBuilder launcher = checkout.launcher(checkout.root.resolve("gameday"), "--which-jdk");
        launcher.environment().put("JAVA_HOME", chosen.toString());

        assertThat(Said.by(launcher.start())).isEqualTo(new Said(0, chosen + "\n", ""));
    }

    @Test
    void anOldJavaHomeIsPassedOverForTheJavaOnThePath() throws Exception {
        Path old = checkout.jdk("old", "21.0.5");
        Path onPath = checkout.jdk("on-path", "25");
        checkout.jdk("newer", "26");
        Files.createSymbolicLink(checkout.bin().resolve("java"), onPath.resolve("bin/java"));

        ProcessBuilder launcher = checkout.launcher(checkout.root.resolve("gameday"), "--which-jdk");
        launcher.environment().put("JAVA_HOME", old.toString());

        assertThat(Said.by(launcher.start())).isEqualTo(new Said(0, onPath + "\n", ""));
    }

    @Test
    void otherwiseTheNewestOfTheUsualFoldersIsTaken() throws Exception {
        checkout.jdk("a", "25.0.2");
        Path newest = checkout.jdk("b", "27-ea");
        checkout.jdk("c", "26.0.1");

        assertThat(checkout.start("--which-jdk").out()).isEqualTo(newest + "\n");
    }

    @Test
    void aRuntimeWithoutACompilerIsNotEnough() throws Exception {
        Path runtime = checkout.jdk("runtime", "25");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(checkout.start("list").err()).contains(runtime + ": no JDK (bin/java and bin/javac) there");
    }

    @Test
    void theFirstStartBuildsAndTheNextDoesNot() throws Exception {
        checkout.jdk("jdk", "25");
        checkout.maven(":");

        Said first = checkout.start("run", "two words");
        Said second = checkout.start("run", "two words");

        assertThat(first.err()).isEqualTo("""
                Building Gameday (first use, about 2 min) …
                Building Gameday (first use, about 2 min): compiling reports [8/9] …
                Building Gameday (first use, about 2 min): making later starts fast …
                """);
        assertThat(first.out()).contains("-Dgameday.home=" + checkout.root).contains("/lib/one.jar")
                .contains("io.gameday.cli.Gameday run two words");
        assertThat(second).isEqualTo(new Said(0, first.out(), ""));
        assertThat(checkout.mavenCalls()).isOne();
    }

    @Test
    void theConsoleHasItsOwnClassPathAndTheCommandLineNoJavaFx() throws Exception {
        checkout.jdk("jdk", "25");
        checkout.maven(":");

        String line = checkout.start("list").out();
        Said console = checkout.start("console", "my file.yaml");

        assertThat(line).doesNotContain("javafx");
        assertThat(console.out()).contains("io.gameday.console.Launcher my file.yaml").contains("/lib/one.jar")
                .contains("/console/theme.jar").contains("/console/gameday-console-ui-0.1.0-SNAPSHOT.jar")
                .contains("--add-modules ALL-MODULE-PATH").doesNotContain("javafx-base").doesNotContain("gameday.tty");
        String modules = console.out().replaceAll("(?s).*--module-path (\\S+) .*", "$1");
        assertThat(Path.of(modules)).isDirectoryContaining("glob:**javafx-base-26-linux.jar")
                .isDirectoryContaining("glob:**jfx-incubator-input-26-linux.jar")
                .isDirectoryNotContaining("glob:**javafx-base-26.jar");
    }

    @Test
    void theConsolesHelpNeedsNoDisplay() throws Exception {
        checkout.jdk("jdk", "25");
        checkout.maven(":");

        assertThat(checkout.start("console", "--help").out()).contains("io.gameday.cli.Gameday console --help");
    }

    @Test
    void itStartsInTheCallersFolderAndThroughALink() throws Exception {
        checkout.jdk("jdk", "25");
        checkout.maven(":");
        Path elsewhere = Files.createDirectories(checkout.root.resolveSibling("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("gd"), Path.of("../checkout/gameday"));

        Said said = Said.by(checkout.launcher(link, "list").directory(elsewhere.toFile()).start());

        assertThat(said.out()).contains("-Dgameday.home=" + checkout.root + " ").endsWith(elsewhere + "\n");
    }

    @Test
    void aChangedSourceIsBuiltAgainAndARunningGamedayKeepsItsJars() throws Exception {
        checkout.jdk("jdk", "25");
        checkout.maven(":");
        Said first = checkout.start("list");
        Path source = Files.writeString(checkout.root.resolve("cli/src/main/java/New.java"), "class New {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));

        Said second = checkout.start("list");

        assertThat(second.err()).startsWith("Building Gameday (the sources have changed) …");
        assertThat(second.out()).isNotEqualTo(first.out());
        String jar = first.out().replaceAll("(?s).*-cp ([^:]*):.*", "$1");
        assertThat(Path.of(jar)).exists();
    }

    @Test
    void aCheckoutThatWasMovedIsBuiltAgain() throws Exception {
        checkout.jdk("jdk", "25");
        checkout.maven(":");
        checkout.start("list");
        Path moved = Files.move(checkout.root, checkout.root.resolveSibling("moved"));

        Said said = Said.by(checkout.launcher(moved.resolve("gameday"), "list").start());

        assertThat(said.out()).contains("-Dgameday.home=" + moved + " ").contains(moved + "/.gameday/");
        assertThat(checkout.mavenCalls()).isEqualTo(2);
    }

    @Test
    void aFailedBuildShowsItsLastLinesAndTheLog() throws Exception {
        checkout.jdk("jdk", "25");
        checkout.maven("echo '[INFO] fine'; echo '[ERROR] Some.java:[3,4] ; expected'; exit 1");

        Said said = checkout.start("list");

        assertThat(said.code()).isOne();
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).endsWith("""
                gameday: the build failed. The last lines of %s/.gameday/build.log:
                  [ERROR] Some.java:[3,4] ; expected
                """.formatted(checkout.root));
    }

    @Test
    void withoutMavenItSaysSo() throws Exception {
        checkout.jdk("jdk", "25");

        Said said = checkout.start("list");

        assertThat(said.code()).isOne();
        assertThat(said.err()).isEqualTo(
                """
                        gameday: has to be built first, and mvn is not on PATH.
                        Install Maven 3.8.7 or newer (Debian: apt-get install maven; macOS: brew install maven), then call gameday again.
                        """);
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        checkout.jdk("jdk", "25");
        Path building = checkout.root.resolveSibling("building");
        Path go = checkout.root.resolveSibling("go");
        checkout.maven(": >'%s'; until [ -e '%s' ]; do sleep 0.05; done".formatted(building, go));

        Process first = checkout.launcher(checkout.root.resolve("gameday"), "list").start();
        try (BufferedReader progress = first.errorReader()) {
            assertThat(progress.readLine()).startsWith("Building Gameday");
            Process second = checkout.launcher(checkout.root.resolve("gameday"), "list").start();
            try (BufferedReader waiting = second.errorReader()) {
                assertThat(waiting.readLine()).isEqualTo("Another gameday is building; waiting for it …");
                Files.createFile(go);
                assertThat(second.waitFor()).isZero();
            }
            assertThat(first.waitFor()).isZero();
        }
        assertThat(checkout.mavenCalls()).isOne();
    }
}

package io.gameday.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What `gameday lint` says and returns.
class LintCommandTest {

    private static final String CLEAN = """
            coe: 1
            summary: On 21 November 2026 at 14:01 UTC no customer was affected, since nothing was injected.
            lessons: [{ text: The guard held, outcome: well, noActionBecause: it did what it is for }]
            noActionsBecause: it behaved as predicted
            """;

    @TempDir
    private Path folder;
    @RegisterExtension
    private final Printed printed = new Printed();

    private String shown() {
        return printed.out();
    }

    private String said() {
        return printed.err();
    }

    private int lint(String words, String... options) throws IOException {
        Path run = LintedRun.folder(folder.resolve("run"), words);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "lint";
        arguments[1] = run.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Gameday.execute(arguments);
    }

    @Test
    void aCleanDocumentEndsWithZero() throws IOException {
        assertThat(lint(CLEAN)).as(shown()).isZero();
        assertThat(shown()).startsWith("✓ CLEAN").endsWith("exit code 0\n");
    }

    @Test
    void errorsEndWithThreeAndBlockTheReviewThatWasAskedFor() throws IOException {
        assertThat(lint(LintedRun.words())).isEqualTo(3);
        assertThat(shown()).startsWith("× BLOCKS REVIEW").contains("actions[1].owner, line 7, COE-A03",
                "A1 has 2 owners: Anna and Ben", "The status is in-review, and errors stand");
    }

    @Test
    void warningsAloneEndWithFour() throws IOException {
        assertThat(lint(CLEAN.replace("noActionsBecause: it behaved as predicted\n", ""))).isEqualTo(4);
        assertThat(shown()).startsWith("! WARNINGS").contains("COE-A08");
    }

    @Test
    void theFileItselfMayBeNamedInsteadOfItsFolder() throws IOException {
        Path run = LintedRun.folder(folder.resolve("run"), CLEAN);

        assertThat(Gameday.execute("lint", run.resolve("coe.yaml").toString())).isZero();
    }

    @Test
    void everyProblemOfTheFileIsTold() throws IOException {
        assertThat(lint("coe: 1\nstatus: open\nowners: me\n")).isEqualTo(2);
        assertThat(said()).contains("coe.yaml:2:9: status is 'open'", "coe.yaml:3:1: unknown field 'owners'");
    }

    @Test
    void withoutFileOrJournalItSaysWhatIsWanted() throws IOException {
        assertThat(Gameday.execute("lint", folder.toString())).isEqualTo(2);
        assertThat(said()).startsWith("there is no file " + folder.resolve("coe.yaml"));
        Files.writeString(folder.resolve("coe.yaml"), CLEAN);

        assertThat(Gameday.execute("lint", folder.toString())).isEqualTo(2);
        assertThat(said()).contains("beside the journal of their run");
    }

    @Test
    void actionsOfOtherRunsInTheSameFolderAreCompared() throws IOException {
        LintedRun.folder(folder.resolve("earlier"), "coe: 1\nactions: [{ id: A7, title: Add an alarm on queues }]\n");
        LintedRun.folder(folder.resolve("spoilt"), "coe: 2\n");

        lint("coe: 1\nactions: [{ id: A1, title: Add an alarm on queues }]\n");
        assertThat(shown()).contains("A1 is like the open A7 of earlier");
        assertThat(said()).contains("not compared with " + folder.resolve("spoilt/coe.yaml"));
    }

    @Test
    void forProgramsThereAreJsonAndSarif() throws IOException {
        assertThat(lint(LintedRun.words(), "--json")).isEqualTo(3);
        assertThat(shown()).startsWith("{").contains("\"rule\" : \"COE-A03\"", "\"place\" : \"actions[1].owner\"");
        printed.reset();

        assertThat(lint(LintedRun.words(), "--sarif")).isEqualTo(3);
        assertThat(shown()).contains("\"version\" : \"2.1.0\"", "\"ruleId\" : \"COE-A03\"", "\"startLine\" : 7",
                "\"uri\" : \"" + folder.resolve("run/coe.yaml").toUri() + "\"");
        assertThat(lint(CLEAN, "--json", "--sarif")).isEqualTo(2);
        assertThat(said()).endsWith("--json and --sarif are both given; allowed: one of them\n");
    }

    @Test
    void aTeamsOwnWordsAreReadAndTheirProblemsTold() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("words-en.yaml"), "blame: [oops]\nblames: [x]\n");

        assertThat(lint(CLEAN, "--templates", own.toString())).isEqualTo(2);
        assertThat(said()).contains(own + "/words-en.yaml:2:1: unknown field 'blames'; did you mean 'blame'?",
                "words-en.yaml:1:1: 'vague' is missing");
    }
}

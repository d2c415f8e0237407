package io.gameday.report;

import io.gameday.report.Reports.Note;
import io.gameday.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The language that the documents of a run are in.
class LanguageTest {

    @TempDir
    Path folder;

    @TempDir
    Path own;

    @BeforeEach
    void aRun() throws IOException {
        JournalBuilder.write(folder, JournalBuilder.unscaled().entries(), "");
    }

    private Reports made(@Nullable String language) {
        return RunReport.write(folder, run -> folder.resolve("state.jsonl"), JournalBuilder.ZERO, own, Document.COE,
                language);
    }

    private void words(String yaml) throws IOException {
        Files.writeString(folder.resolve("coe.yaml"), "coe: 1\n" + yaml);
    }

    private String markdown() throws IOException {
        return Files.readString(folder.resolve("coe.md"));
    }

    @Test
    void withoutAChoiceItIsEnglish() throws IOException {
        Reports reports = made(null);
        assertThat(reports.notes()).isEmpty();
        assertThat(markdown()).contains("19 November 2026");
    }

    @Test
    void peopleChooseItInTheirFileAndWhoeverAsksForTheDocumentsMayChooseAnother() throws IOException {
        words("language: ja\nsummary: At 14 o'clock zone az1 lost its power. Nobody knew.\n");
        assertThat(made(null).problems()).isEmpty();
        assertThat(markdown()).contains("34.0 秒").contains("At 14 o'clock zone az1 lost its power. Nobody knew.");
        assertThat(made("en").problems()).isEmpty();
        assertThat(markdown()).contains("34.0 s").doesNotContain("秒");
    }

    @Test
    void aTeamAddsALanguageByFilesAlone() throws IOException {
        Files.writeString(own.resolve("phrases-de.yaml"), """
                "{d#} November {y#}": "{d}. November {y}"
                "draft of {date}": "Entwurf vom {date}"
                """);
        Files.writeString(own.resolve("coe-de.md"),
                "# Fehlerbericht {{ coe.id }}, {{ coe.edition }}: {{ coe.summary[0] }}");
        Reports reports = made("de");
        assertThat(markdown()).startsWith("# Fehlerbericht COE-20261119-140133, Entwurf vom 19. November 2026: On ");
        assertThat(reports.unread()).isEmpty();
        assertThat(reports.notes()).extracting(Note::text).singleElement().asString()
                .startsWith("1 sentence is in English, as the language's phrases lack it: On 19 November 2026");
    }

    @Test
    void aLanguageWithoutPhrasesIsAProblemOfTheFileThatChoseIt() throws IOException {
        words("status: draft\nlanguage: fr\n");
        assertThat(made(null).unread()).extracting(Problem::toString).containsExactly(
                "coe.yaml:3:1: language is 'fr'; allowed: en, ja, or another for which a folder given with --templates "
                        + "has phrases, such as phrases-fr.yaml");
        assertThat(folder.resolve("coe.md")).doesNotExist();
        words("language: Japanese\n");
        assertThat(made(null).unread()).extracting(Problem::toString).containsExactly(
                "coe.yaml:2:11: language is 'Japanese'; allowed: en, ja, or the two or three small letters of another "
                        + "that there are phrases for");
    }

    @Test
    void phrasesThatCannotBeReadAreToldByLineAndNothingIsMadeOfThem() throws IOException {
        Files.writeString(own.resolve("phrases-ja.yaml"), "\"{n#} s\": \"秒\"\n");
        assertThat(made("ja").unread()).extracting(Problem::toString).containsExactly(own.resolve("phrases-ja.yaml")
                + ":1:11: '{n#} s' has {n}, which its translation leaves " + "out; what was caught may not be lost");
        assertThat(folder.resolve("coe.md")).doesNotExist();
        assertThat(folder.resolve("scorecard.json")).exists();
    }

    @Test
    void wordsOfPeopleStayAsTheyWroteThemInEveryFormat() throws IOException {
        words("""
                language: ja
                title: Alarm, impact and orders
                summary: The alarm told of it. No orders were lost, and nobody knew.
                timeline:
                  - { at: 2026-11-19 14:02:30, kind: hypothesis, role: customer, text: "the impact; no alarm", recalled: yes }
                answers:
                  DET-1: { text: "no alarm and no impact", halving: customers }
                whys:
                  - { id: W1, under: [impact], kind: condition, accepts: D1, confidence: likely }
                  - { id: W2, under: [W1], kind: condition, statement: the alarm and the impact, confidence: likely }
                actions:
                  - { id: A1, title: prevent and detect, owner: people, type: prevent, addresses: [W2] }
                """);
        Reports reports = made(null);
        assertThat(reports.problems()).isEmpty();
        for (String file : List.of("coe.md", "coe.html")) {
            assertThat(Files.readString(folder.resolve(file))).contains("Alarm, impact and orders",
                    "The alarm told of it. No orders were lost, and nobody knew.", "the impact; no alarm (記憶による)",
                    "no alarm and no impact", "the alarm and the impact", "prevent and detect", "ゾーン az1 が電源を失った", "契機",
                    "予防", "仮説:");
        }
        assertThat(Files.readString(folder.resolve("coe.html"))).contains("<html lang=\"ja\">");
    }
}

package io.gameday.console.debrief.words;

import io.gameday.console.debrief.words.Listed.Line;
import io.gameday.console.debrief.words.WhyLine.Draft;
import io.gameday.console.debrief.words.WhyLine.Heading;
import io.gameday.console.debrief.words.WhyLine.Written;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.coe.CoeDocument.Question;
import io.gameday.report.coe.CoeDocument.Why;
import io.gameday.report.why.WhyKind;
import io.gameday.report.why.WhyNode;
import io.gameday.report.why.WhyNode.Confidence;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFile.ActionType;
import io.gameday.report.words.CoeFile.Answer;
import io.gameday.report.words.CoeFile.Lesson;
import io.gameday.report.words.CoeFile.LessonKind;
import io.gameday.report.words.CoeFile.Outcome;
import io.gameday.report.words.CoeFile.Status;
import io.gameday.report.words.CoeFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What becomes of `coe.yaml` as people write in the console, over real files.
class WordsViewModelTest {

    private static final String FILE = """
            # Ask Ada before you change the summary.
            coe: 1
            title:              # empty for the one above
            status: draft
            summary:

            # Roots: impact, detection, response, blast-radius.
            whys:
              - id: W1          # the first
                under: [impact]
                kind: capacity-limit
                statement: each task was asked for a third more orders than it holds
                evidence: [Fig. 1]
                confidence: confirmed
              - { id: W2, under: [impact], kind: condition, statement: the zones were scaled to the peak }
              - { id: W7, under: [W2], kind: decision-in-context, statement: headroom was cut, evidence: [J-1] }

            lessons:
            #  - text:

            actions: []

            answers:
              DET-1:
                text:
                actions: []
              DET-3:
                text:
                halving:

            noActionsBecause:
            """;

    private static final Suggested SUGGESTED = new Suggested("az-power-loss", "Orders failed", List.of(
            root("IMPACT", "impact", new CoeDocument.Draft("D1", "zone az1 lost its power", WhyKind.TRIGGER, "J-70")),
            root("DETECTION", "detection",
                    new CoeDocument.Draft("D2", "No alarm was raised", WhyKind.MISSING_SIGNAL, "Fig. 1")),
            root("RESPONSE", "response"), root("BLAST RADIUS", "blast-radius")),
            List.of(new Question("DET-1", "What told us first?", "first alarm 14:02:08", "", "", "", List.of(), true)),
            List.of("page to on-call: 31 s, wanted ≤ 20 s"));

    @TempDir
    private Path run;
    private Path file;
    private final List<Path> opened = new ArrayList<>();
    private String made = "";
    private final WordsViewModel words = model(Runnable::run);

    private static Why root(String name, String word, CoeDocument.Draft... drafts) {
        return new Why(name, word, "Why?", List.of(drafts), List.of(), new CoeDocument.Path(List.of(), 0));
    }

    private WordsViewModel model(Executor slow) {
        return new WordsViewModel(Runnable::run, slow, folder -> {
            try {
                Files.writeString(folder.resolve("coe.yaml"), FILE);
            } catch (IOException e) {
                return "the disk is full";
            }
            return made;
        }, () -> List.of("task-crash", "az-power-loss"), opened::add);
    }

    @BeforeEach
    void written() throws IOException {
        file = run.resolve("coe.yaml");
        Files.writeString(file, FILE);
        words.open(run, false, SUGGESTED);
    }

    private CoeFile read() throws IOException {
        return CoeFileReader.read("coe.yaml", Files.readString(file)).file().orElseThrow();
    }

    private WhyNode why(String id) throws IOException {
        return read().whys().stream().filter(why -> why.id().equals(id)).findFirst().orElseThrow();
    }

    private void choose(String key) {
        words.whys().selectedProperty()
                .set(words.whys().lines().stream().filter(line -> line.key().equals(key)).findFirst().orElseThrow());
    }

    private static void type(FormViewModel<?> form, String key, String text) {
        form.field(key).typedProperty().set(text);
        form.field(key).commit();
    }

    // --- the file ---------------------------------------------------------------------------------------------------

    @Test
    void thePlaceOfAFindingIsGoneTo() {
        words.goTo("whys[1].evidence");
        assertThat(words.tabProperty().get()).isEqualTo(Tab.WHYS);
        assertThat(words.whys().selectedProperty().get().key()).contains(words.file().whys().getFirst().id());
        words.goTo("answers.DET-1.text");
        assertThat(words.tabProperty().get()).isEqualTo(Tab.ANSWERS);
        assertThat(words.answers().selectedProperty().get().place().id()).isEqualTo("DET-1");
        words.goTo("actions[7].due");
        assertThat(words.tabProperty().get()).isEqualTo(Tab.ACTIONS);
        words.goTo("timeline[2].at");
        assertThat(words.tabProperty().get()).isEqualTo(Tab.HAPPENED);
        words.goTo("impact.couldNot");
        assertThat(words.tabProperty().get()).isEqualTo(Tab.SUMMARY);
    }

    @Test
    void aRunThatIsStillPlayingSaysThatItsWordsComeAfterwards() {
        words.open(run, true, SUGGESTED);
        assertThat(words.standingProperty().get()).isEqualTo(new Standing.GoingOn());
        assertThat(words.whys().lines()).isEmpty();
    }

    @Test
    void whereThereIsNoFileItCanBeMade() throws IOException {
        Files.delete(file);
        words.open(run, false, SUGGESTED);
        assertThat(words.standingProperty().get()).isEqualTo(new Standing.Missing(file, true));
        words.make();
        assertThat(words.standingProperty().get()).isEqualTo(new Standing.Open(file));
        assertThat(file).exists();
    }

    @Test
    void whereTheJournalTellsOfNoRunNoFileCanBeMade() throws IOException {
        Files.delete(file);
        words.open(run, false, null);
        assertThat(words.standingProperty().get()).isEqualTo(new Standing.Missing(file, false));
    }

    @Test
    void aFileThatCannotBeReadIsToldWithItsLinesAndNothingCanBeChanged() throws IOException {
        Files.writeString(file, "coe: 1\nstatus: dreft\nactions: { }\nwhat: 1\n");
        words.open(run, false, SUGGESTED);
        assertThat(words.standingProperty().get()).isInstanceOfSatisfying(Standing.Unreadable.class,
                standing -> assertThat(standing.problems()).anySatisfy(
                        problem -> assertThat(problem).contains("coe.yaml:2:").contains("'dreft'").contains("draft")));
        assertThat(words.whys().lines()).isEmpty();
        assertThat(words.summary().shownProperty().get()).isFalse();
        words.openFile();
        assertThat(opened).containsExactly(file);
    }

    @Test
    void mendedByHandAndReadAgainItIsOpen() throws IOException {
        Files.writeString(file, "coe: 1\nstatus: dreft\n");
        words.open(run, false, SUGGESTED);
        Files.writeString(file, FILE);
        words.again();
        assertThat(words.standingProperty().get()).isEqualTo(new Standing.Open(file));
        assertThat(words.whys().lines()).isNotEmpty();
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwrittenAndWhatWasTypedStays() throws IOException {
        String theirs = FILE.replace("summary:\n", "summary: customers could not order\n");
        Files.writeString(file, theirs);
        type(words.summary(), "title", "A title of mine");
        assertThat(words.troubleProperty().get()).contains("changed by somebody else")
                .contains("customers could not order");
        assertThat(file).hasContent(theirs);
        assertThat(words.summary().field("title").typedProperty().get()).isEqualTo("A title of mine");
        assertThat(words.summary().field("title").unsavedProperty().get()).isTrue();
        assertThat(words.unsavedProperty().get()).isEqualTo(1);
        words.again();
        assertThat(words.troubleProperty().get()).isEmpty();
        assertThat(words.summary().field("summary").typedProperty().get()).isEqualTo("customers could not order");
        assertThat(words.summary().field("title").typedProperty().get()).isEqualTo("A title of mine");
        words.summary().field("title").commit();
        assertThat(read().header().title()).isEqualTo("A title of mine");
        assertThat(read().summary()).isEqualTo("customers could not order");
        assertThat(words.unsavedProperty().get()).isZero();
    }

    @Test
    void whatTheReaderRefusesIsToldAsItIsAndStaysTyped() throws IOException {
        words.actions().add();
        type(words.actions().form(), "due", "tomorrow");
        assertThat(words.troubleProperty().get()).contains("actions[1].due is 'tomorrow'; allowed: a date");
        assertThat(words.actions().form().field("due").typedProperty().get()).isEqualTo("tomorrow");
        assertThat(read().actions().getFirst().due()).isNull();
        words.actions().form().field("due").undo();
        assertThat(words.unsavedProperty().get()).isZero();
    }

    @Test
    void whatWasTypedAndNotSavedStaysWhileAnotherItemIsLookedAt() throws IOException {
        words.actions().add();
        words.actions().add();
        type(words.actions().form(), "due", "tomorrow");
        words.actions().choose("A1");
        assertThat(words.actions().form().field("due").typedProperty().get()).isEmpty();
        words.actions().choose("A2");
        assertThat(words.actions().form().field("due").typedProperty().get()).isEqualTo("tomorrow");
    }

    @Test
    void changesAreMadeOneAfterTheOtherEachOnWhatTheFileSaysByThen() throws IOException {
        Deque<Runnable> tasks = new ArrayDeque<>();
        WordsViewModel slowly = model(tasks::add);
        slowly.open(run, false, SUGGESTED);
        tasks.remove().run();
        slowly.actions().add();
        slowly.actions().add();
        slowly.lessons().add();
        assertThat(tasks).as("one at a time").hasSize(1);
        assertThat(slowly.savingProperty().get()).isTrue();
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
        assertThat(read().actions()).extracting(ActionItem::id).containsExactly("A1", "A2");
        assertThat(read().lessons()).hasSize(1);
        assertThat(slowly.savingProperty().get()).isFalse();
    }

    @Test
    void everySavedChangeRaisesTheRevisionAndARefusedOneDoesNot() throws IOException {
        int before = words.revisionProperty().get();
        type(words.summary(), "title", "One");
        assertThat(words.revisionProperty().get()).isEqualTo(before + 1);
        words.whys().remove();
        assertThat(words.revisionProperty().get()).isEqualTo(before + 1);
        Files.writeString(file, Files.readString(file).replace("One", "Two"));
        words.again();
        assertThat(words.revisionProperty().get()).as("somebody else's words").isEqualTo(before + 2);
    }

    @Test
    void commentsAndLayoutStay() throws IOException {
        type(words.summary(), "status", "in-review");
        assertThat(file).hasContent(FILE.replace("status: draft", "status: in-review"));
    }

    // --- whys -------------------------------------------------------------------------------------------------------

    @Test
    void theTreeHasFourRootsWithWhatPeopleWroteAndBelowThatTheDrafts() {
        assertThat(words.whys().lines()).extracting(WhyLine::key).containsExactly("impact", "impact/W1", "impact/W2",
                "impact/W2/W7", "impact/D1", "detection", "detection/D2", "response", "blast-radius");
        assertThat(words.whys().lines().getFirst().what()).isEqualTo(new Heading("IMPACT", "impact", "Why?", 2));
        assertThat(words.whys().lines().get(3).what()).isInstanceOfSatisfying(Written.class, written -> {
            assertThat(written.over()).isEqualTo("W2");
            assertThat(written.node().prompt()).as("a decision is never the end")
                    .isEqualTo(WhyKind.DECISION_IN_CONTEXT.prompt());
        });
        assertThat(words.whys().lines().get(2).what()).isInstanceOfSatisfying(Written.class,
                written -> assertThat(written.node().confidence()).isEqualTo(Confidence.HYPOTHESIS));
        assertThat(words.whys().lines().get(4).what()).isInstanceOf(Draft.class);
    }

    @Test
    void anAcceptedDraftIsAWhyUnderItsRootAndNoDraftAnyMore() throws IOException {
        choose("impact/D1");
        words.whys().enter();
        assertThat(why("W8")).isEqualTo(new WhyNode("W8", List.of("IMPACT"), WhyKind.TRIGGER, "", List.of(),
                Confidence.HYPOTHESIS, Set.of(), "", "D1"));
        assertThat(words.whys().lines()).extracting(WhyLine::key).doesNotContain("impact/D1");
        assertThat(words.whys().selectedProperty().get().what()).isInstanceOfSatisfying(Written.class, written -> {
            assertThat(written.node().statement()).isEqualTo("zone az1 lost its power");
            assertThat(written.node().evidence()).containsExactly("J-70");
        });
        assertThat(words.whys().form().field("statement").hintProperty().get()).isEqualTo("zone az1 lost its power");
    }

    @Test
    void aChildIsAddedWithTheNextNumberAndBeginsEmpty() throws IOException {
        choose("impact/W2/W7");
        words.whys().add();
        assertThat(why("W8").under()).containsExactly("W7");
        assertThat(words.whys().editingProperty().get()).isEqualTo(1);
        type(words.whys().form(), "statement", "nothing checks: that the rest carries the peak");
        type(words.whys().form(), "kind", "missing-safeguard");
        type(words.whys().form(), "confidence", "likely");
        type(words.whys().form(), "evidence", "J-3,  Fig. 2");
        type(words.whys().form(), "flags", "risk");
        type(words.whys().form(), "notAddressed", "it comes with the next version");
        assertThat(words.troubleProperty().get()).isEmpty();
        assertThat(why("W8")).isEqualTo(new WhyNode("W8", List.of("W7"), WhyKind.MISSING_SAFEGUARD,
                "nothing checks: that the rest carries the peak", List.of("J-3", "Fig. 2"), Confidence.LIKELY,
                Set.of(WhyNode.Flag.RISK), "it comes with the next version", ""));
    }

    @Test
    void underARootEnterAddsTheFirstWhy() throws IOException {
        choose("blast-radius");
        words.whys().enter();
        assertThat(why("W8").under()).containsExactly("BLAST_RADIUS");
    }

    @Test
    void tabPutsAWhyUnderTheOneBeforeItAndShiftTabTakesItBack() throws IOException {
        choose("impact/W2");
        words.whys().in();
        assertThat(why("W2").under()).containsExactly("W1");
        assertThat(words.whys().selectedProperty().get().key()).isEqualTo("impact/W1/W2");
        words.whys().out();
        assertThat(why("W2").under()).containsExactly("IMPACT");
        words.whys().out();
        assertThat(words.troubleProperty().get()).contains("W2 stands right under a root");
    }

    @Test
    void theFirstOfItsLevelHasNothingToStandUnder() {
        choose("impact/W1");
        words.whys().in();
        assertThat(words.troubleProperty().get()).contains("no why before it");
    }

    @Test
    void aWhyThatWouldContributeToItselfIsRefused() throws IOException {
        Files.writeString(file, """
                coe: 1
                whys:
                  - { id: W1, under: [W2, impact] }
                  - { id: W2, under: [impact] }
                """);
        words.again();
        choose("impact/W2");
        words.whys().in();
        assertThat(words.troubleProperty().get()).contains("circle of").contains("W1").contains("W2");
        assertThat(why("W2").under()).containsExactly("IMPACT");
    }

    @Test
    void aWhyWithWhysUnderItIsNotRemoved() throws IOException {
        choose("impact/W2");
        words.whys().remove();
        assertThat(words.troubleProperty().get()).contains("W7 stands under it");
        choose("impact/W2/W7");
        words.whys().remove();
        choose("impact/W2");
        words.whys().remove();
        assertThat(read().whys()).extracting(WhyNode::id).containsExactly("W1");
    }

    @Test
    void aWhyUnderSeveralIsTakenOnlyFromWhereItWasChosen() throws IOException {
        choose("impact/W1");
        words.whys().alsoUnder("detection");
        choose("detection/W1");
        words.whys().remove();
        assertThat(why("W1").under()).containsExactly("IMPACT");
    }

    @Test
    void evidenceOfARowIsAddedAndRangesStayRanges() throws IOException {
        choose("impact/W1");
        words.whys().addEvidence("J-24–31");
        words.whys().addEvidence("J-40 +3");
        words.whys().addEvidence("Fig. 1, J-5");
        assertThat(why("W1").evidence()).containsExactly("Fig. 1", "J-24–31", "J-40", "J-5");
    }

    @Test
    void aRowWithoutEvidenceSaysSo() throws IOException {
        choose("impact/W1");
        words.whys().addEvidence("");
        assertThat(words.troubleProperty().get()).contains("has no evidence");
        assertThat(why("W1").evidence()).containsExactly("Fig. 1");
    }

    @Test
    void evidenceAddedToAnAcceptedDraftKeepsTheDrafts() throws IOException {
        choose("impact/D1");
        words.whys().accept();
        words.whys().addEvidence("J-99");
        assertThat(why("W8").evidence()).containsExactly("J-70", "J-99");
    }

    @Test
    void anActionForAWhyAddressesItAndIsShownAtIt() throws IOException {
        choose("impact/W1");
        words.whys().addAction();
        assertThat(words.tabProperty().get()).isEqualTo(Tab.ACTIONS);
        assertThat(read().actions().getFirst().addresses()).containsExactly("W1");
        assertThat(((Written) words.whys().selectedProperty().get().what()).node().addressedBy()).containsExactly("A1");
        words.whys().remove();
        assertThat(words.troubleProperty().get()).contains("A1 addresses it");
    }

    // --- lessons and actions ----------------------------------------------------------------------------------------

    @Test
    void aSurpriseBecomesALesson() throws IOException {
        assertThat(words.lessons().lines()).hasSize(1).allSatisfy(line -> assertThat(line.item()).isNull());
        words.lessons().accept();
        assertThat(read().lessons()).containsExactly(new Lesson("page to on-call: 31 s, wanted ≤ 20 s",
                LessonKind.TECHNICAL, Outcome.WRONG, true, "", List.of(), ""));
        assertThat(words.lessons().lines()).as("it is no draft any more").hasSize(1);
    }

    @Test
    void aLessonIsWrittenFieldByField() throws IOException {
        words.lessons().add();
        words.actions().add();
        FormViewModel<Lesson> form = words.lessons().form();
        type(form, "text", "one page\n\nfor four alarms");
        type(form, "outcome", "lucky");
        type(form, "kind", "cultural");
        type(form, "surprise", "yes");
        type(form, "forWhom", "every team");
        type(form, "actions", "A1");
        type(form, "noActionBecause", "it is planned");
        assertThat(words.troubleProperty().get()).isEmpty();
        assertThat(read().lessons()).containsExactly(new Lesson("one page\n\nfor four alarms", LessonKind.CULTURAL,
                Outcome.LUCKY, true, "every team", List.of("A1"), "it is planned"));
    }

    @Test
    void lessonsAreFoundAlsoWhenOneBeforeThemIsGone() throws IOException {
        for (String text : List.of("first", "second", "third")) {
            words.lessons().add();
            type(words.lessons().form(), "text", text);
        }
        words.lessons().choose("L1");
        words.lessons().remove();
        words.lessons().choose("L3");
        type(words.lessons().form(), "text", "the last");
        assertThat(read().lessons()).extracting(Lesson::text).containsExactly("second", "the last");
    }

    @Test
    void anActionIsWrittenFieldByField() throws IOException {
        words.actions().add();
        FormViewModel<ActionItem> form = words.actions().form();
        Stream.of("title:Hold 150 % of the peak", "owner:capacity lead", "due:2026-12-01", "horizon:immediate",
                "type:prevent", "mechanism:yes", "status:done", "addresses:W1, DET-3", "doneWhen:it holds",
                "provedBy:az-power-loss", "ticket:OPS-1", "verifiedBy:run 7")
                .forEach(each -> type(form, each.split(":")[0], each.split(":")[1]));
        assertThat(words.troubleProperty().get()).isEmpty();
        assertThat(read().actions()).containsExactly(new ActionItem("A1", "Hold 150 % of the peak", "capacity lead",
                LocalDate.of(2026, 12, 1), CoeFile.Horizon.IMMEDIATE, ActionType.PREVENT, true, "",
                List.of("W1", "DET-3"), "it holds", "az-power-loss", "OPS-1", CoeFile.ActionStatus.DONE, "run 7"));
        type(form, "due", "");
        type(form, "type", "");
        type(form, "addresses", "");
        assertThat(read().actions().getFirst().due()).isNull();
        assertThat(read().actions().getFirst().type()).isNull();
        assertThat(read().actions().getFirst().addresses()).isEmpty();
    }

    @Test
    void anActionMayBeProvedByTheRunsExperimentOrAnyOther() {
        assertThat(words.experiments()).containsExactly("az-power-loss", "task-crash");
    }

    @Test
    void anActionThatALessonNamesIsNotRemoved() throws IOException {
        words.actions().add();
        words.lessons().add();
        type(words.lessons().form(), "actions", "A1");
        words.actions().remove();
        assertThat(words.troubleProperty().get()).contains("A1 was not removed");
        assertThat(read().actions()).hasSize(1);
        type(words.lessons().form(), "actions", "");
        words.actions().remove();
        assertThat(read().actions()).isEmpty();
    }

    // --- answers and summary ----------------------------------------------------------------------------------------

    @Test
    void aQuestionStandsBesideWhatTheJournalSays() throws IOException {
        Line<Answers.Answered> first = words.answers().lines().getFirst();
        assertThat(first.told()).isEqualTo("From the journal: first alarm 14:02:08");
        assertThat(words.answers().lines()).hasSize(23);
        words.answers().choose("DET-1");
        assertThat(words.answers().form().field("halving").askedProperty().get()).isFalse();
        type(words.answers().form(), "text", "the page");
        words.answers().choose("DET-3");
        assertThat(words.answers().form().field("halving").askedProperty().get()).isTrue();
        type(words.answers().form(), "halving", "a canary");
        assertThat(read().answers()).containsOnlyKeys("DET-1", "DET-3").containsEntry("DET-1",
                new Answer("the page", "", List.of()));
        words.answers().choose("MIT-1");
        type(words.answers().form(), "text", "from the runbook");
        assertThat(words.troubleProperty().get()).isEmpty();
        assertThat(read().answers()).containsEntry("MIT-1", new Answer("from the runbook", "", List.of()));
    }

    @Test
    void whatIsSaidOfTheWholeDocumentIsWritten() throws IOException {
        FormViewModel<CoeFile> form = words.summary();
        type(form, "title", "Orders: failed");
        type(form, "status", "actions-open");
        type(form, "trigger", "near-miss");
        type(form, "owner", "the lead");
        type(form, "severity", "2");
        type(form, "reviewers", "ada, ben");
        type(form, "summary", "Customers could not order.\n\nIt lasted a minute.");
        type(form, "impact.couldNot", "order, at all\nsee orders");
        type(form, "impact.notAffected", "reading");
        type(form, "impact.supportCases", "3");
        type(form, "impact.dataLoss", "none");
        type(form, "noActionsBecause", "as predicted");
        assertThat(words.troubleProperty().get()).isEmpty();
        CoeFile read = read();
        assertThat(read.header().status()).isEqualTo(Status.ACTIONS_OPEN);
        assertThat(read.header().reviewers()).containsExactly("ada", "ben");
        assertThat(read.summary()).isEqualTo("Customers could not order.\n\nIt lasted a minute.");
        assertThat(read.impact().couldNot()).containsExactly("order, at all", "see orders");
        assertThat(read.impact().supportCases()).isEqualTo(3);
        assertThat(read.impact().dataLoss()).isEqualTo(CoeFile.DataLoss.NONE);
        type(form, "title", "");
        type(form, "summary", "");
        type(form, "impact.dataLoss", "");
        assertThat(read().header().title()).isEmpty();
        assertThat(read().impact().dataLoss()).isEqualTo(CoeFile.DataLoss.NOT_SAID);
    }

    @Test
    void aNumberThatIsNoneIsRefusedWithWhatIsAllowed() throws IOException {
        type(words.summary(), "impact.supportCases", "many");
        assertThat(words.troubleProperty().get()).contains("supportCases").contains("many");
        assertThat(file).hasContent(FILE);
    }
}

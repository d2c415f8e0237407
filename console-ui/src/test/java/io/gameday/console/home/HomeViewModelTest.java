package io.gameday.console.home;

import io.gameday.console.home.FaultsModel.Standings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HomeViewModelTest {

    @TempDir
    private Path folder;
    private HomeFixture home;

    @BeforeEach
    void start() {
        home = new HomeFixture(folder);
    }

    @Test
    void theCatalogIsSortedByTheme() {
        home.model.refresh();

        assertThat(home.model.catalog().choices()).containsExactly(new ThemeChoice(Optional.empty(), "All", 3),
                new ThemeChoice(Optional.of(new Theme("tasks")), "Tasks", 1),
                new ThemeChoice(Optional.of(new Theme("zones")), "Zones", 2));
        assertThat(home.cards()).extracting(CatalogCard::name).containsExactly("task-crash", "az-power-loss-unscaled",
                "az-power-loss");
    }

    @Test
    void aThemeThatNobodyHasGivenWordsStandsForItselfAndWhatHasNoneComesLast() {
        assertThat(new Theme("moon-phase").title()).isEqualTo("moon-phase");
        assertThat(new Theme("moon-phase").question()).isEmpty();
        assertThat(Stream.of(Theme.OTHER, new Theme("zones"), new Theme("moon-phase")).sorted())
                .containsExactly(new Theme("moon-phase"), new Theme("zones"), Theme.OTHER);
    }

    @Test
    void aChosenThemeShowsOnlyItsExperiments() {
        home.model.refresh();

        home.model.catalog().chosen().set(Optional.of(new Theme("tasks")));

        assertThat(home.cards()).extracting(CatalogCard::name).containsExactly("task-crash");
    }

    @Test
    void theLengthIsTheRampTheSteadyStateTheFaultAndTheSteadyStateAgain() {
        home.model.refresh();

        // 8 s + 10 s + (5 s + 40 s) + 10 s = 73 s, and without a lasting fault 8 + 10 + (5 + 20) + 10 = 53 s.
        assertThat(home.cards()).extracting(CatalogCard::length).containsExactly("about 55 s", "about 1 min 15 s",
                "about 1 min 15 s");
        assertThat(ExpectedLength.words(Duration.ofSeconds(120))).isEqualTo("about 2 min");
    }

    @Test
    void aCardTellsTheVerdictOfItsLastRun() throws IOException {
        new RunFixture(home.runs(), "2026-01-01T10-00-00Z-x").started("task-crash").ended(0, "");
        new RunFixture(home.runs(), "2026-01-01T11-00-00Z-x").started("task-crash").ended(3, "");

        home.model.refresh();

        assertThat(home.cards()).extracting(card -> card.lastRun().map(RunRow::verdict))
                .containsExactly(Optional.of(RunVerdict.BROKEN), Optional.empty(), Optional.empty());
        assertThat(home.cards().getLast().noRun()).isEqualTo("not run yet");
    }

    @Test
    void notAmongTheNewestIsNotTakenForNeverRun() throws IOException {
        for (int n = 0; n < RunsModel.PAGE + 2; n++) {
            new RunFixture(home.runs(), String.format("2026-01-01T10-%02d-%02dZ-x", n / 60, n % 60)).started("y");
        }

        home.model.refresh();

        assertThat(home.cards().getFirst().noRun()).isEqualTo("not in the newest 50 runs");
        assertThat(home.model.runs().older().get()).isEqualTo(2);
        home.model.runs().showOlder();
        assertThat(home.model.runs().rows()).hasSize(RunsModel.PAGE + 2);
        assertThat(home.cards().getFirst().noRun()).isEqualTo("not run yet");
    }

    @Test
    void theFirstGameDayIsExplainedUntilSomethingWasPlayed() throws IOException {
        home.model.refresh();
        assertThat(home.model.welcome().get()).isTrue();
        assertThat(home.model.runs().empty().get()).startsWith("Nothing was played yet");

        new RunFixture(home.runs(), "2026-01-01T10-00-00Z-x").started("task-crash").ended(0, "");
        home.model.refresh();

        assertThat(home.model.welcome().get()).isFalse();
    }

    @Test
    void theFirstGameDayIsPlayedHereOrRehearsed() {
        home.model.refresh();

        home.model.playFirst();
        home.model.rehearseFirst();

        assertThat(home.asked).containsExactly("play az-power-loss.yaml local", "play az-power-loss.yaml simulated");
    }

    @Test
    void theSearchFindsExperimentsFilesAndRuns() throws IOException {
        home.save("checkout.yaml", home.experiment("az-power-loss"));
        home.save("tasks.yaml", home.experiment("task-crash"));
        new RunFixture(home.runs(), "2026-01-01T10-00-00Z-x").started("task-crash").ended(0, "");
        new RunFixture(home.runs(), "2026-01-01T11-00-00Z-x").started("checkout").ended(0, "");
        home.model.refresh();

        home.model.search().set(" CRASH ");

        assertThat(home.cards()).extracting(CatalogCard::name).containsExactly("task-crash");
        assertThat(home.model.files().rows()).extracting(ExperimentFile::fileName).containsExactly("tasks.yaml");
        assertThat(home.model.runs().rows()).extracting(RunRow::experiment).containsExactly("task-crash");
        home.model.search().set("nothing of the kind");
        assertThat(home.model.runs().empty().get()).isEqualTo("No run is found by this search.");
        assertThat(home.model.files().empty().get()).isEqualTo("None of your files is found by this search.");
    }

    @Test
    void aFileIsCheckedWhenItIsSaved() {
        String text = home.experiment("az-power-loss");
        home.save("mine.yaml", text);
        home.model.tick();
        assertThat(home.model.files().rows().getFirst().valid()).isTrue();

        home.save("mine.yaml", HomeFixture.broken(text));
        home.model.tick();

        ExperimentFile file = home.model.files().rows().getFirst();
        assertThat(FilesModel.problemWords(file)).isEqualTo("line 21: 1 problem");
        assertThat(FilesModel.problems(file)).startsWith("mine.yaml:21:").contains("zone-power-lost");
        assertThat(file.title()).isEqualTo("Lose one Availability Zone at peak");
        home.save("mine.yaml", text);
        home.model.tick();
        assertThat(home.model.files().rows().getFirst().valid()).isTrue();
    }

    @Test
    void aFileThatIsNoTextIsAProblemAndNoFailure() throws IOException {
        Files.createDirectories(home.places.files());
        Files.write(home.places.files().resolve("picture.yaml"), new byte[]{(byte) 0xFF, (byte) 0xD8, 0});

        home.model.tick();

        assertThat(home.model.files().rows().getFirst().problems().getFirst().message()).contains("not text in UTF-8");
    }

    @Test
    void aNewExperimentBeginsAsAValidCopy() {
        home.model.newExperiment();
        home.model.files().newName().set("決済-ゾーン停止");

        home.model.files().create();

        assertThat(home.asked).containsExactly("prepare 決済-ゾーン停止.yaml");
        assertThat(home.model.files().rows()).singleElement().matches(ExperimentFile::valid);
        assertThat(home.places.files().resolve("決済-ゾーン停止.yaml")).content()
                .startsWith("# A copy of az-power-loss to begin with.").doesNotContain("$schema");
        assertThat(home.model.files().naming().get()).isFalse();
    }

    @Test
    void anExistingFileIsNeverWrittenOver() {
        Path mine = home.save("mine.yaml", "mine");
        home.model.newExperiment();
        home.model.files().newName().set("mine");

        home.model.files().create();

        assertThat(mine).content().isEqualTo("mine");
        assertThat(home.model.files().newProblem().get()).startsWith("mine.yaml is there already");
        assertThat(home.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "../x", "a/b", "a\\b", ".hidden", "a:b"})
    void aNameThatLeadsElsewhereIsRefused(String name) {
        home.model.files().newName().set(name);

        home.model.files().create();

        assertThat(home.model.files().newProblem().get()).isNotEmpty();
        assertThat(home.places.files()).doesNotExist();
    }

    @Test
    void aRunOpensWhereItBelongs() throws IOException {
        new RunFixture(home.runs(), "2026-01-01T10-00-00Z-over").started("x").ended(0, "");
        new RunFixture(home.runs(), "2026-01-01T11-00-00Z-now").started("x").playedBy(RunFixture.living());
        home.model.refresh();

        home.model.runs().rows().forEach(home.model.runs()::open);

        assertThat(home.asked).containsExactly("attach 2026-01-01T11-00-00Z-now", "debrief 2026-01-01T10-00-00Z-over");
    }

    @Test
    void attachingWithoutARunSaysSo() throws IOException {
        home.model.refresh();
        home.model.attach();
        assertThat(home.model.notice().get()).startsWith("No run is being played now.");

        new RunFixture(home.runs(), "2026-01-01T11-00-00Z-now").started("x").playedBy(RunFixture.living());
        home.model.refresh();
        home.model.attach();

        assertThat(home.asked).containsExactly("attach 2026-01-01T11-00-00Z-now");
        assertThat(home.model.notice().get()).isEmpty();
    }

    @Test
    void aFolderThatIsNoRunIsRefusedInWords() throws IOException {
        home.chosen = Optional.of(folder);
        home.model.openRunFolder();
        assertThat(home.model.notice().get()).startsWith("There is no journal.jsonl in " + folder);

        home.chosen = Optional.of(new RunFixture(folder, "elsewhere").started("x").folder);
        home.model.openRunFolder();

        assertThat(home.asked).containsExactly("debrief elsewhere");
    }

    @Test
    void readingIsNotAskedForAgainBeforeItIsDone() {
        Queue<Runnable> background = new ArrayDeque<>();
        HomeFixture slow = new HomeFixture(folder.resolve("slow"), Runnable::run, background::add);

        slow.model.refresh();
        slow.model.refresh();

        assertThat(background).hasSize(5);
        assertThat(slow.model.faults().shown().get().standings()).isEqualTo(Standings.ASKING);
        assertThat(slow.model.runs().empty().get()).isEqualTo("Reading the runs…");
    }

    @Test
    void withoutALedgerEntryNothingOfOursIsInForce() {
        home.model.refresh();

        assertThat(home.model.faults().shown().get()).isEqualTo(new FaultsModel.Shown(Standings.NONE,
                "No fault of ours is in force", "0 ledgers read · others were not asked"));
    }

    @Test
    void whatARunLeftInForceIsNamedAndTakenAway() {
        home.left("r1", RunFixture.gone());
        home.model.refresh();
        assertThat(home.model.faults().shown().get()).isEqualTo(
                new FaultsModel.Shown(Standings.LEFT, "1 fault may be in force: zone-power-loss az1", "by run r1"));
        Recovery.Outcome left = new Recovery.Outcome(false, "may still be in force", "curl -X DELETE …");
        home.recovery = () -> List.of(left);

        home.model.faults().takeAway();

        assertThat(home.model.faults().outcomes()).containsExactly(left);
        assertThat(home.model.faults().takingAway().get()).isFalse();
    }

    @Test
    void theFaultOfARunThatIsPlayedLeadsToThatRun() {
        home.left("r1", RunFixture.living());

        home.model.refresh();
        home.model.faults().showRun();

        assertThat(home.model.faults().shown().get().standings()).isEqualTo(Standings.PLAYING);
        assertThat(home.asked).containsExactly("attach r1");
    }

    @Test
    void aLedgerThatCannotBeReadIsNotTakenForNone() throws IOException {
        Files.createDirectories(home.places.state().ledgers());
        Files.writeString(home.places.state().ledger("r1"), "nonsense\nnonsense\n");

        home.model.refresh();

        assertThat(home.model.faults().shown().get().standings()).isEqualTo(Standings.UNREADABLE);
        assertThat(home.model.faults().shown().get().detail()).contains("r1.jsonl:1");
    }

    @Test
    void recoveryByTheLedgersTellsWhatClearsItByHand() throws Exception {
        home.left("r1", RunFixture.living());

        List<Recovery.Outcome> outcomes = new LedgerRecovery(home.places.state()).takeAway();

        assertThat(outcomes).singleElement().satisfies(outcome -> {
            assertThat(outcome.gone()).isFalse();
            assertThat(outcome.text())
                    .startsWith("zone-power-loss zone az1 may still be in force: its agent (process ");
            assertThat(outcome.command()).contains("curl -X DELETE");
        });
    }
}

package io.gameday.console.prepare;

import io.gameday.console.SimulatedRun;
import io.gameday.console.run.Guests;
import io.gameday.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PrepareViewModelTest {

    @TempDir
    private Path folder;

    private Bench bench;
    private PrepareViewModel model;

    @BeforeEach
    void setUp() throws IOException {
        bench = new Bench(folder);
        model = bench.model;
        model.shown();
    }

    @Test
    void nothingMayBeStartedWithoutAFile() {
        assertThat(model.mayStart().get()).isFalse();
        assertThat(model.mayRehearse().get()).isFalse();
        model.save();
        model.play();
        assertThat(bench.navigated).isEmpty();
    }

    @Test
    void aFileThatCannotBeOpenedIsToldWithTheNextStep() {
        model.open(folder.resolve("gone.yaml"));
        assertThat(model.text().trouble().get()).contains("gone.yaml cannot be opened: there is no such file")
                .contains("Home");
    }

    @Test
    void whoIsInvitedGetsALinkWhenTheRunStartsAndAnotherExperimentInvitesNobody() throws IOException {
        model.open(bench.fromCatalog("az-power-loss-unscaled"));
        assertThat(model.guests().words()).isEqualTo("Nobody gets a link");
        model.guests().add(Role.RESPONDER);
        model.guests().add(Role.FACILITATOR);
        model.guests().add(Role.RESPONDER);
        model.guests().address().set(" 192.0.2.7 ");
        assertThat(model.guests().words()).isEqualTo("facilitator, 2 × responder");
        model.goNoGo().everybodyKnows().set(true);
        model.play();
        assertThat(bench.navigated).containsExactly(
                "play az-power-loss-unscaled.yaml on local with " + "[facilitator, responder, responder] at 192.0.2.7");

        model.open(bench.fromCatalog("drill-down"));
        assertThat(model.guests().words()).isEqualTo("Nobody gets a link");
        assertThat(model.guests().guests()).isEqualTo(Guests.NONE);
    }

    @Test
    void aDeputyStandsBehindTheirRoleAndEachIsCalledAsInTheRun() throws IOException {
        model.open(bench.fromCatalog("az-power-loss-unscaled"));
        model.guests().add(Role.SCRIBE);
        model.guests().addDeputy(Role.RESPONDER);
        model.guests().add(Role.RESPONDER);
        model.guests().add(Role.RESPONDER);
        assertThat(model.guests().words()).isEqualTo("2 × responder, deputy responder, scribe");
        assertThat(model.guests().titles()).containsExactly("responder 1", "responder 2", "deputy responder", "scribe");
        assertThat(model.guests().guests().roles()).containsExactly("responder", "responder", "deputy responder",
                "scribe");
    }

    @Test
    void roleCardsAreWrittenToldAndTheirFolderOpened() throws IOException {
        assertThat(model.mayPrint().get()).isFalse();
        model.open(bench.fromCatalog("az-power-loss-unscaled"));
        model.print();
        assertThat(model.cards().state().get()).isEqualTo(
                new RoleCards.State.Done("To print, with plan, run sheet and role cards: plans/mine/plan.pdf",
                        Path.of("plans", "mine", "plan.pdf")));
        model.cards().open();
        assertThat(bench.navigated).containsExactly("print az-power-loss-unscaled", "open plans/mine");

        model.open(bench.fromCatalog("drill-down"));
        assertThat(model.cards().state().get()).isEqualTo(new RoleCards.State.None());
        bench.printed = new Papers.Printed(null, "The folder plans/drill-down cannot be made");
        model.print();
        assertThat(model.cards().state().get()).isEqualTo(new RoleCards.State.Failed(
                "The role cards were not written: The folder plans/drill-down cannot be made"));
    }

    @Test
    void aValidExperimentWaitsOnlyForTheTickByHand() throws IOException {
        model.open(bench.fromCatalog("az-power-loss-unscaled"));
        assertThat(model.blockers()).containsExactly(new Blocker(Blocker.Kind.TICK, "1 tick missing", 0));
        model.goNoGo().everybodyKnows().set(true);
        assertThat(model.mayStart().get()).isTrue();
        model.play();
        assertThat(bench.navigated).containsExactly("play az-power-loss-unscaled.yaml on local");
    }

    @Test
    void anEditIsCheckedOnceTypingHasPausedAndUntilThenNothingIsGreen() throws IOException {
        model.open(bench.fromCatalog("az-power-loss-unscaled"));
        model.text().text().set(model.text().text().get().replace("weigh-away", "weigh-awy"));
        assertThat(check(Check.Id.VALID)).isEqualTo(Check.Mark.OPEN);
        assertThat(check(Check.Id.REACH)).isEqualTo(Check.Mark.OPEN);
        assertThat(model.mayStart().get()).isFalse();
        bench.clock.advance(Duration.ofMillis(299));
        assertThat(model.checked().get().flaws()).isEmpty();
        bench.clock.advance(Duration.ofMillis(1));
        assertThat(model.checked().get().flaws()).hasSize(1);
        assertThat(check(Check.Id.VALID)).isEqualTo(Check.Mark.NOT_SO);
        assertThat(model.blockers()).extracting(Blocker::words).containsExactly("line 32", "1 tick missing");
        assertThat(model.reachIsOld().get()).isTrue();
    }

    @Test
    void aProblemIsMendedByTheWordThatIsMeant() throws IOException {
        String well = Bench.text("az-power-loss-unscaled");
        model.open(bench.ownFile("mine.yaml", well.replace("weigh-away", "weigh-awy").replace("  cells:", "  cels:")));
        bench.settle();
        assertThat(model.checked().get().flaws()).extracting(flaw -> flaw.fix().orElse("")).containsExactly("cells",
                "weigh-away");
        model.repair(model.checked().get().flaws().getFirst());
        bench.settle();
        model.repair(model.checked().get().flaws().getFirst());
        bench.settle();
        assertThat(model.text().text().get()).isEqualTo(well);
    }

    @Test
    void theNextProblemAfterTheLastIsTheFirst() throws IOException {
        model.open(bench.ownFile("mine.yaml", Bench.text("task-crash").replaceFirst("cells: \\d+", "cells: 9999")
                .replace("inject: task-crash", "inject: task-crush")));
        assertThat(model.checked().get().flaws()).hasSize(2);
        Flaw first = model.selected().get();
        model.nextProblem();
        assertThat(model.selected().get()).isNotEqualTo(first);
        model.nextProblem();
        assertThat(model.selected().get()).isEqualTo(first);
    }

    @Test
    void theFormShowsTheProblemOfItsField() throws IOException {
        model.open(bench.ownFile("mine.yaml", Bench.text("az-power-loss-unscaled").replace("cells: 2", "cells: 9999")
                .replace("zone: az1, at", "zone: az7, at")));
        FormViewModel form = model.form();
        assertThat(form.cells().problem().get()).contains("9999");
        assertThat(form.steps().getFirst().detail("zone").problem().get()).contains("az7");
        assertThat(form.title().problem().get()).isEmpty();
        assertThat(form.detect()).extracting(FormLine::words).containsExactly("zone-impact az1", "zone-impact az2",
                "zone-impact az3");
    }

    @Test
    void theFormWaitsWhileTheTextIsNoYaml() throws IOException {
        model.open(bench.fromCatalog("az-power-loss-unscaled"));
        model.text().text().set("title: [\n");
        bench.settle();
        assertThat(model.form().asleep().get()).startsWith("The form waits until line ");
        assertThat(model.form().title().value().get()).startsWith("Lose one");
        assertThat(model.mayRehearse().get()).isFalse();
    }

    @Test
    void anotherKindOfFaultBringsItsOwnFields() throws IOException {
        model.open(bench.fromCatalog("az-power-loss-unscaled"));
        model.form().inject(model.form().steps().getFirst(), "task-crash");
        bench.settle();
        assertThat(model.text().text().get()).contains("{ inject: task-crash, zone: az1, at: 5s, cell: cell-1 }");
        assertThat(model.checked().get().flaws()).isEmpty();
        model.form().inject(model.form().steps().getFirst(), "zone-power-loss");
        bench.settle();
        assertThat(model.text().text().get()).contains("{ inject: zone-power-loss, zone: az1, at: 5s, for: 40s }");
        assertThat(model.checked().get().flaws()).isEmpty();
    }

    @Test
    void everythingThatMayBeAddedIsValid() throws IOException {
        model.open(bench.fromCatalog("az-power-loss"));
        model.form().add("prepare.stopWhen", "{ metric: p99, above: 1s, for: 15s }");
        model.form().add("respond.expect", "{ metric: availability, atLeast: 99.9 %, within: 30s }");
        bench.settle();
        assertThat(model.checked().get().flaws()).isEmpty();
        assertThat(model.form().stops()).hasSize(2);
        model.form().remove(model.form().stops().getLast());
        bench.settle();
        assertThat(model.form().stops()).hasSize(1);
    }

    @Test
    void whichAlarmsPageIsTickedAndUnticked() throws IOException {
        model.open(bench.fromCatalog("gray-by-spreading"));
        FormViewModel form = model.form();
        assertThat(form.pageOn().value().get()).isEqualTo("customers-hurt");
        form.pageOn("zone-impact", true);
        bench.settle();
        assertThat(model.text().text().get()).contains("  pageOn: [customers-hurt, zone-impact]");
        form.pageOn("customers-hurt", false);
        form.pageOn("zone-impact", false);
        bench.settle();
        assertThat(model.text().text().get()).doesNotContain("pageOn");
        assertThat(model.checked().get().flaws()).isEmpty();
        form.pageOn("one-zone", true);
        bench.settle();
        assertThat(model.checked().get().experiment().orElseThrow().pageOn()).containsExactly("one-zone");
    }

    @Test
    void aFileWithoutRespondGetsOneWhenAnAlarmIsToPage() throws IOException {
        String text = Bench.text("task-crash");
        model.open(bench.ownFile("mine.yaml", text.substring(0, text.indexOf("respond:"))));
        model.form().pageOn("cell-impact", true);
        bench.settle();
        assertThat(model.checked().get().experiment().orElseThrow().pageOn()).containsExactly("cell-impact");
        model.form().pageOn("cell-impact", false);
        bench.settle();
        assertThat(model.checked().get().flaws()).isEmpty();
    }

    @Test
    void howManyIncidentsIsANumberThatMayBeChanged() throws IOException {
        model.open(bench.fromCatalog("drill-down"));
        FormLine incidents = model.form().respond().stream().filter(line -> line.what().equals("incidents")).findFirst()
                .orElseThrow();
        assertThat(incidents.now()).isEqualTo("1");
        model.form().edit(incidents.value().orElseThrow(), "2");
        bench.settle();
        assertThat(model.text().text().get()).contains("{ incidents: 2 }");
    }

    @Test
    void aPredictionOfADependencyIsALineWhoseTimeMayBeChanged() throws IOException {
        model.open(bench.fromCatalog("dependency-hard"));
        FormLine dependency = model.form().respond().getFirst();
        assertThat(dependency.what()).isEqualTo("dependency");
        assertThat(dependency.words()).isEqualTo("inventory");
        assertThat(dependency.now()).isEqualTo("5s");
        model.form().edit(dependency.value().orElseThrow(), "7s");
        bench.settle();
        assertThat(model.text().text().get()).contains("{ dependency: inventory, within: 7s }");
    }

    @Test
    void anEditedExperimentOfTheCatalogIsSavedElsewhereBeforeItIsPlayed() throws IOException {
        Path shipped = bench.fromCatalog("az-power-loss-unscaled");
        String before = Files.readString(shipped);
        model.open(shipped);
        model.form().edit("title", "Mine");
        bench.settle();
        model.goNoGo().everybodyKnows().set(true);
        model.play();
        assertThat(bench.navigated).isEmpty();
        assertThat(bench.suggested).isEqualTo(bench.own.resolve("az-power-loss-unscaled.yaml"));
        bench.chosen = Optional.of(shipped);
        model.play();
        assertThat(model.text().trouble().get()).contains("is never written");
        bench.chosen = Optional.of(bench.own.resolve("mine.yaml"));
        model.play();
        assertThat(bench.navigated).containsExactly("play mine.yaml on local");
        assertThat(Files.readString(bench.own.resolve("mine.yaml")))
                .isEqualTo(before.replaceFirst("title: .*", "title: Mine"));
        assertThat(Files.readString(shipped)).isEqualTo(before);
    }

    @Test
    void whatSomebodyElseWroteMeanwhileIsNeverWrittenOver() throws IOException {
        Path mine = bench.ownFile("mine.yaml", Bench.text("task-crash"));
        model.open(mine);
        model.form().edit("title", "Mine");
        Files.writeString(mine, "theirs");
        model.save();
        assertThat(Files.readString(mine)).isEqualTo("theirs");
        assertThat(model.text().theirs().get()).isEqualTo("theirs");
        model.text().keepMine();
        model.save();
        assertThat(Files.readString(mine)).contains("title: Mine");
        Files.writeString(mine, "theirs again");
        bench.clock.advance(Duration.ofSeconds(3));
        assertThat(model.text().theirs().get()).isEqualTo("theirs again");
        model.text().takeTheirs();
        assertThat(model.text().text().get()).isEqualTo("theirs again");
        assertThat(model.unsaved()).isFalse();
    }

    @Test
    void lineEndsOfWindowsSurvive() throws IOException {
        Path mine = bench.ownFile("mine.yaml", Bench.text("task-crash").replace("\n", "\r\n"));
        model.open(mine);
        assertThat(model.unsaved()).isFalse();
        model.form().edit("title", "Mine");
        model.save();
        assertThat(Files.readString(mine)).contains("title: Mine\r\n");
        assertThat(model.unsaved()).isFalse();
    }

    @Test
    void aFileThatCannotBeSavedIsToldAndNothingIsLost() throws IOException {
        model.open(bench.fromCatalog("task-crash"));
        model.form().edit("title", "Mine");
        Path file = Files.writeString(folder.resolve("file"), "");
        bench.chosen = Optional.of(file.resolve("mine.yaml"));
        model.save();
        assertThat(model.text().trouble().get()).contains("was not saved").contains("Save as");
        assertThat(model.unsaved()).isTrue();
    }

    @Test
    void unsavedTextIsAskedForBeforeAnotherIsOpened() throws IOException {
        Path mine = bench.ownFile("mine.yaml", Bench.text("task-crash"));
        model.open(mine);
        model.form().edit("title", "Mine");
        Path other = bench.ownFile("other.yaml", Bench.text("az-power-loss"));
        model.open(other);
        assertThat(model.fileName()).isEqualTo("mine.yaml");
        bench.leaving = PrepareDialogs.Leaving.SAVE;
        model.open(other);
        assertThat(model.fileName()).isEqualTo("other.yaml");
        assertThat(Files.readString(mine)).contains("title: Mine");
        model.form().edit("title", "Not kept");
        bench.leaving = PrepareDialogs.Leaving.THROW_AWAY;
        model.open(mine);
        assertThat(Files.readString(other)).doesNotContain("Not kept");
    }

    @Test
    void aFaultInForceForbidsTheStartUntilItIsSeenToBeGone() throws IOException {
        bench.fault = new Machine.Seen(false, "zone-power-loss at az1 may be in force");
        model.open(bench.fromCatalog("az-power-loss"));
        model.shown();
        model.goNoGo().everybodyKnows().set(true);
        assertThat(model.blockers()).extracting(Blocker::words).containsExactly("a fault may be in force");
        bench.fault = new Machine.Seen(true, "the ledger names none");
        bench.clock.advance(Duration.ofSeconds(31));
        assertThat(model.mayStart().get()).isTrue();
    }

    @Test
    void aQuestionThatFailsIsNotKnownAndForbidsTheStart() throws IOException {
        bench.roomThrows = true;
        model.open(bench.fromCatalog("az-power-loss"));
        model.shown();
        assertThat(check(Check.Id.ROOM)).isEqualTo(Check.Mark.NOT_SO);
        assertThat(model.goNoGo().checks()).extracting(Check::seen).contains("not known: the disk does not answer");
    }

    @Test
    void whatWasSeenMoreThanAMinuteAgoIsARing() throws IOException {
        List<Runnable> waiting = new ArrayList<>();
        boolean[] stuck = new boolean[1];
        Bench slow = new Bench(folder.resolve("slow"), Runnable::run, work -> {
            if (stuck[0]) {
                waiting.add(work);
            } else {
                work.run();
            }
        });
        slow.model.open(slow.fromCatalog("az-power-loss"));
        slow.model.shown();
        slow.model.goNoGo().everybodyKnows().set(true);
        assertThat(slow.model.mayStart().get()).isTrue();
        stuck[0] = true;
        slow.clock.advance(Duration.ofSeconds(66));
        assertThat(slow.model.goNoGo().checks()).filteredOn(check -> check.id() == Check.Id.NO_FAULT)
                .extracting(Check::mark).containsExactly(Check.Mark.OPEN);
        assertThat(slow.model.mayStart().get()).isFalse();
        List.copyOf(waiting).forEach(Runnable::run);
        assertThat(slow.model.mayStart().get()).isTrue();
    }

    @Test
    void theSteadyStateIsNeverGreenBeforeTheStart() throws IOException {
        model.open(bench.fromCatalog("az-power-loss"));
        assertThat(check(Check.Id.STEADY_STATE)).isEqualTo(Check.Mark.LATER);
    }

    @Test
    void aReachBeyondTheBlastRadiusForbidsTheStart() throws IOException {
        model.open(bench.ownFile("mine.yaml", Bench.text("az-power-loss").replaceFirst("zones: 1", "zones: 0")));
        assertThat(model.blockers()).extracting(Blocker::words).contains("reach");
        assertThat(model.goNoGo().checks()).extracting(Check::seen).contains("1 of at most 0 zones");
    }

    @Test
    void aRehearsalTellsHowItGoesAndWhatCameOut() throws IOException {
        model.open(bench.fromCatalog("az-power-loss-unscaled"));
        model.rehearse();
        assertThat(model.mayRehearse().get()).isFalse();
        bench.rehearsing.getFirst().progress("playing 2 of 4 phases");
        assertThat(model.rehearsal().state().get()).isEqualTo(new Rehearsal.State.Going("playing 2 of 4 phases"));
        bench.clock.advance(Duration.ofMillis(1400));
        Path run = SimulatedRun.of("az-power-loss-unscaled", folder);
        bench.rehearsing.getFirst().finished(run, 3);
        assertThat(model.rehearsal().state().get()).isInstanceOfSatisfying(Rehearsal.State.Done.class, done -> {
            assertThat(done.how()).isEqualTo("simulated, seed 1, 1.4 s:");
            assertThat(done.result())
                    .matches("\\d+ of \\d+ predictions hold, availability is back after \\d+(\\.\\d)? s");
            assertThat(done.runFolder()).isEqualTo(run);
        });
        assertThat(model.mayRehearse().get()).isTrue();
    }

    @Test
    void aRehearsalThatFailsSaysWhyAndAnOlderOneIsNotListenedTo() throws IOException {
        model.open(bench.fromCatalog("az-power-loss-unscaled"));
        model.rehearse();
        model.open(bench.fromCatalog("task-crash"));
        model.rehearse();
        bench.rehearsing.getFirst().failed("too late");
        assertThat(model.rehearsal().going()).isTrue();
        bench.rehearsing.getLast().finished(folder.resolve("empty"), 1);
        assertThat(model.rehearsal().state().get()).isInstanceOf(Rehearsal.State.Failed.class);
    }

    @Test
    void aNameInJapaneseIsShownAsItIs() throws IOException {
        model.open(bench.ownFile("ゾーン障害.yaml", Bench.text("task-crash")));
        assertThat(model.name()).isEqualTo("ゾーン障害");
        assertThat(model.checked().get().experiment()).isPresent();
    }

    private Check.Mark check(Check.Id id) {
        return model.goNoGo().checks().stream().filter(check -> check.id() == id).findFirst().orElseThrow().mark();
    }
}

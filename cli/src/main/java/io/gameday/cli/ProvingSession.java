package io.gameday.cli;

import io.gameday.engine.ExitCode;
import io.gameday.journal.Verdict;
import io.gameday.process.ParentWatch;
import io.gameday.report.actions.Registered;
import io.gameday.report.receipt.Receipt;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.scorecard.Scorecard.Prediction;
import io.gameday.report.words.CoeEdit;
import io.gameday.report.words.CoeEdit.Edited;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFile.ActionStatus;
import io.gameday.report.words.CoeFileReader;
import io.gameday.report.words.CoeStore;
import io.gameday.report.words.CoeStore.Saved;
import io.gameday.report.words.CoeStore.Stored;
import io.gameday.target.TargetKind;
import io.gameday.yaml.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Plays experiments that prove actions, and closes those that are proved.
final class ProvingSession {

    /// The same each time, as in `gameday run --on simulated`.
    private static final long SEED = 1;

    private final Path runs;
    private final RunCommand.On on;
    private final TeamOptions team;
    private final boolean withParent;

    /// @param runs       where the run folders are, and new ones are made
    /// @param withParent a program started this one: it ends with that, and is told what became of each action
    ProvingSession(Path runs, RunCommand.On on, TeamOptions team, boolean withParent) {
        this.runs = runs;
        this.on = on;
        this.team = team;
        this.withParent = withParent;
    }

    ExitCode play(List<Proving> provings) throws Exception {
        Screens screens = Screens.of(false, on == RunCommand.On.simulated ? TargetKind.SIMULATED : TargetKind.LOCAL);
        try (Interrupt interrupt = new Interrupt()) {
            if (withParent) {
                ParentWatch.whenParentEnds(interrupt::parentClosed);
            }
            ExitCode worst = ExitCode.HELD;
            try (screens; Session session = session(screens, interrupt)) {
                for (Proving proving : provings) {
                    if (interrupt.requested()) {
                        screens.notice("stopped before " + proving.found().experiment().name() + " began");
                        worst = ExitCodes.worse(worst, ExitCode.STOPPED);
                        break;
                    }
                    worst = ExitCodes.worse(worst, play(proving, session, screens));
                }
            }
            // Not before everything was shown: an interrupted process ends here.
            interrupt.finished(worst.code());
            return worst;
        }
    }

    private Session session(Screens screens, Interrupt interrupt) {
        return switch (on) {
            case simulated -> new SimulatedSession(runs, screens, SEED, null, null, interrupt);
            case local -> new LocalSession(runs, screens, null, null,
                    new ReferenceGround(null, SEED, screens::progress), team, null, interrupt);
        };
    }

    private ExitCode play(Proving proving, Session session, Screens screens) throws Exception {
        proving.actions().forEach(action -> screens.said("→ " + action.name() + " (" + action.title()
                + ") is proved by " + action.provedBy() + ": playing it, " + on));
        ExitCode code = session.play(proving.found());
        Optional<Screens.Finished> finished = screens.takeFinished();
        screens.said("");
        if (finished.isEmpty()) {
            proving.actions().forEach(action -> verdict(screens,
                    "○ " + action.name() + " stays open: nothing was played, exit code " + code.code()));
            return code;
        }
        String run = String.valueOf(finished.get().folder().getFileName());
        Scorecard scorecard = finished.get().scorecard();
        ExitCode worst = code;
        for (Registered action : proving.actions()) {
            worst = ExitCodes.worse(worst, judge(action, run, scorecard, code, screens));
        }
        return worst;
    }

    private ExitCode judge(Registered action, String run, Scorecard scorecard, ExitCode code, Screens screens) {
        List<Prediction> all = scorecard.predictions();
        List<Prediction> others = all.stream().filter(each -> each.verdict() != Verdict.HELD).toList();
        Receipt receipt = scorecard.receipt();
        String evidence = run + ": predictions held " + (all.size() - others.size()) + " of " + all.size() + "; "
                + (receipt == null ? "no receipt" : receipt.words());
        if (code != ExitCode.HELD) {
            verdict(screens, "× " + action.name() + " stays open, exit code " + code.code() + ". " + evidence);
            others.forEach(each -> screens.said("    " + (each.verdict() == Verdict.BROKEN ? "broken: " : "unknown: ")
                    + (each.text().isEmpty() ? each.id() : each.text()) + told(each)));
            return code;
        }
        if (all.isEmpty()) {
            verdict(screens, "○ " + action.name()
                    + " stays open: the experiment predicts nothing, so it proves nothing. " + evidence);
            return code;
        }
        if (!Proving.counts(on, action.target())) {
            TargetKind origin = action.target();
            verdict(screens,
                    "○ " + action.name() + " stays open: this run was " + on + ", and its COE is about "
                            + (origin == null ? "something that no journal tells of" : "the " + origin.words()) + ". "
                            + evidence);
            return code;
        }
        Optional<String> failed = close(runs, action, run);
        verdict(screens,
                failed.isEmpty()
                        ? "✓ " + action.name() + " is done. Evidence: " + evidence
                        : "× " + action.name() + " held, but is not noted as done. " + evidence);
        failed.ifPresent(why -> screens.notice(why + ". Then write status: done and verifiedBy: " + run));
        return failed.isEmpty() ? code : ExitCode.FAILED;
    }

    /// What became of an action.
    private void verdict(Screens screens, String text) {
        screens.said(text);
        if (withParent) {
            screens.notice(text);
        }
    }

    private static String told(Prediction prediction) {
        String wanted = prediction.wanted().isEmpty() ? "" : ", wanted " + prediction.wanted();
        String seen = prediction.value().isEmpty() ? "" : ", was " + prediction.value();
        return wanted.isEmpty() && seen.isEmpty() ? ": " + prediction.detail() : wanted + seen;
    }

    /// Read again, because a run takes minutes in which people write. Empty when it is done.
    static Optional<String> close(Path runs, Registered action, String run) {
        try {
            Stored stored = CoeStore.read(runs.resolve(action.run()).resolve(CoeFileReader.FILE));
            List<ActionItem> items = stored.reading().file().map(CoeFile::actions).orElse(List.of());
            int index = items.stream().map(ActionItem::id).toList().indexOf(action.id());
            if (index < 0 || items.get(index).status() != ActionStatus.OPEN
                    || !items.get(index).provedBy().equals(action.provedBy())) {
                return Optional.of(stored.shown() + ": " + action.id()
                        + " was changed by somebody else meanwhile and is " + "left as it is. Look at it");
            }
            Edited edited = CoeEdit.set(stored.text(), "actions[" + (index + 1) + "]",
                    Value.group("status", "done", "verifiedBy", run));
            return switch (edited) {
                case Edited.Refused(String why) -> Optional.of(stored.shown() + ": " + why);
                case Edited.Done done -> switch (CoeStore.write(stored, done.text())) {
                    case Saved.Written written -> Optional.empty();
                    case Saved.NotWritten(String why) -> Optional.of(why);
                };
            };
        } catch (IOException unread) {
            return Optional.of(String.valueOf(unread.getMessage()));
        }
    }
}

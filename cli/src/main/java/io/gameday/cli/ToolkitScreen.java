package io.gameday.cli;

import io.gameday.chaostoolkit.PlannedActivity.Section;
import io.gameday.chaostoolkit.play.Follower;
import io.gameday.chaostoolkit.play.Looked;
import io.gameday.chaostoolkit.play.Looked.When;
import io.gameday.chaostoolkit.play.Outcome;
import io.gameday.chaostoolkit.play.Performed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a person sees of a run of Chaos Toolkit's: a line for each activity when it is over.
final class ToolkitScreen implements Follower {

    private final PrintWriter out;
    private boolean lostBefore;

    ToolkitScreen(PrintWriter out) {
        this.out = out;
    }

    void begins(String title, List<String> plan) {
        out.println(title);
        plan.forEach(line -> out.println("  " + line));
        out.println();
    }

    @Override
    public void performed(Section section, int index, Performed performed) {
        String took = seconds(Duration.between(performed.start(), performed.end()));
        line(word(section), switch (performed.result()) {
            case Performed.Result.Done _ ->
                (section == Section.SAFEGUARDS ? "× " : "✓ ") + performed.activity().name() + "  " + took;
            case Performed.Result.Failed(String why) -> "× " + performed.activity().name() + "  " + took + ": " + why;
            case Performed.Result.Withheld _ ->
                "· " + performed.activity().name() + "  withheld, as nobody approved it";
        });
    }

    @Override
    public void looked(Looked looked) {
        if (looked.when() == When.DURING) {
            // There is one each second: only a change is news.
            if (looked.met() != lostBefore) {
                return;
            }
            lostBefore = !looked.met();
        }
        line(word(looked.when()),
                looked.met() ? "✓ steady state is met" : "× steady state is not met: " + looked.why());
    }

    /// @param to   where the verdict goes
    /// @param next what to do now
    void ended(PrintWriter to, Outcome outcome, Path journal, Optional<String> next) {
        out.println();
        to.println((outcome.code().code() == ExitCodes.HELD ? "✓ " : "× ")
                + outcome.code().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "  (exit code "
                + outcome.code().code() + "; Chaos Toolkit: " + outcome.status().name().toLowerCase(Locale.ROOT)
                + (outcome.deviated() ? ", deviated" : "") + ", exit code " + outcome.chaosCode() + ")");
        outcome.reasons().forEach(reason -> to.println("  " + reason));
        to.println("  journal: " + journal);
        next.ifPresent(line -> to.println("  " + line));
    }

    private void line(String where, String what) {
        out.println(String.format(Locale.ROOT, "%-14s", where) + what);
    }

    private static String word(Section section) {
        return switch (section) {
            case CONFIGURATION -> "configuration";
            case SAFEGUARDS -> "safeguard";
            case STEADY_STATE -> "steady state";
            case METHOD -> "method";
            case ROLLBACKS -> "rollbacks";
        };
    }

    private static String word(When when) {
        return switch (when) {
            case BEFORE -> "before";
            case DURING -> "during";
            case AFTER -> "after";
            case PROOF -> "proof";
        };
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
}

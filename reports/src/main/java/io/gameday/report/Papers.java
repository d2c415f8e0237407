package io.gameday.report;

import io.gameday.report.export.DocumentRenderer;
import io.gameday.report.export.FileLabels;
import io.gameday.report.export.Wording;
import io.gameday.report.paper.AudiencePlan;
import io.gameday.report.paper.Findings;
import io.gameday.report.paper.GameDayPlan;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Writes a paper in each of its formats. The same paper gives the same bytes.
public final class Papers {

    private Papers() {
    }

    /// `plan.md`, `plan.html` and `plan.pdf`.
    ///
    /// @param ownTemplates a team's folder whose files stand in for ours, one by one; null for ours alone
    public static void write(GameDayPlan plan, Formats formats, @Nullable Path ownTemplates) {
        write("plan", plan, new FileLabels(plan.title(), plan.name(), null, plan.toString()), formats,
                Wording.english(ownTemplates));
    }

    /// `audience.md`, `audience.html` and `audience.pdf`.
    ///
    /// @param ownTemplates likewise
    public static void write(AudiencePlan plan, Formats formats, @Nullable Path ownTemplates) {
        write("audience", plan, new FileLabels("Game day", "", null, plan.toString()), formats,
                Wording.english(ownTemplates));
    }

    /// `scorecard.md`, `scorecard.html` and `scorecard.pdf`.
    ///
    /// @param wording in which language, by whose templates
    public static void write(Findings findings, Formats formats, Wording wording) {
        write("scorecard", findings, new FileLabels(findings.title(), findings.origin() + " " + findings.run(),
                findings.ended(), findings.toString()), formats, wording);
    }

    private static void write(String name, Record paper, FileLabels labels, Formats formats, Wording wording) {
        DocumentRenderer renderer = new DocumentRenderer(name, paper, DocumentRenderer.Styles.PAPER, labels, wording);
        formats.text(name + ".md", renderer::markdown);
        formats.text(name + ".html", renderer::html);
        formats.export(name + ".pdf", renderer::pdf);
        formats.untold(name + ".md", renderer.untold());
    }
}

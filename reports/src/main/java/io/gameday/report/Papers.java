package io.gameday.report;

import io.gameday.report.brief.ExecutiveSummary;
import io.gameday.report.brief.Room;
import io.gameday.report.brief.ShortCoe;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.export.DocumentRenderer;
import io.gameday.report.export.Export;
import io.gameday.report.export.FileLabels;
import io.gameday.report.export.Wording;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.paper.AudiencePlan;
import io.gameday.report.paper.Findings;
import io.gameday.report.paper.GameDayPlan;
import io.gameday.report.story.SideBySide;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Writes a paper in each of its formats. The same paper gives the same bytes.
public final class Papers {

    private Papers() {
    }

    /// `plan.md`, `plan.html` and `plan.pdf`.
    ///
    /// @param wording in which language, by whose templates
    public static void write(GameDayPlan plan, Formats formats, Wording wording) {
        write("plan", plan, new FileLabels(plan.title(), plan.name(), null, plan.toString()), formats, wording);
    }

    /// `audience.md`, `audience.html` and `audience.pdf`.
    ///
    /// @param wording likewise
    public static void write(AudiencePlan plan, Formats formats, Wording wording) {
        write("audience", plan, new FileLabels("Game day", "", null, plan.toString()), formats, wording);
    }

    /// `scorecard.md`, `scorecard.html` and `scorecard.pdf`.
    ///
    /// @param wording likewise
    public static void write(Findings findings, Formats formats, Wording wording) {
        write("scorecard", findings, new FileLabels(findings.title(), findings.origin() + " " + findings.run(),
                findings.ended(), findings.toString()), formats, wording);
    }

    /// `side-by-side.md`, `side-by-side.html` and `side-by-side.pdf`.
    ///
    /// @param wording likewise
    public static void write(SideBySide sides, Formats formats, Wording wording) {
        write("side-by-side", sides, new FileLabels(sides.title(), sides.source(), null, sides.toString()), formats,
                wording);
    }

    /// `coe-short.pdf`, `coe-short.md`, `coe-short.html` and `coe-short.docx`, with as much of the COE as one page holds.
    ///
    /// @param wording likewise
    public static void shortened(CoeDocument coe, Formats formats, Wording wording) {
        onOnePage("coe-short", room -> ShortCoe.of(coe, room), coe, formats, wording);
    }

    /// `executive-summary.pdf`, `.md`, `.html` and `.docx`, likewise.
    ///
    /// @param wording likewise
    public static void summarized(RunFacts facts, CoeDocument coe, Formats formats, Wording wording) {
        onOnePage("executive-summary", room -> ExecutiveSummary.of(facts, coe, room), coe, formats, wording);
    }

    /// The PDF tells how much fits, so it is made first; where it cannot be made, the others have all that there may be.
    private static void onOnePage(String name, Function<Room, Record> paper, CoeDocument coe, Formats formats,
            Wording wording) {
        FileLabels labels = new FileLabels(coe.title(), coe.origin() + " " + coe.id(), coe.made(),
                name + coe.journal() + coe.sha256());
        Function<Room, DocumentRenderer> set = room -> new DocumentRenderer(name, paper.apply(room),
                DocumentRenderer.Styles.PAPER, labels, wording);
        AtomicReference<DocumentRenderer> fitting = new AtomicReference<>(set.apply(Room.AMPLE));
        formats.export(name + ".pdf", () -> {
            Export pdf = fitting.get().pdf();
            for (Iterator<Room> less = Room.afterAmple(); pdf.pages() > 1 && less.hasNext();) {
                fitting.set(set.apply(less.next()));
                pdf = fitting.get().pdf();
            }
            return pdf.pages() > 1 ? pdf.with("it has " + pdf.pages() + " pages, and one was wanted") : pdf;
        });
        formats.text(name + ".md", fitting.get()::markdown);
        formats.text(name + ".html", fitting.get()::html);
        formats.export(name + ".docx", () -> fitting.get().docx());
        formats.untold(name + ".md", fitting.get().untold());
    }

    private static void write(String name, Record paper, FileLabels labels, Formats formats, Wording wording) {
        DocumentRenderer renderer = new DocumentRenderer(name, paper, DocumentRenderer.Styles.PAPER, labels, wording);
        formats.text(name + ".md", renderer::markdown);
        formats.text(name + ".html", renderer::html);
        formats.export(name + ".pdf", renderer::pdf);
        formats.untold(name + ".md", renderer.untold());
    }
}

package io.gameday.cli.view;

import io.gameday.engine.ExitCode;
import io.gameday.journal.view.Style;
import io.gameday.report.lint.Finding;
import io.gameday.report.lint.Linting;
import io.gameday.report.lint.Severity;
import io.gameday.report.text.Figures;
import io.gameday.report.words.CoeFileReader;
import java.util.ArrayList;
import java.util.List;

/// What the linter says of a COE: by severity, each with its place and what to write instead. Counts, and no grade.
public final class LintScreen {

    private static final int WIDTH = 80;
    private static final int INDENT = 4;

    private final Linting linting;
    private final String file;

    /// @param file as the user named it
    public LintScreen(Linting linting, String file) {
        this.linting = linting;
        this.file = file;
    }

    /// Informations alone are clean.
    public static ExitCode exitCode(Linting linting) {
        if (linting.blocksReview()) {
            return ExitCode.BROKEN;
        }
        return linting.of(Severity.WARNING).isEmpty() ? ExitCode.HELD : ExitCode.UNKNOWN;
    }

    public List<String> render(Terminal terminal) {
        List<Line> lines = new ArrayList<>();
        lines.add(head().add(Style.QUIET, "   " + file));
        lines.add(Line.of(Style.QUIET, counts()));
        for (Severity severity : Severity.values()) {
            List<Finding> found = linting.of(severity);
            if (!found.isEmpty()) {
                lines.addAll(LiveScreen.titled(title(severity), WIDTH,
                        found.stream().flatMap(f -> lines(f).stream()).toList()));
            }
        }
        lines.add(Line.empty());
        next().forEach(part -> lines.add(Line.of(Style.PLAIN, part)));
        lines.add(Line.of(Style.QUIET, "exit code ").add(Style.STRONG, String.valueOf(exitCode(linting).code())));
        return lines.stream().map(terminal::print).toList();
    }

    private Line head() {
        if (linting.blocksReview()) {
            return Line.of(Style.ALARM, "× BLOCKS REVIEW");
        }
        return linting.of(Severity.WARNING).isEmpty()
                ? Line.of(Style.HEALTHY, "✓ CLEAN")
                : Line.of(Style.DEGRADED, "! WARNINGS");
    }

    private String counts() {
        return Figures.many(linting.of(Severity.ERROR).size(), "error") + ", "
                + Figures.many(linting.of(Severity.WARNING).size(), "warning") + ", "
                + linting.of(Severity.INFORMATION).size() + " for information, " + linting.accepted().size()
                + " accepted; status: " + CoeFileReader.word(linting.status());
    }

    private static String title(Severity severity) {
        return switch (severity) {
            case ERROR -> "errors, which block review";
            case WARNING -> "warnings";
            case INFORMATION -> "for information";
        };
    }

    private static List<Line> lines(Finding finding) {
        Line place = switch (finding.severity()) {
            case ERROR -> Line.of(Style.ALARM, "  × ");
            case WARNING -> Line.of(Style.DEGRADED, "  ! ");
            case INFORMATION -> Line.of(Style.QUIET, "  · ");
        };
        String line = "line " + finding.line();
        List<Line> lines = new ArrayList<>();
        lines.add(place.add(Style.STRONG, finding.place()).add(Style.QUIET, ", " + line + ", " + finding.rule()));
        lines.addAll(indented(Style.PLAIN, "", finding.reason()));
        lines.addAll(indented(Style.QUIET, "→ ", finding.suggestion()));
        return lines;
    }

    private static List<Line> indented(Style style, String sign, String text) {
        List<Line> lines = new ArrayList<>();
        for (String part : wrapped(text, WIDTH - INDENT - sign.length())) {
            lines.add(Line.of(style, " ".repeat(INDENT) + (lines.isEmpty() ? sign : " ".repeat(sign.length())) + part));
        }
        return lines;
    }

    /// Also where a text has no spaces, as Japanese has none.
    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String part : FinalScreen.wrap(text, width)) {
            StringBuilder line = new StringBuilder();
            for (int letter : part.codePoints().toArray()) {
                if (Line.columns(line + Character.toString(letter)) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.appendCodePoint(letter);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private List<String> next() {
        String again = "gameday lint " + file;
        if (linting.reviewedTooSoon()) {
            return FinalScreen.wrap("The status is " + CoeFileReader.word(linting.status())
                    + ", and errors stand: mend what is marked ×, let it stand with a reason under accepted:, or go "
                    + "back to status: draft. Then: " + again, WIDTH);
        }
        if (linting.blocksReview()) {
            return FinalScreen.wrap("Before status: in-review, mend what is marked ×, or let it stand with a reason "
                    + "under accepted:. Then: " + again, WIDTH);
        }
        return FinalScreen.wrap("Nothing blocks review. What each rule wants: docs/lint.md", WIDTH);
    }
}

package io.gameday.cli.view;

import io.gameday.experiment.Objective;
import io.gameday.journal.view.Style;
import io.gameday.report.Reports;
import io.gameday.report.incident.Incident;
import io.gameday.report.scorecard.ImpactWindow;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import io.gameday.report.words.CoeFileReader;
import io.gameday.signal.Alarms;
import io.gameday.signal.Pages;
import io.gameday.signal.Series;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was read of an incident that nobody planned, what is not known of it, and what is to be done next.
public final class IncidentScreen {

    private static final int WIDTH = 80;
    private static final int INDENT = 4;

    private final Incident incident;
    private final Reports reports;
    private final Scorecard card;
    private final Path folder;

    public IncidentScreen(Incident incident, Reports reports, Path folder) {
        this.incident = incident;
        this.reports = reports;
        card = reports.scorecard();
        this.folder = folder;
    }

    public List<String> render(Terminal terminal) {
        List<Line> lines = new ArrayList<>(List.of(
                Line.of(Style.STRONG, card.experiment().title()).add(Style.QUIET, "   " + card.experiment().origin()),
                Line.of(Style.QUIET,
                        Figures.date(card.begun()) + ", " + Figures.second(card.begun()) + " to "
                                + (Figures.date(card.begun()).equals(Figures.date(card.ended()))
                                        ? ""
                                        : Figures.date(card.ended()) + ", ")
                                + Figures.second(card.ended()) + " UTC")));
        lines.addAll(LiveScreen.titled("what was read", WIDTH, read()));
        lines.addAll(LiveScreen.titled("what customers felt", WIDTH, felt()));
        lines.addAll(LiveScreen.titled("what is not known", WIDTH, unknown()));
        lines.addAll(LiveScreen.titled("what was made", WIDTH, made()));
        return lines.stream().map(terminal::print).toList();
    }

    private List<Line> read() {
        List<Line> lines = new ArrayList<>();
        Incident.Metric metric = incident.metric();
        Series values = metric == null ? null : metric.values();
        Series rate = metric == null ? null : metric.requests();
        Alarms alarms = incident.alarms();
        Pages pages = incident.pages();
        lines.addAll(row("metric", values == null ? null : Figures.many(values.samples().size(), "value"),
                metric == null ? null : metric.source()));
        if (metric != null && metric.requestsQuery() != null) {
            lines.addAll(row("requests", rate == null ? null : Figures.many(rate.samples().size(), "value"),
                    metric.source()));
        }
        lines.addAll(row("alarms", alarms == null
                ? null
                : alarms.alarms().size() + ", of which "
                        + alarms.alarms().stream().filter(alarm -> !alarm.firings().isEmpty()).count() + " rang",
                incident.alarmsFrom()));
        lines.addAll(row("pages", pages == null ? null : String.valueOf(pages.pages().size()), incident.pagesFrom()));
        lines.addAll(row("notes", incident.pasted().isEmpty() ? null : incident.notes().words(),
                incident.pasted().isEmpty() ? null : incident.pasted()));
        if (!incident.notes().names().isEmpty()) {
            lines.addAll(listed(Style.QUIET, "·",
                    "taken for names, and left out: " + String.join(", ", incident.notes().names())));
        }
        return lines;
    }

    private static List<Line> row(String what, @Nullable String gave, @Nullable String from) {
        return List.of(Line.of(Style.PLAIN, "  " + what).to(13)
                .add(gave == null ? Style.QUIET : Style.PLAIN,
                        gave == null ? from == null ? "○ not asked" : "○ not answered" : gave)
                .add(Style.QUIET, from == null ? "" : "  from " + from));
    }

    private List<Line> felt() {
        if (!card.customersMeasured()) {
            return listed(Style.PLAIN, "○", "not measured: how many were hurt is for people to tell");
        }
        if (card.impact().isEmpty()) {
            return listed(Style.HEALTHY, "✓", card.objectiveWords() + " whenever it was measured");
        }
        return card.impact().stream().flatMap(window -> listed(Style.DEGRADED, "×", words(window)).stream()).toList();
    }

    private String words(ImpactWindow window) {
        String failed = window.failedWords(card.experiment().target().requests());
        ImpactWindow.Told told = window.told();
        return Figures.second(window.from()) + " to " + Figures.second(window.to())
                + (window.open() ? " or longer" : "") + ", " + Figures.seconds(window.length()) + "; worst "
                + window.worst() + (failed.isEmpty() ? "" : "; " + failed + " without a useful answer") + "; "
                + (told != null
                        ? "told by " + told.words()
                        : window.unread() != null ? "whether an alarm told is not known" : "no alarm told of it");
    }

    private List<Line> unknown() {
        List<String> said = new ArrayList<>();
        incident.away().forEach(tool -> said.add(tool.why()));
        card.impact().stream().filter(window -> window.from().equals(card.begun()))
                .forEach(window -> said.add("when the impact began: it was there already at "
                        + Figures.second(window.from()) + "; choose an earlier --from"));
        card.gaps().forEach(gap -> said.add("what customers felt from " + Figures.second(gap.from()) + " to "
                + Figures.second(gap.to()) + ": the metric says nothing"));
        if (card.orders().of() == 0 && card.customersMeasured()) {
            said.add("how many requests failed" + (countable() ? "; --requests QUERY tells it" : ""));
        }
        said.add("how many customers were hurt: write impact.customers");
        said.addAll(incident.notes().troubles());
        said.addAll(incident.limits());
        return said.stream().distinct().flatMap(text -> listed(Style.PLAIN, "○", text).stream()).toList();
    }

    private boolean countable() {
        Incident.Metric metric = incident.metric();
        return metric != null && metric.requestsQuery() == null && metric.objective() instanceof Objective.AtLeast;
    }

    private List<Line> made() {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Style.STRONG, "  " + folder));
        lines.addAll(listed(Style.QUIET, "·",
                "journal.jsonl, " + CoeFileReader.FILE + ", "
                        + String.join(", ", reports.files().stream().map(file -> String.valueOf(file.getFileName()))
                                .filter(name -> !name.equals(CoeFileReader.FILE)).toList())));
        lines.add(Line.of(Style.PLAIN, "  next: write " + folder.resolve(CoeFileReader.FILE) + ", then"));
        lines.add(Line.of(Style.PLAIN, "    gameday report " + folder));
        lines.add(Line.of(Style.PLAIN, "    gameday lint " + folder.resolve(CoeFileReader.FILE)));
        return lines;
    }

    private static List<Line> listed(Style style, String symbol, String text) {
        List<Line> lines = new ArrayList<>();
        for (String part : FinalScreen.wrap(text, WIDTH - INDENT)) {
            lines.add(Line.of(style, lines.isEmpty() ? "  " + symbol + " " : "    ").add(Style.PLAIN, part));
        }
        return lines;
    }
}

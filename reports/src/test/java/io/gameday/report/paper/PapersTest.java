package io.gameday.report.paper;

import io.gameday.experiment.Experiment;
import io.gameday.report.Formats;
import io.gameday.report.Papers;
import io.gameday.report.Reports.Problem;
import io.gameday.report.export.DocumentRenderer;
import io.gameday.report.export.FileLabels;
import io.gameday.report.export.Wording;
import io.gameday.target.Fault;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The papers as people get them.
class PapersTest {

    private static final String EVIL = "</style><script>alert(1)</script> ![p](http://x/y.png) [l](javascript:1) | "
            + "{{ plan.name }} `code` <img src=x>";
    /// One step of each kind, with the fields that it needs.
    private static final Map<String, String> FIELDS = Map.ofEntries(Map.entry(Fault.ZONE_POWER_LOSS, "zone: az1"),
            Map.entry(Fault.ZONE_PARTITION, "zone: az1"), Map.entry(Fault.ZONE_LATENCY, "zone: az1, delay: 300ms"),
            Map.entry(Fault.ZONE_LOSS, "zone: az1, share: 50 %"),
            Map.entry(Fault.TASK_CRASH, "zone: az1, cell: cell-1"),
            Map.entry(Fault.TASK_HANG, "zone: az1, cell: cell-1"),
            Map.entry(Fault.TASK_LATENCY, "zone: az1, cell: cell-1, delay: 300ms"),
            Map.entry(Fault.TASK_ERRORS, "zone: az1, cell: cell-1, share: 50 %"),
            Map.entry(Fault.TASK_MEMORY, "zone: az1, cell: cell-1"), Map.entry(Fault.LOG_SINK_STALL, "zone: az1"),
            Map.entry(Fault.DEPENDENCY_SLOW, "dependency: inventory, delay: 300ms, zone: az1"),
            Map.entry(Fault.DEPENDENCY_DOWN, "dependency: inventory, zone: az1"),
            Map.entry(Fault.DATABASE_SLOW, "cell: cell-1, delay: 300ms"),
            Map.entry(Fault.CONTROL_PLANE_DOWN, "cell: cell-1"),
            Map.entry(Fault.BAD_DEPLOY, "cell: cell-1, defect: errors"), Map.entry(Fault.BAD_CONFIG, "zone: az1"),
            Map.entry(Fault.BAD_ALARM, ""), Map.entry(Fault.POISON_PILL, "customer: c-07"),
            Map.entry(Fault.SURGE, "rate: 50/s"), Map.entry(Fault.EXTERNAL, "zone: az1, what: pull the plug"));

    @TempDir
    Path folder;

    static List<String> kinds() {
        return Fault.KINDS;
    }

    private static Experiment of(String kind) {
        String fields = FIELDS.get(kind);
        String lasts = kind.equals(Fault.TASK_CRASH) ? "" : ", for: 40s";
        return Samples.experiment("""
                title: SECRET TITLE
                hypothesis: SECRET HYPOTHESIS
                system: { cells: 2, zones: [az1, az2, az3] }
                traffic: { customers: 40, rate: 120/s }
                prepare:
                  steadyState:
                    - { metric: availability, atLeast: 99.9 %%, for: 10s }
                    - { metric: p99, zone: az1, below: 777ms, for: 10s }
                  blastRadius: { zones: 3, customers: 23 %%, failedOrders: 17 %% }
                  stopWhen:
                    - { metric: availability, below: 47 %%, for: 13s }
                steps:
                  - { inject: %s%s, at: 5s%s }
                detect:
                  expect:
                    - { alarm: zone-impact, zone: az1, within: 19s }
                respond:
                  expect:
                    - { automation: weigh-away, zone: az1, within: 21s }
                    - { page: on-call, within: 22s }
                learn: { coe: { owner: platform owner } }
                """.formatted(kind, fields.isEmpty() ? "" : ", " + fields, lasts));
    }

    private List<Problem> write(GameDayPlan plan, Path own) {
        Formats formats = new Formats(folder);
        Papers.write(plan, formats, Wording.english(own));
        return formats.problems();
    }

    /// Without the PDF, which takes a second and is made of the same body.
    private static Map<String, String> quickly(String name, Record paper) {
        DocumentRenderer renderer = new DocumentRenderer(name, paper, DocumentRenderer.Styles.PAPER,
                new FileLabels("", "", null, ""), Wording.english(null));
        return Map.of("md", renderer.markdown(), "html", renderer.html());
    }

    private Map<String, String> audience(Experiment experiment) throws IOException {
        Formats formats = new Formats(folder);
        Papers.write(AudiencePlan.of(experiment, Samples.LIMITS, Occasion.OPEN), formats, Wording.english(null));
        assertThat(formats.problems()).isEmpty();
        return texts("audience");
    }

    private Map<String, String> texts(String name) throws IOException {
        return Map.of("md", Files.readString(folder.resolve(name + ".md")), "html",
                Files.readString(folder.resolve(name + ".html")), "pdf",
                String.join(" ", pages(folder.resolve(name + ".pdf"))));
    }

    private static List<String> pages(Path file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(plain(stripper.getText(pdf)));
            }
            return pages;
        }
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }

    @Test
    void aPlanIsOnePageThenTheRunSheetThenCardsThenTheDebrief() throws IOException {
        assertThat(write(Samples.plan(Samples.experiment(Samples.TWO)), null)).isEmpty();
        List<String> pages = pages(folder.resolve("plan.pdf"));
        assertThat(pages).hasSize(4);
        assertThat(pages.get(0)).contains("PRIVATE", "Nobody has to act.", "Planned blast radius", "Go or no-go",
                "PASSED: it will", "gameday recover");
        assertThat(pages.get(1)).contains("Run sheet", "Inject zone-power-loss az1", "T+55 s", "owner", "result");
        assertThat(pages.get(2)).contains("Role cards", "Owner", "Facilitator", "Injector", "Incident commander",
                "Responders", "Scribe", "Observers", "Everybody", "gameday stop RUN");
        assertThat(pages.get(3)).contains("Hot debrief, 20 minutes", "Survey, without names");
    }

    @Test
    void theMarkdownHasTheSameWords() throws IOException {
        write(Samples.plan(Samples.experiment(Samples.TWO)), null);
        assertThat(Files.readString(folder.resolve("plan.md"))).contains(
                "| 0 s | **task-crash cell-1 az2** f2, “crash” | One task of cell-1 in az2 is killed. Nothing stays in force. | by itself |",
                "| 3 | Inject task-crash cell-1 az2. One task of cell-1 in az2 is killed. Nothing stays in force. | 0 s | seen to bite | ",
                "| 7 | Alarm zone-impact of zone az1 rings | from 5 on | T+55 s | alarms of Gameday | S1, anybody | as 5 | | |",
                "| 11 | on-call acknowledges | from 5 on | 30 s after the page | pages of the run |",
                "| zones: az1, az2 | 2 | 3 | 1 **PASSED: it will not be started** |", "### Incident commander",
                "| **Detect** | 1 | until T+55 s |", "- [ ] no real incident is open");
    }

    @Test
    void whatTheOperatorsDoIsInThePlanAndInTheRunSheetWithHowItIsTakenBack() {
        GameDayPlan plan = Samples.plan(Samples.experiment(Samples.WITH_OPERATIONS));
        assertThat(quickly("plan", plan).get("md")).contains("## Operations",
                "| −3 s | **backup of the database of cell-1**, “kept” | nothing to take back |",
                "| 60 s | **zonal shift away from az1**, “leave” | by itself after 3 min 20 s, or at a stop |",
                "| Do: zonal shift away from az1 | 60 s | answered by the control plane | its answer, in the journal |",
                "| Taken back: zonal shift away from az1 | 4 min 20 s |");
        assertThat(quickly("plan", plan).get("html")).contains("Taken back: zonal shift away from az1");
        assertThat(quickly("plan", Samples.plan(Samples.experiment(Samples.TWO))).get("md"))
                .doesNotContain("## Operations");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfFaultHasWordsAndTheAudienceLearnsNoneOfThem(String kind) {
        Experiment experiment = of(kind);
        GameDayPlan plan = Samples.plan(experiment);
        String row = Objects.requireNonNull(quickly("plan", plan).get("md")).lines()
                .filter(line -> line.contains("| **" + plan.faults().getFirst().name())).findFirst().orElseThrow();
        assertThat(row.split("\\|")[3].strip()).isNotEmpty().endsWith(".");

        var told = quickly("audience", AudiencePlan.of(experiment, Samples.LIMITS, Occasion.OPEN));
        assertThat(told.values()).allSatisfy(text -> tellsNothing(text, kind));
    }

    private static void tellsNothing(String text, String kind) {
        assertThat(plain(text)).contains("left out of this paper").contains("availability ≥ 99.9 % for 10 s");
        assertThat(text).doesNotContain(kind, "az1", "az2", "cell-1", "cell-2", "SECRET", "lost-zone", "777",
                "zone-impact", "weigh-away", "T+", "19 s", "21 s", "22 s", "40 s", "23 %", "17 %", "47 %", "13 s",
                "inventory", "c-07", "plug", "gameday recover").doesNotContain(Fault.KINDS);
    }

    @Test
    void thePdfOfTheAudienceTellsNothingEither() throws IOException {
        assertThat(audience(of(Fault.SURGE)).values()).allSatisfy(text -> tellsNothing(text, Fault.SURGE));
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("audience.pdf").toFile())) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Game day");
            assertThat(pdf.getDocumentInformation().getSubject()).isEmpty();
        }
    }

    @Test
    void whatIsKeptFromTheAudienceIsNotEvenInItsModel() {
        assertThat(AudiencePlan.of(of(Fault.EXTERNAL), Samples.LIMITS, Occasion.OPEN).toString())
                .doesNotContain("SECRET", "az1", "external", "lost-zone", "plug", "zone-impact");
    }

    @Test
    void whatSomebodyWroteIsNothingButText() throws Exception {
        Experiment evil = Samples
                .experiment(Samples.TWO.replace("title: A crash, then a zone without power", "title: '" + EVIL + "'")
                        .replace("hypothesis: Nobody has to act.", "hypothesis: '" + EVIL + "'")
                        .replace("owner: platform owner", "owner: '" + EVIL + "'"));
        assertThat(write(Samples.plan(evil, new Occasion(null, List.of(EVIL, EVIL))), null)).isEmpty();

        String html = Files.readString(folder.resolve("plan.html"));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        for (String tag : List.of("script", "img", "a", "link", "iframe")) {
            assertThat(document.getElementsByTagName(tag).getLength()).isZero();
        }
        assertThat(html).contains("{{ plan.name }}").doesNotContainPattern("url\\(").doesNotContain("@import");
        assertThat(strange(Files.readString(folder.resolve("plan.md")))).isEmpty();
        assertThat(pages(folder.resolve("plan.pdf")).getFirst()).contains("<script>alert(1)</script>");
    }

    private static List<Node> strange(String markdown) {
        List<Node> strange = new ArrayList<>();
        Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(markdown)
                .accept(new AbstractVisitor() {
                    @Override
                    public void visit(HtmlBlock html) {
                        strange.add(html);
                    }

                    @Override
                    public void visit(HtmlInline html) {
                        strange.add(html);
                    }

                    @Override
                    public void visit(Image image) {
                        strange.add(image);
                    }

                    @Override
                    public void visit(Link link) {
                        strange.add(link);
                    }
                });
        return strange;
    }

    @Test
    void aWordThatNeverEndsIsBrokenAndPushesNothingOffThePage() throws IOException {
        write(Samples.plan(Samples.experiment(
                Samples.TWO.replace("hypothesis: Nobody has to act.", "hypothesis: " + "unbroken".repeat(40)))), null);
        assertThat(pages(folder.resolve("plan.pdf"))).hasSize(4).first().asString().contains("Schedule", "Go or no-go",
                "Watch: alarms and pages");
    }

    @Test
    void theSamePlanGivesTheSameBytes() throws IOException {
        Path one = Files.createDirectories(folder.resolve("one"));
        Path two = Files.createDirectories(folder.resolve("two"));
        for (Path each : List.of(one, two)) {
            Formats formats = new Formats(each);
            Experiment experiment = Samples.experiment(Samples.TWO);
            Papers.write(Samples.plan(experiment), formats, Wording.english(null));
            Papers.write(AudiencePlan.of(experiment, Samples.LIMITS, Occasion.OPEN), formats, Wording.english(null));
            assertThat(formats.files()).hasSize(6);
        }
        try (Stream<Path> files = Files.list(one)) {
            assertThat(files.toList()).hasSize(6)
                    .allSatisfy(file -> assertThat(two.resolve(file.getFileName())).hasSameBinaryContentAs(file));
        }
    }

    @Test
    void aTeamsOwnTemplateStandsInForOursFileByFile() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("debrief.html"), "<p>Unsere Nachlese</p>\n");
        assertThat(write(Samples.plan(Samples.experiment(Samples.TWO)), own)).isEmpty();
        assertThat(Files.readString(folder.resolve("plan.html"))).contains("<p>Unsere Nachlese</p>", "Role cards");
        assertThat(pages(folder.resolve("plan.pdf")).getLast()).contains("Unsere Nachlese");
    }

    @Test
    void aBrokenTemplateIsToldWithItsLineAndDoesNotCostTheOthers() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("debrief.md"), "fine\n{{ plan.nothingOfThatName }}\n");
        Files.writeString(own.resolve("plan-pdf.html"), "<html>\n<body>\n<p>not closed\n</body></html>\n");
        Map<String, String> told = write(Samples.plan(Samples.experiment(Samples.TWO)), own).stream()
                .collect(Collectors.toMap(Problem::file, Problem::reason));
        assertThat(told).containsOnlyKeys("plan.md", "plan.pdf");
        assertThat(told.get("plan.md")).contains("debrief.md:2").contains("nothingOfThatName");
        assertThat(told.get("plan.pdf")).contains("plan-pdf.html").contains("line 4 of what it gives");
        assertThat(folder.resolve("plan.html")).exists();
    }
}

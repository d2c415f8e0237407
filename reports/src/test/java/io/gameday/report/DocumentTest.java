package io.gameday.report;

import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentTest {

    private static final String EVIL = "</style><script>alert(1)</script> <img src=\"http://x/y.png\"> "
            + "![p](http://x/y.png) [l](javascript:alert(1)) | cell {{ coe.id }} \u0001 `code`";

    @TempDir
    Path folder;

    private String file(JournalBuilder journal, String name) throws IOException {
        assertThat(JournalBuilder.report(JournalBuilder.write(folder, journal.entries(), "")).problems()).isEmpty();
        return Files.readString(folder.resolve(name));
    }

    /// Somebody wrote mark-up into a note and into the experiment's title.
    private static JournalBuilder evil() {
        JournalBuilder journal = JournalBuilder.unscaled();
        journal.at(22, new Event.NoteTaken(EVIL, EVIL));
        journal.at(23, new Event.AutomationActed(EVIL, Scope.SITE, EVIL, JournalBuilder.ZERO.plusSeconds(23)));
        return journal;
    }

    @Test
    void theMarkdownHasItsSectionsAndTablesAndNothingElse() throws IOException {
        List<String> headings = new ArrayList<>();
        List<Node> strange = new ArrayList<>();
        int[] tables = {0};
        Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(file(evil(), "coe.md"))
                .accept(new AbstractVisitor() {
                    @Override
                    public void visit(Heading heading) {
                        headings.add(
                                "#".repeat(heading.getLevel()) + " " + ((Text) heading.getFirstChild()).getLiteral());
                    }

                    @Override
                    public void visit(CustomBlock block) {
                        tables[0] += block instanceof TableBlock ? 1 : 0;
                        visitChildren(block);
                    }

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
        assertThat(headings).containsExactly(
                "# Orders: 19.4 % failed until the impact ended, for all 40 customers, when zone az1 lost its power",
                "## 1 Summary", "## 2 Impact", "## 3 Timeline", "## 4 Metrics", "### Durations", "### Impact by cell",
                "### Predictions", "## 5 Questions", "## 6 Whys", "## 7 Lessons", "## 8 Action items",
                "## A Appendix: faults, guards, response", "### Predictions that held",
                "### Customers against alarms and health checks", "### Receipt");
        assertThat(tables[0]).isEqualTo(17);
        assertThat(strange).isEmpty();
    }

    @Test
    void theHtmlIsWellFormedAndLoadsNothing() throws Exception {
        String html = file(evil(), "coe.html");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        NodeList all = document.getElementsByTagName("*");
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(element.getTagName()).isNotIn("script", "img", "link", "iframe", "object", "image", "use", "a");
            assertThat(element.hasAttribute("src") || element.hasAttribute("href") || element.hasAttribute("onload"))
                    .isFalse();
            if (element.getTagName().equals("h2")) {
                headings.add(element.getTextContent());
            }
        }
        assertThat(headings).containsExactly("1 Summary", "2 Impact", "3 Timeline", "4 Metrics", "5 Questions",
                "6 Whys", "7 Lessons", "8 Action items", "A Appendix: faults, guards, response");
        assertThat(document.getElementsByTagName("svg").getLength()).isGreaterThan(20);
        assertThat(html).contains("prefers-color-scheme: dark").contains("@media print")
                .doesNotContainPattern("url\\((?!#)").doesNotContain("@import");
    }

    @Test
    void aSimulationIsNeverMistakenForAnExperiment() throws IOException {
        String markdown = file(JournalBuilder.held(), "coe.md");
        assertThat(markdown).contains("> **SIMULATION** System, customers and time were modelled.")
                .contains("no person could intervene in a simulation").doesNotContain("**EXPERIMENT**");
    }

    @Test
    void aRunNobodyWasHurtInSaysSoPlainly() throws IOException {
        assertThat(file(JournalBuilder.withoutFault(), "coe.md"))
                .contains("no customer was affected: 0 of 3,600 orders (0 %) were without a useful answer")
                .contains("No customers were affected, as far as the journal tells.")
                .contains("made for every run; no customer was affected");
    }

    @Test
    void aRunWithoutMeasurementsClaimsNothingAboutCustomers() throws IOException {
        assertThat(file(JournalBuilder.notStarted(), "coe.md"))
                .contains("Whether customers were affected was not measured.")
                .doesNotContain("No customers were affected").doesNotContain("no impact");
    }

    @Test
    void whyNothingWasInjectedIsASentence() throws IOException {
        JournalBuilder journal = new JournalBuilder().started(TargetKind.LOCAL, 100);
        journal.at(-29, new Event.RunEnded(5, Verdict.UNKNOWN, "the guard “no fault in force” says no: f1 is"));
        assertThat(file(journal, "coe.md"))
                .contains("Nothing was injected. The guard “no fault in force” says no: f1 is.");
    }

    @Test
    void aFaultThatWasNotSeenGoneIsSaidFirst() throws IOException {
        JournalBuilder.write(folder, JournalBuilder.unscaled().until(20), "");
        JournalBuilder.report(folder);
        assertThat(Files.readString(folder.resolve("coe.md")))
                .contains("**NOT SEEN GONE: zone-power-loss az1. To take it away by hand: gameday recover --run ");
        assertThat(Files.readString(folder.resolve("junit.xml"))).contains("errors=\"8\"")
                .contains("<error message=\"interrupted\">").contains("a fault was not seen gone");
    }

    @Test
    void besideTheLimitStandsTheWholeRunAndEverySmallerWindowIsNamed() throws IOException {
        assertThat(file(JournalBuilder.unscaled(), "coe.md"))
                .contains("| Orders without a useful answer | **1,024** | 7,800 | 13.1 % |")
                .contains("from the first fault to the run’s end; baseline: 0 of 2,988")
                .contains("useful answer: 1,024 of 5,280 orders (19.4 %) until the impact ended.");
    }

    @Test
    void whatWasFlownBlindIsSaidWithSecondsAndOrders() throws IOException {
        assertThat(file(JournalBuilder.unscaled(), "coe.md"))
                .contains("| Flying blind: no alarm told | **34.0 s** | 37.7 s | 90.2 % |")
                .contains("in 1 of 2 impact windows: 34.0 s, 864 of 4,080 orders failed |")
                .contains("flying blind for 34.0 s, in which 864 of 4,080 orders (21.2 %) failed.")
                .contains("| 73.3 % | **nobody: flying blind** |");
    }

    @Test
    void whereTheTeamsToolWasAwayNobodyIsSaidToHaveFlownBlind() throws IOException {
        JournalBuilder journal = new JournalBuilder()
                .at(-32, new Event.RunStarted("e", "t", "h", TargetKind.LOCAL, 7, "0.1.0", List.of("cell-1", "cell-2"),
                        List.of("az1", "az2", "az3"), 100, 40, 120, "owner", 1, "Prometheus", "Alertmanager"))
                .prepared();
        journal.at(0, new Event.FaultInjected("f1", JournalBuilder.POWER_LOSS, Duration.ofSeconds(40),
                Duration.ofSeconds(8)));
        journal.at(6, new Event.SourceAway("Prometheus", JournalBuilder.ZERO, "Prometheus did not answer"));
        journal.seconds(0, 7, JournalBuilder.failing("cell-1 az1")).seconds(7, 12, JournalBuilder.failing());
        assertThat(file(journal, "coe.md"))
                .contains("| Flying blind: no alarm told | **not known** | 6.7 s |  | not stated | not known of 1 ")
                .contains("| not known: Prometheus did not answer |")
                .contains("failed, whether an alarm told is not known | 6.7 s")
                .contains("| cell cell-1 | 30 | 0 | 0 | 0 | 0 | 7 | 0 | not asked |")
                .contains("G gray, ? not known, O overload").doesNotContain("flying blind for")
                .doesNotContain("**flying blind**").doesNotContain("nobody: flying blind");
        journal.at(8.5, new Event.SourceBack("Prometheus", JournalBuilder.ZERO.plusSeconds(13)));
        journal.seconds(12, 18, JournalBuilder.failing()).seconds(18, 20, JournalBuilder.failing("cell-1 az1"));
        assertThat(file(journal, "coe.md")).contains("| Flying blind: no alarm told | **≥ 2.0 s** | 8.7 s | ≥ 23 % |");
    }

    @Test
    void cellsAndTheSquareOfCustomersAndObserversHaveOneTableEach() throws IOException {
        assertThat(file(JournalBuilder.unscaled(), "coe.md")).contains(
                "| cell-1 | 14:02:05.3–14:02:09.0, 80 of 240 failed, site-availability after 3.1 s; 14:02:15.0–14:02:49.0, "
                        + "432 of 2,040 failed, **flying blind** | 37.7 s, 14:02:05.3–14:02:49.0 | 3.1 s, "
                        + "14:02:05.3–14:02:08.4 | not while the fault lasted (&gt; 40.0 s), 14:02:05.3 | 3.7 s, "
                        + "14:02:45.3–14:02:49.0 |\n| cell-2 |")
                .contains("| zone az1 | 25 | **3** | 0 | 21 | 1 | 0 | 40 | not asked |")
                .contains("| cell cell-1 | 52 | **37** | 0 | 0 | 1 | 0 | 0 | not asked |")
                .contains("Overload is not called gray");
        assertThat(file(JournalBuilder.withoutFault(), "coe.md")).contains("| cell-1 | none |");
        assertThat(file(JournalBuilder.notStarted(), "coe.md")).contains("| cell-1 | not measured |");
    }

    @Test
    void aZoneThatNoCustomerSawFailNamesWhoDid() throws IOException {
        JournalBuilder journal = JournalBuilder.held();
        journal.second(30, Map.of("canary zone az2", new Tally(10, 0, 1, 1)), 0, 3);
        assertThat(file(journal, "coe.md")).contains("az2 (as canaries saw it) besides");
    }

    @Test
    void theOriginComesFromTheTarget() throws IOException {
        JournalBuilder journal = new JournalBuilder().started(TargetKind.LOCAL, 100);
        assertThat(file(journal, "coe.md")).contains("> **EXPERIMENT** Nothing was injected.");
    }
}

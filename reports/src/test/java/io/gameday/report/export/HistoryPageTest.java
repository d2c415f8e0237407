package io.gameday.report.export;

import io.gameday.report.history.History;
import io.gameday.report.history.PastRuns.Unread;
import io.gameday.report.history.Runs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

import static io.gameday.target.TargetKind.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;

/// A history as a page, a picture and a table.
class HistoryPageTest {

    private static final String LOSS = "az-power-loss";

    private static History history() {
        return History.fixed(new Runs().run(0, LOSS, LOCAL, 3, 9.0).run(1, LOSS, LOCAL, 3, null)
                .run(2, LOSS, LOCAL, 0, 2.0).run(3, LOSS, LOCAL, 0, 3.0).run(4, LOSS, LOCAL, 5, null)
                .past(new Unread("<b>torn</b>", "=1+1 & more")), LOSS, Runs.BEGIN.plusSeconds(7200));
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void thePageHoldsEveryRunAndLoadsNothing() throws Exception {
        String html = new HistoryPage(history()).html();

        assertThat(html).isEqualTo(new HistoryPage(history()).html());
        assertThat(html.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .contains("before, real", "after, real", "median 2.5\u00a0s", "1 not detected (&gt; 41.0",
                        "2026-11-21T13-00-00Z-az-power-loss", "not started: a guard", "&lt;b&gt;torn&lt;/b&gt;")
                .doesNotContain("http://", "https://");
    }

    @Test
    void thePictureIsOneSvgInWhichSidesDifferWithoutColour() throws Exception {
        Document svg = xml(new HistoryPage(history()).svg());

        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        var circles = svg.getElementsByTagName("circle");
        assertThat(circles.getLength()).isEqualTo(3 + 4);
        assertThat(circles.item(0).getAttributes().getNamedItem("fill").getTextContent()).isEqualTo("#ffffff");
        assertThat(circles.item(1).getAttributes().getNamedItem("fill").getTextContent()).isEqualTo("#1f2328");
        assertThat(svg.getDocumentElement().getTextContent()).contains("before, real", "median 9.0\u00a0s",
                "before, real: 1 not detected");
    }

    @Test
    void theTableHasALinePerRunAndNothingASpreadsheetWouldRun() {
        assertThat(HistoryCsv.write(history()).lines()).containsExactly(
                "run,at,side,experiment,on,ended,not counted,\"detect, s\",\"detect, in words\",\"customers hurt, %\","
                        + "\"customers hurt, in words\"",
                "2026-11-21T10-00-00Z-az-power-loss,2026-11-21T10:00:00Z,before,az-power-loss,real,broken,,9.000,9.0 s,"
                        + "0.000,0 of 40",
                "2026-11-21T11-00-00Z-az-power-loss,2026-11-21T11:00:00Z,before,az-power-loss,real,broken,,,"
                        + "not detected (> 41.0 s),0.000,0 of 40",
                "2026-11-21T12-00-00Z-az-power-loss,2026-11-21T12:00:00Z,after,az-power-loss,real,held,,2.000,2.0 s,"
                        + "0.000,0 of 40",
                "2026-11-21T13-00-00Z-az-power-loss,2026-11-21T13:00:00Z,after,az-power-loss,real,held,,3.000,3.0 s,"
                        + "0.000,0 of 40",
                "2026-11-21T14-00-00Z-az-power-loss,2026-11-21T14:00:00Z,\"after, real\",,,,"
                        + "not started: a guard or the steady state forbade it");
        History formula = History.of(new Runs().run(0, "=cmd()", LOCAL, 0, 1.0).past(), "=cmd()");
        assertThat(HistoryCsv.write(formula)).contains(",'=cmd(),").doesNotContain(",=cmd");
    }

    @Test
    void theJsonHasEveryRunWithItsValues() {
        assertThat(HistoryJson.write(history())).contains("\"run\" : \"2026-11-21T12-00-00Z-az-power-loss\"",
                "\"value\" : 2.0", "\"median\" : 2.5", "\"mean\" : null", "not detected (> 41.0 s)");
    }
}

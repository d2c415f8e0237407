package io.gameday.report.chart;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.observability.Tally;
import io.gameday.report.JournalBuilder;
import io.gameday.report.chart.Drawing.Label;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.target.TargetKind;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

class SvgChartTest {

    private static Charts charts(List<Entry> entries) {
        return new Charts(new RunFacts(entries), Scorecard.of(entries, true, false));
    }

    private static Chart byZone() {
        return charts(JournalBuilder.unscaled().entries()).byZone().orElseThrow();
    }

    @Test
    void allOrdersAndEachZoneHaveAPanelOverOneTimeAxis() {
        Chart chart = byZone();
        assertThat(chart.panels()).extracting(Chart.Panel::name).containsExactly("All orders", "az1", "az2", "az3");
        assertThat(chart.panels()).extracting(Chart.Panel::note).containsExactly("lowest 66.7 % at :05",
                "lowest 0 % at :05", "lowest 73.3 % at :15", "lowest 73.3 % at :15");
        assertThat(chart.panels()).allSatisfy(p -> assertThat(p.points()).hasSize(80));
        assertThat(chart.panels().get(1).silence()).isEqualTo("no traffic · probes 0 %");
        assertThat(chart.marks()).extracting(Chart.Mark::label).containsExactly("alarm +3.1 s", "impact over");
        assertThat(chart.faults()).extracting(Chart.Band::label).containsExactly("az1 loses power");
    }

    @Test
    void aStepOfALongRunShowsTheWorstOfItsSeconds() {
        JournalBuilder journal = new JournalBuilder().started(TargetKind.LOCAL, 100).prepared();
        journal.at(0, new Event.FaultInjected("f1", JournalBuilder.POWER_LOSS, JournalBuilder.seconds(4),
                JournalBuilder.seconds(8)));
        journal.seconds(0, 901, JournalBuilder.healthy());
        journal.seconds(901, 902, JournalBuilder.failing("cell-1 az2"));
        journal.seconds(902, 1300, JournalBuilder.healthy());
        Chart chart = charts(journal.entries()).byZone().orElseThrow();
        assertThat(chart.step()).isEqualTo(3);
        List<Chart.Point> all = chart.panels().getFirst().points();
        Chart.Point bad = all.stream().filter(p -> p.useful() < p.requests()).findFirst().orElseThrow();
        int from = all.indexOf(bad) / 3 * 3;
        assertThat(chart.worst(all.subList(from, from + 3)))
                .isEqualTo(new Chart.Point(all.get(from).second(), bad.requests(), bad.useful()));
        assertThat(SvgChart.draw(chart, "x1").svg().markup()).contains("class=\"c-missed\"");
    }

    @Test
    void aShortRunShowsEachSecond() {
        assertThat(byZone().step()).isEqualTo(1);
    }

    @Test
    void aSecondWithoutRequestsIsNotTheWorstOfItsStep() {
        Chart.Point silent = new Chart.Point(JournalBuilder.FIRST_SECOND, 0, 0);
        Chart.Point served = new Chart.Point(JournalBuilder.FIRST_SECOND.plusSeconds(1), 20, 20);
        assertThat(byZone().worst(List.of(silent, served))).isEqualTo(new Chart.Point(silent.second(), 20, 20));
        assertThat(byZone().worst(List.of(silent, silent)).traffic()).isFalse();
    }

    @Test
    void aJapaneseLabelIsTakenForAsWideAsItIs() {
        assertThat(TimePlot.width("東京リージョン")).isEqualTo(70);
        assertThat(TimePlot.width("az1")).isLessThan(17);
    }

    @Test
    void aRunWithoutMeasurementsHasNoChart() {
        assertThat(charts(JournalBuilder.notStarted().entries()).byZone()).isEmpty();
        assertThat(charts(JournalBuilder.notStarted().entries()).byCell()).isEmpty();
        assertThat(charts(JournalBuilder.notStarted().entries()).square()).isEmpty();
    }

    @Test
    void theDrawingIsWellFormedAndHoldsNoTextAndNoPattern() throws Exception {
        Drawing drawing = SvgChart.draw(byZone(), "x1");
        var svg = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(drawing.svg().markup())));
        assertThat(svg.getElementsByTagName("text").getLength()).isZero();
        assertThat(svg.getElementsByTagName("pattern").getLength()).isZero();
        assertThat(svg.getElementsByTagName("clipPath").getLength()).isEqualTo(5);
        assertThat(drawing.svg().markup())
                .contains("class=\"c-missed\"", "class=\"c-dead\"", "class=\"c-band\"", "class=\"c-alarm\"")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void customersAndObserversHaveALaneForEachPlace() throws Exception {
        Lanes lanes = charts(JournalBuilder.unscaled().entries()).square().orElseThrow();
        assertThat(lanes.lanes()).extracting(l -> l.name() + " " + l.note()).containsExactly("az1 gray 3 s",
                "az2 gray 34 s", "az3 gray 34 s", "cell-1 gray 37 s", "cell-2 gray 37 s");
        assertThat(SparkLine.of(lanes)).extracting(SparkLine::line)
                .startsWith("·······GGD××××××××××××××××××××mmmmmmmmmm", "············GGGGGGGGGGGGGGGGGG··········");
        Drawing drawing = SvgLanes.draw(lanes, "x2");
        var svg = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(drawing.svg().markup())));
        assertThat(svg.getElementsByTagName("text").getLength()).isZero();
        assertThat(drawing.svg().markup())
                .contains("class=\"c-missed\"", "class=\"c-hatch\"", "class=\"c-dead\"", "class=\"c-flag\"")
                .doesNotContain("NaN", "Infinity");
        apart(drawing);
    }

    @Test
    void overloadIsDrawnAsItself() {
        JournalBuilder journal = new JournalBuilder().started(TargetKind.LOCAL, 100).prepared();
        journal.at(0, new Event.FaultInjected("f1", JournalBuilder.POWER_LOSS, JournalBuilder.seconds(4),
                JournalBuilder.seconds(8)));
        Tally refused = new Tally(60, 40, 1, 1, 0, 20L);
        journal.seconds(0, 4, Map.of("customer site", refused, "customer zone az2", refused));
        Lanes lanes = charts(journal.entries()).square().orElseThrow();
        assertThat(SparkLine.of(lanes).get(1).line()).contains("OOOO");
        assertThat(SvgLanes.draw(lanes, "x3").svg().markup()).contains("class=\"c-overload\"")
                .doesNotContain("class=\"c-missed\"");
    }

    @Test
    void ofManyPlacesTheGrayestAreDrawn() {
        List<String> cells = IntStream.rangeClosed(1, 12).mapToObj(n -> "cell-" + n).toList();
        List<Entry> entries = JournalBuilder.unscaled().entries().stream()
                .map(e -> e.event() instanceof Event.RunStarted s
                        ? new Entry(e.seq(), e.at(), e.run(),
                                new Event.RunStarted(s.experiment(), s.title(), s.hypothesis(), s.target(), s.seed(),
                                        s.version(), cells, s.zones(), s.headroomPercent(), s.customers(), s.rate(),
                                        s.owner(), s.deadlines()))
                        : e)
                .toList();
        Lanes lanes = charts(entries).square().orElseThrow();
        assertThat(lanes.lanes()).hasSize(10).extracting(Lanes.Lane::name).startsWith("az1", "az2", "az3", "cell-1",
                "cell-2");
        assertThat(lanes.leftOut()).isEqualTo(5);
    }

    @Test
    void noLabelLiesOutsideThePictureOrOnAnother() {
        apart(SvgChart.draw(byZone(), "x1"));
    }

    private static void apart(Drawing drawing) {
        List<Label> labels = drawing.labels();
        assertThat(labels).allSatisfy(l -> {
            assertThat(l.x()).isBetween(0, drawing.width());
            assertThat(l.y()).isBetween(0, drawing.height() - 10);
        });
        for (Label one : labels) {
            for (Label other : labels) {
                boolean apart = one == other || one.y() + 11 <= other.y() || other.y() + 11 <= one.y()
                        || one.x() + width(one) <= other.x() || other.x() + width(other) <= one.x();
                assertThat(apart).as("%s and %s", one, other).isTrue();
            }
        }
    }

    private static double width(Label label) {
        return label.align().equals("left") ? label.text().length() * 5.5 : label.width();
    }

    @Test
    void aTimelineOfTextShowsTheWorstSecondAndTheSilence() {
        assertThat(SparkLine.of(byZone())).extracting(SparkLine::line).containsExactly(
                "███████▆▆▆██▆▆▆▆▆▆▆▆▆▆▇▇▇▇▇▇▇▇██████████", "███████▁▁▁×××××××××××××××××××███████████",
                "████████████▆▆▆▆▆▆▆▆▆▆▇▇▇▇▇▇▇▇██████████", "████████████▆▆▆▆▆▆▆▆▆▆▇▇▇▇▇▇▇▇██████████");
    }
}

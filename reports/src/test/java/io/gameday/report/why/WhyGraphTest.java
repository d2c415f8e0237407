package io.gameday.report.why;

import io.gameday.report.why.WhyGraph.Line;
import io.gameday.report.why.WhyNode.Confidence;
import io.gameday.report.why.WhyNode.Flag;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class WhyGraphTest {

    private static WhyNode node(String id, Confidence confidence, int evidence, String... under) {
        List<String> shown = IntStream.range(0, evidence).mapToObj(i -> "J-" + i).toList();
        return new WhyNode(id, List.of(under), WhyKind.CONDITION, id, shown, confidence, Set.of(), "", "");
    }

    private static WhyNode node(String id, String... under) {
        return node(id, Confidence.LIKELY, 1, under);
    }

    private static List<String> ids(List<WhyNode> nodes) {
        return nodes.stream().map(WhyNode::id).toList();
    }

    @Test
    void theTreeIsToldInTheOrderInWhichItWasWritten() {
        WhyGraph graph = new WhyGraph(
                List.of(node("W1", "BLAST_RADIUS"), node("W2", "W1"), node("W3", "BLAST_RADIUS"), node("W4", "W2")));

        assertThat(graph.tree(Root.BLAST_RADIUS)).extracting(line -> line.node().id(), Line::depth, Line::leaf)
                .containsExactly(tuple("W1", 1, false), tuple("W2", 2, false), tuple("W4", 3, true),
                        tuple("W3", 1, true));
        assertThat(graph.depth(Root.BLAST_RADIUS)).isEqualTo(3);
        assertThat(graph.tree(Root.IMPACT)).isEmpty();
        assertThat(graph.depth(Root.IMPACT)).isZero();
    }

    @Test
    void whatContributedToTwoThingsIsToldWholeOnce() {
        WhyGraph graph = new WhyGraph(List.of(node("W1", "IMPACT"), node("W2", "IMPACT"), node("W3", "W1", "W2"),
                node("W4", "W3", "DETECTION")));

        assertThat(graph.tree(Root.IMPACT)).extracting(line -> line.node().id(), Line::again).containsExactly(
                tuple("W1", false), tuple("W3", false), tuple("W4", false), tuple("W2", false), tuple("W3", true));
        assertThat(ids(graph.leaves())).containsExactly("W4");
        assertThat(graph.paths(Root.IMPACT)).isEqualTo(2);
        assertThat(ids(graph.under(Root.DETECTION))).containsExactly("W4");
    }

    @Test
    void theFiveWhysFollowConfidenceThenEvidenceThenTheLowestId() {
        WhyGraph graph = new WhyGraph(List.of(node("W1", Confidence.LIKELY, 3, "IMPACT"),
                node("W2", Confidence.CONFIRMED, 1, "IMPACT"), node("W10", Confidence.LIKELY, 2, "W2"),
                node("W9", Confidence.LIKELY, 2, "W2"), node("W3", Confidence.LIKELY, 1, "W2")));

        assertThat(ids(graph.path(Root.IMPACT))).containsExactly("W2", "W9");
        assertThat(graph.paths(Root.IMPACT)).isEqualTo(4);
    }

    @Test
    void withoutEvidenceNothingIsMoreThanAHypothesis() {
        WhyNode claimed = node("W1", Confidence.CONFIRMED, 0, "IMPACT");
        WhyGraph graph = new WhyGraph(List.of(claimed, node("W2", Confidence.LIKELY, 1, "IMPACT")));

        assertThat(claimed.shown()).isEqualTo(Confidence.HYPOTHESIS);
        assertThat(ids(graph.path(Root.IMPACT))).containsExactly("W2");
    }

    @Test
    void circlesAndOrphansAreNamedAndTheRestIsTold() {
        WhyGraph graph = new WhyGraph(List.of(node("W1", "W2"), node("W2", "W1"), node("W3", "nowhere"),
                node("W4", "IMPACT", "W5"), node("W5", "W4")));

        assertThat(graph.circles()).containsExactly("W1", "W2", "W4", "W5");
        assertThat(graph.orphans()).containsExactly("W1", "W2", "W3");
        assertThat(graph.tree(Root.IMPACT)).extracting(line -> line.node().id(), Line::again)
                .containsExactly(tuple("W4", false), tuple("W5", false), tuple("W4", true));
        assertThat(ids(graph.path(Root.IMPACT))).containsExactly("W4", "W5");
        assertThat(graph.paths(Root.IMPACT)).isEqualTo(1);
    }

    @Test
    void theThreeListsAreThoseOfTheFlags() {
        WhyGraph graph = new WhyGraph(Stream
                .of(Set.of(Flag.RISK), Set.of(Flag.RISK, Flag.MITIGATOR)).map(flags -> new WhyNode("W" + flags.size(),
                        List.of("IMPACT"), WhyKind.CONDITION, "", List.of(), Confidence.LIKELY, flags, "", ""))
                .toList());

        assertThat(ids(graph.flagged(Flag.RISK))).containsExactly("W1", "W2");
        assertThat(ids(graph.flagged(Flag.MITIGATOR))).containsExactly("W2");
        assertThat(graph.flagged(Flag.CONTRIBUTOR)).isEmpty();
    }
}

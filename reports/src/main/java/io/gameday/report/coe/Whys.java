package io.gameday.report.coe;

import io.gameday.report.coe.CoeDocument.Draft;
import io.gameday.report.coe.CoeDocument.Flagged;
import io.gameday.report.coe.CoeDocument.Node;
import io.gameday.report.coe.CoeDocument.Path;
import io.gameday.report.coe.CoeDocument.Why;
import io.gameday.report.why.Root;
import io.gameday.report.why.WhyGraph;
import io.gameday.report.why.WhyKind;
import io.gameday.report.why.WhyNode;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.ActionItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// People's why-graph beside the machine's drafts.
public final class Whys {

    private final List<Why> suggested;
    private final List<ActionItem> actions;
    private final WhyGraph graph;
    private final Set<String> accepted;

    /// @param suggested the four roots with the machine's drafts
    public Whys(List<Why> suggested, CoeFile words) {
        this.suggested = suggested;
        actions = words.actions();
        Map<String, Draft> drafts = suggested.stream().flatMap(why -> why.drafts().stream())
                .collect(Collectors.toMap(Draft::id, Function.identity()));
        graph = new WhyGraph(words.whys().stream().map(node -> withDraft(node, drafts)).toList());
        accepted = words.whys().stream().map(WhyNode::draft).collect(Collectors.toSet());
    }

    private static WhyNode withDraft(WhyNode node, Map<String, Draft> drafts) {
        Draft draft = drafts.get(node.draft());
        return draft == null
                ? node
                : new WhyNode(node.id(), node.under(), node.kind(),
                        node.statement().isEmpty() ? draft.statement() : node.statement(),
                        node.evidence().isEmpty() ? List.of(draft.evidence()) : node.evidence(), node.confidence(),
                        node.flags(), node.notAddressed(), node.draft());
    }

    /// The roots in their order, each with the drafts that nobody has accepted and with what people wrote; below them the
    /// nodes under no root, where there are such.
    public List<Why> all() {
        List<Why> whys = new ArrayList<>();
        for (Why why : suggested) {
            Root root = Root.valueOf(why.root().replace(' ', '_'));
            whys.add(new Why(why.root(), why.word(), why.question(),
                    why.drafts().stream().filter(draft -> !accepted.contains(draft.id())).toList(),
                    graph.tree(root).stream().map(line -> node(line.depth(), line.node(), line.again())).toList(),
                    new Path(graph.path(root).stream().map(this::first).toList(), graph.paths(root))));
        }
        Set<String> orphans = graph.orphans();
        if (!orphans.isEmpty()) {
            whys.add(new Why("UNDER NO ROOT", "", "Under which of the four does this belong?", List.of(),
                    graph.nodes().stream().filter(node -> orphans.contains(node.id())).map(this::first).toList(),
                    new Path(List.of(), 0)));
        }
        return List.copyOf(whys);
    }

    List<Flagged> flagged() {
        return Stream.of(WhyNode.Flag.values())
                .map(flag -> new Flagged(name(flag), graph.flagged(flag).stream().map(this::first).toList()))
                .filter(list -> !list.nodes().isEmpty()).toList();
    }

    private static String name(WhyNode.Flag flag) {
        return switch (flag) {
            case CONTRIBUTOR -> "Contributors";
            case MITIGATOR -> "Mitigators";
            case RISK -> "Risks";
        };
    }

    private Node first(WhyNode node) {
        return node(1, node, false);
    }

    private Node node(int depth, WhyNode node, boolean again) {
        List<String> by = actions.stream().filter(action -> action.addresses().contains(node.id())).map(ActionItem::id)
                .toList();
        boolean open = graph.leaf(node)
                && (node.kind() == WhyKind.DECISION_IN_CONTEXT || by.isEmpty() && node.notAddressed().isEmpty());
        return new Node(depth, node.id(), node.statement(), node.kind(), node.shown(), node.evidence(), again, by,
                node.notAddressed(), open ? node.kind().prompt() : "", node.draft());
    }
}

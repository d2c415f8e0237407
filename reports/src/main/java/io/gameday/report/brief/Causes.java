package io.gameday.report.brief;

import io.gameday.report.coe.CoeDocument;
import io.gameday.report.coe.CoeDocument.Draft;
import io.gameday.report.coe.CoeDocument.Flagged;
import io.gameday.report.coe.CoeDocument.Node;
import io.gameday.report.coe.CoeDocument.Why;
import io.gameday.report.why.WhyNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which of the whys stand on one page.
final class Causes {

    private final List<Why> whys;
    private final List<Flagged> flagged;
    private final Set<String> worded;
    private final Room room;

    Causes(CoeDocument coe, Room room) {
        whys = coe.whys();
        flagged = coe.flagged();
        worded = coe.words().whys().stream().filter(node -> !node.statement().isEmpty()).map(WhyNode::id)
                .collect(Collectors.toSet());
        this.room = room;
    }

    /// The one path from the impact down, or where nobody wrote of that, the first that there is.
    private List<Node> pathNodes() {
        return whys.stream().map(why -> why.path().nodes()).filter(nodes -> !nodes.isEmpty()).findFirst()
                .orElse(List.of());
    }

    Few<Cause> path() {
        return Few.of(pathNodes(), room.items()).map(this::cause);
    }

    /// Where the chains of whys end, and what people called a contributor, but for what stands in the path.
    Few<Cause> others() {
        Map<String, Node> all = new LinkedHashMap<>();
        leaves().forEach(node -> all.putIfAbsent(node.id(), node));
        flagged("Contributors").forEach(node -> all.putIfAbsent(node.id(), node));
        pathNodes().forEach(node -> all.remove(node.id()));
        return Few.of(List.copyOf(all.values()), room.items()).map(this::cause);
    }

    /// The machine's, where people have written none of their own.
    Few<Draft> drafts() {
        boolean people = whys.stream().anyMatch(why -> !why.tree().isEmpty());
        return people
                ? new Few<>(List.of(), 0)
                : Few.of(whys.stream().flatMap(why -> why.drafts().stream()).toList(), room.items());
    }

    Few<Cause> risks() {
        return Few.of(flagged("Risks"), room.items()).map(this::cause);
    }

    /// Leaves that no action addresses, with the reason that people gave.
    Few<Cause> accepted() {
        return Few.of(leaves().stream().filter(node -> node.addressedBy().isEmpty() && !node.notAddressed().isEmpty())
                .toList(), room.items()).map(this::cause);
    }

    /// Leaves that no action addresses, and nobody has said why.
    long undecided() {
        return leaves().stream().filter(node -> node.addressedBy().isEmpty() && node.notAddressed().isEmpty()).count();
    }

    private List<Node> flagged(String list) {
        return flagged.stream().filter(flag -> flag.list().equals(list)).flatMap(flag -> flag.nodes().stream())
                .toList();
    }

    private List<Node> leaves() {
        List<Node> leaves = new ArrayList<>();
        for (Why why : whys) {
            List<Node> tree = why.tree();
            for (int i = 0; i < tree.size(); i++) {
                boolean leaf = i + 1 == tree.size() || tree.get(i + 1).depth() <= tree.get(i).depth();
                if (leaf && !tree.get(i).again()) {
                    leaves.add(tree.get(i));
                }
            }
        }
        return leaves;
    }

    private Cause cause(Node node) {
        return Cause.of(node, worded.contains(node.id()), room);
    }
}

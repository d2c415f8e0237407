package io.gameday.report.why;

import io.gameday.report.why.WhyNode.Flag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What contributed to what. Edges are many to many, and whoever wrote them may have gone in a circle or named what is
/// not there: such a graph can be asked all the same, and says what is wrong with it.
public final class WhyGraph {

    private final Map<String, WhyNode> nodes = new LinkedHashMap<>();
    private final Map<String, List<WhyNode>> children = new LinkedHashMap<>();

    /// @param all with ids of their own; of two with one id the first counts
    public WhyGraph(Collection<WhyNode> all) {
        all.forEach(node -> nodes.putIfAbsent(node.id(), node));
        for (WhyNode node : nodes.values()) {
            for (String over : new LinkedHashSet<>(node.under())) {
                children.computeIfAbsent(over, id -> new ArrayList<>()).add(node);
            }
        }
    }

    public List<WhyNode> nodes() {
        return List.copyOf(nodes.values());
    }

    public Optional<WhyNode> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /// What contributed to a root, in the order in which it was written.
    public List<WhyNode> under(Root root) {
        return under(root.name());
    }

    /// What contributed to a node.
    public List<WhyNode> under(String id) {
        return List.copyOf(children.getOrDefault(id, List.of()));
    }

    /// Nothing contributed to it.
    public boolean leaf(WhyNode node) {
        return under(node.id()).isEmpty();
    }

    public List<WhyNode> leaves() {
        return nodes.values().stream().filter(this::leaf).toList();
    }

    /// One line of the tree.
    ///
    /// @param depth from 1 under the root
    /// @param again it stands elsewhere already, and what is under it is not repeated
    public record Line(int depth, WhyNode node, boolean leaf, boolean again) {
    }

    /// The tree under a root, as indented text. A node with several parents is told once with what is under it.
    public List<Line> tree(Root root) {
        List<Line> lines = new ArrayList<>();
        tree(root.name(), 1, new HashSet<>(), lines);
        return List.copyOf(lines);
    }

    private void tree(String over, int depth, Set<String> told, List<Line> lines) {
        for (WhyNode node : under(over)) {
            boolean again = !told.add(node.id());
            lines.add(new Line(depth, node, leaf(node), again));
            if (!again) {
                tree(node.id(), depth + 1, told, lines);
            }
        }
    }

    /// The classic five whys: one path of several, at each node to the child with the highest confidence, then the most
    /// evidence, then the lowest id.
    public List<WhyNode> path(Root root) {
        Comparator<WhyNode> surest = Comparator.comparing(WhyNode::shown).reversed()
                .thenComparing(node -> -node.evidence().size()).thenComparing(WhyGraph::number)
                .thenComparing(WhyNode::id);
        List<WhyNode> path = new ArrayList<>();
        Optional<WhyNode> next = under(root).stream().min(surest);
        while (next.isPresent() && !path.contains(next.get())) {
            path.add(next.get());
            next = under(next.get().id()).stream().min(surest);
        }
        return List.copyOf(path);
    }

    /// `W2` before `W10`.
    private static long number(WhyNode node) {
        String digits = node.id().replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    /// How many paths lead from the root to a leaf. A circle ends a path where it closes.
    public int paths(Root root) {
        return under(root).stream().mapToInt(node -> paths(node, new HashSet<>())).sum();
    }

    private int paths(WhyNode node, Set<String> above) {
        if (leaf(node) || !above.add(node.id())) {
            return 1;
        }
        int sum = under(node.id()).stream().mapToInt(child -> paths(child, above)).sum();
        above.remove(node.id());
        return sum;
    }

    /// Levels under the root; 0 when nothing is there.
    public int depth(Root root) {
        return tree(root).stream().mapToInt(Line::depth).max().orElse(0);
    }

    /// Ids of nodes that contribute to themselves by way of others.
    public Set<String> circles() {
        Set<String> found = new LinkedHashSet<>();
        for (WhyNode node : nodes.values()) {
            if (below(node).contains(node.id())) {
                found.add(node.id());
            }
        }
        return found;
    }

    private Set<String> below(WhyNode node) {
        Set<String> below = new HashSet<>();
        List<WhyNode> open = new ArrayList<>(under(node.id()));
        while (!open.isEmpty()) {
            WhyNode next = open.removeLast();
            if (below.add(next.id())) {
                open.addAll(under(next.id()));
            }
        }
        return below;
    }

    /// Ids of nodes from which no way leads up to a root: they would stand in no tree.
    public Set<String> orphans() {
        Set<String> reached = new HashSet<>();
        for (Root root : Root.values()) {
            tree(root).forEach(line -> reached.add(line.node().id()));
        }
        Set<String> orphans = new LinkedHashSet<>(nodes.keySet());
        orphans.removeAll(reached);
        return orphans;
    }

    /// Nodes of one of the three lists.
    public List<WhyNode> flagged(Flag flag) {
        return nodes.values().stream().filter(node -> node.flags().contains(flag)).toList();
    }
}

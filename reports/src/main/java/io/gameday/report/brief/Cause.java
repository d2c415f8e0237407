package io.gameday.report.brief;

import io.gameday.report.coe.CoeDocument.Node;
import io.gameday.report.phrase.OwnWords;
import io.gameday.report.why.WhyNode.Confidence;
import java.util.List;
import java.util.Set;

/// A why that people wrote, as the short documents tell it.
///
/// @param statement    people's own, or the machine's draft that they accepted; empty until one of them is there
/// @param addressedBy  ids of actions
/// @param notAddressed why no action addresses it; empty where nobody has said
public record Cause(String id, Excerpt statement, Confidence confidence, List<String> addressedBy,
        Excerpt notAddressed) implements OwnWords {

    @Override
    public Set<String> ownWords() {
        return Set.of("id", "addressedBy");
    }

    static Cause of(Node node, boolean byPeople, Room room) {
        return new Cause(node.id(),
                byPeople ? Excerpt.of(node.statement(), room.line()) : Excerpt.ours(node.statement()),
                node.confidence(), node.addressedBy(), Excerpt.of(node.notAddressed(), room.line()));
    }
}

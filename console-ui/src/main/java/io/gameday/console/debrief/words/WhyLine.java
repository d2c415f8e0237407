package io.gameday.console.debrief.words;

import io.gameday.report.coe.CoeDocument;
import io.gameday.report.coe.CoeDocument.Node;
import io.gameday.report.why.WhyNode;

/// One line of the tree of whys.
///
/// @param depth 0 for a root
/// @param key   says which line it is, also after a change: what is above it, and its id
record WhyLine(int depth, String key, What what) {

    sealed interface What {
    }

    /// One of the four roots.
    ///
    /// @param word   as the file has it; empty for those under no root
    /// @param leaves how many whys have nothing under them
    record Heading(String name, String word, String question, int leaves) implements What {
    }

    /// What the machine suggests and nobody has accepted.
    ///
    /// @param root as the file has it
    record Draft(CoeDocument.Draft draft, String root) implements What {
    }

    /// What people wrote.
    ///
    /// @param over what it stands under here: an id, or the word of a root; empty under no root
    /// @param leaf nothing contributed to it
    record Written(Node node, WhyNode why, String over, boolean leaf) implements What {
    }
}

package io.gameday.report.coe;

import io.gameday.journal.Entry;
import io.gameday.report.coe.CoeDocument.Contradiction;
import io.gameday.report.coe.CoeDocument.Draft;
import io.gameday.report.coe.CoeDocument.Why;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import io.gameday.report.timeline.Disagreement;
import io.gameday.report.timeline.Timeline;
import io.gameday.report.why.WhyNode;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.Customers;
import io.gameday.report.words.CoeFile.Method;
import io.gameday.report.words.CoeFileReader;
import io.gameday.report.words.Lines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where people's words and the journal differ. Neither is changed: whoever reads the document sees both values.
final class Contradictions {

    /// `J-24`, `J-24–31`, `F-3`, `Fig. 1`. Other evidence, such as a link, is not ours to look up.
    private static final Pattern OURS = Pattern
            .compile("(?<kind>J-|F-|Fig\\.? ?)(?<first>\\d{1,9})([–-](?<last>\\d{1,9}))?");

    private final RunFacts facts;
    private final Scorecard card;
    private final CoeFile words;
    private final Lines lines;
    private final List<Contradiction> found = new ArrayList<>();

    Contradictions(RunFacts facts, Scorecard card, CoeFile words, Lines lines) {
        this.facts = facts;
        this.card = card;
        this.words = words;
        this.lines = lines;
    }

    /// @param suggested with every draft there is
    /// @param figures   how many there are
    List<Contradiction> all(List<Why> suggested, int figures) {
        customers();
        List<Disagreement> apart = words.timeline().isEmpty()
                ? List.of()
                : Disagreement.of(Timeline.of(facts, card).rows(), words.timeline());
        for (int i = 0; i < words.timeline().size(); i++) {
            String at = "timeline[" + (i + 1) + "].at";
            apart.stream().filter(one -> one.place().equals(at)).forEach(one -> add(at, one.text()));
            evidence("timeline[" + (i + 1) + "]", words.timeline().get(i).evidence(), figures);
        }
        Set<String> drafts = suggested.stream().flatMap(why -> why.drafts().stream()).map(Draft::id)
                .collect(Collectors.toSet());
        for (int i = 0; i < words.whys().size(); i++) {
            WhyNode node = words.whys().get(i);
            String place = "whys[" + (i + 1) + "]";
            if (!node.draft().isEmpty() && !drafts.contains(node.draft())) {
                add(place + ".accepts", "names " + node.draft() + "; the run has drafts "
                        + Figures.list(drafts.stream().sorted(Comparator.comparing(Contradictions::number)).toList()));
            }
            evidence(place, node.evidence(), figures);
        }
        return List.copyOf(found);
    }

    private static int number(String draft) {
        return Integer.parseInt(draft.substring(1));
    }

    private void customers() {
        Customers told = words.impact().customers();
        if (told == null || told.method() == Method.NOT_MEASURED || !card.customersCounted()) {
            return;
        }
        if (told.value() != card.customers().hurtEver() || told.total() != card.customers().total()) {
            add("impact.customers",
                    "says that " + Figures.of(told.value(), told.total(), "customers")
                            + " were affected; measured were "
                            + Figures.of(card.customers().hurtEver(), card.customers().total(), "customers"));
        }
    }

    private void evidence(String place, List<String> evidence, int figures) {
        for (String id : evidence) {
            Matcher ours = OURS.matcher(id.strip());
            if (!ours.matches()) {
                continue;
            }
            int last = Integer.parseInt(ours.group("last") == null ? ours.group("first") : ours.group("last"));
            int first = Integer.parseInt(ours.group("first"));
            switch (ours.group("kind")) {
                case "J-" -> there(place, id, first, last, lastEntry(), "entries");
                case "F-" -> {
                    // The agent's lines are in a file of their own, which is read where the journal has no end.
                }
                default -> there(place, id, first, last, figures, "figures");
            }
        }
    }

    private int lastEntry() {
        return (int) facts.entries().stream().mapToLong(Entry::seq).max().orElse(0);
    }

    private void there(String place, String id, int first, int last, int of, String what) {
        if (first < 1 || last > of || last < first) {
            add(place + ".evidence", "names " + id + "; the run has " + what + " 1 to " + of);
        }
    }

    private void add(String place, String says) {
        int line = lines.of(place);
        found.add(new Contradiction(place, line, CoeFileReader.FILE + ":" + line + ": " + place + " " + says + "."));
    }
}

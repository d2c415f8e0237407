package io.gameday.report.brief;

import io.gameday.report.coe.CoeDocument;
import io.gameday.report.coe.CoeDocument.Draft;
import io.gameday.report.coe.CoeDocument.Figure;
import io.gameday.report.coe.CoeDocument.ImpactRow;
import io.gameday.report.phrase.OwnWords;
import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.timeline.Row;
import io.gameday.report.timeline.Row.Kind;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFile.ActionStatus;
import io.gameday.report.words.CoeFile.Trigger;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The COE on one page, in four parts: what happened, how we responded, why, how to fix. What people have not written is
/// empty, and what there is no room for is counted.
///
/// @param contradictions how often people's words and the journal differ
/// @param trigger   null until somebody says
/// @param summary   people's; empty until somebody writes it
/// @param sentences the machine's, from the figures
/// @param figure    null where there is none, or no room for it
/// @param rows      of the timeline, in order of time
/// @param durations those that people ask for first
/// @param path      one way from the impact to a leaf, of `paths`
/// @param others    other leaves, and contributors
/// @param drafts    the machine's, where people have written no why
/// @param fixes     actions that are open, the most pressing first, then those done; `dropped` are not among them
public record ShortCoe(String id, Excerpt title, String origin, String originText, String edition, Instant made,
        String journal, Few<String> warnings, int contradictions, Excerpt owner, @Nullable Trigger trigger,
        Excerpt summary, List<String> sentences, Few<ImpactRow> impact, @Nullable Figure figure, Few<Moment> rows,
        List<DurationValue> durations, Few<Cause> path, int paths, Few<Cause> others, Few<Draft> drafts, Few<Fix> fixes,
        long dropped, Excerpt noFixesBecause) implements OwnWords {

    private static final int IMPACT_ROWS = 4;
    private static final int WARNINGS = 3;
    private static final Set<String> DURATIONS = Set.of("detect", "engage", "mitigateFromImpact",
            "recoveredAfterRemoval", "impactTotal");

    @Override
    public Set<String> ownWords() {
        return Set.of("id", "journal");
    }

    /// One row of the timeline.
    public record Moment(Instant at, Kind kind, String lead, Excerpt text) {

        static Moment of(Row row, Room room) {
            return new Moment(row.at(), row.kind(), row.lead(),
                    row.byPeople() ? Excerpt.of(row.text(), room.line()) : Excerpt.ours(row.text()));
        }
    }

    public static ShortCoe of(CoeDocument coe, Room room) {
        CoeFile words = coe.words();
        Causes causes = new Causes(coe, room);
        List<Row> rows = chosen(coe);
        String title = words.header().title();
        String owner = words.header().owner().isEmpty() ? coe.scorecard().experiment().owner() : words.header().owner();
        List<ActionItem> actions = Stream.concat(Fix.open(words.actions()).stream(),
                words.actions().stream().filter(action -> action.status() == ActionStatus.DONE)).toList();
        return new ShortCoe(coe.id(), title.isEmpty() ? Excerpt.ours(coe.title()) : Excerpt.of(title, room.title()),
                coe.origin(), coe.originText(), coe.edition(), coe.made(), coe.journal(),
                Few.of(coe.warnings(), WARNINGS), coe.contradictions().size(), Excerpt.of(owner, room.line()),
                words.header().trigger(), Excerpt.of(words.summary(), room.passage()), coe.summary(),
                Few.of(coe.impact(), IMPACT_ROWS + (int) coe.impact().stream().filter(ImpactRow::byPeople).count()),
                room.picture() && !coe.figures().isEmpty() ? coe.figures().getFirst() : null,
                new Few<>(rows.stream().map(row -> Moment.of(row, room)).toList(),
                        coe.timeline().rows().size() - rows.size() + coe.timeline().leftOut()),
                coe.durations().stream().filter(duration -> DURATIONS.contains(duration.name())).toList(),
                causes.path(), paths(coe), causes.others(), causes.drafts(),
                Few.of(actions, room.items()).map(action -> Fix.of(action, room)),
                words.actions().size() - actions.size(), Excerpt.of(words.noActionsBecause(), room.line()));
    }

    private static int paths(CoeDocument coe) {
        return coe.whys().stream().map(CoeDocument.Why::path).filter(path -> !path.nodes().isEmpty()).findFirst()
                .map(CoeDocument.Path::of).orElse(0);
    }

    /// The first of each that a reader in a hurry looks for, and the end of the trouble.
    private static List<Row> chosen(CoeDocument coe) {
        Instant zero = coe.scorecard().zero();
        Instant alarm = coe.durations().stream().filter(duration -> duration.name().equals("alarmLatency"))
                .map(duration -> duration.to().at()).filter(Objects::nonNull).findFirst().orElse(null);
        Predicate<Row> since = row -> zero == null || !row.at().isBefore(zero);
        List<Row> rows = coe.timeline().rows();
        Set<Row> chosen = new LinkedHashSet<>();
        Stream.<Predicate<Row>>of(row -> row.kind() == Kind.FAULT_INJECTED, row -> row.kind() == Kind.IMPACT_START,
                row -> row.kind() == Kind.ALARM && row.at().equals(alarm),
                row -> row.kind() == Kind.ALARM && row.lead().equals("Detected:"), since.and(is(Kind.PAGE)),
                since.and(is(Kind.ACKNOWLEDGED)),
                since.and(row -> row.byPeople() && row.lead().equals("Mitigation starts:")), is(Kind.MITIGATED),
                is(Kind.STOP)).forEach(which -> rows.stream().filter(which).findFirst().ifPresent(chosen::add));
        Stream.of(Kind.FAULT_ENDED, Kind.IMPACT_END, Kind.RECOVERED)
                .forEach(kind -> rows.stream().filter(is(kind)).reduce((a, b) -> b).ifPresent(chosen::add));
        return rows.stream().filter(chosen::contains).toList();
    }

    private static Predicate<Row> is(Kind kind) {
        return row -> row.kind() == kind;
    }
}

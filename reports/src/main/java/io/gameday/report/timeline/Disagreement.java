package io.gameday.report.timeline;

import io.gameday.report.text.Figures;
import io.gameday.report.timeline.Row.Kind;
import io.gameday.report.words.CoeFile.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time that people give and the journal has otherwise, more than 60 seconds apart. Of several instants that may be meant
/// the nearest is; where the journal has none, it cannot disagree.
///
/// @param place      in the file of words, such as `timeline[2].at`
/// @param what       it is the time of: `the start of impact`, or the entry that is named as evidence
/// @param told       by people
/// @param journalled the row of the journal that is nearest
public record Disagreement(String place, String what, Instant told, Row journalled) {

    private static final Duration APART = Duration.ofSeconds(60);
    private static final Pattern ENTRY = Pattern.compile("J-(\\d{1,9})(?:–(\\d{1,9}))?");

    /// @param rows of the machine; those of people among them are passed over
    /// @param told by people, in the order of their file
    public static List<Disagreement> of(List<Row> rows, List<Told> told) {
        List<Row> journalled = rows.stream().filter(row -> !row.byPeople()).toList();
        List<Disagreement> found = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            of("timeline[" + (i + 1) + "].at", told.get(i), journalled).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static Optional<Disagreement> of(String place, Told told, List<Row> rows) {
        Set<Kind> meant = meant(told);
        return rows.stream().filter(row -> meant.contains(row.kind()) || cites(told, row))
                .min(Comparator.comparing(row -> apart(told, row))).filter(row -> apart(told, row).compareTo(APART) > 0)
                .map(row -> new Disagreement(place, meant.contains(row.kind()) ? name(told) : row.evidence(), told.at(),
                        row));
    }

    /// What of the journal's a line of this kind tells. Of the others the journal does not know better.
    private static Set<Kind> meant(Told told) {
        return switch (told.kind()) {
            case IMPACT_START -> EnumSet.of(Kind.IMPACT_START);
            // Impact that automation ended is one row for both.
            case IMPACT_END, MITIGATED -> EnumSet.of(Kind.IMPACT_END, Kind.MITIGATED);
            case RECOVERED -> EnumSet.of(Kind.RECOVERED);
            case ALARM -> EnumSet.of(Kind.ALARM);
            case ACKNOWLEDGED -> EnumSet.of(Kind.ACKNOWLEDGED);
            // Several may be engaged, one after the other, and the journal knows of those who acknowledged.
            case ENGAGED, CHANGE, PAGE, OBSERVATION, HYPOTHESIS, DECISION, ACTION, COMMUNICATION, MITIGATION_START,
                    ROLLBACK, GAP_EXPLANATION, NOTE ->
                EnumSet.noneOf(Kind.class);
        };
    }

    private static String name(Told told) {
        return switch (told.kind()) {
            case IMPACT_START -> "the start of impact";
            case IMPACT_END -> "the end of impact";
            case MITIGATED -> "the mitigation";
            case RECOVERED -> "the recovery";
            case ALARM -> "an alarm";
            case ACKNOWLEDGED -> "the acknowledgement";
            case ENGAGED, CHANGE, PAGE, OBSERVATION, HYPOTHESIS, DECISION, ACTION, COMMUNICATION, MITIGATION_START,
                    ROLLBACK, GAP_EXPLANATION, NOTE ->
                "it";
        };
    }

    /// Whether it names that row, or one of the entries that it is made of, as what shows it. A change, an idea or a
    /// decision may rest on what was journalled at another time.
    private static boolean cites(Told told, Row row) {
        return switch (told.kind()) {
            case IMPACT_START, ALARM, PAGE, ACKNOWLEDGED, ENGAGED, OBSERVATION, ACTION, MITIGATION_START, MITIGATED,
                    IMPACT_END, ROLLBACK, RECOVERED ->
                told.evidence().stream().anyMatch(evidence -> names(evidence, row));
            case CHANGE, HYPOTHESIS, DECISION, COMMUNICATION, GAP_EXPLANATION, NOTE -> false;
        };
    }

    private static boolean names(String evidence, Row row) {
        Matcher said = ENTRY.matcher(evidence.strip());
        Matcher known = ENTRY.matcher(row.evidence());
        if (!said.matches() || !known.matches()) {
            return false;
        }
        long entry = Long.parseLong(said.group(1));
        long last = Long.parseLong(known.group(2) == null ? known.group(1) : known.group(2));
        return entry >= Long.parseLong(known.group(1)) && entry <= last;
    }

    private static Duration apart(Told told, Row row) {
        return Duration.between(told.at(), row.at()).abs();
    }

    /// As both the document and the linter say it, without a full stop.
    public String text() {
        return "puts " + what + " at " + moment(told, journalled.at()) + " UTC; the journal has it at "
                + moment(journalled.at(), told);
    }

    private static String moment(Instant at, Instant other) {
        String day = Figures.date(at);
        return day.equals(Figures.date(other)) ? Figures.clock(at) : day + " " + Figures.clock(at);
    }
}

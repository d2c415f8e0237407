package io.gameday.report.timeline;

import io.gameday.report.facts.RunFacts;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import io.gameday.report.words.CoeFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The rows of a run in order of time.
///
/// @param leftOut minor rows that were left out for want of room; 0 in a full timeline
public record Timeline(List<Row> rows, int leftOut) {

    public static Timeline of(RunFacts facts, Scorecard scorecard) {
        return new Timeline(new TimelineRows(facts, scorecard).rows(), 0);
    }

    /// The same with what people told, in one order of time, and a row wherever their silence asks for an explanation.
    public Timeline with(CoeFile words, Scorecard scorecard) {
        List<Row> all = new ArrayList<>(rows);
        words.timeline().forEach(told -> all.add(PeopleRows.of(told, scorecard.begun())));
        for (Silences.Silence silence : Silences.of(scorecard, all)) {
            all.add(new Row(silence.from(), silence.to(), Row.Kind.GAP, Row.SILENCE,
                    Figures.wholeSeconds(silence.length()) + " without a word from anybody", Row.SOMEBODY, "", true));
        }
        all.sort(Comparator.comparing(Row::at));
        return new Timeline(List.copyOf(all), leftOut);
    }

    /// At most `most` rows, as far as leaving out minor ones makes that possible: those that only say again what an
    /// earlier one said, the newest first. The first time that automation did something always stays.
    public Timeline shortened(int most) {
        List<Row> kept = new ArrayList<>(rows);
        Set<String> told = new HashSet<>();
        Set<Row> again = new HashSet<>();
        for (Row row : rows) {
            if (row.kind().minor() && !told.add(row.text().split("[ :]", 2)[0])) {
                again.add(row);
            }
        }
        leaveOut(kept, most, again::contains);
        leaveOut(kept, most, row -> row.kind() == Row.Kind.NO_DATA);
        leaveOut(kept, most, row -> row.kind() == Row.Kind.ALARM_OVER);
        return new Timeline(List.copyOf(kept), leftOut + rows.size() - kept.size());
    }

    private static void leaveOut(List<Row> kept, int most, Predicate<Row> which) {
        for (int i = kept.size() - 1; i >= 0 && kept.size() > most; i--) {
            if (which.test(kept.get(i))) {
                kept.remove(i);
            }
        }
    }
}

package io.gameday.report.timeline;

import io.gameday.report.facts.RunFacts;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import io.gameday.report.words.CoeFile;
import java.time.Instant;
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

    /// Nobody reads more, and a run of a day may have thousands of notes and pages.
    private static final int MOST = 100;

    public static Timeline of(RunFacts facts, Scorecard scorecard) {
        return new Timeline(new TimelineRows(facts, scorecard).rows(), 0);
    }

    /// The same with what people told, in one order of time, and a row wherever their silence asks for an explanation.
    public Timeline with(CoeFile words, Scorecard scorecard) {
        List<Row> all = new ArrayList<>(told(words, scorecard).rows());
        for (Silences.Silence silence : Silences.of(scorecard, all)) {
            all.add(new Row(silence.from(), silence.to(), Row.Kind.GAP, Row.SILENCE,
                    Figures.wholeSeconds(silence.length()) + " without a word from anybody", Row.SOMEBODY, "", true));
        }
        all.sort(Comparator.comparing(Row::at));
        return new Timeline(List.copyOf(all), leftOut);
    }

    /// The same with what people told, in one order of time.
    public Timeline told(CoeFile words, Scorecard scorecard) {
        List<Row> all = new ArrayList<>(rows);
        words.timeline().forEach(told -> all.add(PeopleRows.of(told, scorecard.begun())));
        all.sort(Comparator.comparing(Row::at));
        return new Timeline(List.copyOf(all), leftOut);
    }

    /// At most `most` rows, as far as leaving out minor ones makes that possible: those that only say again what an
    /// earlier one said, the newest first. The first time that automation did something always stays. Of more than
    /// [#MOST] that are left, alarms go that came once more and ended, and then what is in the middle becomes one row.
    public Timeline shortened(int most) {
        List<Row> kept = new ArrayList<>(rows);
        Set<String> told = new HashSet<>();
        Set<Row> again = new HashSet<>();
        Set<Row> alarms = new HashSet<>();
        Instant over = rows.stream().filter(row -> row.kind() == Row.Kind.ALARM_OVER).map(Row::at)
                .max(Comparator.naturalOrder()).orElse(Instant.MIN);
        for (Row row : rows) {
            if (row.kind().minor() && !told.add(row.text().split("[ :]", 2)[0])) {
                again.add(row);
            }
            if (row.kind() == Row.Kind.ALARM && !told.add(row.text()) && row.at().isBefore(over)) {
                alarms.add(row);
            }
        }
        leaveOut(kept, most, again::contains);
        leaveOut(kept, most, row -> row.kind() == Row.Kind.NO_DATA);
        leaveOut(kept, most, row -> row.kind() == Row.Kind.ALARM_OVER);
        leaveOut(kept, Math.max(most, MOST), alarms::contains);
        int minor = rows.size() - kept.size();
        if (kept.size() > Math.max(most, MOST)) {
            List<Row> middle = kept.subList(MOST / 2, kept.size() - MOST / 2 + 1);
            Row instead = left(middle);
            middle.clear();
            middle.add(instead);
        }
        return new Timeline(List.copyOf(kept), leftOut + minor);
    }

    private static Row left(List<Row> out) {
        return new Row(out.getFirst().at(), out.getLast().at(), Row.Kind.GAP, "Left out:",
                Figures.many(out.size(), "row") + " for want of room; the journal holds them", "engine",
                out.getFirst().evidence(), false);
    }

    private static void leaveOut(List<Row> kept, int most, Predicate<Row> which) {
        for (int i = kept.size() - 1; i >= 0 && kept.size() > most; i--) {
            if (which.test(kept.get(i))) {
                kept.remove(i);
            }
        }
    }
}

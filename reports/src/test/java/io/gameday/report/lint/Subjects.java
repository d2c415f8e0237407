package io.gameday.report.lint;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.report.JournalBuilder;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.lint.Subject.Other;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFileReader;
import io.gameday.target.TargetKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/// Documents to lint, by the journal beside them.
final class Subjects {

    static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    private static final List<Other> OTHERS = List
            .of(new Other("COE-20260101-000000", "2026-01-01T00-00-00Z-drill", CoeFileReader.read("other", """
                    coe: 1
                    actions: [{ id: A7, title: Add an alarm on connections of every cell }]
                    """).file().orElseThrow().actions()));

    private Subjects() {
    }

    static CoeDocument facts(String journal) {
        List<Entry> entries = switch (journal) {
            case "hurt" -> JournalBuilder.unscaled().entries();
            case "silent" -> JournalBuilder.unscaled().entries().stream()
                    .filter(entry -> !(entry.event() instanceof Event.AlarmChanged)).toList();
            case "killed" -> JournalBuilder.unscaled().until(20);
            case "quiet" -> JournalBuilder.withoutFault().entries();
            case "unmeasured" -> new JournalBuilder().started(TargetKind.LOCAL, 100).at(0, new Event.FaultInjected("f1",
                    JournalBuilder.POWER_LOSS, JournalBuilder.seconds(40), JournalBuilder.seconds(8))).entries();
            default -> throw new IllegalArgumentException("there is no journal '" + journal + "'");
        };
        boolean complete = entries.getLast().event() instanceof Event.RunEnded;
        return CoeDocument.of(new RunFacts(entries), Scorecard.of(entries, complete, false), CoeFile.BLANK,
                "ab".repeat(32));
    }

    /// @param words without the first line, which gives the file's version
    static Subject subject(CoeDocument facts, String words, @Nullable Integer pages) {
        CoeFileReader.Reading read = CoeFileReader.read("coe.yaml", "coe: 1\n" + words);
        assertThat(read.problems()).as(words).isEmpty();
        return new Subject(read.file().orElseThrow(), read.lines(), facts, pages, TODAY, OTHERS);
    }
}

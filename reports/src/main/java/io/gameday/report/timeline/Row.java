package io.gameday.report.timeline;

import io.gameday.report.phrase.OwnWords;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One line of the timeline.
///
/// @param end      null unless the row is about a span of time
/// @param lead     the word in bold before the text; may be empty
/// @param who      role or part of the system, never a name
/// @param evidence `J-24`, an entry of the journal, or a figure
/// @param byPeople true when the words are a person's
public record Row(Instant at, @Nullable Instant end, Kind kind, String lead, String text, String who, String evidence,
        boolean byPeople) implements OwnWords {

    static final String SILENCE = "To be explained by people:";
    static final String RECALLED = " (from memory)";
    static final String SOMEBODY = "people";

    /// What people said, and who said it. Where something of ours stands around their words, these are left alone as a part
    /// of it.
    @Override
    public Set<String> ownWords() {
        if (!byPeople || lead.equals(SILENCE)) {
            return Set.of();
        }
        boolean around = text.endsWith(RECALLED) || text.startsWith("(");
        return around
                ? who.equals(SOMEBODY) ? Set.of() : Set.of("who")
                : who.equals(SOMEBODY) ? Set.of("text") : Set.of("text", "who");
    }

    /// What sort of thing it was; decides the icon.
    public enum Kind {
        SEALED, GUARD, STEADY_STATE, FAULT_INJECTED, FAULT_ENDED, IMPACT_START, IMPACT_END, MITIGATED, RECOVERED, ALARM, ALARM_OVER, AUTOMATION, INTERVENTION, PAGE, ACKNOWLEDGED, NOTE, STOP, LIMIT, GAP, NO_DATA, READ_BACK, ENDED;

        /// Rows that may be left out where room is short; the journal keeps them.
        boolean minor() {
            return this == AUTOMATION || this == ALARM_OVER || this == NO_DATA;
        }
    }

    static Row machine(Instant at, Kind kind, String lead, String text, String who, String evidence) {
        return new Row(at, null, kind, lead, text, who, evidence, false);
    }
}

package io.gameday.people;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// What a page sends again, because it never heard the answer, is done once and answered the same. Belongs to the loop.
final class Once {

    /// For each of them; a page that sends more is no person.
    private static final int MOST = 2_000;

    private record Kept(String what, Said said) {
    }

    private final Map<String, Map<String, Kept>> answers = new HashMap<>();

    /// @param id   of the page's own making, for this one thing
    /// @param what is asked, to tell another thing under the same id
    Said answer(Participant who, String id, String what, Supplier<Said> effect) {
        Map<String, Kept> theirs = answers.computeIfAbsent(who.title(), _ -> new HashMap<>());
        Kept kept = theirs.get(id);
        if (kept != null) {
            return kept.what().equals(what) ? kept.said() : new Said.Refused(Saying.ID_USED.with("id", id));
        }
        if (theirs.size() >= MOST) {
            return new Said.Refused(Saying.TOO_MANY.with("most", MOST, "who", who.title()));
        }
        Said said = effect.get();
        // What was refused changed nothing, and may be allowed later, such as an answer to a page that is still to come.
        if (said instanceof Said.Done) {
            theirs.put(id, new Kept(what, said));
        }
        return said;
    }
}

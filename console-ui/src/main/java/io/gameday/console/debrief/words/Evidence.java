package io.gameday.console.debrief.words;

import java.util.Arrays;
import java.util.List;

/// Evidence of a row of the timeline, as a why names it.
final class Evidence {

    private Evidence() {
    }

    /// @param row such as `J-24`, `J-24–31`, `J-24 +3` (the first of four entries), `Fig. 1, J-7`; may be empty
    /// @return one for each; of a group the entry that is named
    static List<String> of(String row) {
        return Arrays.stream(row.split(",")).map(each -> each.strip().replaceFirst("\\s\\+\\d+$", ""))
                .filter(each -> !each.isEmpty()).distinct().toList();
    }
}

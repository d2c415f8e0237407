package io.gameday.console.debrief.words;

import io.gameday.console.text.Texts;
import java.util.Locale;

/// What stands below the strip.
public enum Tab {
    /// What was seen, as it was before anybody wrote.
    HAPPENED,
    /// The twenty minutes right after the run.
    HOT, WHYS, LESSONS, ACTIONS, ANSWERS, SUMMARY;

    String words() {
        return Texts.of("words.tab." + name().toLowerCase(Locale.ROOT));
    }
}

/// Where people write the COE: whys, lessons, actions, answers and the summary, each a change of `coe.yaml` in place.
/// Start at [io.gameday.console.debrief.words.WordsViewModel] and [io.gameday.console.debrief.words.WordsPane].
@NullMarked
package io.gameday.console.debrief.words;

import org.jspecify.annotations.NullMarked;

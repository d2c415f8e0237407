/// What a person sees of a run in the terminal, computed from the journal's entries and nothing else.
/// Start with [io.gameday.cli.view.RunView], which folds entries, and [io.gameday.cli.view.LiveScreen].
@NullMarked
package io.gameday.cli.view;
import io.gameday.journal.view.RunView;

import org.jspecify.annotations.NullMarked;

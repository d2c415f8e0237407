/// What a run looks like after the entries read so far: the picture that terminal and console show. Start at
/// [RunView].
@NullMarked
package io.gameday.journal.view;

import org.jspecify.annotations.NullMarked;

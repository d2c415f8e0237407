/// Sentences that a machine made of figures, in another language, by a book of phrases that people keep as a file.
/// Start with [io.gameday.report.phrase.PhraseBook].
@NullMarked
package io.gameday.report.phrase;

import org.jspecify.annotations.NullMarked;

package io.gameday.report.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a PDF or a DOCX says of itself to programs.
///
/// @param made     null where nothing tells
/// @param identity the same for the same document, another for another
public record FileLabels(String title, String subject, @Nullable Instant made, String identity) {
}

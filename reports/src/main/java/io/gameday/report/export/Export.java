package io.gameday.report.export;

import java.util.List;

/// One file, made.
///
/// @param notes what a reader should know of it, such as characters that no font has; sentences
public record Export(byte[] content, List<String> notes) {

    public Export {
        notes = List.copyOf(notes);
    }
}

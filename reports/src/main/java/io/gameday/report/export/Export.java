package io.gameday.report.export;

import java.util.List;
import java.util.stream.Stream;

/// One file, made.
///
/// @param pages 0 where only a word processor knows
/// @param notes what a reader should know of it, such as characters that no font has; sentences
public record Export(byte[] content, int pages, List<String> notes) {

    public Export {
        notes = List.copyOf(notes);
    }

    /// The same with one note more.
    public Export with(String note) {
        return new Export(content, pages, Stream.concat(notes.stream(), Stream.of(note)).toList());
    }
}

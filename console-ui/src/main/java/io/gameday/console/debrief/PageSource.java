package io.gameday.console.debrief;

import java.io.IOException;
import java.nio.file.Path;

/// Pages of a document as pictures. Slow; never called on the UI thread.
interface PageSource {

    int pages(Path document) throws IOException;

    /// @param page  from 0
    /// @param width in pixels
    PageImage render(Path document, int page, int width) throws IOException;

    /// @param argb row by row, opaque
    record PageImage(int width, int height, int[] argb) {
    }
}

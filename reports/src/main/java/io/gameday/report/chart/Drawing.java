package io.gameday.report.chart;

import java.util.List;

/// A chart drawn: shapes as SVG, words beside them, because a document sets words better than a picture does and
/// they stay words for search and for screen readers.
///
/// @param svg    one `svg` element, no text in it, all colours as attributes and classes
/// @param labels placed from the upper left corner of the picture
public record Drawing(int width, int height, Svg svg, List<Label> labels) {

    /// Markup made by this package; documents take it as it is.
    public record Svg(String markup) {
    }

    /// @param x     left edge of its box, in pixels
    /// @param y     upper edge
    /// @param width of its box
    /// @param align `left`, `center` or `right` within the box
    /// @param style a class: `name`, `note`, `mark`, `axis`, `silence`, …
    public record Label(int x, int y, int width, String align, String style, String text) {
    }
}

package io.gameday.console.debrief;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Places the words of marks: behind the mark where there is room, else before it, else nowhere; the mark itself still
/// tells on hover.
final class MarkLabels {

    private static final double GAP = 7;

    private MarkLabels() {
    }

    /// @param x where the text begins
    record Placed(double x, String text) {
    }

    /// @param xs    of the marks, ascending
    /// @param width of a text in pixels
    static List<Placed> place(List<Double> xs, List<String> texts, ToDoubleFunction<String> width, double left,
            double right) {
        List<Placed> placed = new ArrayList<>();
        double taken = left;
        for (int i = 0; i < xs.size(); i++) {
            double x = xs.get(i);
            double next = i + 1 < xs.size() ? xs.get(i + 1) - GAP : right;
            double wide = width.applyAsDouble(texts.get(i));
            if (x + GAP + wide <= next) {
                placed.add(new Placed(x + GAP, texts.get(i)));
                taken = x + GAP + wide;
            } else if (x - GAP - wide >= taken + GAP) {
                placed.add(new Placed(x - GAP - wide, texts.get(i)));
                taken = x + GAP;
            } else {
                taken = Math.max(taken, x + GAP);
            }
        }
        return placed;
    }
}

package io.gameday.observability;

import java.util.Locale;

/// A part of a whole as people read it. One rule for terminal, journal and documents: two that round differently make
/// one run look like two.
public final class Share {

    private static final double LEAST = 0.001;

    private Share() {
    }

    /// `10,200`.
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /// A share as `20.4 %`. What is not all never reads as `100 %`, and what is not nothing never as `0 %`.
    public static String percent(double share) {
        if (share == 0 || share == 1) {
            return share == 0 ? "0 %" : "100 %";
        }
        if (share > 0 && share < LEAST) {
            return "< 0.1 %";
        }
        String rounded = String.format(Locale.ROOT, "%.1f", 100 * share);
        return rounded.equals("100.0") ? "> 99.9 %" : rounded.replaceFirst("\\.0$", "") + " %";
    }

    /// `part` of `whole` as a share; a dash when there is no whole.
    public static String percent(long part, long whole) {
        return whole == 0 ? "–" : percent((double) part / whole);
    }

    /// `40 of 40 (100 %)`.
    public static String of(long part, long whole) {
        return count(part) + " of " + count(whole) + (whole == 0 ? "" : " (" + percent(part, whole) + ")");
    }
}

package io.gameday.report.export.font;

import java.io.InputStream;
import java.util.Objects;

/// A bundled typeface, TrueType with `glyf` outlines, under a licence that lies beside it. In the order in which they
/// are asked for a character that the wanted one lacks.
public enum Face {
    SANS("Noto Sans", false, "NotoSans-Regular.ttf"), SANS_BOLD("Noto Sans", true, "NotoSans-Bold.ttf"), SERIF(
            "Noto Serif", false,
            "NotoSerif-Regular.ttf"), MONO("Noto Sans Mono", false, "NotoSansMono-Regular.ttf"), SYMBOLS("DejaVu Sans",
                    false, "DejaVuSans.ttf"), JAPANESE("BIZ UDPGothic", false,
                            "BIZUDPGothic-Regular.ttf"), JAPANESE_BOLD("BIZ UDPGothic", true, "BIZUDPGothic-Bold.ttf");

    private final String family;
    private final boolean bold;
    private final String file;

    Face(String family, boolean bold, String file) {
        this.family = family;
        this.bold = bold;
        this.file = file;
    }

    public String family() {
        return family;
    }

    public boolean bold() {
        return bold;
    }

    /// The font file, to be closed by whoever asks.
    public InputStream open() {
        return Objects.requireNonNull(Face.class.getResourceAsStream("/io/gameday/report/fonts/" + file),
                "The font " + file + " is missing from the distribution.");
    }
}

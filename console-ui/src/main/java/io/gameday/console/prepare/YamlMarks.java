package io.gameday.console.prepare;

import java.util.List;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;

/// Colours the lines and underlines what is wrong in them.
final class YamlMarks implements SyntaxDecorator {

    private final Checked checked;
    private final int roomBelow;
    private final double room;

    /// @param roomBelow the line, from 1, with room for a box below; 0 for none
    /// @param room      how much, in pixels
    YamlMarks(Checked checked, int roomBelow, double room) {
        this.checked = checked;
        this.roomBelow = roomBelow;
        this.room = room;
    }

    @Override
    public RichParagraph createRichParagraph(CodeTextModel model, int index) {
        String line = model.getPlainText(index);
        RichParagraph.Builder paragraph = RichParagraph.builder();
        YamlColours.of(line).forEach(piece -> {
            if (piece.style().isEmpty()) {
                paragraph.addWithStyleNames(piece.text(), "yaml-text");
            } else {
                paragraph.addWithStyleNames(piece.text(), piece.style());
            }
        });
        List<Flaw> here = checked.flaws().stream().filter(flaw -> flaw.line() == index + 1).toList();
        for (Flaw flaw : here) {
            int lineStart = checked.text().lastIndexOf('\n', flaw.start() - 1) + 1;
            // The text may have been edited since it was checked.
            int from = Math.min(line.length(), flaw.start() - lineStart);
            int to = Math.min(line.length(), flaw.end() - lineStart);
            if (to > from) {
                paragraph.addWavyUnderline(from, to - from, "yaml-wrong");
            }
        }
        if (index + 1 == roomBelow && room > 0) {
            paragraph.setParagraphAttributes(StyleAttributeMap.builder().setSpaceBelow(room).build());
        }
        return paragraph.build();
    }

    @Override
    public void handleChange(CodeTextModel model, TextPos start, TextPos end, int charsTop, int linesAdded,
            int charsBottom) {
        // Every line is coloured by itself.
    }
}

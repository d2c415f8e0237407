package io.gameday.report.export.docx;

import io.gameday.report.export.font.BundledFonts;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.w3c.dom.Element;

/// Lays tables out: the columns' widths are computed here, header rows come again on each page, and no row is cut.
final class Tables {

    /// A twentieth of a point.
    private static final int TWIPS = 20;
    /// Which parts of a table's style apply, as bits: neither bands nor columns.
    private static final byte[] NO_PART = {0x06, 0x00};
    private static final byte[] FIRST_ROW = {0x06, 0x20};

    /// Writes what is in a cell.
    interface Cells {
        void write(Element cell, XWPFTableCell to);

        void rowEnds();
    }

    /// @param header true where it comes again on each page
    private record Row(List<Element> cells, boolean header) {
    }

    private final XWPFDocument document;
    private final Markup markup;
    private final Styles styles;
    private final BundledFonts fonts;

    Tables(XWPFDocument document, Markup markup, Styles styles, BundledFonts fonts) {
        this.document = document;
        this.markup = markup;
        this.styles = styles;
        this.fonts = fonts;
    }

    /// @param width in twentieths of a point
    void write(Element element, int width, Cells cells) {
        List<Row> rows = rows(element);
        int columns = rows.stream().mapToInt(row -> row.cells().stream().mapToInt(this::span).sum()).max().orElse(0);
        if (columns == 0) {
            throw markup.refused(element, "it has no cell");
        }
        int[] widths = widths(rows, columns, width);
        XWPFTable table = document.createTable();
        table.removeRow(0);
        CTTblPr look = table.getCTTbl().getTblPr();
        if (look.isSetTblBorders()) {
            look.unsetTblBorders();
        }
        styles.id(Styles.Kind.TABLE, element).ifPresent(table::setStyleID);
        (look.isSetTblLayout() ? look.getTblLayout() : look.addNewTblLayout()).setType(STTblLayoutType.FIXED);
        var whole = look.isSetTblW() ? look.getTblW() : look.addNewTblW();
        whole.setType(STTblWidth.DXA);
        whole.setW(BigInteger.valueOf(width));
        CTTblLook parts = look.isSetTblLook() ? look.getTblLook() : look.addNewTblLook();
        parts.setVal(rows.getFirst().header() ? FIRST_ROW : NO_PART);
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        for (int column : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(column));
        }
        for (Row row : rows) {
            write(row, new XWPFTableRow(table.getCTTbl().addNewTr(), table), widths, cells);
        }
    }

    private void write(Row row, XWPFTableRow to, int[] widths, Cells cells) {
        to.setCantSplitRow(true);
        if (row.header()) {
            to.setRepeatHeader(true);
        }
        int column = 0;
        for (Element cell : row.cells()) {
            boolean last = cell == row.cells().getLast();
            int span = last ? widths.length - column : span(cell);
            XWPFTableCell made = to.createCell();
            CTTcPr look = made.getCTTc().isSetTcPr() ? made.getCTTc().getTcPr() : made.getCTTc().addNewTcPr();
            var width = look.addNewTcW();
            width.setType(STTblWidth.DXA);
            width.setW(BigInteger.valueOf(Arrays.stream(widths, column, column + span).sum()));
            if (span > 1) {
                look.addNewGridSpan().setVal(BigInteger.valueOf(span));
            }
            cells.write(cell, made);
            column += span;
        }
        cells.rowEnds();
    }

    private List<Row> rows(Element table) {
        List<Row> rows = new ArrayList<>();
        for (Element part : Markup.elements(table)) {
            switch (part.getTagName()) {
                case "thead", "tbody" ->
                    Markup.elements(part).forEach(row -> rows.add(row(row, part.getTagName().equals("thead"))));
                default -> rows.add(row(part, false));
            }
        }
        return rows;
    }

    private Row row(Element row, boolean header) {
        if (!row.getTagName().equals("tr")) {
            throw markup.refused(row, "a table holds rows");
        }
        List<Element> cells = Markup.elements(row);
        for (Element cell : cells) {
            if (!cell.getTagName().equals("td") && !cell.getTagName().equals("th")) {
                throw markup.refused(cell, "a row holds td and th");
            }
        }
        return new Row(cells, header);
    }

    private int span(Element cell) {
        String span = cell.getAttribute("colspan");
        return span.isEmpty() ? 1 : (int) markup.number(cell, span, "");
    }

    private int[] widths(List<Row> rows, int columns, int width) {
        CellWidth[] needed = new CellWidth[columns];
        OptionalDouble[] shares = new OptionalDouble[columns];
        Arrays.fill(needed, CellWidth.NONE);
        Arrays.fill(shares, OptionalDouble.empty());
        for (Row row : rows) {
            int column = 0;
            for (Element cell : row.cells()) {
                Map<String, String> style = markup.style(cell, Blocks.CELL_STYLE);
                if (span(cell) == 1) {
                    needed[column] = needed[column].or(CellWidth.of(cell, fonts));
                    if (style.containsKey("width")) {
                        shares[column] = OptionalDouble.of(markup.number(cell, style.get("width"), "%") / 100);
                    }
                }
                column += span(cell);
            }
        }
        List<ColumnWidths.Column> wanted = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            wanted.add(new ColumnWidths.Column(shares[i], needed[i].least() * TWIPS, needed[i].most() * TWIPS));
        }
        return Arrays.stream(ColumnWidths.of(wanted, width)).mapToInt(w -> (int) w).toArray();
    }
}

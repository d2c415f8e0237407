package io.gameday.report.export.docx;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/// The numbering of lists: each list of its own, so that each begins with 1.
final class Lists {

    /// In twentieths of a point, for each level.
    private static final int INDENT = 240;
    private static final int LEVELS = 9;

    private final XWPFDocument document;
    private int lists;

    Lists(XWPFDocument document) {
        this.document = document;
    }

    /// @return what its items refer to
    BigInteger begin(boolean numbered) {
        XWPFNumbering numbering = document.getNumbering() == null
                ? document.createNumbering()
                : document.getNumbering();
        CTAbstractNum kind = CTAbstractNum.Factory.newInstance();
        kind.setAbstractNumId(BigInteger.valueOf(lists++));
        for (int level = 0; level < LEVELS; level++) {
            CTLvl look = kind.addNewLvl();
            look.setIlvl(BigInteger.valueOf(level));
            look.addNewStart().setVal(BigInteger.ONE);
            look.addNewNumFmt().setVal(numbered ? STNumberFormat.DECIMAL : STNumberFormat.BULLET);
            look.addNewLvlText().setVal(numbered ? "%" + (level + 1) + "." : "•");
            CTInd indent = look.addNewPPr().addNewInd();
            indent.setLeft(BigInteger.valueOf((long) INDENT * (level + 1)));
            indent.setHanging(BigInteger.valueOf(INDENT));
        }
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(kind, numbering)));
    }

    static void item(XWPFParagraph paragraph, BigInteger list, int level) {
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(level));
    }
}

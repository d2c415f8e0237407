package io.gameday.report.export.docx;

import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/// What a word processor computes, such as a page's number. A field is its instruction, and what it last gave.
final class Fields {

    private Fields() {
    }

    /// In one run.
    static void write(XWPFRun run, String instruction, String last) {
        begin(run.getCTR(), instruction);
        run.setText(last);
        end(run.getCTR());
    }

    /// What comes after it, up to [#end], is what the field last gave.
    static void begin(CTR run, String instruction) {
        run.addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        CTText text = run.addNewInstrText();
        text.setStringValue(" " + instruction + " ");
        text.setSpace(Space.PRESERVE);
        run.addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
    }

    static void end(CTR run) {
        run.addNewFldChar().setFldCharType(STFldCharType.END);
    }
}

package io.gameday.report.export.docx;

/// A template holds what this writer has no counterpart for. The message names the template and the element.
public final class DocxFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    DocxFailure(String message) {
        super(message);
    }

    DocxFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

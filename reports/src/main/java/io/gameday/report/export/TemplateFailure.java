package io.gameday.report.export;

/// A template cannot be found, read or filled. The message names it.
public final class TemplateFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    TemplateFailure(String message, Throwable cause) {
        super(message, cause);
    }

    TemplateFailure(String message) {
        super(message);
    }
}

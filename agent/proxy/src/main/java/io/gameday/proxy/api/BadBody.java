package io.gameday.proxy.api;

/// What was sent, or stands in a file, is not what is wanted; says where.
final class BadBody extends Exception {

    private static final long serialVersionUID = 1;
    private final int line;
    private final int column;

    BadBody(JsonValue at, String message) {
        this(at.line(), at.column(), message);
    }

    BadBody(int line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}

package io.gameday.proxy.api;

/// A call that is not done, with the status and the words that Toxiproxy's clients know. The words do not always name
/// the field they are about, so that is kept apart for those who can show its place.
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;
    private final int status;
    private final String field;

    Refusal(int status, String message) {
        this(status, "", message);
    }

    /// @param field that it is about, empty when it is about no single one
    Refusal(int status, String field, String message) {
        super(message);
        this.status = status;
        this.field = field;
    }

    String field() {
        return field;
    }

    int status() {
        return status;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    static Refusal badBody(BadBody bad) {
        return badBody(bad.message());
    }

    static Refusal badBody(String what) {
        return new Refusal(400, "bad request body: " + what);
    }

    static Refusal missing(String field) {
        return missing(field, "");
    }

    /// @param where follows the field in the message
    static Refusal missing(String field, String where) {
        return new Refusal(400, field, "missing required field: " + field + where);
    }

    static Refusal noProxy() {
        return new Refusal(404, "proxy not found");
    }

    static Refusal noToxic() {
        return new Refusal(404, "toxic not found");
    }

    static Refusal proxyExists() {
        return new Refusal(409, "name", "proxy already exists");
    }

    static Refusal toxicExists() {
        return new Refusal(409, "toxics", "toxic already exists");
    }
}

package io.gameday.aws.fis.endpoint;

import io.gameday.http.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A request that is refused, as FIS refuses it.
public final class FisError extends RuntimeException {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What clients tell errors apart by.
    public enum Kind {
        VALIDATION("ValidationException", 400), NOT_FOUND("ResourceNotFoundException",
                404), CONFLICT("ConflictException", 409),
        /// Yes, 402.
        QUOTA("ServiceQuotaExceededException", 402), CREDENTIALS("UnrecognizedClientException",
                403), UNKNOWN_OPERATION("UnknownOperationException", 404);

        private final String name;
        private final int status;

        Kind(String name, int status) {
            this.name = name;
            this.status = status;
        }
    }

    private final Kind kind;

    public FisError(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public static FisError validation(String message) {
        return new FisError(Kind.VALIDATION, message);
    }

    static FisError notFound(String what, String id) {
        return new FisError(Kind.NOT_FOUND, what + " " + id + " does not exist");
    }

    public Kind kind() {
        return kind;
    }

    /// The name goes into a header, as the REST JSON protocol has it.
    HttpAnswer answer() {
        byte[] body = JSON.writeValueAsString(Map.of("message", String.valueOf(getMessage())))
                .getBytes(StandardCharsets.UTF_8);
        return new HttpAnswer(kind.status, Map.of("content-type", "application/json", "x-amzn-errortype", kind.name),
                body);
    }
}

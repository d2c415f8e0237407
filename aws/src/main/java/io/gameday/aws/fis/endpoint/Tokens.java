package io.gameday.aws.fis.endpoint;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A request with a token that came before is answered as then, and done once.
final class Tokens {

    private static final int LONGEST = 1024;

    private record Answered(JsonNode body, String id) {
    }

    private final Map<String, Answered> answered = new HashMap<>();

    /// @param done does what the request asks for, and names what it made
    /// @return the name of what was made for this token, now or then
    String once(ObjectNode body, Supplier<String> done) {
        String token = Body.text(body, "clientToken");
        if (token.isBlank() || token.length() > LONGEST || token.chars().anyMatch(Character::isWhitespace)) {
            throw FisError.validation("clientToken has " + token.length() + " characters; it has 1 to " + LONGEST
                    + ", none of them blank");
        }
        Answered before = answered.get(token);
        if (before == null) {
            String id = done.get();
            answered.put(token, new Answered(body.deepCopy(), id));
            return id;
        }
        if (!before.body().equals(body)) {
            throw new FisError(FisError.Kind.CONFLICT,
                    "clientToken " + token + " was used before with another request; use a new one");
        }
        return before.id();
    }
}

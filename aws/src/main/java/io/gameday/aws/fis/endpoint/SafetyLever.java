package io.gameday.aws.fis.endpoint;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// While it is engaged nothing starts; engaging it stops what runs.
final class SafetyLever {

    static final String ID = "default";
    private static final int LONGEST_REASON = 512;

    private final Names names;
    private final Experiments experiments;
    private boolean engaged;
    private String reason = "never engaged";

    SafetyLever(Names names, Experiments experiments) {
        this.names = names;
        this.experiments = experiments;
        experiments.guardedBy(() -> engaged);
    }

    ObjectNode get(String id) {
        known(id);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode lever = answer.putObject("safetyLever").put("id", ID).put("arn", names.arn("safety-lever", ID));
        String status = !engaged ? "disengaged" : experiments.active() ? "engaging" : "engaged";
        lever.putObject("state").put("status", status).put("reason", reason);
        return answer;
    }

    ObjectNode update(String id, ObjectNode body) {
        known(id);
        if (!(body.get("state") instanceof ObjectNode state)) {
            throw FisError.validation("state is missing; it is {status, reason}");
        }
        String status = Body.text(state, "status");
        String why = Body.text(state, "reason");
        if (!status.equals("engaged") && !status.equals("disengaged")) {
            throw FisError.validation("state.status is " + status + "; it is engaged or disengaged");
        }
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            throw FisError
                    .validation("state.reason has " + why.length() + " characters; it has 1 to " + LONGEST_REASON);
        }
        engaged = status.equals("engaged");
        reason = why;
        if (engaged) {
            experiments.stopAll("safety lever: " + why);
        }
        return get(ID);
    }

    private static void known(String id) {
        if (!id.equals(ID)) {
            throw FisError.notFound("Safety lever", id);
        }
    }
}

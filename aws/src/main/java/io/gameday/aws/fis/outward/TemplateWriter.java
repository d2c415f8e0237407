package io.gameday.aws.fis.outward;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.Step;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes the faults of an experiment as one template of FIS. What only an account knows is left open, in angle brackets:
/// the role, an alarm that stops the experiment, addresses.
public final class TemplateWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_DESCRIPTION = 512;

    private TemplateWriter() {
    }

    /// @param experiment which is possible on AWS
    public static String json(Experiment experiment) {
        ObjectNode template = JsonNodeFactory.instance.objectNode();
        String description = experiment.title();
        template.put("description", description.substring(0, Math.min(LONGEST_DESCRIPTION, description.length())));
        template.put("roleArn", "<ARN OF A ROLE FOR FIS>");
        template.putArray("stopConditions").addObject().put("source", "aws:cloudwatch:alarm").put("value",
                "<ARN OF AN ALARM THAT STOPS IT>");
        ObjectNode targets = template.putObject("targets");
        ObjectNode actions = template.putObject("actions");
        int number = 0;
        for (Step step : experiment.steps()) {
            number++;
            AwsStep aws = AwsStep.of(step.fault(), step.lasts());
            String wait = aws.drafts().isEmpty() ? "" : wait(number, step.at(), actions);
            int part = 0;
            for (Draft draft : aws.drafts()) {
                part++;
                String name = "step-" + number + (aws.drafts().size() == 1 ? "" : "-" + part);
                target(draft, targets.putObject(name));
                ObjectNode action = actions.putObject(name).put("actionId", draft.actionId());
                fields(action, "parameters", draft.parameters());
                action.putObject("targets").put(draft.slot(), name);
                if (!wait.isEmpty()) {
                    action.putArray("startAfter").add(wait);
                }
            }
        }
        fields(template, "tags", Map.of("gameday:experiment", experiment.name()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(template) + "\n";
    }

    /// FIS has no time at which an action begins, but one that waits, for minutes: what begins within half a minute of the
    /// start begins with it.
    ///
    /// @return its name; empty where nothing is waited for
    private static String wait(int number, Duration at, ObjectNode actions) {
        long minutes = (at.toSeconds() + 30) / 60;
        if (minutes == 0) {
            return "";
        }
        String name = "wait-" + number;
        actions.putObject(name).put("actionId", "aws:fis:wait").putObject("parameters").put("duration",
                "PT" + minutes + "M");
        return name;
    }

    private static void target(Draft draft, ObjectNode target) {
        target.put("resourceType", draft.resourceType());
        ObjectNode tags = target.putObject("resourceTags").put("gameday:target", "true");
        draft.tags().forEach(tags::put);
        target.put("selectionMode", draft.selection());
    }

    private static void fields(ObjectNode object, String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            ObjectNode fields = object.putObject(name);
            texts.forEach(fields::put);
        }
    }
}

package io.gameday.aws.fis.template;

import io.gameday.aws.fis.template.FisTarget.Filter;
import io.gameday.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one target of a template.
final class TargetReader {

    private final Entries entries;

    TargetReader(Entries entries) {
        this.entries = entries;
    }

    /// Empty when it could not be read; the problems have been told.
    Optional<FisTarget> read(String name, Fields target) {
        int before = entries.told();
        String type = entries.text(target, "resourceType", Limits.ID);
        List<String> arns = entries.texts(target, "resourceArns", Limits.ARN);
        arns.stream().filter(arn -> !arn.startsWith("arn:") && Placeholder.in(arn).isEmpty())
                .forEach(arn -> target.problem("resourceArns",
                        target.name("resourceArns") + " holds '" + arn + "'; allowed: ARNs, which begin with 'arn:'"));
        entries.entries(target, "resourceArns", arns.size(), Limits.ARNS);
        Map<String, String> tags = entries.free(target, "resourceTags", "a tag", Limits.TAG_KEY, Limits.TAG_VALUE);
        entries.entries(target, "resourceTags", tags.size(), Limits.TAGS);
        List<Filter> filters = new ArrayList<>();
        List<Fields> given = target.groups("filters");
        given.forEach(one -> filter(one).ifPresent(filters::add));
        Optional<SelectionMode> mode = mode(target);
        Map<String, String> parameters = entries.free(target, "parameters", "a parameter", Limits.NAME,
                Limits.PARAMETER);
        entries.others(target);
        if (!arns.isEmpty() && (!tags.isEmpty() || !given.isEmpty())) {
            target.problem("resourceArns", target.name("resourceArns") + " " + FisTarget.BOTH);
        }
        if (arns.isEmpty() && tags.isEmpty() && given.isEmpty() && parameters.isEmpty()) {
            target.problem("resourceType", "targets." + name + " " + FisTarget.NEITHER);
        }
        return mode.flatMap(
                found -> entries.whole(before, () -> new FisTarget(type, arns, tags, filters, found, parameters)));
    }

    private Optional<Filter> filter(Fields filter) {
        int before = entries.told();
        String path = entries.text(filter, "path", Limits.FILTER_PATH);
        List<String> values = entries.texts(filter, "values", Limits.FILTER_VALUE);
        if (entries.told() == before) {
            entries.entries(filter, "values", values.size(), Limits.FILTER_VALUES);
        }
        entries.others(filter);
        return entries.whole(before, () -> new Filter(path, values));
    }

    private static Optional<SelectionMode> mode(Fields target) {
        Optional<String> text = target.optionalText("selectionMode");
        Optional<SelectionMode> mode = text.flatMap(SelectionMode::parse);
        if (mode.isEmpty()) {
            String name = target.name("selectionMode");
            target.problem("selectionMode",
                    text.map(given -> name + " is '" + given + "'"
                            + Placeholder.in(given).map(one -> ", a placeholder").orElse(""))
                            .orElse("'" + name + "' is " + (target.has("selectionMode") ? "empty" : "missing"))
                            + "; allowed: " + SelectionMode.WORDS);
        }
        return mode;
    }
}

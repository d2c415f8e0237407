package io.gameday.aws.fis.template;

import io.gameday.aws.fis.template.FisTemplate.AccountTargeting;
import io.gameday.aws.fis.template.FisTemplate.EmptyTargets;
import io.gameday.aws.fis.template.FisTemplate.Options;
import io.gameday.aws.fis.template.FisTemplate.StopCondition;
import io.gameday.yaml.Fields;
import io.gameday.yaml.NearestWord;
import io.gameday.yaml.Problem;
import io.gameday.yaml.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads an experiment template of FIS, as JSON or YAML, and tells everything that is wrong with it in one pass. What an
/// action does and takes is not looked at: new ones appear often, and an unknown one is no reason not to read a file.
public final class FisTemplateReader {

    /// What AWS adds when it gives a template back, and the token of the call: of no meaning in a file.
    private static final List<String> NOT_READ = List.of("clientToken", "id", "arn", "creationTime", "lastUpdateTime",
            "targetAccountConfigurationsCount");
    /// Files of other kinds, by a field at their top.
    private static final Map<String, String> OTHER_KINDS = Map.of("experimentTemplate",
            "experimentTemplate is how AWS answers; what stands in it belongs at the top of the file", "Resources",
            "Resources is of a CloudFormation template; a template of FIS stands alone, as the AWS CLI takes it",
            "schemaVersion", "schemaVersion is of a document of Systems Manager, which is no template of FIS");

    private final Entries entries;

    private FisTemplateReader(Entries entries) {
        this.entries = entries;
    }

    /// What reading gave: the template, or at least one problem.
    ///
    /// @param template empty when there are problems
    /// @param notes    what is passed over, such as unknown fields, and placeholders that nobody has filled in
    /// @param places   where everything stands
    public record Reading(Optional<FisTemplate> template, List<Problem> problems, List<Problem> notes, Places places) {
    }

    /// @param file    how messages name the file
    /// @param content what stands in it
    public static Reading read(String file, String content) {
        String text = withoutTabs(content);
        Problems problems = new Problems(file);
        Problems notes = new Problems(file);
        FisTemplateReader reader = new FisTemplateReader(new Entries(problems, notes));
        // AWS takes an empty list, and a tag without a value, where a file of ours may have neither.
        Optional<FisTemplate> template = Fields.form(text, problems).flatMap(reader::template);
        return new Reading(template, problems.inOrder(), notes.inOrder(), new Places(file, text));
    }

    /// YAML allows no tabs where JSON does. In JSON they stand between its words only, so nothing else changes.
    private static String withoutTabs(String content) {
        return content.stripLeading().startsWith("{") ? content.replace('\t', ' ') : content;
    }

    private Optional<FisTemplate> template(Fields file) {
        OTHER_KINDS.forEach(file::refuse);
        boolean noGroup = file.keys().isEmpty() && entries.told() > 0;
        if (noGroup || OTHER_KINDS.keySet().stream().anyMatch(file::has)) {
            return Optional.empty();
        }
        NOT_READ.stream().filter(file::has).forEach(file::optionalText);
        String description = entries.text(file, "description", Limits.DESCRIPTION);
        String role = entries.text(file, "roleArn", Limits.ROLE);
        List<StopCondition> stops = stopConditions(file);
        Map<String, FisTarget> targets = targets(file);
        Map<String, FisAction> actions = actions(file);
        Map<String, String> tags = entries.free(file, "tags", "a tag", Limits.TAG_KEY, Limits.TAG_VALUE);
        entries.entries(file, "tags", tags.size(), Limits.TAGS);
        Optional<Options> options = file.group("experimentOptions").map(this::options);
        ReportReader reports = new ReportReader(entries);
        Optional<FisTemplate.Logging> logging = file.group("logConfiguration").flatMap(reports::logging);
        Optional<FisTemplate.ReportConfiguration> report = file.group("experimentReportConfiguration")
                .flatMap(reports::report);
        entries.others(file);
        return entries.whole(0, () -> new FisTemplate(description, role, stops, actions, targets, tags,
                logging.orElse(null), options.orElse(Options.DEFAULT), report.orElse(null)));
    }

    private List<StopCondition> stopConditions(Fields file) {
        int before = entries.told();
        List<Fields> given = file.groups("stopConditions");
        if (entries.told() == before && !file.has("stopConditions")) {
            file.problem("stopConditions", "'stopConditions' is missing; allowed: 1 to 5 alarms, or [{source: none}]");
        } else if (entries.told() == before) {
            entries.entries(file, "stopConditions", given.size(), Limits.STOP_CONDITIONS);
        }
        List<StopCondition> stops = new ArrayList<>();
        given.forEach(one -> stopCondition(one).ifPresent(stops::add));
        return stops;
    }

    private Optional<StopCondition> stopCondition(Fields stop) {
        int before = entries.told();
        boolean alarm = entries.choice(stop, "source", Map.of("none", false, "aws:cloudwatch:alarm", true), false);
        if (!stop.has("source")) {
            stop.require("source");
        }
        String arn = alarm ? entries.text(stop, "value", Limits.ARN) : stop.optionalText("value").orElse("");
        if (alarm && entries.told() == before && !StopCondition.Alarm.is(arn)) {
            stop.problem("value", stop.name("value") + " is '" + arn + "'; allowed: " + StopCondition.Alarm.SHAPE);
        }
        entries.others(stop);
        return entries.whole(before, () -> alarm ? new StopCondition.Alarm(arn) : new StopCondition.None());
    }

    private Map<String, FisTarget> targets(Fields file) {
        Map<String, FisTarget> targets = new LinkedHashMap<>();
        TargetReader reader = new TargetReader(entries);
        file.group("targets").ifPresent(group -> group.keys().forEach(name -> {
            entries.named(group, name, "a target", Limits.NAME);
            group.group(name).flatMap(target -> reader.read(name, target))
                    .ifPresentOrElse(target -> targets.put(name, target), () -> empty(group, name));
        }));
        return targets;
    }

    private Map<String, FisAction> actions(Fields file) {
        int before = entries.told();
        Map<String, FisAction> actions = new LinkedHashMap<>();
        Optional<Fields> group = file.group("actions");
        if (entries.told() == before) {
            if (!file.has("actions")) {
                file.problem("actions", "'actions' is missing; allowed: 1 to 20 actions by name");
            } else {
                entries.entries(file, "actions", group.map(Fields::keys).orElse(List.of()).size(), Limits.ACTIONS);
            }
        }
        List<String> targets = file.group("targets").map(Fields::keys).orElse(List.of());
        group.ifPresent(all -> all.keys().forEach(name -> {
            entries.named(all, name, "an action", Limits.NAME);
            all.group(name).flatMap(action -> action(action, targets))
                    .ifPresentOrElse(action -> actions.put(name, action), () -> empty(all, name));
        }));
        Set<String> used = actions.values().stream().flatMap(action -> action.targets().values().stream())
                .collect(Collectors.toSet());
        if (entries.told() == 0) {
            file.group("targets").ifPresent(all -> targets.stream().filter(name -> !used.contains(name))
                    .forEach(name -> entries.note(all, name, all.name(name) + " is used by no action")));
        }
        return actions;
    }

    private Optional<FisAction> action(Fields action, List<String> targets) {
        int before = entries.told();
        String id = entries.text(action, "actionId", Limits.ID);
        String description = entries.optional(action, "description", Limits.DESCRIPTION).orElse("");
        Map<String, String> parameters = entries.free(action, "parameters", "a parameter", Limits.NAME,
                Limits.PARAMETER);
        Map<String, String> slots = entries.free(action, "targets", "a slot", Limits.NAME, Limits.NAME);
        action.group("targets").ifPresent(group -> slots.forEach((slot, target) -> {
            if (!target.isEmpty() && !targets.contains(target)) {
                group.problem(slot, group.name(slot) + " is '" + target + "'"
                        + NearestWord.to(target, targets).map(word -> "; did you mean '" + word + "'?").orElse("")
                        + "; allowed: "
                        + (targets.isEmpty() ? "a target of the file, which has none" : String.join(", ", targets)));
            }
        }));
        List<String> after = entries.texts(action, "startAfter", Limits.NAME);
        entries.others(action);
        return entries.whole(before, () -> new FisAction(id, description, parameters, slots, after));
    }

    private Options options(Fields options) {
        AccountTargeting accounts = entries.choice(options, "accountTargeting", Map.of("single-account",
                AccountTargeting.SINGLE_ACCOUNT, "multi-account", AccountTargeting.MULTI_ACCOUNT),
                AccountTargeting.SINGLE_ACCOUNT);
        EmptyTargets empty = entries.choice(options, "emptyTargetResolutionMode",
                Map.of("fail", EmptyTargets.FAIL, "skip", EmptyTargets.SKIP), EmptyTargets.FAIL);
        entries.others(options);
        return new Options(accounts, empty);
    }

    /// A name with nothing behind it; of one that could not be read, the problem has been told.
    private void empty(Fields group, String name) {
        if (group.group(name).isEmpty()) {
            group.problem(name, "'" + group.name(name) + "' is empty; allowed: a group of fields");
        }
    }
}

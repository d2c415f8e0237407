package io.gameday.aws.fis.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An experiment template: what CreateExperimentTemplate takes, without the token of the call.
///
/// @param description    not empty; AWS says at most 512 characters, and longer ones are published
/// @param roleArn        20 to 2048 characters without blanks
/// @param stopConditions 1 to 5
/// @param actions        1 to 20, by name, in the order of the file
/// @param targets        by name, in the order of the file
/// @param tags           at most 50; keys up to 128 characters, values up to 256
/// @param logging        null when nothing is logged
/// @param report         null when there is none
public record FisTemplate(String description, String roleArn, List<StopCondition> stopConditions,
        Map<String, FisAction> actions, Map<String, FisTarget> targets, Map<String, String> tags,
        @Nullable Logging logging, Options options, @Nullable ReportConfiguration report) {

    public FisTemplate {
        if (description.isBlank()) {
            throw new IllegalArgumentException("description is empty; allowed: " + Limits.DESCRIPTION.words());
        }
        Limits.ROLE.check("roleArn", roleArn);
        Limits.STOP_CONDITIONS.check("stopConditions", stopConditions.size());
        Limits.ACTIONS.check("actions", actions.size());
        actions.keySet().forEach(name -> Limits.NAME.check("the name of an action", name));
        targets.keySet().forEach(name -> Limits.NAME.check("the name of a target", name));
        Limits.TAGS.check("tags", tags.size());
        tags.forEach((key, value) -> {
            Limits.TAG_KEY.check("the key of a tag", key);
            Limits.TAG_VALUE.check(key, value);
        });
        stopConditions = List.copyOf(stopConditions);
        actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    /// What ends an experiment before its time.
    public sealed interface StopCondition {

        /// Nothing does.
        record None() implements StopCondition {
        }

        /// An alarm that goes off.
        record Alarm(String arn) implements StopCondition {

            static final String SHAPE = "the ARN of an alarm, such as "
                    + "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:orders-failing";

            public Alarm {
                Limits.ARN.check("value", arn);
                if (!is(arn)) {
                    throw new IllegalArgumentException("value is '" + arn + "'; allowed: " + SHAPE);
                }
            }

            static boolean is(String arn) {
                return Placeholder.in(arn).isPresent() || arn.matches("arn:[^:]+:cloudwatch:[^:]+:[^:]+:alarm:.+");
            }

            /// The last part of the ARN.
            public String name() {
                String[] parts = arn.split(":", 7);
                return parts[parts.length - 1];
            }
        }
    }

    public enum AccountTargeting {
        SINGLE_ACCOUNT, MULTI_ACCOUNT
    }

    /// What happens when a target has no resources.
    public enum EmptyTargets {
        FAIL, SKIP
    }

    public record Options(AccountTargeting accountTargeting, EmptyTargets emptyTargets) {
        public static final Options DEFAULT = new Options(AccountTargeting.SINGLE_ACCOUNT, EmptyTargets.FAIL);
    }

    /// Where the log of the experiment goes.
    ///
    /// @param schemaVersion 1 or 2
    /// @param logGroupArn   null when it goes to no log group; ends in `:*`
    /// @param bucket        null when it goes to no bucket
    public record Logging(int schemaVersion, @Nullable String logGroupArn, @Nullable Bucket bucket) {
        public Logging {
            if (schemaVersion < 1 || schemaVersion > 2) {
                throw new IllegalArgumentException("logSchemaVersion is " + schemaVersion + "; allowed: 1 to 2");
            }
            if (logGroupArn != null) {
                Limits.ARN.check("logGroupArn", logGroupArn);
                if (!isLogGroup(logGroupArn)) {
                    throw new IllegalArgumentException("logGroupArn is '" + logGroupArn + "'; allowed: " + GROUP);
                }
            }
        }

        static final String GROUP = "the ARN of a log group, which ends in ':*'";

        static boolean isLogGroup(String arn) {
            return Placeholder.in(arn).isPresent() || arn.startsWith("arn:") && arn.endsWith(":*");
        }
    }

    /// @param prefix null for the bucket's root
    public record Bucket(String name, @Nullable String prefix) {
        public Bucket {
            Limits.BUCKET.check("bucketName", name);
            if (prefix != null) {
                Limits.PREFIX.check("prefix", prefix);
            }
        }
    }

    /// The report that FIS writes about an experiment.
    ///
    /// @param bucket     null when it is stored nowhere else
    /// @param dashboards shown in it, by their ARN
    /// @param before     how long before the experiment it begins, as it stands in the template; null when not said
    /// @param after      how long after the experiment it ends, as it stands in the template; null when not said
    public record ReportConfiguration(@Nullable Bucket bucket, List<String> dashboards, @Nullable String before,
            @Nullable String after) {
        public ReportConfiguration {
            dashboards = List.copyOf(dashboards);
        }
    }
}

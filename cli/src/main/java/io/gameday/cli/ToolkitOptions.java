package io.gameday.cli;

import io.gameday.chaostoolkit.Given;
import io.gameday.chaostoolkit.Json;
import io.gameday.chaostoolkit.ToolkitFile;
import io.gameday.chaostoolkit.ToolkitFile.HypothesisStrategy;
import io.gameday.chaostoolkit.ToolkitFile.RollbackStrategy;
import io.gameday.chaostoolkit.Variable;
import io.gameday.chaostoolkit.play.Strategy;
import io.gameday.cli.toolkit.Allowed;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What only an experiment of Chaos Toolkit takes: how far it may reach, and what `chaos run` has under the same names.
final class ToolkitOptions {

    /// All of them.
    static final List<String> NAMES = List.of("--allow-env", "--allow-host", "--allow-commands", "--allow-folder",
            "--var", "--var-file", "--strict", "--hypothesis-strategy", "--hypothesis-frequency", "--fail-fast",
            "--rollback-strategy", "--journal-path", "--ctk-exit-codes");

    private static final String FOR = "Chaos Toolkit files: ";
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

    @Option(names = "--allow-env", paramLabel = "KEY", split = ",", description = FOR
            + "these keys of the environment may " + "be read.")
    private List<String> keys = List.of();

    @Option(names = "--allow-host", paramLabel = "HOST[:PORT]", split = ",", description = FOR + "these may be called, "
            + "besides this machine.")
    private List<String> hosts = List.of();

    @Option(names = "--allow-commands", description = FOR + "programs may be started.")
    private boolean commands;

    @Option(names = "--allow-folder", paramLabel = "FOLDER", description = FOR + "it may be asked whether a file of it "
            + "exists, besides those of the current folder and of the experiment's.")
    private List<Path> folders = List.of();

    @Option(names = "--var", paramLabel = "KEY[:TYPE]=VALUE", description = FOR + "in place of configuration or secret "
            + "KEY; TYPE is one of str, int, float, bool, json.")
    private List<String> variables = List.of();

    @Option(names = "--var-file", paramLabel = "FILE", description = FOR
            + "values by their names, as JSON, YAML or .env.")
    private List<Path> files = List.of();

    @Option(names = "--strict", description = FOR + "refuse one that cannot be done word for word.")
    private boolean strict;

    @Option(names = "--hypothesis-strategy", paramLabel = "WHEN", description = FOR
            + "when the steady state is looked at, in "
            + "place of the file: default, before-method-only, after-method-only, during-method-only, continuously.")
    private @Nullable String hypothesis;

    @Option(names = "--hypothesis-frequency", paramLabel = "SECONDS", description = FOR
            + "between two looks during the " + "method; 1 unless given.")
    private @Nullable BigDecimal frequency;

    @Option(names = "--fail-fast", description = FOR + "end the method with the first look during it that is not met.")
    private boolean failFast;

    @Option(names = "--rollback-strategy", paramLabel = "WHEN", description = FOR
            + "when rollbacks are run, in place of the " + "file: default, always, never, deviated.")
    private @Nullable String rollbacks;

    @Option(names = "--journal-path", paramLabel = "FILE", description = FOR + "also write its journal here.")
    private @Nullable Path journal;

    @Option(names = "--ctk-exit-codes", description = FOR
            + "exit as `chaos run` does: 0 completed and not deviated, else 1.")
    private boolean theirCodes;

    boolean strict() {
        return strict;
    }

    boolean theirCodes() {
        return theirCodes;
    }

    Optional<Path> journal() {
        return Optional.ofNullable(journal);
    }

    /// @param experiment a file, beside which others may be looked at
    Allowed allowed(Path experiment) {
        List<Path> all = new ArrayList<>(folders);
        all.add(Path.of(""));
        all.add(Optional.ofNullable(experiment.toAbsolutePath().getParent()).orElse(Path.of("")));
        return new Allowed(Set.copyOf(hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList()), commands,
                all);
    }

    /// @throws Refused naming the variable that is none
    Given given(Map<String, String> environment) {
        Map<String, Json> values = new LinkedHashMap<>();
        files.forEach(file -> values.putAll(file(file)));
        for (String written : variables) {
            try {
                Variable variable = Variable.of(written);
                values.put(variable.name(), variable.value());
            } catch (IllegalArgumentException wrong) {
                throw new Refused(ExitCodes.USAGE, "--var: " + wrong.getMessage());
            }
        }
        return new Given(values, Set.copyOf(keys), key -> Optional.ofNullable(environment.get(key)));
    }

    private static Map<String, Json> file(Path file) {
        String text = Catalog.text(file, file.toString(), "values by their names");
        try {
            return Variable.file(file.toString(), text);
        } catch (IllegalArgumentException wrong) {
            throw new Refused(ExitCodes.USAGE, "--var-file: " + wrong.getMessage());
        }
    }

    /// @throws Refused when a word or number is none of those that are allowed
    Strategy strategy(ToolkitFile.Runtime runtime) {
        try {
            Duration every = frequency == null
                    ? Strategy.USUAL
                    : Duration.ofMillis(frequency.multiply(MILLIS).min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue());
            return new Strategy(
                    hypothesis == null
                            ? runtime.hypothesis()
                            : HypothesisStrategy.of("--hypothesis-strategy", hypothesis),
                    rollbacks == null ? runtime.rollbacks() : RollbackStrategy.of("--rollback-strategy", rollbacks),
                    every, failFast);
        } catch (IllegalArgumentException wrong) {
            throw new Refused(ExitCodes.USAGE, String.valueOf(wrong.getMessage()));
        }
    }
}

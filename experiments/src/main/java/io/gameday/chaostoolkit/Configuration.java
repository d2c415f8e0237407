package io.gameday.chaostoolkit;

import io.gameday.yaml.Problem;
import io.gameday.yaml.Problems;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The configuration of an experiment with its values.
///
/// @param values what is known before anything is called
/// @param probes what has to be asked of a probe, once, before everything else; when the probe fails the key is dropped
public record Configuration(Map<String, Json> values, Map<String, Activity> probes) {

    public Configuration {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        probes = Collections.unmodifiableMap(new LinkedHashMap<>(probes));
    }

    /// @param configuration empty when there are problems
    public record Resolved(Optional<Configuration> configuration, List<Problem> problems, List<Problem> notes) {
    }

    /// @param file how messages name the file
    public static Resolved of(String file, Map<String, Setting> settings, Given given) {
        Problems problems = new Problems(file);
        Problems notes = new Problems(file);
        EnvironmentReader environment = new EnvironmentReader(given, problems, notes,
                "Configuration makes reference to an environment key that does not exist: ");
        Map<String, Json> values = new LinkedHashMap<>();
        Map<String, Activity> probes = new LinkedHashMap<>();
        settings.forEach((name, setting) -> {
            String path = "configuration." + name;
            if (!given.variables().containsKey(name)) {
                switch (setting) {
                    case Setting.Inline inline -> values.put(name, inline.value());
                    case Setting.Env env -> environment.value(path, env).ifPresent(value -> values.put(name, value));
                    case Setting.Probe probe -> probes.put(name, probe.probe());
                    case Setting.Vault vault -> problems.add(vault.place(), Secrets.unsupported(path));
                }
            }
        });
        values.putAll(given.variables());
        List<Problem> wrong = problems.inOrder();
        return new Resolved(wrong.isEmpty() ? Optional.of(new Configuration(values, probes)) : Optional.empty(), wrong,
                notes.inOrder());
    }
}

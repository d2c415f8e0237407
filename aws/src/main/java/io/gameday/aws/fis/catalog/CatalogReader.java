package io.gameday.aws.fis.catalog;

import io.gameday.aws.fis.catalog.ActionCatalog.TargetKind;
import io.gameday.yaml.Fields;
import io.gameday.yaml.Problem;
import io.gameday.yaml.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the catalogue out of the data that comes with the program.
final class CatalogReader {

    private static final String DATA = "fis-actions.yaml";
    private static final Map<String, Boolean> YES = Map.of("true", true, "false", false);
    private static final Map<String, Parameter.Kind> KINDS = Arrays.stream(Parameter.Kind.values())
            .collect(Collectors.toMap(kind -> kind.name().toLowerCase(Locale.ROOT), kind -> kind));

    static final ActionCatalog STANDARD = standard();

    private final Map<String, Map<String, Parameter>> shared = new LinkedHashMap<>();

    private CatalogReader() {
    }

    private static ActionCatalog standard() {
        Problems problems = new Problems(DATA);
        Optional<ActionCatalog> catalog = Fields.read(text(), problems).map(new CatalogReader()::catalog);
        List<Problem> wrong = problems.inOrder();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("the catalogue of FIS actions is damaged: " + wrong);
        }
        return catalog.orElseThrow();
    }

    private static String text() {
        try (InputStream data = Objects.requireNonNull(CatalogReader.class.getResourceAsStream(DATA), DATA)) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ActionCatalog catalog(Fields file) {
        Map<String, TargetKind> types = each(file, "types", type -> {
            TargetKind kind = new TargetKind(type.texts("required"), type.texts("optional"));
            type.noOthers();
            return kind;
        });
        shared.putAll(each(file, "shared", group -> parameters(group)));
        Map<String, ActionKind> actions = new LinkedHashMap<>();
        file.group("actions").ifPresent(all -> all.keys()
                .forEach(id -> all.group(id).ifPresent(action -> actions.put(id, action(id, action)))));
        ActionCatalog catalog = new ActionCatalog(actions, types, words(file, "olderActions"),
                words(file, "olderTypes"));
        file.noOthers();
        return catalog;
    }

    private ActionKind action(String id, Fields action) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        action.texts("with").forEach(group -> parameters.putAll(Objects.requireNonNull(shared.get(group), group)));
        action.group("parameters").ifPresent(own -> parameters.putAll(parameters(own)));
        String length = action.optionalText("length").orElse(parameters.containsKey("duration") ? "duration" : null);
        ActionKind kind = new ActionKind(id, action.optionalText("slot").orElse(null),
                action.optionalText("type").orElse(null), parameters, length,
                action.optionalText("atMost").orElse(null));
        action.noOthers();
        return kind;
    }

    private static Map<String, Parameter> parameters(Fields group) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        group.keys().forEach(name -> group.group(name).ifPresent(one -> parameters.put(name, parameter(one))));
        return parameters;
    }

    private static Parameter parameter(Fields fields) {
        Parameter.Kind kind = fields.choice("is", KINDS, Parameter.Kind.TEXT);
        fields.require("is");
        boolean time = kind == Parameter.Kind.DURATION;
        @Nullable
        String least = fields.optionalText("least").orElse(time ? "PT1M" : null);
        @Nullable
        String most = fields.optionalText("most").orElse(time ? "PT12H" : null);
        Parameter parameter = new Parameter(kind, fields.choice("required", YES, false), least, most,
                fields.texts("oneOf"), fields.optionalText("default").orElse(null));
        fields.noOthers();
        return parameter;
    }

    private static Map<String, String> words(Fields file, String key) {
        Map<String, String> words = new LinkedHashMap<>();
        file.group(key).ifPresent(group -> group.keys().forEach(name -> words.put(name, group.text(name))));
        return words;
    }

    private static <T> Map<String, T> each(Fields file, String key, Function<Fields, T> read) {
        Map<String, T> all = new LinkedHashMap<>();
        file.group(key).ifPresent(group -> group.keys()
                .forEach(name -> group.group(name).ifPresent(one -> all.put(name, read.apply(one)))));
        return all;
    }
}

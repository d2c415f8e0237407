package io.gameday.report.export;

import io.gameday.report.text.Figures;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.node.ForNode;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Fills templates. A template may come from somebody else, so it can neither call a method, nor read a file or
/// bundle, nor switch escaping off.
final class Templates {

    /// The engine's own variable `loop` is an object with five getters; no other object is ever handed to a template.
    private static final Class<?> LOOP = ForNode.LoopVariables.class;

    private final PebbleEngine html;
    private final PebbleEngine markdown;
    private final PebbleEngine yaml;

    /// In English.
    ///
    /// @param own a team's folder whose files stand in for ours, one by one; null for ours alone
    Templates(@Nullable Path own) {
        this(new TemplateFiles(own), UnaryOperator.identity());
    }

    /// @param said what filters make, in the language of the files
    Templates(TemplateFiles files, UnaryOperator<String> said) {
        html = engine(files, said, "html");
        markdown = engine(files, said, MarkdownEscaping.NAME);
        yaml = engine(files, said, YamlCommentEscaping.NAME);
    }

    /// @throws TemplateFailure naming the template and the line
    String html(String name, Map<String, Object> model) {
        return fill(html, name, model);
    }

    /// @throws TemplateFailure naming the template and the line
    String markdown(String name, Map<String, Object> model) {
        return fill(markdown, name, model);
    }

    /// Values may stand in comments only.
    ///
    /// @throws TemplateFailure naming the template and the line
    String yaml(String name, Map<String, Object> model) {
        return fill(yaml, name, model);
    }

    private static PebbleEngine engine(TemplateFiles files, UnaryOperator<String> said, String escaping) {
        return new PebbleEngine.Builder().loader(files).autoEscaping(true)
                .addEscapingStrategy(MarkdownEscaping.NAME, MarkdownEscaping::escape)
                .addEscapingStrategy(YamlCommentEscaping.NAME, YamlCommentEscaping::escape)
                .defaultEscapingStrategy(escaping)
                .methodAccessValidator((object, method) -> method.getDeclaringClass() == LOOP)
                .registerExtensionCustomizer(Harmless::new).extension(new FigureFilters(said)).strictVariables(true)
                .newLineTrimming(false).defaultLocale(Locale.ROOT).cacheActive(false).build();
    }

    private static String fill(PebbleEngine engine, String name, Map<String, Object> model) {
        try {
            PebbleTemplate template = engine.getTemplate(name);
            StringWriter out = new StringWriter();
            template.evaluate(out, model, Locale.ROOT);
            return out.toString();
        } catch (PebbleException | IOException e) {
            throw new TemplateFailure("The template " + name + " cannot be filled: " + e.getMessage()
                    + ". Templates may use maps, lists, texts and the filters of coe-templates only.", e);
        }
    }

    /// The engine's own extensions without what reads bundles or leaves text unescaped.
    private static final class Harmless extends ExtensionCustomizer {
        Harmless(Extension core) {
            super(core);
        }

        @Override
        public Map<String, Function> getFunctions() {
            return without(super.getFunctions(), List.of("i18n"));
        }

        @Override
        public Map<String, Filter> getFilters() {
            return without(super.getFilters(), List.of("raw"));
        }

        @Override
        public @Nullable List<TokenParser> getTokenParsers() {
            List<TokenParser> parsers = super.getTokenParsers();
            return parsers == null ? null : parsers.stream().filter(p -> !p.getTag().equals("autoescape")).toList();
        }

        private static <T> Map<String, T> without(@Nullable Map<String, T> all, List<String> names) {
            Map<String, T> kept = new HashMap<>();
            if (all != null) {
                kept.putAll(all);
            }
            kept.keySet().removeAll(names);
            return kept;
        }
    }

    /// `percent`, `count`, `clock`, `second`, `date`, `seconds`, `lasting`, `number` and `words`: the same words as in the rest
    /// of a document. `said` is the value itself, in the document's language.
    private static final class FigureFilters extends AbstractExtension {
        private final UnaryOperator<String> said;

        FigureFilters(UnaryOperator<String> said) {
            this.said = said;
        }

        @Override
        public Map<String, Filter> getFilters() {
            Map<String, UnaryOperator<String>> filters = Map.of("percent", v -> Figures.percent(Double.parseDouble(v)),
                    "count", v -> Figures.count(Long.parseLong(v)), "clock", v -> Figures.clock(Instant.parse(v)),
                    "second", v -> Figures.second(Instant.parse(v)), "date", v -> Figures.date(Instant.parse(v)),
                    "seconds", v -> Figures.seconds(Duration.parse(v)), "lasting",
                    v -> Figures.length(Duration.parse(v)), "number", v -> v.replaceFirst("\\.0+$", ""), "words",
                    Figures::words, "said", UnaryOperator.identity());
            return filters.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                    filter -> new Words(v -> said.apply(filter.getValue().apply(v)))));
        }
    }

    /// An empty value stays empty.
    private record Words(UnaryOperator<String> words) implements Filter {
        @Override
        public List<String> getArgumentNames() {
            return List.of();
        }

        @Override
        public Object apply(@Nullable Object input, Map<String, Object> args, PebbleTemplate self,
                EvaluationContext context, int lineNumber) {
            String text = input == null ? "" : input.toString();
            return text.isEmpty() ? "" : words.apply(text);
        }
    }
}

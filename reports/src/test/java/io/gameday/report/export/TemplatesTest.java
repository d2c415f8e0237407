package io.gameday.report.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What a template from somebody else may do, and what not.
class TemplatesTest {

    private static final Map<String, Object> MODEL = Map.of("name", "a<b & c|d", "items", List.of("one", "two"), "map",
            Map.of("key", "value"));

    @TempDir
    Path own;

    private String html(String template) throws IOException {
        Files.writeString(own.resolve("mine.html"), template);
        return new Templates(own).html("mine.html", MODEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ name.class }}", "{{ name.getClass() }}", "{{ name.class.classLoader }}",
            "{{ name.length() }}", "{{ name.bytes }}", "{{ items.size() }}", "{{ items.class.name }}",
            "{{ map.entrySet() }}", "{{ map.class.forName('java.lang.Runtime') }}", "{{ (1).class.forName('x') }}",
            "{{ name.getClass().forName('java.lang.System').getMethod('exit').invoke(null) }}",
            "{% for i in items %}{{ loop.getClass() }}{% endfor %}",
            "{% for i in items %}{{ loop.class }}{% endfor %}"})
    void noTemplateReachesAMethodOrAClass(String template) {
        assertThatThrownBy(() -> html(template)).isInstanceOf(TemplateFailure.class).hasMessageContaining("mine.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ name | raw }}", "{% autoescape false %}{{ name }}{% endautoescape %}",
            "{{ i18n('messages', 'key') }}"})
    void noTemplateSwitchesEscapingOffOrReadsABundle(String template) {
        assertThatThrownBy(() -> html(template)).isInstanceOf(TemplateFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.html", "/etc/passwd", "sub/mine.html", "mine.txt", "..html", "a\\\\b.html"})
    void noTemplateReadsAFileOutsideItsFolder(String name) {
        assertThatThrownBy(() -> html("{% include \"" + name + "\" %}")).isInstanceOf(TemplateFailure.class);
    }

    @Test
    void aNameOutsideTheFolderIsRefusedWithWhatIsAllowed() {
        assertThatThrownBy(() -> new TemplateFiles(own).text("../journal.md")).isInstanceOf(TemplateFailure.class)
                .hasMessage("The template's name is '../journal.md'; allowed: small letters, digits and hyphens, "
                        + "then .html, .md, .css or .yaml");
    }

    @Test
    void textIsEscapedInHtml() throws IOException {
        assertThat(html("<p title=\"{{ name }}\">{{ name }}</p>"))
                .isEqualTo("<p title=\"a&lt;b &amp; c|d\">a&lt;b &amp; c|d</p>");
    }

    @Test
    void textIsEscapedInMarkdown() throws IOException {
        Files.writeString(own.resolve("mine.md"), "| {{ name }} |\n{{ text }}\n");
        assertThat(new Templates(own).markdown("mine.md",
                Map.of("name", "a<b & c|d", "text", "[x](http://y) *b* `c`\n# no heading")))
                .isEqualTo("| a&lt;b &amp; c\\|d |\n\\[x\\](http://y) \\*b\\* \\`c\\` \\# no heading\n");
    }

    @Test
    void anUnknownNameIsAMistakeAndNotAnEmptyText() {
        assertThatThrownBy(() -> html("line one\n{% if name == 'x' %}\n{% endif %}\n{{ map.nokey }}"))
                .isInstanceOf(TemplateFailure.class).hasMessageContaining("mine.html:4").hasMessageContaining("nokey");
    }

    @Test
    void loopsAndFiltersOfOursWork() throws IOException {
        assertThat(
                html("{% for i in items %}\n{{ loop.index }}{{ i }}{% if not loop.last %}, {% endif %}\n{% endfor %}"))
                .isEqualTo("0one, 1two");
        assertThat(html("{{ '0.7332' | percent }} {{ '1197' | count }} {{ 'PT3.44S' | seconds }} {{ '' | clock }}"))
                .isEqualTo("73.3 % 1,197 3.4 s ");
    }
}

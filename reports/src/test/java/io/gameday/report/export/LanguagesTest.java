package io.gameday.report.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Templates of one document in several languages print the same.
class LanguagesTest {

    private static final Path TEMPLATES = Path.of("../coe-templates");
    private static final Pattern LOCAL = Pattern.compile("(.+)-[a-z]{2}(\\.(?:html|md|yaml))");
    private static final Pattern TAG = Pattern.compile("\\{([{%])(.*?)[}%]}");

    /// Of words that an English template prints as they are.
    private static final Pattern WORDED = Pattern.compile("(?:verdict|yes)\\(([^()]*)\\)");

    static Stream<String> others() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> LOCAL.matcher(name).matches())
                    .filter(name -> !name.contains("words") && Files.exists(TEMPLATES.resolve(english(name)))).sorted()
                    .toList().stream();
        }
    }

    private static String english(String name) {
        return LOCAL.matcher(name).replaceFirst("$1$2");
    }

    /// What a template prints and goes through. What it asks depends on grammar too, as do the macros of its words.
    private static TreeSet<String> expressions(String name) throws IOException {
        TreeSet<String> all = new TreeSet<>();
        Matcher tag = TAG.matcher(Files.readString(TEMPLATES.resolve(name)));
        while (tag.find()) {
            String inside = tag.group(2).strip();
            if (tag.group(1).equals("{") || inside.startsWith("for ")) {
                all.add(WORDED.matcher(inside.replace("| said", "")).replaceAll("$1")
                        .replaceAll("join\\(['\"][^'\"]*['\"]\\)", "join").replaceAll("\\s+", " ").strip());
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("others")
    void aTemplatePrintsTheSameAsTheEnglishOne(String name) throws IOException {
        assertThat(expressions(name)).isEqualTo(expressions(english(name)));
    }

    @Test
    void theLargestOfThemPrintsMuch() throws IOException {
        assertThat(expressions("coe-body-ja.html")).hasSizeGreaterThan(100);
    }
}

package io.gameday.architecture;

import io.gameday.docs.JavaNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What the compiler does not look at.
class SourcesTest {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?[\\w.]+\\.(\\w+);\n");
    private static final Set<String> SAY_NOTHING = Set.of("util", "utils", "common", "manager", "helper", "helpers",
            "misc");

    @Test
    void everyImportIsUsed() throws IOException {
        List<String> unused = new ArrayList<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            String body = IMPORT.matcher(text).replaceAll("");
            Matcher imports = IMPORT.matcher(text);
            while (imports.find()) {
                if (!Pattern.compile("\\b" + imports.group(1) + "\\b").matcher(body).find()) {
                    unused.add(file + ": " + imports.group().strip());
                }
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndWhereToStart() throws IOException {
        List<Path> folders = sources().stream().filter(file -> file.toString().contains("/src/main/"))
                .map(Path::getParent).distinct().toList();

        assertThat(folders).isNotEmpty().allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists()
                .content().startsWith("///").contains("@NullMarked").contains("["));
    }

    @Test
    void noPackageHasANameThatSaysNothing() throws IOException {
        assertThat(sources()).extracting(file -> file.getParent().getFileName().toString())
                .doesNotContainAnyElementsOf(SAY_NOTHING);
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = JavaNames.javaFiles();
        assertThat(sources).hasSizeGreaterThan(50);
        return sources;
    }
}

package io.gameday.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/// The classes that the rules look at: all of ours that the command line can see, tests left out.
final class Ours {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar")).importPackages("io.gameday");

    /// Packages that are planned and hold nothing yet. A rule about one of these may find no class. Once it holds
    /// one, [GuardTest] asks to take it out of this list, so that no rule stays without effect unnoticed.
    static final List<String> FUTURE = List.of("io.gameday.console");

    private Ours() {
    }

    /// How many classes lie in `root` or below.
    static long count(String root) {
        return CLASSES.stream().map(c -> c.getPackageName()).filter(p -> p.equals(root) || p.startsWith(root + "."))
                .count();
    }

    /// False for a package that is still to come; fails when `root` should hold classes and holds none, because a
    /// misspelt package would otherwise pass every rule.
    static boolean exists(String root) {
        long count = count(root);
        if (count == 0 && !FUTURE.contains(root)) {
            throw new AssertionError("no class in " + root + ": is the package misspelt, or was it moved?");
        }
        return count > 0;
    }
}

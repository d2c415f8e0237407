package io.gameday.cli;

import io.gameday.reference.fleet.Fleet;
import io.gameday.reference.fleet.FleetReader;
import io.gameday.yaml.NearestWord;
import io.gameday.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where fleets come from: those that are shipped, by name, and a team's own, by file.
final class Fleets {

    private static final String ENDING = ".yaml";

    private Fleets() {
    }

    /// @param home the checkout
    /// @throws Refused with every problem of the file, or when there is none of this name
    static Fleet find(Path home, String nameOrFile) {
        Path folder = home.resolve("experiments").resolve("fleets");
        boolean isFile = nameOrFile.contains("/") || nameOrFile.contains(".");
        Path file = isFile ? Path.of(nameOrFile) : folder.resolve(nameOrFile + ENDING);
        if (!isFile && !Files.exists(file)) {
            List<String> names = names(folder);
            throw new Refused(ExitCodes.USAGE,
                    "unknown fleet '" + nameOrFile + "'"
                            + NearestWord.to(nameOrFile, names).map(word -> "; did you mean '" + word + "'?").orElse("")
                            + "; shipped: " + String.join(", ", names) + ". Or give a file such as ./mine.yaml");
        }
        String shown = isFile ? nameOrFile : "experiments/fleets/" + file.getFileName();
        FleetReader.Reading reading = FleetReader.read(shown, Catalog.text(file, shown, "a fleet"));
        return reading.fleet().orElseThrow(() -> new Refused(ExitCodes.USAGE,
                reading.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"))));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length())).sorted().toList();
        } catch (IOException e) {
            throw new Refused(ExitCodes.FAILED, "The fleets in " + folder + " cannot be read: " + e
                    + ". Start gameday by the launcher at the root of its checkout.");
        }
    }
}

package io.gameday.observability;

import java.util.List;
import java.util.Optional;

/// The slice of the system that a series or an alarm is about. Its text form, such as `zone az1`, is what the
/// journal and the screens show.
public sealed interface Scope {

    /// Everything together.
    record Site() implements Scope {
        @Override
        public String toString() {
            return "site";
        }
    }

    /// One Availability Zone over all cells.
    record Zone(String zone) implements Scope {
        @Override
        public String toString() {
            return "zone " + zone;
        }
    }

    /// One cell over all zones.
    record Cell(String cell) implements Scope {
        @Override
        public String toString() {
            return "cell " + cell;
        }
    }

    /// One cell's part in one zone.
    record CellZone(String cell, String zone) implements Scope {
        @Override
        public String toString() {
            return "cell " + cell + " zone " + zone;
        }
    }

    /// One task.
    record Instance(String instance) implements Scope {
        @Override
        public String toString() {
            return "instance " + instance;
        }
    }

    Scope SITE = new Site();

    /// Whether a cell's part in a zone lies within. A single task has no place of its own here.
    default boolean covers(String cell, String zone) {
        return switch (this) {
            case Site() -> true;
            case Zone(String z) -> z.equals(zone);
            case Cell(String c) -> c.equals(cell);
            case CellZone(String c, String z) -> c.equals(cell) && z.equals(zone);
            case Instance instance -> false;
        };
    }

    /// What of it a system of these cells and zones does not have, in words; nothing when it has all.
    default Optional<String> stranger(List<String> cells, List<String> zones) {
        return switch (this) {
            case Site() -> Optional.empty();
            case Zone(String zone) -> unknown("zone", zone, zones);
            case Cell(String cell) -> unknown("cell", cell, cells);
            case CellZone(String cell, String zone) ->
                unknown("zone", zone, zones).or(() -> unknown("cell", cell, cells));
            case Instance(String instance) -> Optional.of("one task (" + instance + ") cannot be aimed at");
        };
    }

    private static Optional<String> unknown(String what, String name, List<String> known) {
        return known.contains(name)
                ? Optional.empty()
                : Optional.of(what + " is '" + name + "'; allowed: " + String.join(", ", known));
    }

    /// The scope that [Object#toString()] printed.
    ///
    /// @throws IllegalArgumentException when `text` is no scope
    static Scope parse(String text) {
        String[] words = text.split(" ", -1);
        if (words.length == 4 && words[0].equals("cell") && words[2].equals("zone")) {
            return new CellZone(words[1], words[3]);
        }
        return switch (words[0] + " and " + (words.length - 1)) {
            case "site and 0" -> SITE;
            case "zone and 1" -> new Zone(words[1]);
            case "cell and 1" -> new Cell(words[1]);
            case "instance and 1" -> new Instance(words[1]);
            default -> throw new IllegalArgumentException(
                    "scope is '" + text + "'; allowed: site, zone Z, cell C, cell C zone Z, instance I");
        };
    }
}

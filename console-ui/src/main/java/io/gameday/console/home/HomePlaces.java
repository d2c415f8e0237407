package io.gameday.console.home;

import io.gameday.agent.ledger.StateFolder;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/// Where Home looks. Folders that do not exist are empty.
///
/// @param catalog the experiments that come with Gameday
/// @param files   the user's own experiments, such as `gamedays/` of the working directory; made with the first file
/// @param runs    folders that hold run folders, `runs/` first
/// @param state   whose ledgers tell which faults may be in force
/// @param zone    for times of day
public record HomePlaces(Path catalog, Path files, List<Path> runs, StateFolder state, ZoneId zone) {

    public HomePlaces {
        runs = List.copyOf(runs);
    }
}

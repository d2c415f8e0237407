package io.gameday.console;

import io.gameday.console.compare.CompareView;
import io.gameday.console.compare.CompareViewModel;
import io.gameday.console.debrief.DebriefView;
import io.gameday.console.debrief.DebriefViewModel;
import io.gameday.console.debrief.Desk;
import io.gameday.console.home.FolderDialog;
import io.gameday.console.home.HomePlaces;
import io.gameday.console.home.HomeView;
import io.gameday.console.home.HomeViewModel;
import io.gameday.console.home.LedgerRecovery;
import io.gameday.console.live.LiveView;
import io.gameday.console.live.LiveViewModel;
import io.gameday.console.prepare.PrepareView;
import io.gameday.console.prepare.PrepareViewModel;
import io.gameday.console.prepare.ThisMachine;
import io.gameday.console.run.Runs;
import io.gameday.endpoint.RunClient;
import io.gameday.time.Clock;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Makes every screen with what it needs.
///
/// @param home         the checkout: its catalog and its launcher
/// @param out          where run folders are made
/// @param own          the user's experiments
/// @param clock        the machine's own time; its loop is not the UI thread
/// @param desk         the desktop around the console
record Screens(Surroundings with, Runs runs, Path home, Path out, Path own, Clock clock, Desk desk) {

    Assembly all() {
        PrepareViewModel prepare = prepare();
        LiveViewModel live = new LiveViewModel(with.slow(), with.ui());
        DebriefViewModel debrief = new DebriefViewModel(with.ui(), with.slow(), clock, with.navigator(), desk,
                RunClient::isPlayed, this::experiments);
        CompareViewModel compare = new CompareViewModel(out, with.ui(), with.slow());
        return new Assembly(home(catalog()), new PrepareView(prepare), prepare::open,
                close -> debrief.leave(() -> prepare.leave(close)), new LiveView(live, with.navigator()), live::show,
                new DebriefView(debrief), debrief::open, new CompareView(compare), compare::open);
    }

    /// Names, of the catalog and of the user's own folder.
    private List<String> experiments() {
        return Stream.of(catalog(), own).flatMap(folder -> ExperimentNames.in(folder).stream()).distinct().sorted()
                .toList();
    }

    private Path catalog() {
        return home.resolve("experiments").resolve("catalog");
    }

    private HomeView home(Path catalog) {
        HomePlaces places = new HomePlaces(catalog, own, List.of(out), with.state(), with.zone());
        return new HomeView(new HomeViewModel(places, with.navigator(), new FolderDialog(with::window),
                new LedgerRecovery(with.state()), with.wall(), with.ui(), with.slow()));
    }

    private PrepareViewModel prepare() {
        return new PrepareViewModel(
                new io.gameday.console.prepare.Surroundings(with.ui(), with.slow(), clock, catalog(), own),
                with.navigator(), new PrepareWindows(with.window()), new RehearsalsHere(runs),
                new ThisMachine(with.state(), home.resolve("gameday"), out),
                new PapersHere(List.of(home.resolve("gameday").toString()),
                        out.toAbsolutePath().resolveSibling("plans"), desk::open));
    }
}

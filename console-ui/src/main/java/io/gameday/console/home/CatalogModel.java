package io.gameday.console.home;

import io.gameday.console.text.Texts;
import io.gameday.experiment.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The experiments that come with Gameday, by theme: only files that are there, each with the verdict of its last run.
final class CatalogModel {

    /// The experiment that a first game day plays.
    static final String FIRST = "az-power-loss";

    private final ObservableList<ThemeChoice> choices = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Theme>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private List<ExperimentFile> files = List.of();
    private RunsModel.Known runs = RunsModel.Known.NOTHING;
    private Search search = new Search("");

    CatalogModel() {
        chosen.addListener((_, _, _) -> show());
    }

    /// Cards of one theme.
    record Group(Theme theme, List<CatalogCard> cards) {
    }

    ObservableList<ThemeChoice> choices() {
        return choices;
    }

    /// The theme that is shown; empty for all.
    ObjectProperty<Optional<Theme>> chosen() {
        return chosen;
    }

    /// What is shown, by theme and name.
    ObservableList<Group> groups() {
        return groups;
    }

    /// The experiment for beginners; empty where the catalog does not have it.
    Optional<ExperimentFile> first() {
        return files.stream().filter(ExperimentFile::valid).filter(file -> name(file).equals(FIRST)).findFirst();
    }

    void show(List<ExperimentFile> now) {
        if (!now.equals(files)) {
            files = now;
            show();
        }
    }

    void show(RunsModel.Known now) {
        if (!now.equals(runs)) {
            runs = now;
            show();
        }
    }

    void find(Search now) {
        search = now;
        show();
    }

    private void show() {
        List<CatalogCard> cards = files.stream().map(this::card).toList();
        SortedMap<Theme, List<CatalogCard>> byTheme = cards.stream()
                .collect(Collectors.groupingBy(CatalogCard::theme, TreeMap::new, Collectors.toList()));
        List<ThemeChoice> themes = new ArrayList<>();
        themes.add(new ThemeChoice(Optional.empty(), Texts.of("home.catalog.all"), cards.size()));
        byTheme.forEach((theme, its) -> themes.add(new ThemeChoice(Optional.of(theme), theme.title(), its.size())));
        if (!themes.equals(choices)) {
            choices.setAll(themes);
        }
        List<Group> shown = byTheme.entrySet().stream()
                .filter(its -> chosen.get().isEmpty() || chosen.get().get().equals(its.getKey()))
                .map(its -> new Group(its.getKey(),
                        its.getValue().stream()
                                .filter(card -> search.finds(card.name(), card.title(), card.hypothesis(),
                                        its.getKey().title()))
                                .toList()))
                .filter(group -> !group.cards().isEmpty()).toList();
        // Cards that stay the same keep the focus.
        if (!shown.equals(groups)) {
            groups.setAll(shown);
        }
    }

    private CatalogCard card(ExperimentFile file) {
        @Nullable
        Experiment experiment = file.experiment().orElse(null);
        String name = name(file);
        Optional<RunRow> last = runs.newestOf(name);
        return new CatalogCard(file.path(), name, file.title().isEmpty() ? name : file.title(),
                experiment == null ? "" : experiment.hypothesis(),
                experiment == null ? Theme.OTHER : Theme.of(experiment),
                experiment == null ? "" : Texts.said(ExpectedLength.words(ExpectedLength.of(experiment))), last,
                runs.none(), file.problems().isEmpty() ? "" : FilesModel.problemWords(file));
    }

    private static String name(ExperimentFile file) {
        return file.experiment().map(Experiment::name)
                .orElseGet(() -> file.fileName().replaceAll("\\.(yaml|yml|json)$", ""));
    }
}

package io.gameday.aws.fis.catalog;

import io.gameday.yaml.NearestWord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The actions that FIS had when this was written. New ones appear often, so that one which is not here may exist.
public final class ActionCatalog {

    private final Map<String, ActionKind> actions;
    private final Map<String, TargetKind> types;
    private final Map<String, String> olderActions;
    private final Map<String, String> olderTypes;

    ActionCatalog(Map<String, ActionKind> actions, Map<String, TargetKind> types, Map<String, String> olderActions,
            Map<String, String> olderTypes) {
        this.actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
        this.types = Map.copyOf(types);
        this.olderActions = Map.copyOf(olderActions);
        this.olderTypes = Map.copyOf(olderTypes);
    }

    /// Parameters that a target of one type takes.
    ///
    /// @param required must be there
    record TargetKind(List<String> required, List<String> optional) {
    }

    /// The one that comes with this program.
    public static ActionCatalog standard() {
        return CatalogReader.STANDARD;
    }

    public List<ActionKind> actions() {
        return List.copyOf(actions.values());
    }

    /// The action of this id, or of the one that it has today.
    public Optional<ActionKind> find(String id) {
        return Optional.ofNullable(actions.get(olderActions.getOrDefault(id, id)));
    }

    /// What an older id is called today; empty for all others.
    public Optional<String> today(String id) {
        return Optional.ofNullable(olderActions.get(id)).or(() -> Optional.ofNullable(olderTypes.get(id)));
    }

    /// The id that a misspelt one most likely means.
    public Optional<String> nearest(String id) {
        return NearestWord.to(id, actions.keySet());
    }

    /// Whether both are the same type of resources, by today's name or an older one.
    public boolean sameType(String one, String other) {
        return olderTypes.getOrDefault(one, one).equals(olderTypes.getOrDefault(other, other));
    }

    /// Empty when nothing is known about parameters of this type.
    Optional<TargetKind> type(String type) {
        return Optional.ofNullable(types.get(olderTypes.getOrDefault(type, type)));
    }
}

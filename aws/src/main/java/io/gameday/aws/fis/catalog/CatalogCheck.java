package io.gameday.aws.fis.catalog;

import io.gameday.aws.fis.catalog.ActionCatalog.TargetKind;
import io.gameday.aws.fis.template.FisAction;
import io.gameday.aws.fis.template.FisTarget;
import io.gameday.aws.fis.template.FisTemplate;
import io.gameday.aws.fis.template.Placeholder;
import io.gameday.aws.fis.template.Places;
import io.gameday.yaml.NearestWord;
import io.gameday.yaml.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Holds the actions of a template against the catalogue: parameters, targets and how long things last.
public final class CatalogCheck {

    private final ActionCatalog catalog;
    private final FisTemplate template;
    private final Places places;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

    private CatalogCheck(ActionCatalog catalog, FisTemplate template, Places places) {
        this.catalog = catalog;
        this.template = template;
        this.places = places;
    }

    /// @param problems what FIS would refuse
    /// @param notes    ids that the catalogue does not have, or has under a newer name
    public record Result(List<Problem> problems, List<Problem> notes) {
    }

    public static Result check(ActionCatalog catalog, FisTemplate template, Places places) {
        CatalogCheck check = new CatalogCheck(catalog, template, places);
        template.targets().forEach(check::target);
        template.actions().forEach(check::action);
        return new Result(inOrder(check.problems), inOrder(check.notes));
    }

    private static List<Problem> inOrder(List<Problem> all) {
        return all.stream().sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column)).toList();
    }

    private void target(String name, FisTarget target) {
        String path = "targets." + name;
        older(path + ".resourceType", target.resourceType());
        catalog.type(target.resourceType()).ifPresent(kind -> parameters(path, target, kind));
    }

    private void parameters(String path, FisTarget target, TargetKind kind) {
        List<String> known = Stream.concat(kind.required().stream(), kind.optional().stream()).toList();
        unknown(path + ".parameters", target.parameters().keySet(), known);
        kind.required().stream().filter(name -> !target.parameters().containsKey(name))
                .forEach(name -> problem(path + ".parameters", "'" + path + ".parameters." + name
                        + "' is missing; a target of type " + target.resourceType() + " needs it"));
    }

    private void action(String name, FisAction action) {
        String path = "actions." + name;
        older(path + ".actionId", action.actionId());
        catalog.find(action.actionId()).ifPresentOrElse(kind -> {
            parameters(path + ".parameters", action, kind);
            slot(path + ".targets", action, kind);
        }, () -> notes.add(places.problem(path + ".actionId",
                path + ".actionId is '" + action.actionId() + "', which is not known here"
                        + hint(catalog.nearest(action.actionId())) + "; its parameters and "
                        + "targets are not checked")));
    }

    private void parameters(String path, FisAction action, ActionKind kind) {
        unknown(path, action.parameters().keySet(), kind.parameters().keySet());
        kind.parameters().forEach((name, parameter) -> {
            String value = action.parameters().get(name);
            if (value == null) {
                if (parameter.required()) {
                    problem(path, "'" + path + "." + name + "' is missing; " + kind.id() + " needs it");
                }
            } else if (Placeholder.in(value).isEmpty()) {
                parameter.refusal(value).ifPresent(allowed -> problem(path + "." + name,
                        path + "." + name + " is '" + value + "'; allowed: " + allowed));
            }
        });
    }

    private void slot(String path, FisAction action, ActionKind kind) {
        String slot = kind.slot();
        String type = kind.type();
        if (slot == null || type == null) {
            if (!action.targets().isEmpty()) {
                problem(path, path + " is given; " + kind.id() + " has no target, so take it out");
            }
            return;
        }
        unknown(path, action.targets().keySet(), List.of(slot));
        String name = action.targets().get(slot);
        if (name == null) {
            problem(path, "'" + path + "." + slot + "' is missing; allowed: a target of type " + type);
            return;
        }
        FisTarget target = template.targets().get(name);
        if (target != null && !catalog.sameType(target.resourceType(), type)) {
            problem(path + "." + slot, path + "." + slot + " is '" + name + "' of type " + target.resourceType()
                    + "; allowed: a target of type " + type);
        }
    }

    private void unknown(String path, Collection<String> given, Collection<String> known) {
        given.stream().filter(name -> !known.contains(name))
                .forEach(name -> problem(path + "." + name,
                        "unknown '" + path + "." + name + "'" + hint(NearestWord.to(name, known)) + "; allowed: "
                                + (known.isEmpty() ? "none" : String.join(", ", known))));
    }

    private void older(String path, String id) {
        catalog.today(id).ifPresent(
                today -> notes.add(places.problem(path, path + " is '" + id + "', today called '" + today + "'")));
    }

    private void problem(String path, String message) {
        problems.add(places.problem(path, message));
    }

    private static String hint(Optional<String> word) {
        return word.map(one -> "; did you mean '" + one + "'?").orElse("");
    }
}

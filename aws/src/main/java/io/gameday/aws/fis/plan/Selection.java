package io.gameday.aws.fis.plan;

import io.gameday.aws.fis.catalog.ActionCatalog;
import io.gameday.aws.fis.template.FisTarget;
import io.gameday.aws.fis.template.SelectionMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Which resources a target has, found once, when an experiment begins. FIS chooses by chance; here chance is seeded.
public sealed interface Selection {

    /// What whoever reads the plan should know, in sentences.
    List<String> said();

    /// @param resources at least one, in the order in which they were offered, or named
    record Chosen(List<Resource> resources, List<String> said) implements Selection {
        public Chosen {
            resources = List.copyOf(resources);
            said = List.copyOf(said);
        }
    }

    /// No resource fits.
    ///
    /// @param skippable whether a template may go on without it: not when it names its resources
    record Nothing(boolean skippable, List<String> said) implements Selection {
        public Nothing {
            said = List.copyOf(said);
        }
    }

    /// Some fit, and FIS would fail all the same.
    record Impossible(String why, List<String> said) implements Selection {
        public Impossible {
            said = List.copyOf(said);
        }
    }

    /// @param offered everything there is, of any type
    /// @param catalog knows which types are the same under two names
    static Selection of(FisTarget target, List<Resource> offered, ActionCatalog catalog, RandomGenerator chance) {
        List<String> said = new ArrayList<>();
        List<Resource> ofType = offered.stream()
                .filter(resource -> catalog.sameType(resource.type(), target.resourceType())).toList();
        List<Resource> fitting = target.resourceArns().isEmpty()
                ? Matching.found(target, ofType, said)
                : Matching.named(target, offered, ofType, said);
        if (fitting.isEmpty()) {
            return new Nothing(target.resourceArns().isEmpty(), said);
        }
        return switch (target.selectionMode()) {
            case SelectionMode.All() -> new Chosen(fitting, said);
            case SelectionMode.Count(int number) -> {
                if (number > fitting.size()) {
                    said.add(target.selectionMode() + " of " + fitting.size() + " takes all there are");
                }
                yield new Chosen(drawn(fitting, Math.min(number, fitting.size()), chance), said);
            }
            case SelectionMode.Percent(int percent) -> {
                int number = (int) ((long) fitting.size() * percent / 100);
                yield number > 0
                        ? new Chosen(drawn(fitting, number, chance), said)
                        : new Impossible(target.selectionMode() + " of " + fitting.size()
                                + " is less than one; allowed: a selection of at least one, here of "
                                + Math.ceilDiv(100, percent) + " or more", said);
            }
        };
    }

    /// The order in which resources are offered must not change who is drawn.
    private static List<Resource> drawn(List<Resource> fitting, int number, RandomGenerator chance) {
        List<Resource> shuffled = new ArrayList<>(fitting);
        shuffled.sort(Comparator.comparing(Resource::arn));
        Collections.shuffle(shuffled, chance);
        Set<Resource> drawn = new HashSet<>(shuffled.subList(0, number));
        return fitting.stream().filter(drawn::contains).toList();
    }
}

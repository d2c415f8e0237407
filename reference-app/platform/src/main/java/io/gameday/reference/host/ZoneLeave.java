package io.gameday.reference.host;

import io.gameday.observability.Layout;
import io.gameday.reference.policy.RevisionName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Orders a configuration without a zone, as people do who have no zonal shift: a revision of every cell that has no tasks
/// there, which the control plane deploys unit by unit. For the host's loop.
public final class ZoneLeave {

    private final PlatformSettings settings;
    private final Layout layout;
    /// By zone that is left, what was ordered for each cell before.
    private final Map<String, Map<String, String>> left = new LinkedHashMap<>();

    /// @param layout which zones each cell lies in
    public ZoneLeave(PlatformSettings settings, Layout layout) {
        this.settings = settings;
        this.layout = layout;
    }

    /// What cannot be done now.
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private Refused(String why) {
            super(why);
        }
    }

    /// @return what was ordered, in words
    /// @throws Refused when a cell would have no zone, or another zone is left already
    public String order(String zone) throws Refused {
        List<String> cells = settings.cells().stream().filter(cell -> layout.zonesOf(cell).contains(zone)).toList();
        Optional<String> homeless = cells.stream().filter(cell -> layout.zonesOf(cell).size() == 1).findFirst();
        if (homeless.isPresent()) {
            throw new Refused(homeless.get() + " lies in " + zone + " alone");
        }
        if (cells.isEmpty()) {
            throw new Refused("no cell lies there");
        }
        if (!left.isEmpty()) {
            throw new Refused("a configuration without " + String.join(", ", left.keySet()) + " is ordered already");
        }
        Optional<String> down = cells.stream().filter(settings::controlPlaneDown).findFirst();
        if (down.isPresent()) {
            throw new Refused("the control plane of " + down.get() + " is down: nothing can be deployed there");
        }
        Map<String, String> before = new LinkedHashMap<>();
        String without = RevisionName.without(settings.newest(), zone);
        for (String cell : cells) {
            before.put(cell, settings.revision(cell));
            settings.revision(cell, without);
        }
        left.put(zone, before);
        return "revision " + without + " is ordered for " + String.join(", ", cells) + ".";
    }

    /// Orders what was ordered before, where nothing else was since.
    ///
    /// @return what was ordered, in words
    public String takeBack(String zone) {
        Map<String, String> before = left.remove(zone);
        if (before == null) {
            return "no configuration without " + zone + " is ordered.";
        }
        List<String> back = before.keySet().stream().filter(cell -> RevisionName.leaves(settings.revision(cell), zone))
                .toList();
        back.forEach(cell -> settings.revision(cell, before.get(cell)));
        return back.isEmpty()
                ? "another revision has been ordered everywhere since."
                : "revision " + before.get(back.getFirst()) + " is ordered again for " + String.join(", ", back) + ".";
    }
}

package io.gameday.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who has said go. Pure: it knows no clock, no journal and no network.
final class GoList {

    /// Whether the run may begin.
    sealed interface Standing {
        /// @param awaited titles of those that have not answered
        record Waiting(List<String> awaited) implements Standing {
        }

        record Agreed(int people) implements Standing {
        }

        record NoGo(String title, String by, String why) implements Standing {
        }
    }

    private record Said(boolean go, String by, String why) {
    }

    private final Map<String, @Nullable Said> people = new LinkedHashMap<>();

    GoList(List<Participant> invited) {
        invited.forEach(participant -> people.put(participant.title(), null));
    }

    /// What they say last counts, until all have said go or one has said no.
    ///
    /// @param by who says it: themselves, or somebody for them
    void take(String title, boolean go, String by, String why) {
        people.replace(title, new Said(go, by, why));
    }

    Standing standing() {
        for (Map.Entry<String, @Nullable Said> person : people.entrySet()) {
            Said said = person.getValue();
            if (said != null && !said.go()) {
                return new Standing.NoGo(person.getKey(), said.by(), said.why());
            }
        }
        List<String> awaited = people.entrySet().stream().filter(person -> person.getValue() == null)
                .map(Map.Entry::getKey).toList();
        return awaited.isEmpty() ? new Standing.Agreed(people.size()) : new Standing.Waiting(awaited);
    }
}

package io.gameday.console.debrief.words;

import io.gameday.console.debrief.words.Place.Part;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.Said;
import io.gameday.yaml.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where something said in the debrief stands: it has no id, so it is found by its question, and by how many with the same
/// question stand before it.
final class SaidPlace {

    private static final String QUESTION = "question";

    private SaidPlace() {
    }

    /// @param before how many with the same question stand before it
    static Place of(String question, int before) {
        return new Place(Part.DEBRIEF, before + " " + question);
    }

    private static String question(Place place) {
        return place.id().substring(place.id().indexOf(' ') + 1);
    }

    /// From 0; less than that where nobody has said it yet.
    static int index(CoeFile file, Place place) {
        int before = Integer.parseInt(place.id().substring(0, place.id().indexOf(' ')));
        List<Said> all = file.debrief();
        return IntStream.range(0, all.size()).filter(i -> all.get(i).question().equals(question(place))).skip(before)
                .findFirst().orElse(-1);
    }

    static Optional<Said> said(CoeFile file, Place place) {
        int index = index(file, place);
        return index < 0 ? Optional.empty() : Optional.of(file.debrief().get(index));
    }

    /// The item as it would be with one field changed; what is empty is left out.
    static Value.Group with(CoeFile file, Place place, String key, Value value) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put(QUESTION, Value.text(question(place)));
        said(file, place).ifPresent(said -> {
            fields.put("role", Value.text(said.role()));
            fields.put("answer", Value.text(said.answer()));
        });
        fields.put(key, value);
        fields.values().removeIf(Value.text("")::equals);
        return new Value.Group(fields);
    }

    static boolean saysNothing(Value.Group item) {
        return item.fields().size() < 2;
    }
}

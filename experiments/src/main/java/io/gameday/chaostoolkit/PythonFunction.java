package io.gameday.chaostoolkit;

import io.gameday.target.Fidelity;
import io.gameday.yaml.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A function of a driver of Chaos Toolkit that we know.
///
/// @param name     with its module
/// @param required arguments that it does not do without
/// @param optional arguments that it may get
/// @param mapping  how truly we could do it with these arguments, which are whole
record PythonFunction(String name, Effect effect, List<String> required, List<String> optional,
        Function<Arguments, Fidelity> mapping) {

    /// What it does to the system.
    enum Effect {
        READS, PREPARES,
        /// A fault that a lease of ours ends.
        BREAKS,
        /// Something that breaks, or may break, and that no lease ends.
        BREAKS_FOR_GOOD, MENDS
    }

    /// How truly we could do it; unsupported where Python would refuse the arguments.
    Fidelity fidelity(Json.Group given) {
        List<String> wrong = new ArrayList<>();
        required.stream().filter(argument -> !given.fields().containsKey(argument))
                .forEach(argument -> wrong.add("argument '" + argument + "' is missing"));
        List<String> known = new ArrayList<>(required);
        known.addAll(optional);
        given.fields().keySet().stream().filter(argument -> !known.contains(argument))
                .forEach(argument -> wrong.add("unknown argument '" + argument + "'"
                        + NearestWord.to(argument, known).map(word -> "; did you mean '" + word + "'?").orElse("")));
        if (!wrong.isEmpty()) {
            return new Fidelity.Unsupported(
                    name + ": " + String.join("; ", wrong) + "; allowed: " + String.join(", ", known));
        }
        try {
            return mapping.apply(new Arguments(given));
        } catch (IllegalArgumentException e) {
            return new Fidelity.Unsupported(name + ": " + e.getMessage());
        }
    }

    /// The arguments of one call.
    record Arguments(Json.Group given) {

        String text(String name, String otherwise) {
            return Optional.ofNullable(given.fields().get(name)).map(Json::inWords).orElse(otherwise);
        }

        /// @throws IllegalArgumentException when it is no number within the range
        double number(String name, double otherwise, double least, double most) {
            Json value = given.fields().get(name);
            if (value == null) {
                return otherwise;
            }
            double number = ValueType.DECIMAL.of(value).flatMap(Json::counted).map(Number::doubleValue)
                    .orElse(Double.NaN);
            if (!(number >= least && number <= most)) {
                throw new IllegalArgumentException(name + " is " + value.inWords() + "; allowed: "
                        + Json.number((long) least).inWords() + " to " + Json.number((long) most).inWords());
            }
            return number;
        }

        boolean truth(String name) {
            return Optional.ofNullable(given.fields().get(name)).filter(Json::truthy).isPresent();
        }

        Arguments group(String name) {
            return new Arguments(
                    given.fields().get(name) instanceof Json.Group group ? group : new Json.Group(Map.of()));
        }
    }
}

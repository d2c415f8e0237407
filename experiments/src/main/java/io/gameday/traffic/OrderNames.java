package io.gameday.traffic;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// How customers and orders are called: `c-07`, and `<run>-c-07-000123` for the customer's order number 123. Ids come
/// from the customer, so that sending one twice places it once.
///
/// @param run the run's id; its letters become part of a path
public record OrderNames(String run, int customers) {

    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    public OrderNames {
        if (!RUN.matcher(run).matches()) {
            throw new IllegalArgumentException(
                    "run is '" + run + "'; allowed: 1 to 40 letters, digits, dots, underscores or hyphens");
        }
    }

    /// Every customer, in order.
    public List<String> all() {
        return IntStream.range(0, customers).mapToObj(this::customer).toList();
    }

    /// @param customer 0 for the first, who is called `c-01`
    public String customer(int customer) {
        int width = Math.max(2, Integer.toString(customers).length());
        return String.format(Locale.ROOT, "c-%0" + width + "d", customer + 1);
    }

    public String order(int customer, int round) {
        return String.format(Locale.ROOT, "%s-%s-%06d", run, customer(customer), round);
    }
}

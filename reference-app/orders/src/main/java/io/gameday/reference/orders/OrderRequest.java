package io.gameday.reference.orders;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a customer asks for. The customer chooses the id, so that the same request can be sent again elsewhere.
///
/// @param id       1 to 64 letters, digits, dots, underscores, colons or hyphens
/// @param customer 1 to 64 characters
/// @param item     the same shape as the id, because it becomes part of a path
/// @param quantity 1 to 1000000000: more than anybody can want, but whoever wrote this thought only of what an integer
///                 holds ([PickList] tells what becomes of it)
record OrderRequest(String id, String customer, String item, int quantity) {
    private static final int MOST = 1_000_000_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final String NAME_ALLOWED = "1 to 64 letters, digits, dots, underscores, colons or hyphens";

    OrderRequest {
        require(id != null && NAME.matcher(id).matches(), "id", id, NAME_ALLOWED);
        require(customer != null && !customer.isBlank() && customer.length() <= 64, "customer", customer,
                "1 to 64 characters");
        require(item != null && NAME.matcher(item).matches(), "item", item, NAME_ALLOWED);
        require(quantity >= 1 && quantity <= MOST, "quantity", String.valueOf(quantity), "1 to " + MOST);
    }

    private static void require(boolean holds, String field, @Nullable String value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(
                    field + (value == null ? " is not set" : " is '" + value + "'") + "; allowed: " + allowed);
        }
    }
}

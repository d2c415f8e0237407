package io.gameday.proxy;

import java.util.ArrayList;
import java.util.List;

/// The request faults of a proxy at one moment, in the order added.
record RequestFaults(List<Entry> entries) {

    static final RequestFaults EMPTY = new RequestFaults(List.of());

    /// @param serial tells a fault from a later one of the same name
    record Entry(long serial, RequestFault fault) {
    }

    List<RequestFault> faults() {
        return entries.stream().map(Entry::fault).toList();
    }

    boolean has(String name) {
        return entries.stream().anyMatch(entry -> entry.fault().name().equals(name));
    }

    RequestFaults with(long serial, RequestFault fault) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(serial, fault));
        return new RequestFaults(List.copyOf(more));
    }

    RequestFaults without(String name) {
        return new RequestFaults(entries.stream().filter(entry -> !entry.fault().name().equals(name)).toList());
    }
}

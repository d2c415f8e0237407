package io.gameday.proxy.api;

import io.gameday.http.HttpAnswer;
import io.gameday.proxy.NameTakenException;
import io.gameday.proxy.Proxy;
import io.gameday.proxy.RequestFault;

/// The calls on what is done to single requests: ours, Toxiproxy has none.
final class RequestFaultCalls {

    private final ProxyBook book;
    private final LeaseBook leases;

    RequestFaultCalls(ProxyBook book, LeaseBook leases) {
        this.book = book;
        this.leases = leases;
    }

    HttpAnswer index(Call call) throws Refusal {
        return Replies.json(200, ProxyFields.requestFaults(book.find(call.name(0)).requestFaults()));
    }

    HttpAnswer create(Call call) throws Refusal {
        Proxy proxy = book.find(call.name(0));
        if (!proxy.spec().http()) {
            throw new Refusal(400, "proxy " + proxy.name() + " does not tell requests apart; create it with "
                    + "\"gameday\":{\"http\":true}");
        }
        try {
            RequestFault fault = RequestFaultCodec.read(call.fields());
            leases.adding(fault.name(), () -> proxy.add(fault));
            return Replies.json(201, RequestFaultCodec.fields(fault));
        } catch (BadBody bad) {
            throw Refusal.badBody(bad);
        } catch (NameTakenException taken) {
            throw new Refusal(409, "request fault already exists");
        }
    }

    HttpAnswer delete(Call call) throws Refusal {
        if (!book.find(call.name(0)).removeRequestFault(call.name(1))) {
            throw new Refusal(404, "request fault not found");
        }
        return Replies.empty(204);
    }
}

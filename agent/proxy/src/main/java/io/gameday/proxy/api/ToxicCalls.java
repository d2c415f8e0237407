package io.gameday.proxy.api;

import io.gameday.http.HttpAnswer;
import io.gameday.proxy.NamedToxic;
import io.gameday.proxy.Proxy;

/// The calls on the toxics of one proxy.
final class ToxicCalls {

    private final ProxyBook book;

    ToxicCalls(ProxyBook book) {
        this.book = book;
    }

    HttpAnswer index(Call call) throws Refusal {
        return Replies.json(200, ProxyFields.toxics(book.find(call.name(0))));
    }

    HttpAnswer create(Call call) throws Refusal {
        Proxy proxy = book.find(call.name(0));
        try {
            ToxicCodec.Asked asked = ToxicCodec.asked(call.fields());
            if (proxy.toxics().stream().anyMatch(toxic -> toxic.name().equals(asked.name()))) {
                throw Refusal.toxicExists();
            }
            NamedToxic toxic = asked.toxic();
            book.addToxic(proxy, toxic);
            return Replies.json(200, ToxicCodec.fields(toxic));
        } catch (BadBody bad) {
            throw Refusal.badBody(bad);
        }
    }

    HttpAnswer show(Call call) throws Refusal {
        return Replies.json(200, ToxicCodec.fields(toxic(book.find(call.name(0)), call.name(1))));
    }

    HttpAnswer update(Call call) throws Refusal {
        Proxy proxy = book.find(call.name(0));
        NamedToxic old = toxic(proxy, call.name(1));
        try {
            NamedToxic changed = ToxicCodec.updated(old, call.fields());
            if (!proxy.replace(changed)) {
                // Its lease has run out since it was found.
                throw Refusal.noToxic();
            }
            return Replies.json(200, ToxicCodec.fields(changed));
        } catch (BadBody bad) {
            throw Refusal.badBody(bad);
        }
    }

    HttpAnswer delete(Call call) throws Refusal {
        if (!book.find(call.name(0)).remove(call.name(1))) {
            throw Refusal.noToxic();
        }
        return Replies.empty(204);
    }

    private static NamedToxic toxic(Proxy proxy, String name) throws Refusal {
        return proxy.toxics().stream().filter(toxic -> toxic.name().equals(name)).findFirst()
                .orElseThrow(Refusal::noToxic);
    }
}

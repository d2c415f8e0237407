package io.gameday.proxy.api;

import io.gameday.http.HttpAnswer;
import io.gameday.proxy.NamedToxic;
import io.gameday.proxy.Proxies;
import io.gameday.proxy.Proxy;
import io.gameday.proxy.RequestFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The calls on proxies as a whole.
final class ProxyCalls {

    private final Proxies proxies;
    private final ProxyBook book;

    ProxyCalls(Proxies proxies, ProxyBook book) {
        this.proxies = proxies;
        this.book = book;
    }

    HttpAnswer index(Call call) {
        Map<String, Object> byName = new TreeMap<>();
        proxies.all().forEach(proxy -> byName.put(proxy.name(), ProxyFields.of(proxy)));
        return Replies.json(200, byName);
    }

    HttpAnswer create(Call call) throws Refusal {
        try {
            ProxyEntry entry = ProxyEntry.read(call.fields(), call.wantsToxics());
            return Replies.json(201, ProxyFields.of(book.add(entry, "")));
        } catch (BadBody bad) {
            throw Refusal.badBody(bad);
        }
    }

    HttpAnswer show(Call call) throws Refusal {
        return Replies.json(200, ProxyFields.of(book.find(call.name(0))));
    }

    HttpAnswer update(Call call) throws Refusal {
        Proxy proxy = book.find(call.name(0));
        try {
            ProxyEntry entry = ProxyEntry.read(call.fields(), false);
            book.update(proxy, entry.listen(), entry.upstream(), entry.enabled());
        } catch (BadBody bad) {
            throw Refusal.badBody(bad);
        }
        return Replies.json(200, ProxyFields.of(proxy));
    }

    HttpAnswer delete(Call call) throws Refusal {
        if (!proxies.remove(call.name(0))) {
            throw Refusal.noProxy();
        }
        return Replies.empty(204);
    }

    HttpAnswer populate(Call call) {
        List<Proxy> done = new ArrayList<>();
        try {
            List<ProxyEntry> entries = new ArrayList<>();
            for (JsonValue.Fields each : JsonReader.objects(call.body())) {
                entries.add(ProxyEntry.read(each, call.wantsToxics()));
            }
            int place = 0;
            for (ProxyEntry entry : entries) {
                place++;
                entry.requiredName(" at proxy " + place);
                entry.requiredUpstream(" at proxy " + place);
            }
            for (ProxyEntry entry : entries) {
                done.add(book.addOrReplace(entry));
            }
            return Replies.json(201, populated(null, done));
        } catch (BadBody bad) {
            Refusal refusal = Refusal.badBody(bad);
            return Replies.json(refusal.status(), populated(refusal, done));
        } catch (Refusal refusal) {
            return Replies.json(refusal.status(), populated(refusal, done));
        }
    }

    private static Map<String, @Nullable Object> populated(@Nullable Refusal refusal, List<Proxy> done) {
        Map<String, @Nullable Object> fields = refusal == null
                ? new TreeMap<>()
                : Replies.errorFields(refusal.status(), refusal.message());
        fields.put("proxies", done.isEmpty() ? null : done.stream().map(ProxyFields::of).toList());
        return fields;
    }

    /// Takes every fault away and enables every proxy; one that cannot listen does not keep the others from it.
    HttpAnswer reset(Call call) throws Refusal {
        List<String> failed = new ArrayList<>();
        for (Proxy proxy : proxies.all()) {
            proxy.toxics().stream().map(NamedToxic::name).forEach(proxy::remove);
            proxy.requestFaults().stream().map(RequestFault::name).forEach(proxy::removeRequestFault);
            if (!proxy.enabled()) {
                try {
                    book.update(proxy, null, null, true);
                } catch (Refusal refusal) {
                    failed.add(refusal.message());
                }
            }
        }
        if (!failed.isEmpty()) {
            throw new Refusal(500, String.join("; ", failed));
        }
        return Replies.empty(204);
    }
}

package io.gameday.proxy.api;

import io.gameday.proxy.Proxy;
import io.gameday.proxy.RequestFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Proxies as the API writes them; what Toxiproxy does not know stands under `gameday`, and only where there is some.
final class ProxyFields {

    private ProxyFields() {
    }

    static Map<String, @Nullable Object> of(Proxy proxy) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", proxy.name());
        fields.put("listen", proxy.listen());
        fields.put("upstream", proxy.spec().upstream());
        fields.put("enabled", proxy.enabled());
        fields.put("toxics", toxics(proxy));
        if (proxy.spec().http()) {
            Map<String, @Nullable Object> ours = new LinkedHashMap<>();
            ours.put("http", true);
            ours.put("requests", requestFaults(proxy.requestFaults()));
            fields.put("gameday", ours);
        }
        return fields;
    }

    /// Upstream toxics in the order added, then downstream ones.
    static List<Map<String, @Nullable Object>> toxics(Proxy proxy) {
        return proxy.toxics().stream().map(ToxicCodec::fields).toList();
    }

    static List<Map<String, @Nullable Object>> requestFaults(List<RequestFault> faults) {
        return faults.stream().map(RequestFaultCodec::fields).toList();
    }
}

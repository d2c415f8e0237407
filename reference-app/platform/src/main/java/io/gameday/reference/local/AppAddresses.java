package io.gameday.reference.local;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gameday.reference.Address;
import java.net.InetSocketAddress;
import tools.jackson.databind.json.JsonMapper;

/// Where a running app can be spoken to, as the host's ready line tells it.
///
/// @param host         machines, power and faults; asks for the token
/// @param controlPlane topology and events; asks for the token
/// @param router       customers' requests
/// @param routerAdmin  whom the router leaves out, and how often it tried; asks for the token
/// @param proxies      the Toxiproxy API of the links between them
/// @param links        who keeps those proxies: `gameday`, which ends faults by their leases, or `toxiproxy`
public record AppAddresses(String host, String controlPlane, String router, String routerAdmin, String proxies,
        String links) {

    static AppAddresses parse(String json) {
        return JsonMapper.builder().build().readValue(json, AppAddresses.class);
    }

    @JsonIgnore
    public InetSocketAddress hostAddress() {
        return Address.parse(host);
    }

    @JsonIgnore
    public InetSocketAddress controlPlaneAddress() {
        return Address.parse(controlPlane);
    }

    @JsonIgnore
    public InetSocketAddress routerAddress() {
        return Address.parse(router);
    }

    @JsonIgnore
    public InetSocketAddress proxiesAddress() {
        return Address.parse(proxies);
    }
}

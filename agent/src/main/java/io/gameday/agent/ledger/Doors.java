package io.gameday.agent.ledger;

/// Where the app can be asked what has nothing to do with faults. No secret: the token is named by its folder.
///
/// @param controlPlane `host:port`: what there is, and how a cell's service stands
/// @param routerAdmin  `host:port`: whom the router leaves out, and how often it tried; empty where it is not told
/// @param appFolder    with `token` and `logs/`
public record Doors(String controlPlane, String routerAdmin, String appFolder) {
}

package io.gameday.experiment;

import io.gameday.target.OwnSystem;
import io.gameday.target.WebAddress;
import io.gameday.yaml.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the system of `app: http`: its cells and zones with their addresses, and what customers ask it for.
final class OwnSystemReader {

    /// What stands under `system` with `app: http` only.
    static final Map<String, String> REFERENCE_HAS_NONE = Map.of("entry",
            "system.entry is for app: http; the reference app has a router of its own", "zoneHeader",
            "system.zoneHeader is for app: http; the router of the reference app tells the zone", "cellHeader",
            "system.cellHeader is for app: http; the router of the reference app tells the cell");
    /// What stands under `traffic` with `app: http` only.
    static final List<String> TRAFFIC = List.of("request", "body");

    private static final String PLACE = "{ az1: { url: \"http://10.0.1.10:8080\" } }";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    private static final String NAME = "[a-z][a-z0-9-]{0,19}";
    private static final String HEADER = "[A-Za-z0-9-]{1,60}";
    private static final String PATH = "/[!-~]{0,500}";
    static final OwnSystem.Request NOTHING_ASKED = new OwnSystem.Request("GET", "/", "");
    /// Stands for an address with a problem.
    private static final WebAddress UNREADABLE = new WebAddress("unreadable", 1, "");
    private static final int MOST_CELLS = 1_000;
    private static final int LEAST_ZONES = 2;
    private static final int MOST_ZONES = 6;

    private final Map<String, String> urls = new HashMap<>();
    private final Map<String, String> proxies = new HashMap<>();

    private OwnSystemReader() {
    }

    /// As far as it could be read; what is wrong has been told. What customers ask for stands under `traffic`.
    static OwnSystem read(Fields system) {
        OwnSystemReader reader = new OwnSystemReader();
        system.refuse("zones", "system.zones is for the reference app; with app: http each cell names its zones: "
                + "cells: { shop: " + PLACE + " }");
        system.refuse("headroom", "system.headroom is for the reference app, which provisions by it; how much your "
                + "own system holds is for you to know");
        system.refuse("overrides",
                "system.overrides is for the reference app; which cell a customer of your own system "
                        + "is in is not ours to choose");
        system.refuse("mechanisms", "system.mechanisms is for the reference app; what your own system does by itself "
                + "is not ours to switch");
        WebAddress entry = address(system, "entry");
        if (entry != null && !entry.path().isEmpty()) {
            system.problem("entry",
                    "system.entry is " + entry + "; allowed: without a path, which traffic.request " + "gives");
        }
        String zoneHeader = header(system, "zoneHeader");
        String cellHeader = header(system, "cellHeader");
        List<OwnSystem.Place> places = reader.cells(system);
        system.noOthers();
        return new OwnSystem(entry, places, NOTHING_ASKED, zoneHeader, cellHeader);
    }

    private List<OwnSystem.Place> cells(Fields system) {
        List<OwnSystem.Place> places = new ArrayList<>();
        Fields cells = system.group("cells").orElse(null);
        if (cells == null) {
            if (!system.has("cells")) {
                system.problem("cells", "'system.cells' is missing; allowed: for each cell its zones with their "
                        + "addresses, such as { shop: " + PLACE + " }");
            }
            return places;
        }
        Set<String> zones = new TreeSet<>();
        for (String cell : named(cells, "a cell")) {
            cells.group(cell).ifPresent(group -> {
                for (String zone : named(group, "a zone")) {
                    zones.add(zone);
                    group.group(zone).map(place -> place(cell, zone, place)).ifPresent(places::add);
                }
            });
        }
        if (cells.keys().size() > MOST_CELLS) {
            system.problem("cells", "system.cells has " + cells.keys().size() + "; allowed: 1 to " + MOST_CELLS);
        }
        if (zones.size() < LEAST_ZONES || zones.size() > MOST_ZONES) {
            system.problem("cells", "system.cells has the zones " + zones + "; allowed: " + LEAST_ZONES + " to "
                    + MOST_ZONES + " different ones in all");
        }
        return places;
    }

    private static List<String> named(Fields group, String what) {
        group.keys().stream().filter(name -> !name.matches(NAME))
                .forEach(name -> group.problem(name, group.name(name) + " is no name of " + what
                        + "; allowed: up to 20 lower-case letters, digits and hyphens, a letter first"));
        return group.keys();
    }

    private OwnSystem.Place place(String cell, String zone, Fields fields) {
        WebAddress url = address(fields, "url");
        fields.require("url");
        String health = path(fields, "health");
        WebAddress toxiproxy = address(fields, "toxiproxy");
        String proxy = fields.optionalText("proxy").orElse("");
        WebAddress actuator = address(fields, "actuator");
        if (fields.has("toxiproxy") != fields.has("proxy")) {
            String missing = fields.has("proxy") ? "toxiproxy" : "proxy";
            fields.problem(fields.has("proxy") ? "proxy" : "toxiproxy", "'" + fields.name(missing)
                    + "' is missing; 'toxiproxy' is the address of the API, 'proxy' the name of the proxy in front "
                    + "of 'url'");
        }
        if (!proxy.isEmpty() && !proxy.matches("[A-Za-z0-9._-]{1,100}")) {
            fields.problem("proxy", fields.name("proxy") + " is '" + proxy
                    + "'; allowed: up to 100 letters, digits, dots, underscores and hyphens");
        }
        if (toxiproxy != null && !toxiproxy.path().isEmpty()) {
            fields.problem("toxiproxy", fields.name("toxiproxy") + " is " + toxiproxy + "; allowed: without a path");
        }
        if (toxiproxy != null && toxiproxy.host().startsWith("[")) {
            fields.problem("toxiproxy", fields.name("toxiproxy") + " is " + toxiproxy
                    + "; a Toxiproxy cannot be called "
                    + "by a numeric IPv6 address, allowed: its name or IPv4 address, such as http://10.0.1.10:8474");
        }
        fields.noOthers();
        if (url == null) {
            return new OwnSystem.Place(cell, zone, UNREADABLE, health, toxiproxy, proxy, actuator);
        }
        once(fields, "url", urls, url.hostPort(), cell + " " + zone,
                "a place that shares its address with another cannot be told from it");
        if (toxiproxy != null) {
            once(fields, "proxy", proxies, toxiproxy.hostPort() + " " + proxy, cell + " " + zone,
                    "what is done to one would be done to the other");
        }
        return new OwnSystem.Place(cell, zone, url, health, toxiproxy, proxy, actuator);
    }

    private static void once(Fields fields, String key, Map<String, String> taken, String what, String who,
            String why) {
        String other = taken.putIfAbsent(what, who);
        if (other != null && !what.startsWith(UNREADABLE.hostPort())) {
            fields.problem(key, fields.name(key) + " is that of " + other + " too: " + why);
        }
    }

    private static @Nullable WebAddress address(Fields fields, String key) {
        String text = fields.optionalText(key).orElse(null);
        if (text == null) {
            return null;
        }
        try {
            return WebAddress.of(text);
        } catch (IllegalArgumentException wrong) {
            fields.problem(key, fields.name(key) + " is " + wrong.getMessage());
            return UNREADABLE;
        }
    }

    private static String path(Fields fields, String key) {
        String path = fields.optionalText(key).orElse("/");
        if (!path.matches(PATH)) {
            fields.problem(key, fields.name(key) + " is '" + path + "'; allowed: a path such as /healthz");
            return "/";
        }
        return path;
    }

    private static @Nullable String header(Fields fields, String key) {
        String header = fields.optionalText(key).orElse(null);
        if (header != null && !header.matches(HEADER)) {
            fields.problem(key,
                    fields.name(key) + " is '" + header + "'; allowed: the name of a header, such as x-zone");
            return null;
        }
        return header == null ? null : header.toLowerCase(Locale.ROOT);
    }

    /// What customers ask for, of the fields of `traffic`.
    static OwnSystem.Request request(Fields traffic) {
        String text = traffic.optionalText("request").orElse("GET /");
        String body = traffic.optionalText("body").orElse("");
        String[] words = text.split(" ", 2);
        boolean well = words.length == 2 && METHODS.contains(words[0]) && words[1].matches(PATH);
        if (!well) {
            traffic.problem("request", traffic.name("request") + " is '" + text
                    + "'; allowed: GET, HEAD or POST and a path, such as GET /checkout");
            return NOTHING_ASKED;
        }
        if (!body.isEmpty() && !words[0].equals("POST")) {
            traffic.problem("body",
                    traffic.name("body") + " is given, but traffic.request is " + text + "; allowed with POST");
        }
        return new OwnSystem.Request(words[0], words[1], body);
    }
}

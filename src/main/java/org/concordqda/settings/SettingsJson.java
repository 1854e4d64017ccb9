package org.concordqda.settings;

import org.concordqda.settings.Settings.Look;
import org.concordqda.settings.Settings.ThemeChoice;
import org.concordqda.settings.Settings.Window;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Settings as JSON and back, field by field: mapping them by reflection took a tenth of a second of every start.
/// What is missing or cannot be meant is as it is initially. Any thread.
final class SettingsJson {
    private SettingsJson() {}

    static ObjectNode of(Settings settings) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        strings(all, "recent", settings.recent());
        all.put("coder", settings.coder());
        all.putObject("look")
                .put("theme", settings.look().theme().name())
                .put("zoom", settings.look().zoom())
                .put("text", settings.look().text());
        all.putObject("window")
                .put("width", settings.window().width())
                .put("height", settings.window().height())
                .put("maximized", settings.window().maximized());
        ObjectNode places = all.putObject("places");
        settings.places().forEach(places::put);
        strings(all, "commands", settings.commands());
        all.put("tourSeen", settings.tourSeen());
        all.put("benchmark", settings.benchmark());
        return all;
    }

    static Settings of(ObjectNode all) {
        Settings initial = Settings.initial();
        Map<String, String> places = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> place : all.path("places").properties()) {
            if (place.getValue().isString()) {
                places.put(place.getKey(), place.getValue().stringValue());
            }
        }
        return new Settings(
                strings(all.path("recent")),
                all.path("coder").asString(initial.coder()),
                look(all.path("look"), initial.look()),
                window(all.path("window"), initial.window()),
                places,
                strings(all.path("commands")),
                all.path("tourSeen").asBoolean(initial.tourSeen()),
                all.path("benchmark").asString(initial.benchmark()));
    }

    private static Look look(JsonNode look, Look initial) {
        String name = look.path("theme").asString("");
        ThemeChoice theme =
                Arrays.stream(ThemeChoice.values())
                        .filter(t -> t.name().equals(name))
                        .findFirst()
                        .orElse(initial.theme());
        return new Look(
                theme,
                look.path("zoom").asDouble(initial.zoom()),
                look.path("text").asDouble(initial.text()));
    }

    private static Window window(JsonNode window, Window initial) {
        return new Window(
                window.path("width").asDouble(initial.width()),
                window.path("height").asDouble(initial.height()),
                window.path("maximized").asBoolean(initial.maximized()));
    }

    private static void strings(ObjectNode into, String name, List<String> all) {
        var array = into.putArray(name);
        all.forEach(array::add);
    }

    private static List<String> strings(JsonNode array) {
        List<String> all = new ArrayList<>();
        for (JsonNode one : array) {
            if (one.isString()) {
                all.add(one.stringValue());
            }
        }
        return all;
    }
}

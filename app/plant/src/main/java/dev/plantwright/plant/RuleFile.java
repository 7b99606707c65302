package dev.plantwright.plant;

import dev.plantwright.plant.json.JsonText;
import dev.plantwright.plant.json.JsonValue.JsonObject;

/**
 * A rule: rules/ID.json, the body of the request that creates it but for variables.
 *
 * @param sql its SQL; empty text for a rule drawn as a graph
 */
public record RuleFile(String id, String sql, JsonObject body, JsonText source, Place place) {}

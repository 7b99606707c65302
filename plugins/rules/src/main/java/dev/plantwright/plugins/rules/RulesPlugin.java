package dev.plantwright.plugins.rules;

import dev.plantwright.api.Command;
import dev.plantwright.api.FileKind;
import dev.plantwright.api.Focus;
import dev.plantwright.api.PartPlace;
import dev.plantwright.api.PartType;
import dev.plantwright.api.Perspective;
import dev.plantwright.api.WorkbenchPlugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pf4j.Plugin;

/** Stream rules: their editor, their states, and plant files as text. */
public final class RulesPlugin extends Plugin implements WorkbenchPlugin {
  private static final String RULE = "mdi2f-filter-cog-outline";
  private static final String TEXT = "mdi2c-code-json";
  private static final String RULE_TEMPLATE =
      """
      {
        "id": "${name}",
        "sql": "-- Rows in which the temperature is too high\\nSELECT values->temperature AS temperature, 80 AS high_limit, timestamp\\nFROM filler\\nWHERE values->temperature > 80",
        "actions": [
          {
            "mqtt": {
              "server": "tcp://${site.mqtt.host}:${site.mqtt.port}",
              "username": "${site.mqtt.user}",
              "password": "${site.mqtt.password}",
              "topic": "alarms/${name}",
              "qos": 1,
              "sendSingle": true
            }
          }
        ]
      }
      """;
  private static final String STREAM_TEMPLATE =
      """
      CREATE STREAM ${name} () WITH (DATASOURCE="${name}", FORMAT="json", TYPE="mqtt");
      """;

  @Override
  public List<PartType> parts() {
    return List.of(
        PartType.editor("rule", "Rule", RULE, RulePart::new),
        PartType.view("rules", "Rules", RULE, PartPlace.LEFT, RulesPart::new),
        PartType.editor("text", "Text", TEXT, TextPart::new));
  }

  @Override
  public List<FileKind> files() {
    return List.of(
        new FileKind("rule", "Rule", RULE, "rules/*.json", "rule", Optional.of(RULE_TEMPLATE)),
        new FileKind(
            "stream",
            "Stream",
            "mdi2w-waves",
            "streams/*.sql",
            "text",
            Optional.of(STREAM_TEMPLATE)),
        text("namespace", "Namespace model", "mdi2s-sitemap-outline", "namespace/*.json"),
        text("simulation", "Simulated device", "mdi2c-chip", "simulation/*.json"),
        text("site", "Site", "mdi2s-server-network", "sites/*.json"),
        text("node", "Gateway node", "mdi2c-chip", "gateways/*/node.json"),
        text("plant", "Plant", "mdi2f-factory", "plant.json"));
  }

  private static FileKind text(String id, String title, String icon, String glob) {
    return new FileKind(id, title, icon, glob, "text", Optional.empty());
  }

  @Override
  public List<Perspective> perspectives() {
    return List.of(
        new Perspective(
            "rules",
            "Rules",
            RULE,
            30,
            Map.of(
                PartPlace.LEFT, List.of("plant"),
                PartPlace.LEFT_BELOW, List.of("rules"),
                PartPlace.BOTTOM, List.of("problems", "progress", "log"))));
  }

  @Override
  public List<Command> commands() {
    return List.of(
        on("rule.start", "Start Rule", p -> p.onSite().start()).icon("mdi2p-play"),
        on("rule.stop", "Stop Rule", p -> p.onSite().stop()).icon("mdi2s-stop"));
  }

  private static Command on(String id, String title, Consumer<RulePart> action) {
    return Command.of(id, title, (focus, workbench) -> rule(focus).ifPresent(action))
        .when(focus -> rule(focus).isPresent());
  }

  private static Optional<RulePart> rule(Focus focus) {
    return focus.part().flatMap(p -> p.as(RulePart.class));
  }
}

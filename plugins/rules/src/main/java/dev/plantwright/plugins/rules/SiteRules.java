package dev.plantwright.plugins.rules;

import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.doors.Doors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of a plant and the streams of a site, as they were seen on the site.
 *
 * @param known whether the site answered
 * @param rules by id
 * @param streams those the site has
 */
record SiteRules(boolean known, Map<String, RuleSeen> rules, Set<String> streams) {
  static final SiteRules UNKNOWN = new SiteRules(false, Map.of(), Set.of());

  SiteRules {
    rules = Map.copyOf(rules);
    streams = Set.copyOf(streams);
  }

  /** Asks for these rules; blocks. */
  static SiteRules ask(Doors doors, List<String> ids) {
    try {
      Set<String> streams = Set.copyOf(doors.ekuiper().streams());
      Map<String, RuleSeen> rules = new HashMap<>();
      ids.forEach(id -> rules.put(id, RuleSeen.ask(doors, id)));
      return new SiteRules(true, rules, streams);
    } catch (DoorException e) {
      return UNKNOWN;
    }
  }

  RuleSeen rule(String id) {
    return rules.getOrDefault(id, new RuleSeen.Unknown("not connected"));
  }
}

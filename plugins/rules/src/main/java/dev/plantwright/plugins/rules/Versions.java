package dev.plantwright.plugins.rules;

import dev.plantwright.api.Deployment;
import dev.plantwright.sites.deploy.Change;
import dev.plantwright.sites.deploy.Thing;
import java.util.List;
import java.util.Set;

/** What is saved beside what runs, for one rule and the streams that it reads. */
record Versions(boolean compared, List<Change> changes) {
  static Versions of(Deployment deployment, String id, Set<String> streams) {
    return new Versions(
        deployment.comparedAt().isPresent(),
        deployment.changes().stream().filter(c -> concerns(c, id, streams)).toList());
  }

  private static boolean concerns(Change change, String id, Set<String> streams) {
    boolean told = change.isWork() || change.kind() == Change.Kind.REFUSED;
    Thing thing = change.thing();
    boolean rule = thing.kind() == Thing.Kind.RULE && thing.name().equals(id);
    return told && (rule || thing.kind() == Thing.Kind.STREAM && streams.contains(thing.name()));
  }

  /** What Deploy would do, in words. */
  String saved() {
    if (!compared) {
      return "not compared yet";
    }
    int count = changes.size();
    return count == 0
        ? "as on the site"
        : count + (count == 1 ? " change" : " changes") + " not deployed";
  }

  /** Which version the site runs, in words. */
  String running(RuleSeen seen) {
    return switch (seen) {
      case RuleSeen.Unknown u -> "–";
      case RuleSeen.Absent a -> "not deployed yet";
      case RuleSeen.Present p when !compared -> "not compared yet";
      case RuleSeen.Present p when changes.isEmpty() -> "version of the files";
      case RuleSeen.Present p -> "another version than the files";
    };
  }

  /** Each change in a line, for a tooltip. */
  String lines() {
    return String.join(
        "\n",
        changes.stream()
            .map(
                c ->
                    c.name().replace(':', ' ')
                        + ": "
                        + (c.reason().isEmpty()
                            ? c.kind().name().toLowerCase(java.util.Locale.ROOT)
                            : c.reason()))
            .toList());
  }
}

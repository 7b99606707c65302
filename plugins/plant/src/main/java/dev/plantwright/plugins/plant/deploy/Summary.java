package dev.plantwright.plugins.plant.deploy;

import dev.plantwright.api.Deployment;
import dev.plantwright.live.Format;
import dev.plantwright.sites.deploy.Change;
import java.time.ZoneId;

/** A deployment in one sentence. */
final class Summary {
  private Summary() {}

  static String of(Deployment now, ZoneId zone) {
    if (now.comparedAt().isEmpty()) {
      return "Not compared yet.";
    }
    long work = now.changes().stream().filter(Change::isWork).count();
    long doors = now.changes().stream().filter(Change::isWork).map(Change::door).distinct().count();
    String last =
        now.deployedAt()
            .map(
                t ->
                    " The site runs the version of "
                        + Format.clockSeconds(t.toEpochMilli(), zone)
                        + ".")
            .orElse("");
    if (work == 0) {
      return "No changes." + last;
    }
    return "%s on %s. Only what differs is written, then read back and compared.%s"
        .formatted(plural(work, "change"), plural(doors, "door"), last);
  }

  private static String plural(long count, String noun) {
    return Format.count(count) + " " + noun + (count == 1 ? "" : "s");
  }
}

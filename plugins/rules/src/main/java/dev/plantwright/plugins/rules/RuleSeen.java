package dev.plantwright.plugins.rules;

import dev.plantwright.api.controls.Status;
import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.doors.Doors;
import dev.plantwright.sites.ekuiper.RuleStatus;
import java.util.Locale;
import java.util.Optional;

/** How a rule was seen on the site. */
sealed interface RuleSeen {
  /** The site did not say. */
  record Unknown(String reason) implements RuleSeen {}

  /** The site has no such rule. */
  record Absent() implements RuleSeen {}

  /** The site has it. */
  record Present(RuleStatus told) implements RuleSeen {
    boolean running() {
      return RuleSeen.status(told.status()) == Status.RUNNING;
    }

    /** The last error any step of the rule had. */
    Optional<String> lastException() {
      String newest = "";
      long newestMs = -1;
      for (var member : told.raw().properties()) {
        String text = member.getValue().asString("");
        if (member.getKey().endsWith("_last_exception") && !text.isBlank()) {
          long at = told.raw().path(member.getKey() + "_time").asLong(0);
          newest = at > newestMs ? text : newest;
          newestMs = Math.max(at, newestMs);
        }
      }
      return Optional.of(newest).filter(t -> !t.isEmpty());
    }
  }

  /** Asks for one rule; blocks. */
  static RuleSeen ask(Doors doors, String id) {
    try {
      return new Present(doors.ekuiper().status(id));
    } catch (DoorException e) {
      return e.status() == 404 ? new Absent() : new Unknown(e.getMessage());
    }
  }

  /** The engine's word for the state of a rule as one of ours. */
  static Status status(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.startsWith("running")) {
      return Status.RUNNING;
    }
    if (lower.contains("starting")) {
      return Status.STARTING;
    }
    return lower.contains("error") ? Status.FAILED : Status.STOPPED;
  }

  default Status status() {
    return switch (this) {
      case Unknown u -> Status.OFF;
      case Absent a -> Status.NOT_DEPLOYED;
      case Present(RuleStatus told) -> status(told.status());
    };
  }

  default String words() {
    return switch (this) {
      case Unknown u -> "not connected";
      case Absent a -> Status.NOT_DEPLOYED.word();
      case Present(RuleStatus told) -> told.status().toLowerCase(Locale.ROOT);
    };
  }
}

package dev.plantwright.sites.deploy;

import java.util.Locale;
import java.util.Optional;

/**
 * What a deployment does to one thing.
 *
 * @param reason what differs, or why it is refused; empty text when there is nothing to say
 * @param before what runs on the site, in text, variables as variables; empty when it is not there
 * @param after what the plant wants, in text; empty when it goes
 */
public record Change(
    Kind kind, Thing thing, String reason, Optional<String> before, Optional<String> after) {

  /** The five outcomes. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED,
    SAME,
    REFUSED
  }

  /** Key of the door it goes through, such as {@code neuron}. */
  public String door() {
    return thing.door();
  }

  /** Its kind and path, such as {@code tag:filler/process/temperature}. */
  public String name() {
    return thing.toString();
  }

  /** True for what is done to the site. */
  public boolean isWork() {
    return kind == Kind.ADDED || kind == Kind.CHANGED || kind == Kind.REMOVED;
  }

  /** One line, {@code changed neuron group:filler/process interval 500 ms, was 1000 ms}. */
  @Override
  public String toString() {
    String line = kind.name().toLowerCase(Locale.ROOT) + " " + thing.door() + " " + thing;
    return reason.isEmpty() ? line : line + " " + reason;
  }
}

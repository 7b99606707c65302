package dev.plantwright.launcher.headless;

import dev.plantwright.sites.launch.LocalSite;

/** What is told between two drawings of the table. */
sealed interface HeadlessEvent {
  /** A rule published an alarm. */
  record Alarmed(Alarm alarm) implements HeadlessEvent {}

  /** Engine or simulator is in a new state. */
  record Moved(LocalSite.Change change) implements HeadlessEvent {}
}

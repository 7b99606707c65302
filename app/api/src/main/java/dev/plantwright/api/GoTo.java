package dev.plantwright.api;

import dev.plantwright.plant.Place;

/** Capability of a part that can show a place of its file. */
public interface GoTo {
  void goTo(Place place);
}

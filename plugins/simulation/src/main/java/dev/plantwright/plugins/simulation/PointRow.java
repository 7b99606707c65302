package dev.plantwright.plugins.simulation;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A line of the table: the same object as long as its device is looked at. */
final class PointRow {
  private final RecentValues recent = new RecentValues();
  private final ReadOnlyObjectWrapper<Shown> shown;

  PointRow(Shown first) {
    shown = new ReadOnlyObjectWrapper<>(first);
  }

  String name() {
    return shown.get().point().name();
  }

  RecentValues recent() {
    return recent;
  }

  ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  void show(Shown next) {
    if (!next.equals(shown.get())) {
      shown.set(next);
    }
  }
}

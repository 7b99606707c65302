package dev.plantwright.shell.dock;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A piece of an arrangement: areas beside each other, or a stack of tabs. */
public sealed interface Area {
  /**
   * Width or height in px inside the split around it; it does not matter for the one area of a
   * split that grows.
   */
  double size();

  Area sized(double size);

  /** All stacks in it, left to right, top to bottom. */
  Stream<Stack> stacks();

  /** Areas beside each other (left to right) or, {@code vertical}, one below the other. */
  record Split(boolean vertical, double size, List<Area> children) implements Area {
    public Split {
      children = List.copyOf(children);
    }

    @Override
    public Split sized(double size) {
      return new Split(vertical, size, children);
    }

    @Override
    public Stream<Stack> stacks() {
      return children.stream().flatMap(Area::stacks);
    }
  }

  /**
   * Tabs on top of each other.
   *
   * @param name the place it stands for, such as {@code CENTER}; empty for one the user made
   */
  record Stack(String name, double size, Fold fold, List<String> parts, Optional<String> selected)
      implements Area {
    public Stack {
      parts = List.copyOf(parts);
    }

    /** Open stack of a place, the first part selected. */
    static Stack of(String name, double size, List<String> parts) {
      return new Stack(name, size, Fold.OPEN, parts, parts.stream().findFirst());
    }

    Stack folding(Fold next) {
      return new Stack(name, size, next, parts, selected);
    }

    Stack with(List<String> next) {
      Optional<String> kept = selected.filter(next::contains).or(() -> next.stream().findFirst());
      return new Stack(name, size, fold, next, kept);
    }

    @Override
    public Stack sized(double size) {
      return new Stack(name, size, fold, parts, selected);
    }

    @Override
    public Stream<Stack> stacks() {
      return Stream.of(this);
    }
  }

  /** Whether a stack shows its tabs only. */
  enum Fold {
    OPEN,
    FOLDED,
    /** Folded while the window is narrow. */
    AUTO
  }
}

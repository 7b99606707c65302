package dev.plantwright.shell.dock;

import dev.plantwright.api.PartPlace;
import dev.plantwright.shell.dock.Area.Fold;
import dev.plantwright.shell.dock.Area.Split;
import dev.plantwright.shell.dock.Area.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Where parts are: the window's area and floating windows. Always holds exactly one stack named
 * {@code CENTER}, the editor area, in the window.
 */
public record Layout(Area main, List<Floating> floats) {
  /** A window of its own, at its place on the screen. */
  public record Floating(double x, double y, double width, double height, Area area) {}

  static final String EDITORS = PartPlace.CENTER.name();

  public Layout {
    floats = List.copyOf(floats);
  }

  /** The arrangement of a perspective, in the sizes of the look. */
  public static Layout of(Map<PartPlace, List<String>> parts) {
    Area centre =
        split(
            true,
            0,
            stack(PartPlace.CENTER, parts).orElse(Stack.of(EDITORS, 0, List.of())),
            stack(PartPlace.CENTER_BELOW, parts).orElse(null));
    Optional<Area> right = column(PartPlace.RIGHT, PartPlace.RIGHT_BELOW, parts);
    Area upper = split(false, 0, centre, right.orElse(null));
    Area main = split(true, 0, upper, stack(PartPlace.BOTTOM, parts).orElse(null));
    Area left = column(PartPlace.LEFT, PartPlace.LEFT_BELOW, parts).orElse(null);
    return new Layout(split(false, 0, left, main), List.of());
  }

  private static Optional<Area> column(
      PartPlace upper, PartPlace lower, Map<PartPlace, List<String>> parts) {
    Area below = stack(lower, parts).orElse(null);
    Area above = stack(upper, parts).map(s -> below == null ? s : s.sized(0)).orElse(null);
    return above == null && below == null
        ? Optional.empty()
        : Optional.of(split(true, defaultSize(upper), above, below));
  }

  private static Optional<Stack> stack(PartPlace place, Map<PartPlace, List<String>> parts) {
    List<String> ids = parts.getOrDefault(place, List.of());
    return ids.isEmpty() ? Optional.empty() : Optional.of(stackOf(place, ids));
  }

  private static Stack stackOf(PartPlace place, List<String> ids) {
    Fold fold = place == PartPlace.BOTTOM || place == PartPlace.LEFT_BELOW ? Fold.AUTO : Fold.OPEN;
    return Stack.of(place.name(), defaultSize(place), ids).folding(fold);
  }

  static double defaultSize(PartPlace place) {
    return switch (place) {
      case LEFT -> 252;
      case LEFT_BELOW -> 212;
      case CENTER -> 0;
      case CENTER_BELOW -> 230;
      case RIGHT -> 376;
      case RIGHT_BELOW -> 260;
      case BOTTOM -> 156;
    };
  }

  private static Area split(boolean vertical, double size, Area first, Area second) {
    List<Area> children = Stream.of(first, second).filter(Objects::nonNull).map(a -> a).toList();
    return children.size() == 1
        ? children.getFirst().sized(size)
        : new Split(vertical, size, children);
  }

  /** All parts in it. */
  public List<String> parts() {
    return Stream.concat(main.stacks(), floats.stream().flatMap(f -> f.area().stacks()))
        .flatMap(s -> s.parts().stream())
        .toList();
  }

  /** The stacks of the window. */
  public Stream<Stack> stacks() {
    return main.stacks();
  }

  /** With a part added at the end of the stack of its place, which is made when missing. */
  public Layout with(String part, PartPlace place) {
    if (stacks().noneMatch(s -> s.name().equals(place.name()))) {
      return new Layout(insert(place, stackOf(place, List.of(part))), floats);
    }
    return map(
        s -> {
          List<String> next = new ArrayList<>(s.parts());
          next.add(part);
          return s.name().equals(place.name()) ? s.with(next) : s;
        });
  }

  /** Without the parts {@code gone} says no to; stacks that become empty go, save the editors'. */
  public Layout keeping(java.util.function.Predicate<String> stays) {
    Layout left = map(s -> s.with(s.parts().stream().filter(stays).toList()));
    List<Floating> windows =
        left.floats.stream().flatMap(f -> pruned(f.area()).map(a -> moved(f, a)).stream()).toList();
    Area area = pruned(left.main).orElseGet(() -> Stack.of(EDITORS, 0, List.of()));
    return new Layout(area, windows);
  }

  /** Under 1150 px the right column becomes tabs behind the editors. */
  Layout withoutRightColumn() {
    List<String> right =
        stacks()
            .filter(s -> s.name().startsWith(PartPlace.RIGHT.name()))
            .flatMap(s -> s.parts().stream())
            .toList();
    Layout rest = keeping(p -> !right.contains(p));
    for (String part : right) {
      rest = rest.with(part, PartPlace.CENTER);
    }
    return rest;
  }

  private Layout map(UnaryOperator<Stack> change) {
    List<Floating> windows = floats.stream().map(f -> moved(f, map(f.area(), change))).toList();
    return new Layout(map(main, change), windows);
  }

  private static Floating moved(Floating f, Area area) {
    return new Floating(f.x(), f.y(), f.width(), f.height(), area);
  }

  private static Area map(Area area, UnaryOperator<Stack> change) {
    return switch (area) {
      case Stack s -> change.apply(s);
      case Split s ->
          new Split(
              s.vertical(), s.size(), s.children().stream().map(c -> map(c, change)).toList());
    };
  }

  private static Optional<Area> pruned(Area area) {
    return switch (area) {
      case Stack s when s.parts().isEmpty() && !s.name().equals(EDITORS) -> Optional.empty();
      case Stack s -> Optional.of(s);
      case Split s -> {
        List<Area> rest = s.children().stream().flatMap(c -> pruned(c).stream()).toList();
        yield switch (rest.size()) {
          case 0 -> Optional.<Area>empty();
          case 1 -> Optional.of(rest.getFirst().sized(s.size()));
          default -> Optional.of(new Split(s.vertical(), s.size(), rest));
        };
      }
    };
  }

  private Area insert(PartPlace place, Stack added) {
    return switch (place) {
      case LEFT -> beside(main, false, added, true);
      case RIGHT -> around(List.of(EDITORS, PartPlace.CENTER_BELOW.name()), false, added);
      case BOTTOM ->
          around(
              List.of(
                  EDITORS,
                  PartPlace.CENTER_BELOW.name(),
                  PartPlace.RIGHT.name(),
                  PartPlace.RIGHT_BELOW.name()),
              true,
              added);
      case CENTER, CENTER_BELOW -> around(List.of(EDITORS), true, added);
      case LEFT_BELOW ->
          has(PartPlace.LEFT)
              ? around(List.of(PartPlace.LEFT.name()), true, added)
              : insert(PartPlace.LEFT, added.sized(252).folding(Fold.OPEN));
      case RIGHT_BELOW ->
          has(PartPlace.RIGHT)
              ? around(List.of(PartPlace.RIGHT.name()), true, added)
              : insert(PartPlace.RIGHT, added.sized(376));
    };
  }

  private boolean has(PartPlace place) {
    return stacks().anyMatch(s -> s.name().equals(place.name()));
  }

  /** Puts an area after the smallest area that holds all stacks of these names. */
  private Area around(List<String> names, boolean vertical, Stack added) {
    List<String> present =
        names.stream().filter(n -> stacks().anyMatch(s -> s.name().equals(n))).toList();
    return replace(main, smallest(main, present), vertical, added);
  }

  private static Area smallest(Area area, List<String> names) {
    if (area instanceof Split split) {
      for (Area child : split.children()) {
        List<String> inside = child.stacks().map(Stack::name).toList();
        if (inside.containsAll(names)) {
          return smallest(child, names);
        }
      }
    }
    return area;
  }

  private static Area replace(Area area, Area target, boolean vertical, Stack added) {
    if (area == target) {
      return beside(area, vertical, added, false);
    }
    return switch (area) {
      case Stack s -> s;
      case Split s ->
          new Split(
              s.vertical(),
              s.size(),
              s.children().stream().map(c -> replace(c, target, vertical, added)).toList());
    };
  }

  private static Area beside(Area area, boolean vertical, Area added, boolean before) {
    List<Area> children = new ArrayList<>();
    if (area instanceof Split split && split.vertical() == vertical) {
      children.addAll(split.children());
    } else {
      children.add(area.sized(0));
    }
    children.add(before ? 0 : children.size(), added);
    return new Split(vertical, area.size(), children);
  }
}

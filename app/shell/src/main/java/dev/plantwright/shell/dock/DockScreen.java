package dev.plantwright.shell.dock;

import dev.plantwright.api.PartPlace;
import dev.plantwright.shell.dock.Area.Fold;
import dev.plantwright.shell.dock.Area.Split;
import dev.plantwright.shell.dock.Area.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerLeaf;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

/** Layouts as BentoFX containers, and back. */
final class DockScreen {
  private static final double NARROW_RIGHT = 300;

  private final DockBento bento;
  private final StackPane node;
  private final Sizes sizes;
  private DockContainerRootBranch root;
  private boolean narrow;
  private boolean tight;
  private Optional<Double> wideRight = Optional.empty();

  DockScreen(DockBento bento, StackPane node) {
    this.bento = bento;
    this.node = node;
    this.sizes = new Sizes(node, () -> root);
  }

  boolean narrow() {
    return narrow;
  }

  boolean tight() {
    return tight;
  }

  void tight(boolean now) {
    tight = now;
  }

  /** All stacks, those of floating windows too. */
  Stream<StackLeaf> leaves() {
    return roots().flatMap(DockScreen::leaves);
  }

  private static Stream<StackLeaf> leaves(DockContainer container) {
    return switch (container) {
      case DockContainerLeaf leaf -> Stream.of((StackLeaf) leaf);
      case DockContainerBranch branch ->
          branch.getChildContainers().stream().flatMap(DockScreen::leaves);
    };
  }

  private Stream<DockContainer> roots() {
    List<DockContainer> all = new ArrayList<>();
    if (root != null) {
      all.add(root);
    }
    floating().forEach(all::add);
    return all.stream();
  }

  private Stream<DockContainerRootBranch> floating() {
    return List.copyOf(bento.getRootContainers()).stream()
        .filter(r -> r != root && r.getScene() != null && r.getScene() != node.getScene());
  }

  /** Takes every part off the screen. */
  void clear() {
    List<Window> floats = floating().<Window>map(r -> r.getScene().getWindow()).toList();
    leaves()
        .toList()
        .forEach(
            leaf -> {
              leaf.setPruneWhenEmpty(false);
              List.copyOf(leaf.getDockables()).forEach(leaf::removeDockable);
            });
    floats.forEach(Window::hide);
    sizes.clear();
    node.getChildren().clear();
    root = null;
  }

  void show(Area area, Function<String, Optional<Dockable>> parts, boolean isNarrow) {
    narrow = isNarrow;
    root = build(area, parts);
    root.setPruneWhenEmpty(false);
    node.getChildren().setAll(root);
    leaves(root).forEach(l -> l.fold(l.fold(), narrow));
    if (narrow) {
      squeezeRight();
    }
    settle();
  }

  private DockContainerRootBranch build(Area area, Function<String, Optional<Dockable>> parts) {
    DockContainerRootBranch branch = bento.dockBuilding().root();
    switch (area) {
      case Stack stack -> branch.addContainer(leaf(stack, parts));
      case Split split -> fill(branch, split, parts);
    }
    return branch;
  }

  private void fill(
      DockContainerBranch branch, Split split, Function<String, Optional<Dockable>> parts) {
    branch.setOrientation(split.vertical() ? Orientation.VERTICAL : Orientation.HORIZONTAL);
    for (Area child : split.children()) {
      DockContainer container =
          switch (child) {
            case Stack stack -> leaf(stack, parts);
            case Split inner -> {
              DockContainerBranch made = bento.dockBuilding().branch();
              fill(made, inner, parts);
              yield made;
            }
          };
      branch.addContainer(container);
      if (child.size() > 0) {
        sizes.want(container.asRegion(), child.size());
      }
    }
  }

  private StackLeaf leaf(Stack stack, Function<String, Optional<Dockable>> parts) {
    StackLeaf leaf = (StackLeaf) bento.dockBuilding().leaf();
    leaf.name(stack.name());
    leaf.openSize(stack.size() > 0 ? stack.size() : 156);
    leaf.fold(stack.fold(), narrow);
    stack.parts().forEach(id -> parts.apply(id).ifPresent(leaf::addDockable));
    return leaf;
  }

  /** A window for a floating area, not shown yet. */
  Stage window(Layout.Floating floating, Function<String, Optional<Dockable>> parts) {
    Stage stage = bento.dock().newStage();
    stage.setScene(
        bento.dock().newScene(build(floating.area(), parts), floating.width(), floating.height()));
    stage.initOwner(node.getScene() == null ? null : node.getScene().getWindow());
    stage.setX(floating.x());
    stage.setY(floating.y());
    return stage;
  }

  void settle() {
    sizes.settle();
  }

  /** Folds or unfolds; the size it had open comes back. */
  void fold(StackLeaf leaf, Fold fold, boolean isNarrow) {
    boolean before = leaf.folded();
    leaf.fold(fold, isNarrow);
    if (before && !leaf.folded()) {
      sizes.want(leaf, leaf.formerSize());
    } else if (!before && leaf.folded()) {
      sizes.want(leaf, StackLeaf.STRIP);
    }
    settle();
  }

  void narrow(boolean now) {
    narrow = now;
    leaves().forEach(l -> fold(l, l.fold(), now));
    if (now) {
      squeezeRight();
    } else {
      Optional<Double> former = wideRight;
      wideRight = Optional.empty();
      former.ifPresent(size -> rightColumn().ifPresent(r -> sizes.want(r, size)));
    }
    settle();
  }

  private void squeezeRight() {
    rightColumn()
        .ifPresent(
            r -> {
              double size = sizes.of(r, false);
              if (size > NARROW_RIGHT) {
                wideRight = Optional.of(size);
                sizes.want(r, NARROW_RIGHT);
              }
            });
  }

  /** The child of a horizontal split that holds the stack of the right column. */
  private Optional<Region> rightColumn() {
    Optional<StackLeaf> stack =
        leaves().filter(l -> l.name().equals(PartPlace.RIGHT.name())).findFirst();
    DockContainer child = stack.orElse(null);
    while (child != null
        && child.getParentContainer() != null
        && child.getParentContainer().getOrientation() == Orientation.VERTICAL) {
      child = child.getParentContainer();
    }
    return Optional.ofNullable(child)
        .filter(c -> c.getParentContainer() != null)
        .map(DockContainer::asRegion);
  }

  /** Hides all but one stack. */
  void showOnly(StackLeaf leaf) {
    sizes.hold();
    DockContainer child = leaf;
    leaf.setMaxHeight(Double.MAX_VALUE);
    for (DockContainerBranch b = leaf.getParentContainer(); b != null; b = b.getParentContainer()) {
      b.getItems().setAll(child.asRegion());
      child = b;
    }
  }

  void showAll() {
    showAll(root);
    leaves(root).forEach(StackLeaf::limit);
    sizes.release();
    settle();
  }

  private static void showAll(DockContainer container) {
    if (container instanceof DockContainerBranch branch) {
      List<Region> all = branch.getChildContainers().stream().map(DockContainer::asRegion).toList();
      branch.getItems().setAll(all);
      branch.getChildContainers().forEach(DockScreen::showAll);
    }
  }

  /** The arrangement on screen. */
  Layout read(Function<Dockable, String> ids) {
    Area main = area(root, false, ids).orElseGet(() -> Stack.of(Layout.EDITORS, 0, List.of()));
    List<Layout.Floating> floats =
        floating()
            .flatMap(
                r ->
                    area(r, false, ids)
                        .filter(a -> a.stacks().anyMatch(s -> !s.parts().isEmpty()))
                        .map(a -> floating(r.getScene(), a))
                        .stream())
            .toList();
    return new Layout(main.sized(0), floats);
  }

  private static Layout.Floating floating(Scene scene, Area area) {
    Window w = scene.getWindow();
    return new Layout.Floating(
        Math.round(w.getX()), Math.round(w.getY()), scene.getWidth(), scene.getHeight(), area);
  }

  private Optional<Area> area(
      DockContainer container, boolean inVertical, Function<Dockable, String> ids) {
    return switch (container) {
      case DockContainerLeaf leaf -> stack((StackLeaf) leaf, inVertical, ids);
      case DockContainerBranch branch -> split(branch, inVertical, ids);
    };
  }

  private Optional<Area> stack(StackLeaf leaf, boolean inVertical, Function<Dockable, String> ids) {
    List<String> parts = leaf.getDockables().stream().map(ids).toList();
    if (parts.isEmpty() && !leaf.name().equals(Layout.EDITORS)) {
      return Optional.empty();
    }
    Optional<String> selected = Optional.ofNullable(leaf.getSelectedDockable()).map(ids);
    double size = measured(leaf, inVertical);
    return Optional.of(new Stack(leaf.name(), size, leaf.fold(), parts, selected));
  }

  private Optional<Area> split(
      DockContainerBranch branch, boolean inVertical, Function<Dockable, String> ids) {
    boolean vertical = branch.getOrientation() == Orientation.VERTICAL;
    List<Area> children =
        branch.getChildContainers().stream().flatMap(c -> area(c, vertical, ids).stream()).toList();
    return switch (children.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(children.getFirst().sized(measured(branch, inVertical)));
      default -> Optional.of(new Split(vertical, measured(branch, inVertical), children));
    };
  }

  /** Size as it is to be restored; 0 for the one that grows. */
  private double measured(DockContainer child, boolean vertical) {
    DockContainerBranch parent = child.getParentContainer();
    if (parent == null || Sizes.grows(parent, child)) {
      return 0;
    }
    if (wideRight.isPresent() && rightColumn().filter(r -> r == child).isPresent()) {
      return wideRight.get();
    }
    if (vertical && child instanceof StackLeaf leaf && leaf.folded()) {
      return Math.round(leaf.openSize());
    }
    return Math.round(sizes.of(child.asRegion(), vertical));
  }
}

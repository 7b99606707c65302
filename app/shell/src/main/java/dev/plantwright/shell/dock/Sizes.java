package dev.plantwright.shell.dock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerBranch;

/**
 * Sizes in px for the children of splits. A split pane forgets divider positions set before it was
 * laid out, and snaps others: wishes are repeated on the next pulses until they hold.
 */
final class Sizes {
  private static final int PULSES = 6;

  private final Node node;
  private final Supplier<DockContainerBranch> root;
  private final Map<Region, Double> wanted = new HashMap<>();
  private int pulses;
  private Scene listening;
  private boolean held;

  Sizes(Node node, Supplier<DockContainerBranch> root) {
    this.node = node;
    this.root = root;
    node.sceneProperty().addListener((scene, before, after) -> settle());
  }

  void clear() {
    wanted.clear();
    held = false;
  }

  void want(Region region, double size) {
    wanted.put(region, size);
  }

  /** Size it has or is about to get. */
  double of(Region region, boolean vertical) {
    return wanted.getOrDefault(region, vertical ? region.getHeight() : region.getWidth());
  }

  /** Keeps the present sizes while splits are taken apart. */
  void hold() {
    keep(root.get());
    held = true;
  }

  void release() {
    held = false;
  }

  private void keep(DockContainerBranch branch) {
    boolean vertical = branch.getOrientation() == Orientation.VERTICAL;
    for (DockContainer child : branch.getChildContainers()) {
      if (!grows(branch, child)) {
        wanted.putIfAbsent(child.asRegion(), of(child.asRegion(), vertical));
      }
      if (child instanceof DockContainerBranch inner) {
        keep(inner);
      }
    }
  }

  /** Of the children of a split the one that holds the editors grows, else the first. */
  static boolean grows(DockContainerBranch branch, DockContainer child) {
    List<DockContainer> children = branch.getChildContainers();
    DockContainer grower =
        children.stream().filter(Sizes::holdsEditors).findFirst().orElse(children.getFirst());
    return grower == child;
  }

  private static boolean holdsEditors(DockContainer container) {
    return switch (container) {
      case StackLeaf leaf -> leaf.name().equals(Layout.EDITORS);
      case DockContainerBranch branch ->
          branch.getChildContainers().stream().anyMatch(Sizes::holdsEditors);
      default -> false;
    };
  }

  /** Makes the wishes true over the next pulses. */
  void settle() {
    Scene scene = node.getScene();
    if (scene == null || root.get() == null) {
      return;
    }
    pulses = PULSES;
    if (listening != scene) {
      listening = scene;
      scene.addPostLayoutPulseListener(pulse(scene));
    }
    Platform.requestNextPulse();
  }

  private Runnable pulse(Scene scene) {
    return new Runnable() {
      @Override
      public void run() {
        boolean done = held || root.get() == null || apply(root.get());
        pulses--;
        if (done || pulses <= 0 || node.getScene() != scene) {
          scene.removePostLayoutPulseListener(this);
          listening = null;
          if (!held) {
            wanted.clear();
          }
        } else {
          Platform.requestNextPulse();
        }
      }
    };
  }

  /** Whether all sizes hold. */
  private boolean apply(DockContainerBranch branch) {
    boolean holds = branch.getWidth() > 0;
    for (DockContainer child : branch.getChildContainers()) {
      SplitPane.setResizableWithParent(child.asRegion(), grows(branch, child));
      if (child instanceof DockContainerBranch inner) {
        holds &= apply(inner);
      }
    }
    return place(branch) && holds;
  }

  private boolean place(DockContainerBranch branch) {
    boolean vertical = branch.getOrientation() == Orientation.VERTICAL;
    List<DockContainer> children = branch.getChildContainers();
    double total = vertical ? branch.getHeight() : branch.getWidth();
    int dividers = branch.getDividers().size();
    if (total <= 0 || dividers != children.size() - 1) {
      return dividers == 0;
    }
    double fixed =
        children.stream()
            .filter(c -> !grows(branch, c))
            .mapToDouble(c -> of(c.asRegion(), vertical))
            .sum();
    boolean holds = true;
    double start = 0;
    for (int i = 0; i < dividers; i++) {
      DockContainer child = children.get(i);
      double size =
          grows(branch, child)
              ? Math.max(StackLeaf.STRIP, total - fixed - dividers)
              : of(child.asRegion(), vertical);
      start += size;
      double actual = vertical ? child.asRegion().getHeight() : child.asRegion().getWidth();
      holds &= Math.abs(actual - size) <= 1;
      branch.setDividerPosition(i, (start + 0.5) / total);
      start += 1;
    }
    return holds;
  }
}

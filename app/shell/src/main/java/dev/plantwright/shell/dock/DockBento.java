package dev.plantwright.shell.dock;

import java.util.UUID;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import software.coley.bentofx.Bento;
import software.coley.bentofx.building.ControlsBuilding;
import software.coley.bentofx.building.DockBuilding;
import software.coley.bentofx.control.Header;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.dockable.DockableClickBehavior;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/** BentoFX with our stacks, tab strips and clicks. */
final class DockBento extends Bento {
  private Dock dock;

  void serve(Dock owner) {
    dock = owner;
    stageBuilding().setStageFactory(source -> dock.newStage());
    stageBuilding()
        .setSceneFactory((source, content, width, height) -> dock.newScene(content, width, height));
    placeholderBuilding().setDockablePlaceholderFactory(d -> new Pane());
    placeholderBuilding().setContainerPlaceholderFactory(l -> dock.emptyNode((StackLeaf) l));
  }

  Dock dock() {
    return dock;
  }

  @Override
  protected ControlsBuilding newControlsBuilding() {
    ControlsBuilding controls = new ControlsBuilding();
    controls.setHeaderPaneFactory(StripPane::new);
    controls.setHeaderFactory(
        (dockable, pane) -> {
          Header header = new Header(dockable, pane).withDragDrop();
          TabDress.dress(header, dock.tab(dockable));
          return header;
        });
    return controls;
  }

  @Override
  protected DockBuilding newDockBuilding() {
    return new DockBuilding(this) {
      @Override
      public DockContainerLeaf leaf() {
        return leaf(UUID.randomUUID().toString());
      }

      @Override
      public DockContainerLeaf leaf(String identifier) {
        return new StackLeaf(DockBento.this, identifier);
      }

      @Override
      public DockContainerBranch branch() {
        return branch(UUID.randomUUID().toString());
      }

      @Override
      public DockContainerBranch branch(String identifier) {
        return new DockContainerBranch(DockBento.this, identifier);
      }
    };
  }

  @Override
  protected DockableClickBehavior newClickBehavior() {
    return new DockableClickBehavior() {
      @Override
      public void onMouseClick(
          DockContainerLeaf leaf, Dockable dockable, Header header, MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
          dock.tabClicked((StackLeaf) leaf, dock.tab(dockable), event.getClickCount());
        } else if (event.getButton() == MouseButton.SECONDARY) {
          dock.menu(dock.tab(dockable)).show(header, event.getScreenX(), event.getScreenY());
        }
        event.consume();
      }
    };
  }
}

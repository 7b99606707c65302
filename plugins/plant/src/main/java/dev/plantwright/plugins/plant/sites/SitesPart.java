package dev.plantwright.plugins.plant.sites;

import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.SiteSession;
import dev.plantwright.api.SiteSession.ProcessState;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Section;
import dev.plantwright.api.controls.StatusMark;
import dev.plantwright.sites.Login;
import dev.plantwright.sites.Site;
import dev.plantwright.sites.doors.Doors;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The site: its doors with port and state, its logins, and what happened when it stopped. */
public final class SitesPart implements Part {
  private final SiteSession site;
  private final VBox rows = new VBox();
  private final StoppedBanner engineBanner;
  private final StoppedBanner simulatorBanner;
  private final VBox logins = new VBox(4);
  private final Section loginSection = new Section("Logins", logins);
  private final ScrollPane root;

  public SitesPart(PartContext context) {
    Workbench workbench = context.workbench();
    site = workbench.site();
    engineBanner = StoppedBanner.engine(site, workbench);
    simulatorBanner = StoppedBanner.simulator(site, workbench);
    rows.setId("part/sites/doors");
    loginSection.fold(true);
    logins.setPadding(new Insets(0, 8, 8, 24));
    VBox body = new VBox(engineBanner, simulatorBanner, rows, loginSection);
    root = new ScrollPane(body);
    root.setFitToWidth(true);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setId("part/sites/body");
    context.scope().listen(site.engine(), e -> show(e, site.simulator().getValue()));
    context.scope().listen(site.simulator(), s -> show(site.engine().getValue(), s));
    context.scope().listen(site.doors(), this::logins);
    workbench
        .frames()
        .paint(
            context.scope(),
            root,
            1,
            () -> {
              engineBanner.tick();
              simulatorBanner.tick();
            });
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public List<String> tools() {
    return List.of("site.start", "site.stop", "site.restart");
  }

  private void show(ProcessState engine, ProcessState simulator) {
    engineBanner.show(engine);
    simulatorBanner.show(simulator);
    rows.getChildren().clear();
    DoorStates.Door whole = DoorStates.site(engine);
    row("mdi2l-laptop", "local", Optional.empty(), StatusMark.of(whole.status(), whole.words()), 8);
    for (DoorStates.Door door : DoorStates.doors(engine, simulator)) {
      row(
          door.icon(),
          door.title(),
          door.port(),
          StatusMark.of(door.status(), door.loud() ? door.words() : ""),
          24);
    }
    engine.cause().filter(c -> engine.state() == SiteSession.State.RUNNING).ifPresent(this::note);
    simulator
        .cause()
        .filter(c -> simulator.state() == SiteSession.State.RUNNING)
        .ifPresent(this::note);
  }

  private void row(String icon, String title, Optional<Integer> port, StatusMark mark, int left) {
    Label name = new Label(title);
    name.setMinWidth(60);
    if (left == 8) {
      name.getStyleClass().add("strong");
    }
    Label number = new Label(port.map(String::valueOf).orElse(""));
    number.getStyleClass().addAll("muted", "dense");
    number.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    mark.setMinWidth(mark.getText().isEmpty() ? 14 : Region.USE_COMPUTED_SIZE);
    HBox row = new HBox(6, Icons.row(icon), name, space, number, mark);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPadding(new Insets(0, 8, 0, left));
    row.setMinHeight(24);
    row.setMaxHeight(24);
    rows.getChildren().add(row);
  }

  private void note(String sentence) {
    Label note = new Label(sentence);
    note.setWrapText(true);
    note.getStyleClass().addAll("muted", "dense");
    note.setPadding(new Insets(2, 8, 6, 24));
    rows.getChildren().add(note);
  }

  private void logins(Optional<Doors> doors) {
    logins.getChildren().clear();
    doors.ifPresent(d -> logins(d.site()));
    loginSection.setVisible(!logins.getChildren().isEmpty());
    loginSection.setManaged(!logins.getChildren().isEmpty());
  }

  private void logins(Site at) {
    at.mqtt().flatMap(Site.Broker::login).ifPresent(l -> login("Broker", l));
    at.neuron().map(Site.Neuron::login).ifPresent(l -> login("Gateway", l));
    at.inspect()
        .flatMap(Site.Inspect::token)
        .ifPresent(t -> logins.getChildren().add(LoginRow.of("Inspect", "token", t)));
  }

  private void login(String door, Login login) {
    logins.getChildren().add(LoginRow.of(door, login.user(), login.password()));
  }
}

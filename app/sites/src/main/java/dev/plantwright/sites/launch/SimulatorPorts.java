package dev.plantwright.sites.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * Chooses the simulator's ports: those the plant names, and free ones when the simulator could not
 * have them. Confined to the supervisor's thread.
 */
final class SimulatorPorts implements Supervisor.Ports {
  private static final int CONTROL = 18090;

  private final Path plant;
  private boolean any;
  private OptionalInt control = OptionalInt.empty();

  /**
   * @param defaults false: free ports from the first start on
   */
  SimulatorPorts(Path plant, boolean defaults) {
    this.plant = plant;
    this.any = !defaults;
  }

  @Override
  public Launch next(Optional<String> refusal) {
    List<String> notes =
        refusal.stream().map(why -> bare(why) + ", so the devices listen on free ports").toList();
    any |= refusal.isPresent();
    int port = refusal.isPresent() ? 0 : control.orElse(any ? 0 : CONTROL);
    List<String> arguments =
        List.of(
            "simulate",
            plant.toString(),
            "--control-port",
            Integer.toString(port),
            "--ports",
            any ? "any" : "default",
            "--exit-with-parent");
    return new Launch(arguments, notes);
  }

  private static String bare(String sentence) {
    return sentence.replaceFirst("\\..*", "");
  }

  @Override
  public void ready(JsonNode line) {
    control = OptionalInt.of(line.path("control").asInt(0));
  }
}

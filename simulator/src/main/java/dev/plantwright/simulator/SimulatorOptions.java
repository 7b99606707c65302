package dev.plantwright.simulator;

import java.nio.file.Path;

/**
 * What to simulate and where.
 *
 * @param plant the plant folder
 * @param controlPort of the control door; 0 for any free one
 * @param anyPorts whether devices take any free port instead of those of their files
 */
public record SimulatorOptions(Path plant, int controlPort, boolean anyPorts) {
  public static final int DEFAULT_CONTROL_PORT = 18090;
}

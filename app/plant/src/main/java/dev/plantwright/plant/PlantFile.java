package dev.plantwright.plant;

import java.util.Optional;

/**
 * One file of a plant as it was read.
 *
 * @param path relative to the plant folder, with {@code /}
 * @param text empty when it is of no kind we read, or cannot be read
 */
public record PlantFile(String path, Kind kind, Optional<String> text) {
  /** What a file is, which its path says. */
  public enum Kind {
    PLANT,
    MODEL,
    NODE,
    TAGS,
    STREAM,
    RULE,
    CHART,
    DEVICE,
    SCENARIO,
    TEST,
    SITE,
    OTHER
  }

  public static Kind kind(String path) {
    String[] steps = path.split("/");
    String last = steps[steps.length - 1];
    boolean json = last.endsWith(".json");
    return switch (steps.length) {
      case 1 -> path.equals("plant.json") ? Kind.PLANT : Kind.OTHER;
      case 2 ->
          switch (steps[0]) {
            case "namespace" -> last.equals("model.json") ? Kind.MODEL : Kind.OTHER;
            case "streams" -> last.endsWith(".sql") ? Kind.STREAM : Kind.OTHER;
            case "rules" -> json ? Kind.RULE : Kind.OTHER;
            case "charts" -> json ? Kind.CHART : Kind.OTHER;
            case "simulation" -> json ? Kind.DEVICE : Kind.OTHER;
            case "scenarios" -> json ? Kind.SCENARIO : Kind.OTHER;
            case "tests" -> json ? Kind.TEST : Kind.OTHER;
            case "sites" -> json ? Kind.SITE : Kind.OTHER;
            default -> Kind.OTHER;
          };
      case 3 -> steps[0].equals("gateways") ? gateway(last) : Kind.OTHER;
      default -> Kind.OTHER;
    };
  }

  private static Kind gateway(String last) {
    return switch (last) {
      case "node.json" -> Kind.NODE;
      case "tags.csv" -> Kind.TAGS;
      default -> Kind.OTHER;
    };
  }

  /** The name of what the file describes: its own without ending, or its folder's. */
  public String name() {
    String[] steps = path.split("/");
    boolean folder = kind == Kind.NODE || kind == Kind.TAGS;
    String last = folder ? steps[steps.length - 2] : steps[steps.length - 1];
    int dot = last.lastIndexOf('.');
    return folder || dot <= 0 ? last : last.substring(0, dot);
  }
}

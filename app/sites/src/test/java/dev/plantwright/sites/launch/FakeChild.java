package dev.plantwright.sites.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Stands for engine and simulator: says that it is ready and ends when its standard input does.
 * What it shall do instead is in the file {@code behaviour} of the folder named by its arguments.
 */
final class FakeChild {
  private FakeChild() {}

  public static void main(String[] arguments) throws IOException {
    List<String> words = Arrays.asList(arguments);
    boolean engine = words.getFirst().equals("engine");
    Path folder = Path.of(engine ? words.get(words.indexOf("--dir") + 1) : words.get(1));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("arguments"), String.join(" ", words) + "\n");
    Path behaviour = folder.resolve("behaviour");
    if (Files.exists(behaviour) && Files.readString(behaviour).equals("refuse default")) {
      if (words.contains("default")) {
        fail("plantwright: port 1502 is taken");
      }
    } else if (Files.exists(behaviour)) {
      fail("plantwright: the folder is in use");
    }
    ready(engine, folder);
    System.in.transferTo(OutputStream.nullOutputStream());
  }

  private static void fail(String sentence) {
    System.err.println(sentence);
    System.exit(2);
  }

  private static void ready(boolean engine, Path folder) throws IOException {
    Files.writeString(
        folder.resolve("credentials.json"), "{\"mqtt\":{\"user\":\"u\",\"password\":\"p\"}}");
    System.out.println(
        engine
            ? "ready {\"mqtt\":41883,\"credentials\":\""
                + folder.resolve("credentials.json")
                + "\"}"
            : "ready {\"control\":48090,\"devices\":{\"filler\":41502}}");
  }
}

package dev.plantwright.sites.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to start another JVM of this product.
 *
 * @param java the {@code java} program
 * @param options for the JVM, before the class path
 */
public record JavaCommand(Path java, List<String> options, String classPath, String mainClass) {
  /** What every process of the product needs: native libraries, and Netty's memory access. */
  private static final List<String> COMMON =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  public JavaCommand {
    options = List.copyOf(options);
  }

  /**
   * The JVM and the class path this process runs on; JavaFX, which lies on the module path, is not
   * handed on.
   *
   * @param options added to what every process needs, such as {@code -Xmx256m}
   */
  public static JavaCommand ofThisProcess(String mainClass, List<String> options) {
    List<String> all = new ArrayList<>(COMMON);
    all.addAll(options);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new JavaCommand(java, all, System.getProperty("java.class.path"), mainClass);
  }

  /** The whole command line with the program's own arguments. */
  public List<String> with(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath);
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }
}

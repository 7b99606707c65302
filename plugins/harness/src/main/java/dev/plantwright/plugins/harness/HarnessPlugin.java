package dev.plantwright.plugins.harness;

import dev.plantwright.api.Workbench;
import dev.plantwright.api.WorkbenchPlugin;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pf4j.Plugin;

/** Lets tests drive the window over HTTP; loaded only when the workbench is started for that. */
public final class HarnessPlugin extends Plugin implements WorkbenchPlugin {
  /** Name of the launch option that holds the port; 0 = any. */
  static final String OPTION = "harness";

  private Optional<HarnessServer> server = Optional.empty();

  @Override
  public void started(Workbench workbench) {
    int port = workbench.launchOption(OPTION).map(Integer::parseInt).orElse(0);
    try {
      HarnessServer made = HarnessServer.start(workbench, port);
      server = Optional.of(made);
      standardOutput()
          .println("ready {\"harness\":%d,\"token\":\"%s\"}".formatted(made.port(), made.token()));
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " cannot be used by the harness", e);
    }
  }

  /** The ready line is a promise to scripts, so it does not go through the log. */
  private static PrintStream standardOutput() {
    return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  }

  @Override
  public void stopped() {
    server.ifPresent(HarnessServer::close);
  }
}

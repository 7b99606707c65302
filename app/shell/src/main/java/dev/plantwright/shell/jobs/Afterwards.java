package dev.plantwright.shell.jobs;

import javafx.application.Platform;

/** What has to wait until the present event is over: closed tabs are gone, pages have a height. */
public final class Afterwards {
  private Afterwards() {}

  /** Runs {@code what} on the FX thread after the present event; called on it. */
  public static void run(Runnable what) {
    Platform.runLater(what);
  }
}

package dev.plantwright.shell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the workbench when the process is asked to end, before the JVM's shutdown begins: JavaFX has
 * a shutdown hook of its own that takes the drawing away from windows that still show.
 */
final class EndSignal {
  private static final Logger LOG = LoggerFactory.getLogger(EndSignal.class);

  private EndSignal() {}

  /**
   * Calls {@code ending} on a thread of its own at SIGTERM, SIGINT and SIGHUP, where there are
   * such; the JVM does nothing by itself then.
   */
  static void handle(Runnable ending) {
    for (String name : List.of("TERM", "INT", "HUP")) {
      try {
        handle(name, ending);
      } catch (ReflectiveOperationException e) {
        LOG.debug("SIG{} is left to the JVM", name, e);
      }
    }
  }

  // By reflection: the compiler warns of sun.misc, and there is nothing else for signals.
  private static void handle(String name, Runnable ending) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object proxy =
        Proxy.newProxyInstance(
            handler.getClassLoader(),
            new Class<?>[] {handler},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "equals" -> self == arguments[0];
                  case "hashCode" -> System.identityHashCode(self);
                  case "toString" -> "ends the workbench";
                  default -> {
                    ending.run();
                    yield null;
                  }
                });
    try {
      Object raised = signal.getConstructor(String.class).newInstance(name);
      signal.getMethod("handle", signal, handler).invoke(null, raised, proxy);
    } catch (InvocationTargetException e) {
      LOG.debug("SIG{} is left to the JVM: {}", name, e.getCause().getMessage());
    }
  }
}

package dev.plantwright.engine;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Adds up the recorded cases of all {@code *VectorsTest} classes and prints the one closing line of
 * the module when the last test of it has ended. A test takes it as a parameter.
 */
public final class VectorSum implements AutoCloseable {
  private int passed;
  private int failed;
  private int notYet;
  private int notApplicable;

  public synchronized void add(int morePassed, int moreFailed, int moreNotYet, int moreNot) {
    passed += morePassed;
    failed += moreFailed;
    notYet += moreNotYet;
    notApplicable += moreNot;
  }

  @Override
  public synchronized void close() {
    int counted = passed + failed + notYet;
    if (counted > 0) {
      System.out.printf(
          java.util.Locale.ROOT,
          "vectors: %d passed, %d failed, %d not yet, %d not applicable, %.1f %%%n",
          passed,
          failed,
          notYet,
          notApplicable,
          100.0 * passed / counted);
    }
  }

  /** Gives tests the sum of their module. */
  public static final class Provider implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == VectorSum.class;
    }

    @Override
    public VectorSum resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent(VectorSum.class, type -> new VectorSum(), VectorSum.class);
    }
  }
}

package dev.plantwright.engine.gateway.store;

import java.sql.SQLException;

/** The configuration cannot be read or written: disk full, file damaged or locked. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreException(SQLException cause) {
    super("The gateway's configuration cannot be kept: " + cause.getMessage(), cause);
  }
}

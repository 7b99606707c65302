package dev.plantwright.engine.gateway.rest;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Makes of passwords what can be kept, and compares. */
final class Passwords {
  private static final int ROUNDS = 20_000;
  private static final int BITS = 256;
  private static final HexFormat HEX = HexFormat.of();

  private Passwords() {}

  /** Salt and PBKDF2 hash. */
  static String hash(String password) {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return HEX.formatHex(salt) + ":" + HEX.formatHex(derive(password, salt));
  }

  static boolean matches(String password, String hash) {
    int colon = hash.indexOf(':');
    byte[] salt = HEX.parseHex(hash.substring(0, colon));
    return MessageDigest.isEqual(derive(password, salt), HEX.parseHex(hash.substring(colon + 1)));
  }

  private static byte[] derive(String password, byte[] salt) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, BITS))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no PBKDF2", e);
    }
  }
}

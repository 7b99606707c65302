/** Messages to rows. */
package dev.plantwright.sql.format;

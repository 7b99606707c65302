/** Rows by slot, compiled expressions, and what is gathered of a window. */
package dev.plantwright.sql.row;

/** Places in a statement and what is wrong there. */
package dev.plantwright.sql.text;

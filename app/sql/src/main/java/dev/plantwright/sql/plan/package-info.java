/** What names mean, what may stand where, and the compiled program. */
package dev.plantwright.sql.plan;

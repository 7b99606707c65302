/** Expressions as the product names them in messages and plans. */
package dev.plantwright.sql.explain;

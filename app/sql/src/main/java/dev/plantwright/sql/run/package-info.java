/** One execution of a plan: the operators in their order, with counters. */
package dev.plantwright.sql.run;

package dev.plantwright.launcher;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Executor;

/** What DESIGN says about modules, as rules; each says why it is there. */
@AnalyzeClasses(packages = "dev.plantwright", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String[] WITHOUT_WINDOWS = {
    "dev.plantwright.field..",
    "dev.plantwright.sql..",
    "dev.plantwright.plant..",
    "dev.plantwright.sites..",
    "dev.plantwright.live..",
    "dev.plantwright.engine..",
    "dev.plantwright.simulator.."
  };

  private ArchitectureTest() {}

  @ArchTest
  static final ArchRule NO_JAVAFX_BELOW_THE_API =
      noClasses()
          .that()
          .resideInAnyPackage(WITHOUT_WINDOWS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "com.sun.javafx..")
          .because("they run on servers, where JavaFX is not and costs start-up time")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule COMMAND_WITHOUT_JAVAFX =
      noClasses()
          .that()
          .resideInAPackage("dev.plantwright.launcher..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..")
          .because("engine and simulate start from the same command and must not load JavaFX");

  @ArchTest
  static final ArchRule SHELL_KNOWS_NO_PLUGIN =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.plantwright.plugins..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.plantwright.plugins..")
          .because("the built-in parts are loaded as a stranger's are")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule PLUGINS_SEE_THE_API_AND_WHAT_IS_BELOW =
      noClasses()
          .that()
          .resideInAPackage("dev.plantwright.plugins..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.plantwright.shell..",
              "dev.plantwright.engine..",
              "dev.plantwright.simulator..",
              "dev.plantwright.launcher..")
          .because("what a built-in part needs, a stranger's needs too: it belongs in the API")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule PLUGINS_DO_NOT_SEE_EACH_OTHER =
      slices()
          .matching("dev.plantwright.plugins.(*)..")
          .should()
          .notDependOnEachOther()
          .because("each can be left out")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule ENGINE_KNOWS_NO_PLANT =
      noClasses()
          .that()
          .resideInAPackage("dev.plantwright.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.plantwright.plant..", "dev.plantwright.sites..", "dev.plantwright.live..")
          .because("the engine is configured only through its doors, as the real products are")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule SQL_HAS_NO_IO_AND_NO_THREADS =
      noClasses()
          .that()
          .resideInAPackage("dev.plantwright.sql..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "java.nio.channels..", "java.util.concurrent.locks..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Executor.class)
          .because("the same plan runs in the engine, in a trial run and in other hosts")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NO_CYCLES_BETWEEN_PACKAGES =
      slices()
          .matching("dev.plantwright.(**)")
          .should()
          .beFreeOfCycles()
          .because("a package that needs its user cannot be understood without it");

  @ArchTest
  static final ArchRule RUN_LATER_IN_FOUR_PLACES =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "dev.plantwright.api.code..",
                      "dev.plantwright.shell.frames..",
                      "dev.plantwright.shell.jobs..",
                      "dev.plantwright.plugins.harness..")))
          .should()
          .callMethodWhere(
              target(owner(name("javafx.application.Platform"))).and(target(name("runLater"))))
          .because("data reaches the FX thread through the frame pump and the end of a job only");

  @ArchTest
  static final ArchRule NOBODY_PRINTS =
      noClasses()
          .that(not(resideInAnyPackage("dev.plantwright.launcher", "dev.plantwright.simulator")))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace")
          .because("standard output and error belong to the command; everything else is logged");
}
